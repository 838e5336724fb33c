import type { CountryGuide } from './guide.ts'

/**
 * Ten samples, so that the screens have something to show. From general knowledge, compared with no source yet: each says
 * that it is not verified. An office imports its own.
 */

const reviewed = '2026-11-27'
const unverified = ['General knowledge; no source was compared']
const both = (en: string, fr: string) => ({ en, fr })

interface Sample {
  readonly country: string
  readonly languages: CountryGuide['languages']
  readonly card: CountryGuide['languages']
  readonly issuer: CountryGuide['languages']
  readonly civil: CountryGuide['languages']
  readonly police: CountryGuide['languages']
}

const sample = ({ country, languages, card, issuer, civil, police }: Sample): CountryGuide => ({
  country,
  version: '2026-11',
  reviewed,
  verified: false,
  languages,
  identity: [
    { name: card, issuer },
    { name: civil, issuer },
  ],
  police: [{ name: both('Complaint or report', 'Plainte ou rapport'), issuer: police }],
  medical: [
    {
      name: both('Hospital report or discharge summary', 'Rapport d’hôpital ou résumé de sortie'),
      issuer: both(
        'Public or private hospital, with stamp and signature',
        'Hôpital public ou privé, avec cachet et signature',
      ),
    },
  ],
  sources: unverified,
})

export const sampleGuides: readonly CountryGuide[] = [
  sample({
    country: 'SYR',
    languages: both('Arabic, Kurdish', 'arabe, kurde'),
    card: both('National identity card', 'Carte d’identité nationale'),
    issuer: both('Civil Registry, Ministry of Interior', 'État civil, ministère de l’Intérieur'),
    civil: both('Family booklet', 'Livret de famille'),
    police: both('Criminal Security Branch', 'Direction de la sécurité criminelle'),
  }),
  sample({
    country: 'AFG',
    languages: both('Dari, Pashto', 'dari, pachto'),
    card: both('Tazkira (paper or e-tazkira)', 'Tazkira (papier ou électronique)'),
    issuer: both('National Statistics and Information Authority', 'Autorité nationale de statistique et d’information'),
    civil: both('Marriage certificate (nikah nama)', 'Acte de mariage (nikah nama)'),
    police: both('Ministry of Interior, district police', 'Ministère de l’Intérieur, police de district'),
  }),
  sample({
    country: 'IRN',
    languages: both('Persian', 'persan'),
    card: both('Birth booklet (shenasnameh) and national card', 'Livret de naissance (shenasnameh) et carte nationale'),
    issuer: both('National Organization for Civil Registration', 'Organisation nationale de l’état civil'),
    civil: both('Military service card', 'Carte de service militaire'),
    police: both('Police (FARAJA), Judiciary', 'Police (FARAJA), pouvoir judiciaire'),
  }),
  sample({
    country: 'TUR',
    languages: both('Turkish, Kurdish', 'turc, kurde'),
    card: both('Identity card (kimlik)', 'Carte d’identité (kimlik)'),
    issuer: both('Directorate of Population and Citizenship', 'Direction de la population et de la citoyenneté'),
    civil: both('Population register extract', 'Extrait du registre de la population'),
    police: both('Police, gendarmerie, public prosecutor', 'Police, gendarmerie, procureur'),
  }),
  sample({
    country: 'NGA',
    languages: both('English, Hausa, Yoruba, Igbo', 'anglais, haoussa, yoruba, igbo'),
    card: both('National identity number slip or card', 'Attestation ou carte du numéro national d’identité'),
    issuer: both('National Identity Management Commission', 'Commission nationale de gestion de l’identité'),
    civil: both('Birth certificate', 'Acte de naissance'),
    police: both('Nigeria Police Force', 'Police du Nigéria'),
  }),
  sample({
    country: 'HTI',
    languages: both('Haitian Creole, French', 'créole haïtien, français'),
    card: both('National identification card', 'Carte d’identification nationale'),
    issuer: both('National Identification Office (ONI)', 'Office national d’identification (ONI)'),
    civil: both('Birth extract of the National Archives', 'Extrait de naissance des Archives nationales'),
    police: both('Haitian National Police; justice of the peace', 'Police nationale d’Haïti; juge de paix'),
  }),
  sample({
    country: 'COL',
    languages: both('Spanish', 'espagnol'),
    card: both('Citizenship card (cédula)', 'Carte de citoyenneté (cédula)'),
    issuer: both('National Registry of Civil Status', 'Registre national de l’état civil'),
    civil: both('Civil registration of birth', 'Acte d’état civil de naissance'),
    police: both('Office of the Attorney General (Fiscalía)', 'Bureau du procureur général (Fiscalía)'),
  }),
  sample({
    country: 'MEX',
    languages: both('Spanish', 'espagnol'),
    card: both('Voter card (INE) and CURP', 'Carte d’électeur (INE) et CURP'),
    issuer: both('National Electoral Institute; RENAPO', 'Institut national électoral; RENAPO'),
    civil: both('Birth certificate', 'Acte de naissance'),
    police: both('State prosecutor (Fiscalía)', 'Parquet de l’État (Fiscalía)'),
  }),
  sample({
    country: 'IND',
    languages: both('Hindi, English and regional languages', 'hindi, anglais et langues régionales'),
    card: both('Aadhaar, voter card', 'Aadhaar, carte d’électeur'),
    issuer: both('UIDAI; Election Commission', 'UIDAI; Commission électorale'),
    civil: both('Birth certificate', 'Acte de naissance'),
    police: both('Police station, First Information Report', 'Poste de police, premier rapport (FIR)'),
  }),
  sample({
    country: 'PAK',
    languages: both('Urdu, English and regional languages', 'ourdou, anglais et langues régionales'),
    card: both('Computerized national identity card', 'Carte d’identité nationale informatisée'),
    issuer: both('NADRA', 'NADRA'),
    civil: both('Family registration certificate', 'Certificat d’enregistrement familial'),
    police: both('Police station, First Information Report', 'Poste de police, premier rapport (FIR)'),
  }),
]

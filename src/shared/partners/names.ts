import type { Bilingual } from '../language.ts'

/** Partners, what they are asked for, what they are given, and how they answer. */

export const partners = [
  'cbsa_screening',
  'rcmp',
  'information_sharing_country',
  'irb',
  'health_administrator',
  'province',
] as const
export type PartnerId = (typeof partners)[number]

export const partnerPurposes = [
  'security',
  'criminality',
  'biometrics_match',
  'earlier_claim_abroad',
  'referral',
  'health_coverage',
  'settlement',
] as const
export type PartnerPurpose = (typeof partnerPurposes)[number]

export const sharedFields = [
  'familyName',
  'givenNames',
  'aliases',
  'birthDate',
  'sex',
  'birthCountry',
  'citizenships',
  'clientId',
  'documents',
  'addresses',
  'entries',
  'photo',
  'biometrics',
  'contact',
  'counsel',
  'languages',
  'fearedCountries',
  'narrative',
  'medical',
  'detention',
  'representative',
  'relatives',
  'needs',
] as const
export type SharedField = (typeof sharedFields)[number]

export const partnerResults = ['clear', 'hit', 'inconclusive'] as const
export type PartnerResult = (typeof partnerResults)[number]

export const consents = ['given', 'withdrawn', 'none'] as const
export type Consent = (typeof consents)[number]

export const partnerWords: Readonly<Record<PartnerId, Bilingual>> = {
  cbsa_screening: {
    en: 'CBSA, security screening',
    fr: 'ASFC, filtrage de sécurité',
  },
  rcmp: { en: 'RCMP', fr: 'GRC' },
  information_sharing_country: {
    en: 'Country with an information-sharing agreement',
    fr: 'Pays lié par un accord d’échange de renseignements',
  },
  irb: { en: 'Immigration and Refugee Board', fr: 'Commission de l’immigration et du statut de réfugié' },
  health_administrator: { en: 'Administrator of the IFHP', fr: 'Administrateur du PFSI' },
  province: { en: 'Province or settlement agency', fr: 'Province ou organisme d’établissement' },
}

export const purposeWords: Readonly<Record<PartnerPurpose, Bilingual>> = {
  security: { en: 'Security', fr: 'Sécurité' },
  criminality: { en: 'Criminality', fr: 'Criminalité' },
  biometrics_match: { en: 'Biometrics match', fr: 'Comparaison biométrique' },
  earlier_claim_abroad: { en: 'Earlier claim abroad', fr: 'Demande antérieure à l’étranger' },
  referral: { en: 'Referral', fr: 'Déféré' },
  health_coverage: { en: 'Health coverage', fr: 'Couverture des soins de santé' },
  settlement: { en: 'Settlement services', fr: 'Services d’établissement' },
}

export const sharedFieldWords: Readonly<Record<SharedField, Bilingual>> = {
  familyName: { en: 'family name', fr: 'nom de famille' },
  givenNames: { en: 'given names', fr: 'prénoms' },
  aliases: { en: 'other names', fr: 'autres noms' },
  birthDate: { en: 'date of birth', fr: 'date de naissance' },
  sex: { en: 'sex', fr: 'sexe' },
  birthCountry: { en: 'country of birth', fr: 'pays de naissance' },
  citizenships: { en: 'citizenships', fr: 'citoyennetés' },
  clientId: { en: 'client ID', fr: 'ID client' },
  documents: { en: 'documents held', fr: 'documents détenus' },
  addresses: { en: 'addresses', fr: 'adresses' },
  entries: { en: 'entries to Canada', fr: 'entrées au Canada' },
  photo: { en: 'photo', fr: 'photo' },
  biometrics: { en: 'biometrics', fr: 'données biométriques' },
  contact: { en: 'contact information', fr: 'coordonnées' },
  counsel: { en: 'counsel', fr: 'conseil' },
  languages: { en: 'languages', fr: 'langues' },
  fearedCountries: { en: 'countries feared', fr: 'pays où la personne craint' },
  narrative: { en: 'narrative', fr: 'récit' },
  medical: { en: 'medical information', fr: 'renseignements médicaux' },
  detention: { en: 'detention', fr: 'détention' },
  representative: { en: 'designated representative', fr: 'représentant désigné' },
  relatives: { en: 'relatives who claim', fr: 'proches qui demandent l’asile' },
  needs: { en: 'needs and vulnerability', fr: 'besoins et vulnérabilité' },
}

export const partnerResultWords: Readonly<Record<PartnerResult, Bilingual>> = {
  clear: { en: 'nothing found', fr: 'aucun résultat' },
  hit: { en: 'something found', fr: 'résultat positif' },
  inconclusive: { en: 'inconclusive', fr: 'non concluant' },
}

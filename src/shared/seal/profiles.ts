import type { Bilingual } from '../language.ts'
import type { SealHeader } from './seal.ts'

/** Which messages a kind of document carries, and how each is written. */

/**
 * How a value is written: `c40` text; `zone` the C40 of a machine-readable zone; `text` UTF-8; `number` one byte;
 * `flags`, `appointment`, `portrait`, `digest` see messages.ts; `bytes` anything else.
 */
export type Coding = 'c40' | 'zone' | 'text' | 'number' | 'flags' | 'appointment' | 'portrait' | 'digest' | 'bytes'

export interface Feature {
  readonly name: Bilingual
  readonly coding: Coding
}

export interface Profile {
  readonly id: string
  readonly name: Bilingual
  readonly category: number
  readonly feature: number
  /** By tag. Others may stand in a seal: they are told, and never make it invalid. */
  readonly features: Readonly<Record<number, Feature>>
}

const feature = (coding: Coding, en: string, fr: string): Feature => ({ coding, name: { en, fr } })

const zone = feature('zone', 'Machine-readable zone', 'Zone de lecture automatique')
const clientId = feature('c40', 'Client ID', 'ID client')
const sheet = feature('c40', 'Serial of the sheet', 'Numéro de la feuille')
const flags = feature('flags', 'Particulars', 'Particularités')
const portrait = feature('portrait', 'Portrait', 'Portrait')
const appointment = feature('appointment', 'Appointment', 'Rendez-vous')
const digest = feature('digest', 'Digest of the printed values', 'Empreinte des valeurs imprimées')
/** Under seal where no zone names it: by it a paper is looked up and revoked. */
const documentNumber = feature('c40', 'Document number', 'Numéro du document')
export const numberTag = 9

/** What papers without a zone and without a portrait put under seal. */
const plain: Profile['features'] = { 3: clientId, 8: digest, [numberTag]: documentNumber }

/** Category of our papers: even, so a state's own (Doc 9303-13, 2.3.1). Not registered with anybody. */
export const ourCategory = 0x52

/** What every desk of Passerelle issues. */
const ours: readonly Profile[] = [
  {
    id: 'claimant_document',
    name: { en: 'Claimant’s identity document', fr: 'Document d’identité du demandeur' },
    category: ourCategory,
    feature: 1,
    features: { 2: zone, 3: clientId, 4: sheet, 5: flags, 6: portrait, 8: digest },
  },
  {
    id: 'acknowledgement',
    name: { en: 'Acknowledgement of claim', fr: 'Accusé de réception de la demande' },
    category: ourCategory,
    feature: 2,
    features: { 2: zone, 3: clientId, 5: flags, 6: portrait, 8: digest },
  },
  {
    id: 'interview_notice',
    name: { en: 'Interview notice', fr: 'Avis d’entrevue' },
    category: ourCategory,
    feature: 3,
    features: { ...plain, 7: appointment },
  },
  {
    id: 'photo_return',
    name: { en: 'Notice to return for a photograph', fr: 'Avis de retour pour une photographie' },
    category: ourCategory,
    feature: 4,
    features: { ...plain, 7: appointment },
  },
  {
    id: 'residence_confirmation',
    name: { en: 'Confirmation of permanent residence', fr: 'Confirmation de résidence permanente' },
    category: ourCategory,
    feature: 5,
    // The number stands by itself where no zone can be written for a name.
    features: { 2: zone, 3: clientId, 4: sheet, 6: portrait, 8: digest, [numberTag]: documentNumber },
  },
  {
    id: 'notice_of_seizure',
    name: { en: 'Notice of seizure', fr: 'Avis de saisie' },
    category: ourCategory,
    feature: 6,
    features: plain,
  },
  {
    id: 'conditions',
    name: { en: 'Acknowledgement of conditions', fr: 'Accusé de réception des conditions' },
    category: ourCategory,
    feature: 7,
    features: plain,
  },
  {
    id: 'referral',
    name: { en: 'Confirmation of referral', fr: 'Confirmation de cas déféré' },
    category: ourCategory,
    feature: 8,
    features: plain,
  },
  {
    id: 'decision',
    name: { en: 'Notice of decision', fr: 'Avis de décision' },
    category: ourCategory,
    feature: 9,
    features: plain,
  },
]

const passportNumber = feature('c40', 'Passport number', 'Numéro de passeport')

const visaFeatures = (): Profile['features'] => ({
  1: feature('zone', 'Machine-readable zone (MRV-A)', 'Zone de lecture automatique (MRV-A)'),
  2: feature('zone', 'Machine-readable zone (MRV-B)', 'Zone de lecture automatique (MRV-B)'),
  3: feature('number', 'Number of entries', 'Nombre d’entrées'),
  4: feature('bytes', 'Length of stay', 'Durée de séjour'),
  5: passportNumber,
  6: feature('bytes', 'Type of visa', 'Type de visa'),
  7: feature('bytes', 'Further information', 'Autres renseignements'),
})

/** Papers of others that people carry (Doc 9303-7 and -8; BSI TR-03137 part 1). */
const foreign: readonly Profile[] = [
  {
    id: 'icao_visa',
    name: { en: 'Visa (ICAO)', fr: 'Visa (OACI)' },
    category: 0x01,
    feature: 0x5d,
    features: visaFeatures(),
  },
  {
    id: 'icao_emergency_travel_document',
    name: { en: 'Emergency travel document (ICAO)', fr: 'Titre de voyage provisoire (OACI)' },
    category: 0x03,
    feature: 0x5e,
    features: { 2: zone },
  },
  {
    id: 'de_arrival_attestation',
    name: { en: 'Arrival attestation (Germany)', fr: 'Attestation d’arrivée (Allemagne)' },
    category: 0x02,
    feature: 0xfd,
    features: {
      2: zone,
      3: feature('c40', 'Number in the register of foreigners', 'Numéro au registre des étrangers'),
    },
  },
  {
    id: 'de_residence_permit',
    name: { en: 'Residence permit (Germany)', fr: 'Titre de séjour (Allemagne)' },
    category: 0x06,
    feature: 0xfb,
    features: { 2: zone, 3: passportNumber },
  },
  {
    id: 'de_supplementary_sheet',
    name: { en: 'Supplementary sheet (Germany)', fr: 'Feuille complémentaire (Allemagne)' },
    category: 0x06,
    feature: 0xfa,
    features: { 4: zone, 5: feature('c40', 'Number of the sheet', 'Numéro de la feuille') },
  },
  {
    id: 'de_social_insurance',
    name: { en: 'Social insurance card (Germany)', fr: 'Carte d’assurance sociale (Allemagne)' },
    category: 0x04,
    feature: 0xfc,
    features: {
      1: feature('c40', 'Social insurance number', 'Numéro d’assurance sociale'),
      2: feature('text', 'Family name', 'Nom de famille'),
      3: feature('text', 'Given name', 'Prénom'),
      4: feature('text', 'Name at birth', 'Nom de naissance'),
    },
  },
  {
    id: 'de_address_sticker_card',
    name: { en: 'Address sticker, identity card (Germany)', fr: 'Vignette d’adresse, carte d’identité (Allemagne)' },
    category: 0x08,
    feature: 0xf9,
    features: {
      1: feature('c40', 'Document number', 'Numéro du document'),
      2: feature('c40', 'Municipality key', 'Clé de la commune'),
      3: feature('c40', 'Address', 'Adresse'),
    },
  },
  {
    id: 'de_address_sticker_passport',
    name: { en: 'Address sticker, passport (Germany)', fr: 'Vignette d’adresse, passeport (Allemagne)' },
    category: 0x0a,
    feature: 0xf8,
    features: {
      1: passportNumber,
      2: feature('c40', 'Municipality key', 'Clé de la commune'),
      3: feature('c40', 'Postal code', 'Code postal'),
    },
  },
]

/** Every profile that this version knows; a trust bundle may bring more. */
export const profiles: readonly Profile[] = [...ours, ...foreign]

/** The profile of a seal, among those known; undefined for a kind of document that nobody told us of. */
export const profileOf = (
  { category, feature: id }: Pick<SealHeader, 'category' | 'feature'>,
  known: readonly Profile[] = profiles,
): Profile | undefined => known.find((profile) => profile.category === category && profile.feature === id)

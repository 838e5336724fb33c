import type { Bilingual, Language } from '../language.ts'
import type { CheckedField } from './layout.ts'

/**
 * What an officer is told about a zone that was read. Nothing here bars: false and damaged documents are expected, and
 * the officer compares with the document and decides.
 */
export const mrzWarnings = {
  check_digit: {
    en: '{{field}}: the check digit does not agree. Compare with the document; correct it or keep it as it is.',
    fr: '{{field}}\u00A0: le chiffre de contrôle ne concorde pas. Comparez avec le document; corrigez ou laissez tel quel.',
  },
  impossible_date: {
    en: '{{field}}: this is not a date of the calendar. Enter the date that the document shows.',
    fr: '{{field}}\u00A0: ce n’est pas une date du calendrier. Inscrivez la date que montre le document.',
  },
  unknown_state: {
    en: '{{field}}: this code is not known. Choose it from the list.',
    fr: '{{field}}\u00A0: ce code est inconnu. Choisissez-le dans la liste.',
  },
  unknown_sex: {
    en: '{{field}}: neither M, F nor unspecified.',
    fr: '{{field}}\u00A0: ni M, ni F, ni non précisé.',
  },
  digit_in_name: {
    en: '{{field}}: it holds a digit, which a name cannot.',
    fr: '{{field}}\u00A0: il contient un chiffre, ce qu’un nom ne peut pas avoir.',
  },
  name_missing: {
    en: '{{field}}: the zone holds none. Enter the name that the document shows.',
    fr: '{{field}}\u00A0: la zone n’en contient pas. Inscrivez le nom que montre le document.',
  },
  name_truncated: {
    en: '{{field}}: the zone may hold only part of it. Compare with the page above.',
    fr: '{{field}}\u00A0: la zone n’en contient peut-être qu’une partie. Comparez avec la page au-dessus.',
  },
  number_missing: {
    en: '{{field}}: the zone holds none.',
    fr: '{{field}}\u00A0: la zone n’en contient pas.',
  },
  foreign_character: {
    en: '{{field}}: a character that the zone cannot hold was read as a filler.',
    fr: '{{field}}\u00A0: un caractère que la zone ne peut pas contenir a été lu comme un remplissage.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>

export type MrzWarningCode = keyof typeof mrzWarnings

export const mrzFields = {
  zone: { en: 'Machine-readable zone', fr: 'Zone de lecture automatique' },
  documentNumber: { en: 'Document number', fr: 'Numéro de document' },
  issuer: { en: 'Issuing state', fr: 'État de délivrance' },
  nationality: { en: 'Nationality', fr: 'Nationalité' },
  name: { en: 'Name', fr: 'Nom' },
  birthDate: { en: 'Date of birth', fr: 'Date de naissance' },
  sex: { en: 'Sex', fr: 'Sexe' },
  expiryDate: { en: 'Expiry date', fr: 'Date d’expiration' },
  optionalData: { en: 'Optional data', fr: 'Données facultatives' },
  composite: { en: 'Whole line', fr: 'Ligne entière' },
} as const satisfies Readonly<Record<CheckedField | string, Bilingual>>

export type MrzField = keyof typeof mrzFields

/** A reading that would agree: characters that OCR-B readers and eyes confuse, put right. Offered, never applied. */
export interface MrzSuggestion {
  /** Zero-based line and column of each character to change. */
  readonly changes: readonly {
    readonly line: number
    readonly column: number
    readonly from: string
    readonly to: string
  }[]
  /** The whole zone with the changes made, lines parted by a line feed: read it again to take the suggestion. */
  readonly text: string
}

export interface MrzWarning {
  readonly code: MrzWarningCode
  readonly field: MrzField
  /** Best first; often empty. */
  readonly suggestions: readonly MrzSuggestion[]
}

/** The sentence that an officer reads. */
export const explainMrzWarning = ({ code, field }: MrzWarning, language: Language): string =>
  mrzWarnings[code][language].replace('{{field}}', mrzFields[field][language])

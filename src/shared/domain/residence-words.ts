import type { Bilingual } from '../language.ts'

/** Closed lists of the confirmation of permanent residence, and how each is printed. */

export const maritalStatuses = [
  'single',
  'married',
  'common_law',
  'separated',
  'divorced',
  'widowed',
  'annulled',
  'unknown',
] as const

/** As on the card: what an officer sees in plain light. */
export const eyeColours = ['black', 'blue', 'brown', 'green', 'grey', 'hazel', 'other'] as const

/** Whom the approval names, and what each is to the principal applicant. */
export const familyRoles = ['principal', 'spouse', 'child', 'other'] as const

export type EyeColour = (typeof eyeColours)[number]
export type MaritalStatus = (typeof maritalStatuses)[number]
export type FamilyRole = (typeof familyRoles)[number]

export const maritalWords: Readonly<Record<MaritalStatus, Bilingual>> = {
  single: { en: 'Single', fr: 'Célibataire' },
  married: { en: 'Married', fr: 'Marié(e)' },
  common_law: { en: 'Common-law', fr: 'Conjoint(e) de fait' },
  separated: { en: 'Separated', fr: 'Séparé(e)' },
  divorced: { en: 'Divorced', fr: 'Divorcé(e)' },
  widowed: { en: 'Widowed', fr: 'Veuf ou veuve' },
  annulled: { en: 'Annulled marriage', fr: 'Mariage annulé' },
  unknown: { en: 'Unknown', fr: 'Inconnu' },
}

export const eyeWords: Readonly<Record<EyeColour, Bilingual>> = {
  black: { en: 'Black', fr: 'Noirs' },
  blue: { en: 'Blue', fr: 'Bleus' },
  brown: { en: 'Brown', fr: 'Bruns' },
  green: { en: 'Green', fr: 'Verts' },
  grey: { en: 'Grey', fr: 'Gris' },
  hazel: { en: 'Hazel', fr: 'Noisette' },
  other: { en: 'Other', fr: 'Autre' },
}

export const roleWords: Readonly<Record<FamilyRole, Bilingual>> = {
  principal: { en: 'Principal applicant', fr: 'Demandeur principal' },
  spouse: { en: 'Spouse or common-law partner', fr: 'Époux ou conjoint(e) de fait' },
  child: { en: 'Dependent child', fr: 'Enfant à charge' },
  other: { en: 'Family member', fr: 'Membre de la famille' },
}

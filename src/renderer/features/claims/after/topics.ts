import type { ClaimView } from '../../../../shared/contract/views.ts'
import { type PersonField, personFields } from '../../../../shared/domain/fields.ts'
import type { AnyField } from '../use-field.ts'

/** What can be corrected: a field, or fields that only make sense together. */

const identity = [
  'familyName',
  'givenNames',
  'nativeName',
  'birthDate',
  'sex',
  'birthCountry',
  'birthPlace',
  'citizenships',
  'formerResidence',
  'clientId',
  'aliases',
] as const
const contact = ['phone', 'email', 'address'] as const
const claim = [
  'claimDate',
  'channel',
  'entries',
  'grounds',
  'fearedCountries',
  'fearSummary',
  'narrative',
  'route',
  'heldDocuments',
  'earlierClaims',
  'officialLanguage',
  'spokenLanguage',
  'dialect',
  'interpreterNeeded',
  'representative',
] as const

export type Topic = (typeof identity)[number] | (typeof contact)[number] | (typeof claim)[number]

export const topicGroups = { identity, contact, claim } as const satisfies Record<string, readonly Topic[]>

/** The fields of a topic, in the order in which they are filled. */
export function fieldsOf(topic: Topic): readonly AnyField[] {
  if (topic === 'address') return ['addressLine', 'addressCity', 'addressProvince', 'addressPostalCode']
  if (topic !== 'representative') return [topic]
  return [
    'representativeKind',
    'representativeName',
    'representativeContact',
    'representativeBody',
    'representativeNumber',
  ]
}

export const isPersonField = (name: string): name is PersonField => Object.hasOwn(personFields, name)

/** The groups that are settled and therefore corrected; the others are simply changed in their steps. */
export const settledGroups = ({ settled }: ClaimView): (keyof typeof topicGroups)[] => [
  ...(settled.identity ? (['identity'] as const) : []),
  ...(settled.facts ? (['contact', 'claim'] as const) : []),
]

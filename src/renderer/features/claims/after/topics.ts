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
  'workPermitRequested',
  'studyPermitRequested',
] as const

const needs = ['vulnerability', 'accessibility', 'unableToAppreciate', 'child', 'designated'] as const

export type Topic =
  | (typeof identity)[number]
  | (typeof contact)[number]
  | (typeof claim)[number]
  | (typeof needs)[number]

export const topicGroups = { identity, contact, claim, needs } as const satisfies Record<string, readonly Topic[]>

const several = {
  address: ['addressLine', 'addressCity', 'addressProvince', 'addressPostalCode'],
  representative: [
    'representativeKind',
    'representativeName',
    'representativeContact',
    'representativeBody',
    'representativeNumber',
  ],
  vulnerability: ['vulnerable', 'vulnerability'],
  accessibility: ['accessibilityNeeded', 'accessibilityNeeds'],
  child: [
    'companion',
    'guardianName',
    'guardianRelation',
    'guardianContact',
    'authorityNotified',
    'authorityNotifiedOn',
  ],
  designated: ['designatedRepresentativeNeeded', 'designatedRepresentativeName', 'designatedRepresentativeContact'],
} as const satisfies { readonly [T in Topic]?: readonly AnyField[] }

/** Topics of several fields have a name of their own. */
export type NamedTopic = keyof typeof several
export const isNamed = (topic: Topic): topic is NamedTopic => Object.hasOwn(several, topic)

/** The fields of a topic, in the order in which they are filled. */
export const fieldsOf = (topic: Topic): readonly AnyField[] => (isNamed(topic) ? several[topic] : [topic])

export const isPersonField = (name: string): name is PersonField => Object.hasOwn(personFields, name)

/** The groups that are settled and therefore corrected; the others are simply changed in their steps. */
export const settledGroups = ({ settled }: ClaimView): (keyof typeof topicGroups)[] => [
  ...(settled.identity ? (['identity'] as const) : []),
  ...(settled.facts ? (['contact', 'claim', 'needs'] as const) : []),
]

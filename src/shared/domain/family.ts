import type { ClaimField, ClaimValues } from './fields.ts'

/**
 * What a family that arrived together says once. A group of fields is the same for every member or it is said to differ
 * for one; any field of the claim may stand in a group, and every other is each member's own.
 */
export const familyGroups = {
  address: ['addressLine', 'addressCity', 'addressProvince', 'addressPostalCode'],
  reach: ['phone', 'email'],
  language: ['officialLanguage', 'spokenLanguage', 'dialect', 'interpreterNeeded'],
  representative: [
    'representativeKind',
    'representativeName',
    'representativeContact',
    'representativeBody',
    'representativeNumber',
  ],
  entries: ['entries'],
  route: ['route'],
} as const satisfies Record<string, readonly ClaimField[]>

export type FamilyGroup = keyof typeof familyGroups
export const familyGroupNames = Object.keys(familyGroups) as readonly FamilyGroup[]

export const fieldsOfGroup = (group: FamilyGroup): readonly ClaimField[] => familyGroups[group]

/** The groups that a change touches. */
export const groupsOf = (fields: Readonly<Record<string, unknown>>): readonly FamilyGroup[] =>
  familyGroupNames.filter((group) => fieldsOfGroup(group).some((field) => field in fields))

/** Registers of a claim that say where it belongs; see catalogue/families.ts. */
export const familyRegister = 'family.id'
export const principalRegister = 'family.principal'
export const differsRegister = (group: FamilyGroup): string => `family.differs.${group}`

/** Do two claims say the same in a group? Absent and cleared are the same. */
export function agree(group: FamilyGroup, one: ClaimValues, other: ClaimValues): boolean {
  return fieldsOfGroup(group).every((field) => same(one[field], other[field]))
}

/** Does a claim say nothing yet in a group? */
export const isEmptyIn = (group: FamilyGroup, values: ClaimValues): boolean => agree(group, values, {})

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

import { foldName } from './fold.ts'
import { latinForms } from './latin.ts'
import { phoneticKeys } from './phonetic.ts'

/** The names of one person, in any script; what is missing is left out. */
export interface PersonNames {
  readonly familyName?: string | null | undefined
  readonly givenNames?: string | null | undefined
  readonly nativeName?: string | null | undefined
  /** Maiden names, aliases, other spellings. */
  readonly otherNames?: readonly string[] | undefined
}

/** What a store keeps of a person's names so that they are found. */
export interface SearchTokens {
  /** All names folded, in the order of PersonNames, each once, parted by one space: for prefix and substring search. */
  readonly folded: string
  /** The same in Latin letters; equal to `folded` if that is Latin already. */
  readonly latin: string
  /** For search by sound: the keys of all names, in no order, each once. */
  readonly phonetic: readonly string[]
}

/** The tokens under which a person is found. */
export function searchTokens({ familyName, givenNames, nativeName, otherNames = [] }: PersonNames): SearchTokens {
  const names = [familyName, givenNames, nativeName, ...otherNames].filter((name) => name != null)
  return {
    folded: joined(names.map(foldName)),
    latin: joined(names.map(latinForms)),
    phonetic: [...new Set(names.flatMap(phoneticKeys))],
  }
}

const joined = (names: readonly string[]): string => [...new Set(names.filter(Boolean))].join(' ')

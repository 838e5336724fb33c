import { foldName } from './fold.ts'
import { latinForm } from './latin.ts'
import { phoneticKeys } from './phonetic.ts'

/** What a store keeps of a person's names so that they are found. */
export interface SearchTokens {
  /** All names folded, in the order given, each once, parted by one space: for prefix and substring search. */
  readonly folded: string
  /** The same in Latin letters; equal to `folded` if that is Latin already. */
  readonly latin: string
  /** For search by sound: the keys of all names, in no order, each once. */
  readonly phonetic: readonly string[]
}

/** The tokens of all names of one person: family, given, native-script, other names. Empty ones are left out. */
export function searchTokens(names: readonly string[]): SearchTokens {
  return {
    folded: joined(names.map(foldName)),
    latin: joined(names.map(latinForm)),
    phonetic: [...new Set(names.flatMap(phoneticKeys))],
  }
}

const joined = (names: readonly string[]): string => [...new Set(names.filter(Boolean))].join(' ')

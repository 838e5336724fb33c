import { bareNumber } from '../../../shared/domain/numbers.ts'
import { foldName, latinForms, phoneticWords } from '../../../shared/names/index.ts'
import { query, sql } from '../query.ts'
import type { Reader } from '../types.ts'

/**
 * Finds people by what an officer types: a number exactly, else names by the start of each word, by any part,
 * and by sound. Newest first within each way; a later way never repeats a person whom an earlier one found.
 */

export const ways = ['number', 'name', 'contains', 'sounds_like'] as const
export type Way = (typeof ways)[number]

export interface Found {
  /** Local number of the person. */
  readonly n: number
  readonly way: Way
}

/** Where the last page ended: the way and the person's local number in it. */
export interface Place {
  readonly way: Way
  readonly n: number
}

/** At most `limit` people after `after`, in the order described above. `text` may be anything at all. */
export function findPeople(reader: Reader, text: string, limit: number, after?: Place): Found[] {
  const found: Found[] = []
  const from = after ? ways.indexOf(after.way) : 0
  for (const way of ways.slice(from)) {
    const below = way === after?.way ? after.n : Number.MAX_SAFE_INTEGER
    for (const n of newIn(reader, way, text, limit, below)) {
      found.push({ n, way })
      if (found.length === limit) return found
    }
  }
  return found
}

/** Words of a query that count: nobody's name has more, and a pasted page must not stall the desk. */
const maxWords = 8

/** Pages read at most of a way whose people earlier ways have shown already: a bound on the time of one call. */
const maxPages = 40

/** People whom a way finds and no earlier way did, newest first. */
function* newIn(reader: Reader, way: Way, text: string, size: number, below: number): Generator<number> {
  const earlier = ways.slice(0, ways.indexOf(way))
  let last = below
  for (let page = 0; page < maxPages; page++) {
    const people = pageOf(reader, way, text, size, last)
    for (const n of people) if (!earlier.some((other) => finds(reader, other, text, n))) yield n
    if (people.length < size) return
    last = people.at(-1) ?? 0
  }
}

type Query = {
  readonly table: 'name_word' | 'name_part'
  readonly match: string
  /** Parts that must stand in the name as they are: the trigram table only knows that their letters are there. */
  readonly within: readonly string[]
}

/** The full-text query of a way, or undefined when the text cannot be searched that way. */
function matchOf(way: Way, text: string): Query | undefined {
  if (way === 'name') {
    const words = wordsOf(text)
    return words.length > 0
      ? { table: 'name_word', match: `words : (${words.map((w) => `${quote(w)} *`).join(' AND ')})`, within: [] }
      : undefined
  }
  if (way === 'contains') {
    // The trigram table knows nothing shorter than three letters.
    const parts = wordsOf(text).filter((word) => [...word].length >= 3)
    return parts.length > 0
      ? { table: 'name_part', match: parts.flatMap(trigrams).map(quote).join(' AND '), within: parts }
      : undefined
  }
  if (way === 'sounds_like') {
    const groups = phoneticWords(text).slice(0, maxWords)
    if (groups.length === 0) return undefined
    const either = groups.map((keys) => `(${keys.map(quote).join(' OR ')})`).join(' AND ')
    return { table: 'name_word', match: `sounds : (${either})`, within: [] }
  }
  return undefined
}

function pageOf(reader: Reader, way: Way, text: string, limit: number, below: number): number[] {
  if (way === 'number') return numbersPage(reader, text, limit, below)
  const query = matchOf(way, text)
  return query ? rows(reader, query, limit, below) : []
}

function rows(reader: Reader, { table, match, within }: Query, limit: number, below: number): number[] {
  const from = sql.table(table)
  const holding = within.map((part) => sql`instr(person.folded, ${part}) > 0`)
  const exact = holding.length > 0 ? sql`AND ${sql.join(holding, sql` AND `)}` : sql``
  const person = holding.length > 0 ? sql`JOIN person ON person.n = ${from}.rowid` : sql``
  const statement = sql<{ n: number }>`SELECT ${from}.rowid AS n FROM ${from} ${person}
    WHERE ${from} MATCH ${match} AND ${from}.rowid < ${below} ${exact} ORDER BY ${from}.rowid DESC LIMIT ${limit}`
  return reader.all(statement).map((row) => row.n)
}

function numbersPage(reader: Reader, text: string, limit: number, below: number): number[] {
  const number = bareNumber(text)
  if (!/\d/.test(number)) return []
  return reader
    .all(
      query
        .selectFrom('number_index')
        .select('person_n')
        .distinct()
        .where('number', '=', number)
        .where('person_n', '<', below)
        .orderBy('person_n', 'desc')
        .limit(limit),
    )
    .map((row) => row.person_n)
}

/** Does a way find this very person? */
function finds(reader: Reader, way: Way, text: string, n: number): boolean {
  if (way === 'number') return numbersPage(reader, text, 1, n + 1)[0] === n
  const found = matchOf(way, text)
  return found !== undefined && rows(reader, found, 1, n + 1)[0] === n
}

/** Folded words of the query, Latin forms instead where the script is another and only that was typed. */
function wordsOf(text: string): string[] {
  const words = (foldName(text) || latinForms(text)).split(' ')
  return words.filter((word) => /[\p{L}\p{N}]/u.test(word)).slice(0, maxWords)
}

/** Every three letters in a row. */
const trigrams = (word: string): string[] => {
  const letters = [...word]
  return letters.slice(2).map((_, i) => letters.slice(i, i + 3).join(''))
}

/** A literal of the full-text query language: nothing inside it is an operator. */
const quote = (word: string): string => `"${word.replaceAll('"', '""')}"`

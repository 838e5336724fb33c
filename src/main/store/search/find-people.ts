import { bareNumber } from '../../../shared/domain/numbers.ts'
import { foldName, latinForms, phoneticKeys } from '../../../shared/names/index.ts'
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

type Query = { readonly table: 'name_word' | 'name_part'; readonly match: string }

/** The full-text query of a way, or undefined when the text cannot be searched that way. */
function matchOf(way: Way, text: string): Query | undefined {
  if (way === 'name') {
    const words = wordsOf(text)
    return words.length > 0
      ? { table: 'name_word', match: `words : (${words.map((w) => `${quote(w)} *`).join(' AND ')})` }
      : undefined
  }
  if (way === 'contains') {
    // The trigram table knows nothing shorter than three letters.
    const parts = wordsOf(text).filter((word) => [...word].length >= 3)
    return parts.length > 0 ? { table: 'name_part', match: parts.map(quote).join(' AND ') } : undefined
  }
  if (way === 'sounds_like') {
    const groups = wordsOf(text).map((word) => phoneticKeys(word))
    if (groups.length === 0 || groups.some((keys) => keys.length === 0)) return undefined
    const either = groups.map((keys) => `(${keys.map(quote).join(' OR ')})`).join(' AND ')
    return { table: 'name_word', match: `sounds : (${either})` }
  }
  return undefined
}

function pageOf(reader: Reader, way: Way, text: string, limit: number, below: number): number[] {
  if (way === 'number') return numbersPage(reader, text, limit, below)
  const query = matchOf(way, text)
  return query ? rows(reader, query, limit, below) : []
}

function rows(reader: Reader, { table, match }: Query, limit: number, below: number): number[] {
  const from = sql.table(table)
  return reader
    .all(
      sql<{
        n: number
      }>`SELECT rowid AS n FROM ${from} WHERE ${from} MATCH ${match} AND rowid < ${below} ORDER BY rowid DESC LIMIT ${limit}`,
    )
    .map((row) => row.n)
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
  if (!found) return false
  const from = sql.table(found.table)
  return (
    reader.first(
      sql<{ n: number }>`SELECT rowid AS n FROM ${from} WHERE ${from} MATCH ${found.match} AND rowid = ${n}`,
    ) !== undefined
  )
}

/** Folded words of the query, Latin forms instead where the script is another and only that was typed. */
function wordsOf(text: string): string[] {
  const folded = foldName(text)
  const words = folded === '' ? foldName(latinForms(text)) : folded
  return words
    .split(' ')
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, 8)
}

/** A literal of the full-text query language: nothing inside it is an operator. */
const quote = (word: string): string => `"${word.replaceAll('"', '""')}"`

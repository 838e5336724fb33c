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
  const asked = readText(text)
  const found: Found[] = []
  for (const way of ways.slice(after ? ways.indexOf(after.way) : 0)) {
    const below = way === after?.way ? after.n : Number.MAX_SAFE_INTEGER
    for (const n of pageOf[way](reader, asked, limit - found.length, below)) found.push({ n, way })
    // Nobody's name is a number: where a number is somebody's, it is what was meant.
    const isNumber = way === 'number' && (found.length > 0 || after?.way === 'number')
    if (found.length >= limit || isNumber) return found
  }
  return found
}

/** Words of a query that count: nobody's name has more, and a pasted page must not stall the desk. */
const maxWords = 8

interface Asked {
  /** Letters and digits of a number; empty if it cannot be one. */
  readonly number: string
  /** Folded words: each must begin a word of the name, or stand in it. */
  readonly words: readonly string[]
  /** Every three letters of the words: what the trigram table can look for. */
  readonly trigrams: readonly string[]
  /** For each word that sounds, the keys of which one must be the name's. */
  readonly sounds: readonly (readonly string[])[]
}

function readText(text: string): Asked {
  const number = bareNumber(text)
  // Latin forms where the script is another and nothing else was typed.
  const folded = (foldName(text) || latinForms(text)).split(' ')
  const words = folded.filter((word) => /[\p{L}\p{N}]/u.test(word)).slice(0, maxWords)
  return {
    number: /\d/.test(number) ? number : '',
    words,
    trigrams: words.flatMap(trigramsOf),
    sounds: phoneticWords(text).slice(0, maxWords),
  }
}

type Page = (reader: Reader, asked: Asked, limit: number, below: number) => number[]

/** One statement a way: SQLite walks the matches from the newest person down and stops when the page is full. */
const pageOf: Readonly<Record<Way, Page>> = {
  number(reader, { number }, limit, below) {
    if (number === '') return []
    const numbers = query.selectFrom('number_index').select('person_n').distinct().where('number', '=', number)
    const page = numbers.where('person_n', '<', below).orderBy('person_n', 'desc').limit(limit)
    const said = query
      .selectFrom('claim_paper')
      .innerJoin('claim', 'claim.id', 'claim_paper.claim')
      .select('claim.person_n')
      .where('claim_paper.number', '=', number)
      .where('claim.person_n', '<', below)
    const found = new Set([...reader.all(page), ...reader.all(said)].map((row) => row.person_n))
    return [...found].sort((a, b) => b - a).slice(0, limit)
  },
  name(reader, { words }, limit, below) {
    if (words.length === 0) return []
    return numbersOf(
      reader,
      sql`SELECT rowid AS n FROM name_word
        WHERE name_word MATCH ${beginning(words)} AND rowid < ${below} ORDER BY rowid DESC LIMIT ${limit}`,
    )
  },
  contains(reader, { words, trigrams }, limit, below) {
    if (trigrams.length === 0) return []
    // The trigram table knows that the letters are there, not that they stand together.
    return numbersOf(
      reader,
      sql`SELECT name_part.rowid AS n FROM name_part JOIN person ON person.n = name_part.rowid
        WHERE name_part MATCH ${trigrams.map(quote).join(' AND ')} AND name_part.rowid < ${below}
        AND ${holding(words)} AND NOT (${starting(words)}) ORDER BY name_part.rowid DESC LIMIT ${limit}`,
    )
  },
  sounds_like(reader, { words, trigrams, sounds }, limit, below) {
    if (sounds.length === 0) return []
    const match = `${alsoSounding(sounds)}${words.length > 0 ? ` NOT (${beginning(words)})` : ''}`
    const shown = trigrams.length > 0 ? sql`AND NOT (${holding(words)})` : sql``
    return numbersOf(
      reader,
      sql`SELECT name_word.rowid AS n FROM name_word JOIN person ON person.n = name_word.rowid
        WHERE name_word MATCH ${match} AND name_word.rowid < ${below} ${shown}
        ORDER BY name_word.rowid DESC LIMIT ${limit}`,
    )
  },
}

/** Local numbers of people born on a day of whose names every word sounds like one of `text`, newest first. */
export function soundingAlike(reader: Reader, text: string, birthDate: string, limit: number): number[] {
  const { sounds } = readText(text)
  if (sounds.length === 0) return []
  return numbersOf(
    reader,
    sql`SELECT name_word.rowid AS n FROM name_word JOIN person ON person.n = name_word.rowid
      WHERE name_word MATCH ${alsoSounding(sounds)} AND person.birth_date = ${birthDate}
      ORDER BY name_word.rowid DESC LIMIT ${limit}`,
  )
}

/** The full-text query for names in which every one of these words sounds. */
const alsoSounding = (sounds: Asked['sounds']): string =>
  `(sounds : (${sounds.map((keys) => `(${keys.map(quote).join(' OR ')})`).join(' AND ')}))`

const numbersOf = (reader: Reader, statement: ReturnType<typeof sql>): number[] =>
  reader.all(statement as ReturnType<typeof sql<{ n: number }>>).map(({ n }) => n)

/** The full-text query for names of which each word begins one. */
const beginning = (words: readonly string[]): string => `words : (${words.map((w) => `${quote(w)} *`).join(' AND ')})`
/** The same as a condition on one person. */
const starting = (words: readonly string[]) =>
  sql.join(
    words.map((word) => sql`instr(' ' || person.folded, ${` ${word}`}) > 0`),
    sql` AND `,
  )
/** Every word stands somewhere in the person's name. */
const holding = (words: readonly string[]) =>
  sql.join(
    words.map((word) => sql`instr(person.folded, ${word}) > 0`),
    sql` AND `,
  )

/** Every three letters in a row. */
function trigramsOf(word: string): string[] {
  const letters = [...word]
  return letters.slice(2).map((_, i) => letters.slice(i, i + 3).join(''))
}

/** A literal of the full-text query language: nothing inside it is an operator. */
const quote = (word: string): string => `"${word.replaceAll('"', '""')}"`

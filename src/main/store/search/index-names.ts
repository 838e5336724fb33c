import type { Alias } from '../../../shared/domain/full-intake.ts'
import { searchTokens } from '../../../shared/names/index.ts'
import { prepared } from '../prepared.ts'
import { query, sql } from '../query.ts'
import type { ProjectionTx } from '../types.ts'

/**
 * Writes a person's names, as they stand in `person`, into the two full-text tables:
 * words (folded and transliterated) with how they sound, and the whole for any part of a name.
 */
export function indexName(tx: ProjectionTx, n: number): void {
  if (tx.unindexed) tx.unindexed.add(n)
  else indexNames(tx, [n])
}

/**
 * The same of many people. Their rows first and the full-text tables behind them: each statement on a table that has
 * triggers begins a savepoint, and with it SQLite writes out what a full-text table gathered since, as a segment that is
 * to be merged.
 */
export function indexNames(tx: ProjectionTx, people: Iterable<number>): void {
  const changed: (Texts & { readonly n: number; readonly before: boolean })[] = []
  // In their order: a full-text table gathers only what comes in ascending order.
  for (const n of [...people].sort((a, b) => a - b)) {
    const person = tx.first(namesOf({ n }))
    if (!person) continue
    const texts = person.replaced_by ? nothing : textsOf(person)
    tx.run(keepFolded({ n, folded: texts.folded }))
    changed.push({ ...texts, n, before: person.folded !== null })
  }
  for (const { n, before, folded, sounds } of changed) {
    if (before) takeOut(tx, n)
    if (folded === null) continue
    tx.run(addWords({ n, folded, sounds }))
    tx.run(addParts({ n, folded }))
  }
}

/** Writes a person's names into the full-text tables as its row says, whatever stands there now. */
export function reindexName(tx: ProjectionTx, n: number): void {
  takeOut(tx, n)
  const person = tx.first(namesOf({ n }))
  if (!person || person.folded === null || person.replaced_by) return
  const { folded, sounds } = textsOf(person)
  if (folded === null) return
  tx.run(addWords({ n, folded, sounds }))
  tx.run(addParts({ n, folded }))
}

/** Takes a person's names out of both tables: no search finds them. Their letters may stay in the file until a merge. */
export function removeName(tx: ProjectionTx, n: number): void {
  takeOut(tx, n)
  tx.run(keepFolded({ n, folded: null }))
}

/** Takes a person's names out of the file too, which merges the whole of both tables: seconds where there are a million. */
export function eraseName(tx: ProjectionTx, n: number): void {
  removeName(tx, n)
  tx.run(sql`INSERT INTO "name_word"(name_word) VALUES ('optimize')`)
  tx.run(sql`INSERT INTO "name_part"(name_part) VALUES ('optimize')`)
}

/** Empties both tables. */
export function clearNames(tx: ProjectionTx): void {
  tx.run(sql`INSERT INTO "name_word"(name_word) VALUES ('delete-all')`)
  tx.run(sql`INSERT INTO "name_part"(name_part) VALUES ('delete-all')`)
}

interface Texts {
  readonly folded: string | null
  readonly sounds: string
}
const nothing: Texts = { folded: null, sounds: '' }

interface Names {
  readonly family_name: string | null
  readonly given_names: string | null
  readonly native_name: string | null
  readonly aliases: string | null
}

function textsOf({ family_name, given_names, native_name, aliases }: Names): Texts {
  const tokens = searchTokens({
    familyName: family_name,
    givenNames: given_names,
    nativeName: native_name,
    otherNames: otherNames(aliases),
  })
  const words = [...tokens.folded.split(' ').flatMap(withTails), ...tokens.latin.split(' ')]
  const folded = [...new Set(words)].filter(Boolean).join(' ')
  return folded === '' ? nothing : { folded, sounds: tokens.phonetic.join(' ') }
}

/** Other names of a person as its row holds them, each in one piece. */
export const otherNames = (aliases: string | null): string[] =>
  aliases === null
    ? []
    : (JSON.parse(aliases) as Alias[]).map((alias) => [alias.familyName, alias.givenNames].filter(Boolean).join(' '))

/** Chinese characters stand without spaces: a search for the given name alone must find the start of a word. */
function withTails(word: string): string[] {
  if (!/^\p{sc=Han}{2,6}$/u.test(word)) return [word]
  const signs = [...word]
  return signs.map((_, i) => signs.slice(i).join(''))
}

function takeOut(tx: ProjectionTx, n: number): void {
  tx.run(dropWords({ n }))
  tx.run(dropParts({ n }))
}

const namesOf = prepared(({ n }: { n: number }) =>
  query
    .selectFrom('person')
    .select(['family_name', 'given_names', 'native_name', 'aliases', 'replaced_by', 'folded'])
    .where('n', '=', n),
)
const keepFolded = prepared(({ n, folded }: { n: number; folded: string | null }) =>
  query.updateTable('person').set({ folded }).where('n', '=', n),
)
const addWords = prepared(
  ({ n, folded, sounds }: { n: number; folded: string; sounds: string }) =>
    sql`INSERT INTO "name_word"(rowid, words, sounds) VALUES (${n}, ${folded}, ${sounds})`,
)
const addParts = prepared(
  ({ n, folded }: { n: number; folded: string }) => sql`INSERT INTO "name_part"(rowid, name) VALUES (${n}, ${folded})`,
)
const dropWords = prepared(({ n }: { n: number }) => sql`DELETE FROM "name_word" WHERE rowid = ${n}`)
const dropParts = prepared(({ n }: { n: number }) => sql`DELETE FROM "name_part" WHERE rowid = ${n}`)

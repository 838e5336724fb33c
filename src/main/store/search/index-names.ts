import { searchTokens } from '../../../shared/names/index.ts'
import { query, sql } from '../query.ts'
import type { ProjectionTx } from '../types.ts'

/**
 * Writes a person's names, as they stand in `person`, into the two full-text tables:
 * words (folded and transliterated) with how they sound, and the whole for any part of a name.
 */
export function indexName(tx: ProjectionTx, personN: number): void {
  const person = tx.first(
    query
      .selectFrom('person')
      .select(['family_name', 'given_names', 'native_name', 'replaced_by'])
      .where('n', '=', personN),
  )
  removeName(tx, personN)
  if (!person || person.replaced_by) return
  const tokens = searchTokens({
    familyName: person.family_name ?? undefined,
    givenNames: person.given_names ?? undefined,
    nativeName: person.native_name ?? undefined,
  })
  const words = [...new Set([...tokens.folded.split(' '), ...tokens.latin.split(' ')])].join(' ').trim()
  tx.run(query.updateTable('person').set({ folded: words }).where('n', '=', personN))
  if (words === '') return
  tx.run(sql`INSERT INTO name_word(rowid, words, sounds) VALUES (${personN}, ${words}, ${tokens.phonetic.join(' ')})`)
  tx.run(sql`INSERT INTO name_part(rowid, name) VALUES (${personN}, ${words})`)
}

/** Takes a person's names out of both tables. */
export function removeName(tx: ProjectionTx, personN: number): void {
  tx.run(sql`DELETE FROM name_word WHERE rowid = ${personN}`)
  tx.run(sql`DELETE FROM name_part WHERE rowid = ${personN}`)
}

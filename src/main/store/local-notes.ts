import { query } from './query.ts'
import type { ProjectionTx, Reader } from './types.ts'

/** What the desk remembers of itself, by name: not of the record, gone with the desk. */

/** The text of a note; undefined when there is none. */
export const localNote = (reader: Reader, name: string): string | undefined =>
  reader.first(query.selectFrom('local_note').select('value').where('name', '=', name))?.value

/** The notes whose names begin so, by name. */
export const localNotes = (reader: Reader, start: string): { readonly name: string; readonly value: string }[] =>
  reader.all(
    query
      .selectFrom('local_note')
      .selectAll()
      .where('name', '>=', start)
      .where('name', '<', `${start}\u{10ffff}`)
      .orderBy('name'),
  )

/** Writes a note, in place of the one of that name. */
export function keepLocalNote(tx: ProjectionTx, name: string, value: string): void {
  tx.run(
    query
      .insertInto('local_note')
      .values({ name, value })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value })),
  )
}

/** Forgets a note. */
export function dropLocalNote(tx: ProjectionTx, name: string): void {
  tx.run(query.deleteFrom('local_note').where('name', '=', name))
}

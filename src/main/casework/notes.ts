import type { FoundNote, NoteView, OfficerView, Role } from '../../shared/contract/views.ts'
import type { LoggedEvent } from '../../shared/domain/event.ts'
import { foldName } from '../../shared/names/index.ts'
import { nameLine } from '../../shared/names/name-line.ts'
import type { Uuid } from '../../shared/ports.ts'
import { ok, type Result } from '../../shared/result.ts'
import { claimRows, rowView } from '../claims/rows.ts'
import { findClaim, officerNames, type Tools } from '../claims/tools.ts'
import { query, sql } from '../store/query.ts'

/** Officers' notes on claims, each read by its author and by the roles that it names, and by nobody else. */

type Reading = Pick<OfficerView, 'id' | 'roles'>

/** Adds a note. No reader but the author, where no role is named. Errors: desk.not_found. */
export function addNote(
  { store }: Tools,
  officer: Reading,
  { claimId, text, readers }: { readonly claimId: Uuid; readonly text: string; readonly readers: readonly Role[] },
): Result<null> {
  return store.transact({ actor: officer.id }, (tx) => {
    const claim = findClaim(tx, claimId)
    if (!claim.ok) return claim
    const body = { note: tx.newId(), text, readers: [...new Set(readers)] }
    tx.append({ subject: { kind: 'claim', id: claimId }, type: 'claim.note_added', body })
    return ok(null)
  })
}

/** May this officer read what is read by these roles and its author? */
const reads = (officer: Reading, author: Uuid, readers: readonly string[]): boolean =>
  author === officer.id || officer.roles.some((role) => readers.includes(role))

/** May the officer know of the event at all? Everything but the notes of others that are not for them. */
export function mayKnow(officer: Reading | undefined, { type, actor, body }: LoggedEvent): boolean {
  if (type !== 'claim.note_added') return true
  const { readers = [] } = (body ?? {}) as { readers?: readonly string[] }
  return officer !== undefined && reads(officer, actor, readers)
}

/** The notes of a claim that the officer reads, newest first. */
export const notesOf = (tools: Tools, officer: Reading, claimId: Uuid): NoteView[] =>
  found(tools, officer, query.selectFrom('claim_note').selectAll().where('claim', '=', claimId).orderBy('n', 'desc'))

/**
 * The newest notes in which the words stand, of those that the officer reads, with the claim of each. Accents and case
 * make no difference, as in the search of names.
 */
export function findNotes(tools: Tools, officer: Reading, words: string, limit = 50): FoundNote[] {
  const folded = foldName(words)
  if (folded === '') return []
  const mine = sql<boolean>`(officer = ${officer.id} or exists
    (select 1 from json_each(claim_note.readers) as reader where reader.value in (${sql.join(officer.roles)})))`
  const rows = query
    .selectFrom('claim_note')
    .selectAll()
    .where(sql<boolean>`instr(folded, ${folded}) > 0`)
    .where(mine)
    .orderBy('n', 'desc')
    .limit(limit)
  const notes = found(tools, officer, rows)
  const ids = [...new Set(notes.map(({ claimId }) => claimId))]
  const claims = new Map(
    tools.store.all(claimRows().where('claim.id', 'in', ids)).map((row) => [row.id, rowView(row)] as const),
  )
  return notes.flatMap((note) => {
    const claim = claims.get(note.claimId)
    return claim ? [{ ...note, applicationNumber: claim.applicationNumber, name: nameLine(claim) }] : []
  })
}

type Rows = ReturnType<typeof allNotes>
const allNotes = () => query.selectFrom('claim_note').selectAll()

function found({ store }: Tools, officer: Reading, rows: Rows): NoteView[] {
  const nameOf = officerNames(store)
  return store.all(rows).flatMap((row): NoteView[] => {
    const readers = JSON.parse(row.readers) as Role[]
    if (!reads(officer, row.officer, readers)) return []
    const { id: note, claim: claimId, text } = row
    return [{ note, claimId, text, readers, by: nameOf(row.officer), at: new Date(row.at_ms).toISOString() }]
  })
}

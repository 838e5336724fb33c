import type { EventDraft } from '../../../shared/domain/event.ts'
import { cellsOf, restsOn, slotOf } from '../../../shared/sync/guarded.ts'
import { uuidBytes, uuidText } from '../log/uuid.ts'
import { prepared } from '../prepared.ts'
import { query } from '../query.ts'
import type { Projection, Reader } from '../types.ts'

/** Which event holds what is given once. Events that were superseded never reach it. */
export const slots: Projection = {
  name: 'slots',
  tables: ['slot'],
  apply(event, tx) {
    const name = slotOf(event)
    if (!name) return
    const { takes, frees } = cellsOf(event)
    // A cell that somebody else holds is not this author's to free.
    for (const cell of frees) for (const base of event.bases) tx.run(free({ name: cell, event: uuidBytes(base) }))
    for (const taken of [name, ...takes]) tx.run(take({ name: taken, event: uuidBytes(event.id) }))
  },
  erase({ kind, id }, tx) {
    tx.run(query.deleteFrom('slot').where('name', 'like', `${kind}/${id}/%`))
    if (kind === 'appointment') tx.run(ofSubject(id))
  },
}

/**
 * The draft with what its author saw of the decisions that it replaces or rests on. Every command says so without
 * knowing it, and the central can tell a decision that was seen from one that was taken twice. A cell is named only
 * where the appointment held it already: whoever books over another's says so to nobody, and comes second.
 */
export function withHolders(reader: Reader, draft: EventDraft): EventDraft {
  const own = slotOf(draft)
  const names = [own, restsOn(draft), ...(own ? cellsOf(draft).frees : [])]
  const seen = new Set(names.flatMap((name) => (name ? holderOf(reader, name) : [])))
  for (const base of draft.bases ?? []) seen.delete(base)
  const known = [...seen].filter((id) => isOwn(reader, draft, id))
  return known.length === 0 ? draft : { ...draft, bases: [...(draft.bases ?? []), ...known] }
}

/** Of the same subject, or the decision of a claim on which a paper rests. */
const isOwn = (reader: Reader, { subject, type }: EventDraft, id: string): boolean =>
  !type.startsWith('appointment.') || reader.event(id)?.subject.id === subject.id

function holderOf(reader: Reader, name: string): string[] {
  const row = reader.first(find({ name }))
  return row ? [uuidText(row.event)] : []
}

const ofSubject = (id: string) =>
  query
    .deleteFrom('slot')
    .where('event', 'in', (is) =>
      is
        .selectFrom('event')
        .innerJoin('subject', 'subject.n', 'event.subject')
        .select('event.id')
        .where('subject.id', '=', uuidBytes(id)),
    )
const find = prepared(({ name }: { name: string }) => query.selectFrom('slot').select('event').where('name', '=', name))
const free = prepared(({ name, event }: { name: string; event: Uint8Array }) =>
  query.deleteFrom('slot').where('name', '=', name).where('event', '=', event),
)
const take = prepared(({ name, event }: { name: string; event: Uint8Array }) =>
  query
    .insertInto('slot')
    .values({ name, event })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ event })),
)

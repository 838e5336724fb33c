import type { EventDraft } from '../../../shared/domain/event.ts'
import { restsOn, slotOf } from '../../../shared/sync/guarded.ts'
import { uuidBytes, uuidText } from '../log/uuid.ts'
import { prepared } from '../prepared.ts'
import { query } from '../query.ts'
import type { Projection, Reader } from '../types.ts'

/** Which event holds each decision that is taken once. Events that were superseded never reach it. */
export const slots: Projection = {
  name: 'slots',
  tables: ['slot'],
  apply(event, tx) {
    const name = slotOf(event)
    if (name) tx.run(take({ name, event: uuidBytes(event.id) }))
  },
  erase({ kind, id }, tx) {
    tx.run(query.deleteFrom('slot').where('name', 'like', `${kind}/${id}/%`))
  },
}

/**
 * The draft with what its author saw of the decisions that it replaces or rests on. Every command says so without
 * knowing it, and the central can tell a decision that was seen from one that was taken twice.
 */
export function withHolders(reader: Reader, draft: EventDraft): EventDraft {
  const seen = [slotOf(draft), restsOn(draft)].flatMap((name) => (name ? holderOf(reader, name) : []))
  return seen.length === 0 ? draft : { ...draft, bases: [...(draft.bases ?? []), ...seen] }
}

function holderOf(reader: Reader, name: string): string[] {
  const row = reader.first(find({ name }))
  return row ? [uuidText(row.event)] : []
}

const find = prepared(({ name }: { name: string }) => query.selectFrom('slot').select('event').where('name', '=', name))
const take = prepared(({ name, event }: { name: string; event: Uint8Array }) =>
  query
    .insertInto('slot')
    .values({ name, event })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ event })),
)

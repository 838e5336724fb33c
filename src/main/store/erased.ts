import type { LoggedEvent, Subject } from '../../shared/domain/event.ts'
import { uuidBytes, uuidText } from './log/uuid.ts'
import { prepared } from './prepared.ts'
import { query } from './query.ts'
import type { Reader } from './types.ts'

/** The event that ordered this subject to be erased, if one that counts did. */
export function orderOf(reader: Reader, { kind, id }: Subject): LoggedEvent | undefined {
  const row = reader.first(order({ kind, id: uuidBytes(id) }))
  return row && reader.event(uuidText(row.reason))
}

/** Did an event that counts order this subject to be erased? */
export const isErased = (reader: Reader, { kind, id }: Subject): boolean =>
  reader.first(order({ kind, id: uuidBytes(id) })) !== undefined

const order = prepared(({ kind, id }: { kind: string; id: Uint8Array }) =>
  query
    .selectFrom('erased')
    .innerJoin('subject', 'subject.n', 'erased.subject')
    .select('erased.reason')
    .where('subject.kind', '=', kind)
    .where('subject.id', '=', id),
)

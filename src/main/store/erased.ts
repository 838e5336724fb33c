import type { Subject } from '../../shared/domain/event.ts'
import { uuidBytes } from './log/uuid.ts'
import { prepared } from './prepared.ts'
import { query } from './query.ts'
import type { Reader } from './types.ts'

/** Did an event that counts order this subject to be erased? */
export const isErased = (reader: Reader, { kind, id }: Subject): boolean =>
  reader.first(order({ kind, id: uuidBytes(id) })) !== undefined

const order = prepared(({ kind, id }: { kind: string; id: Uint8Array }) =>
  query
    .selectFrom('erased')
    .innerJoin('subject', 'subject.n', 'erased.subject')
    .select('subject.n')
    .where('subject.kind', '=', kind)
    .where('subject.id', '=', id),
)

import type { LoggedEvent, Subject } from '../../../shared/domain/event.ts'
import { uuidBytes, uuidText } from '../log/uuid.ts'
import { query } from '../query.ts'
import type { ProjectionTx } from '../types.ts'

/**
 * Is this event the one whose value of a field is shown? With several heads (a conflict) that is the latest by the
 * hybrid clock, then by id: the same on every desk, whatever the order of arrival.
 */
export function isShown(tx: ProjectionTx, event: LoggedEvent, field: string): boolean {
  const latest = tx.first(
    query
      .selectFrom('field_head')
      .innerJoin('subject', 'subject.n', 'field_head.subject')
      .select('field_head.event')
      .where('subject.id', '=', uuidBytes(event.subject.id))
      .where('subject.kind', '=', event.subject.kind)
      .where('field', '=', field)
      .orderBy('hlc_ms', 'desc')
      .orderBy('hlc_counter', 'desc')
      .orderBy('field_head.event', 'desc')
      .limit(1),
  )
  return latest !== undefined && uuidText(latest.event) === event.id
}

/** How many fields of a subject have several heads. */
export function conflictsOf(tx: ProjectionTx, subject: Subject): number {
  const heads = query
    .selectFrom('field_head')
    .innerJoin('subject', 'subject.n', 'field_head.subject')
    .select('field')
    .where('subject.id', '=', uuidBytes(subject.id))
    .where('subject.kind', '=', subject.kind)
    .groupBy('field')
    .having((q) => q.fn.countAll<number>(), '>', 1)
  return tx.all(heads).length
}

import type { LoggedEvent, Subject } from '../../../shared/domain/event.ts'
import { query } from '../query.ts'
import type { Reader } from '../types.ts'
import { uuidBytes, uuidText } from './uuid.ts'

/** The last event of one of these types about a subject, by the order of this desk's log; undefined where there is none. */
export function lastEvent(reader: Reader, subject: Subject, types: readonly string[]): LoggedEvent | undefined {
  const row = reader.first(
    query
      .selectFrom('event')
      .innerJoin('subject', 'subject.n', 'event.subject')
      .select('event.id')
      .where('subject.kind', '=', subject.kind)
      .where('subject.id', '=', uuidBytes(subject.id))
      .where('event.type', 'in', types)
      .orderBy('event.position', 'desc')
      .limit(1),
  )
  return row && reader.event(uuidText(row.id))
}

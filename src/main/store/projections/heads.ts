import type { LoggedEvent } from '../../../shared/domain/event.ts'
import { mayConflict } from '../../../shared/domain/fields.ts'
import { uuidBytes, uuidText } from '../log/uuid.ts'
import { prepared } from '../prepared.ts'
import { query } from '../query.ts'
import type { ProjectionTx } from '../types.ts'

/** What became of a subject's fields by an event that set some of them. */
export interface FieldsAfter {
  /**
   * Is the event's value of this field the one shown? With several heads (a conflict) that is the latest by the hybrid
   * clock, then by id: the same on every desk, whatever the order of arrival.
   */
  shows(field: string): boolean
  /** How many fields hold several *different* values. */
  readonly conflicts: number
}

export function fieldsAfter(event: LoggedEvent, tx: ProjectionTx): FieldsAfter {
  const heads = new Map<string, string[]>()
  for (const { field, event: id } of tx.all(headsOf(subjectOf(event)))) {
    const ids = heads.get(field)
    if (ids) ids.push(uuidText(id))
    else heads.set(field, [uuidText(id)])
  }
  return {
    shows: (field) => heads.get(field)?.[0] === event.id,
    conflicts: [...heads].filter(([field, ids]) => mayConflict(field) && ids.length > 1 && differ(field, ids, tx))
      .length,
  }
}

/** Two desks that wrote the same value agree. */
function differ(field: string, ids: readonly string[], tx: ProjectionTx): boolean {
  const values = ids.map((id) => {
    const { fields } = (tx.event(id)?.body ?? {}) as { fields?: Readonly<Record<string, unknown>> }
    return JSON.stringify(fields?.[field] ?? null)
  })
  return new Set(values).size > 1
}

const subjectOf = ({ subject }: LoggedEvent) => ({ id: uuidBytes(subject.id), kind: subject.kind as string })

/** Latest first. */
const headsOf = prepared(({ id, kind }: { id: Uint8Array; kind: string }) =>
  query
    .selectFrom('field_head')
    .innerJoin('subject', 'subject.n', 'field_head.subject')
    .select(['field', 'field_head.event'])
    .where('subject.id', '=', id)
    .where('subject.kind', '=', kind)
    .orderBy('hlc_ms', 'desc')
    .orderBy('hlc_counter', 'desc')
    .orderBy('field_head.event', 'desc'),
)

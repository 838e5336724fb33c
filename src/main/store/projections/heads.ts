import type { LoggedEvent } from '../../../shared/domain/event.ts'
import { mayConflict } from '../../../shared/domain/fields.ts'
import { holdersAfter } from '../field-heads.ts'
import { onSeveral } from '../field-lists.ts'
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
  const holders = holdersAfter(event, tx)
  const several = onSeveral(holders.map(({ fields }) => fields))
  const idsOf = (field: string) => holders.flatMap(({ event: id, fields }) => (fields.has(field) ? [id] : []))
  return {
    shows: (field) => holders.find(({ fields }) => fields.has(field))?.event === event.id,
    conflicts: [...several].filter((field) => mayConflict(field) && differ(field, idsOf(field), tx)).length,
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

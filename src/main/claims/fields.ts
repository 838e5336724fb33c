import type { FieldView } from '../../shared/contract/views.ts'
import type { LoggedEvent, Subject } from '../../shared/domain/event.ts'
import { uuidBytes, uuidText } from '../store/log/uuid.ts'
import { query } from '../store/query.ts'
import type { Reader } from '../store/types.ts'
import { officerNames } from './tools.ts'

/** The present fields of a subject: the value shown, the events that hold it, and the rival values of a conflict. */
export function fieldsOf(reader: Reader, subject: Subject): Record<string, FieldView> {
  const heads = reader.all(
    query
      .selectFrom('field_head')
      .innerJoin('subject', 'subject.n', 'field_head.subject')
      .select(['field', 'event'])
      .where('subject.id', '=', uuidBytes(subject.id))
      .where('subject.kind', '=', subject.kind)
      .orderBy('field')
      .orderBy('hlc_ms', 'desc')
      .orderBy('hlc_counter', 'desc')
      .orderBy('event', 'desc'),
  )
  const nameOf = officerNames(reader)
  const events = new Map<string, LoggedEvent | undefined>()
  const fields: Record<string, FieldView[]> = {}
  for (const { field, event } of heads) {
    const id = uuidText(event)
    if (!events.has(id)) events.set(id, reader.event(id))
    const holder = events.get(id)
    if (holder) fields[field] = [...(fields[field] ?? []), held(holder, field, nameOf)]
  }
  return Object.fromEntries(Object.entries(fields).map(([field, views]) => [field, merged(views)]))
}

/** The values alone, without fields that were cleared. */
export const valuesOf = (fields: Readonly<Record<string, FieldView>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, view]) => view.value !== undefined)
      .map(([field, view]) => [field, view.value]),
  )

function held(event: LoggedEvent, field: string, nameOf: (id: string) => string): FieldView {
  const value = (event.body as { fields?: Record<string, unknown> } | null)?.fields?.[field] ?? undefined
  const at = new Date(event.at).toISOString()
  return { value, heads: [event.id], conflict: [{ event: event.id, value, by: nameOf(event.actor), at }] }
}

/** Equal values of several desks agree; different ones are a conflict, the latest shown first. */
function merged(views: readonly FieldView[]): FieldView {
  const [first] = views
  if (!first) throw new Error('A field without a head')
  const heads = views.flatMap((view) => view.heads)
  const rivals = views.flatMap((view) => view.conflict ?? [])
  const differs = rivals.some((rival) => JSON.stringify(rival.value) !== JSON.stringify(first.value))
  return { value: first.value, heads, ...(differs ? { conflict: rivals } : {}) }
}

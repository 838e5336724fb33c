import type { FieldView } from '../../shared/contract/views.ts'
import type { LoggedEvent, Subject } from '../../shared/domain/event.ts'
import { holdersOf } from '../store/field-heads.ts'
import type { Reader } from '../store/types.ts'
import { officerNames } from './tools.ts'

/** The present fields of a subject: the value shown, the events that hold it, and the rival values of a conflict. */
export function fieldsOf(reader: Reader, subject: Subject): Record<string, FieldView> {
  const nameOf = officerNames(reader)
  const fields: Record<string, FieldView[]> = {}
  for (const {
    event: id,
    fields: { names },
  } of holdersOf(reader, subject)) {
    const holder = reader.event(id)
    if (!holder) continue
    for (const field of names) fields[field] = [...(fields[field] ?? []), held(holder, field, nameOf)]
  }
  const sorted = Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(sorted.map(([field, views]) => [field, merged(views)]))
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

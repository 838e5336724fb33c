import type { LoggedEvent, Subject } from '../../shared/domain/event.ts'
import type { Uuid } from '../../shared/ports.ts'
import { uuidBytes, uuidText } from './log/uuid.ts'
import { prepared } from './prepared.ts'
import { query } from './query.ts'
import type { Catalogue, Projection, ProjectionTx, Reader } from './types.ts'

/** One present value of a field, and the event that set it. */
export interface Head {
  readonly event: Uuid
  readonly value: unknown
  readonly actor: Uuid
  readonly at: number
}

export interface FieldState {
  /** Of several values, the one of the latest event (hybrid clock, then id): provisional, the same on every desk. */
  readonly value: unknown
  /** Latest first. */
  readonly heads: readonly Head[]
  /** More than one *different* value stands: an officer must choose. */
  readonly conflict: boolean
}

/**
 * Multi-value registers: an event that sets a field takes the place of the heads named in its `bases`, and only of those.
 * What somebody else set meanwhile stays beside it. No clock takes part in what is a conflict.
 */
export function fieldHeads(catalogue: Catalogue): Projection {
  return {
    name: 'field_heads',
    tables: ['field_head'],
    apply(event, tx) {
      if (!catalogue[event.type]?.setsFields) return
      const n = subjectNumber(event.subject, tx)
      for (const field of Object.keys(fieldsOf(event))) setHead(event, n, field, tx)
    },
    erase(subject, tx) {
      tx.run(query.deleteFrom('field_head').where('subject', '=', subjectNumber(subject, tx)))
    },
  }
}

/** The present state of every field of a subject that any event has set. */
export function readFields(reader: Reader, subject: Subject): Record<string, FieldState> {
  const found = new Map<string, Head[]>()
  for (const { field, event } of headRows(reader, subject)) {
    const head = reader.event(uuidText(event))
    if (!head) throw new Error('A field head without its event: rebuild the projections')
    const heads = found.get(field) ?? []
    heads.push({ event: head.id, value: fieldsOf(head)[field], actor: head.actor, at: head.at })
    found.set(field, heads)
  }
  return Object.fromEntries([...found].map(([field, heads]) => [field, stateOf(heads)]))
}

/** Ids of the events that now hold these fields: the `bases` of an event that replaces what the author saw. */
export function headsOf(reader: Reader, subject: Subject, fields: readonly string[]): Uuid[] {
  const wanted = new Set(fields)
  const ids = headRows(reader, subject).filter(({ field }) => wanted.has(field))
  return [...new Set(ids.map(({ event }) => uuidText(event)))]
}

const headRows = (reader: Reader, { kind, id }: Subject) =>
  reader.all(
    query
      .selectFrom('field_head')
      .innerJoin('subject', 'subject.n', 'field_head.subject')
      .select(['field', 'event'])
      .where('subject.id', '=', uuidBytes(id))
      .where('subject.kind', '=', kind)
      .orderBy('hlc_ms', 'desc')
      .orderBy('hlc_counter', 'desc')
      .orderBy('event', 'desc'),
  )

function stateOf(heads: Head[]): FieldState {
  const values = new Set(heads.map(({ value }) => JSON.stringify(value)))
  return { value: heads[0]?.value, heads, conflict: values.size > 1 }
}

function setHead(event: LoggedEvent, subject: number, field: string, tx: ProjectionTx): void {
  for (const base of event.bases) tx.run(dropHead({ subject, field, event: uuidBytes(base) }))
  const { ms: hlc_ms, counter: hlc_counter } = event.hlc
  tx.run(addHead({ subject, field, event: uuidBytes(event.id), hlc_ms, hlc_counter }))
}

function subjectNumber({ kind, id }: Subject, tx: ProjectionTx): number {
  const row = tx.first(numberOf({ kind, id: uuidBytes(id) }))
  if (!row) throw new Error('An event about a subject that the log does not know')
  return row.n
}

interface HeadKey {
  readonly subject: number
  readonly field: string
  readonly event: Uint8Array
}
const dropHead = prepared(({ subject, field, event }: HeadKey) =>
  query.deleteFrom('field_head').where('subject', '=', subject).where('field', '=', field).where('event', '=', event),
)
const addHead = prepared(
  ({ subject, field, event, hlc_ms, hlc_counter }: HeadKey & { hlc_ms: number; hlc_counter: number }) =>
    query.insertInto('field_head').values({ subject, field, event, hlc_ms, hlc_counter }),
)
const numberOf = prepared(({ kind, id }: { kind: string; id: Uint8Array }) =>
  query.selectFrom('subject').select('n').where('id', '=', id).where('kind', '=', kind),
)

/** The `fields` of an event's body: names and values. */
function fieldsOf({ body, type }: LoggedEvent): Record<string, unknown> {
  const fields = (body as { fields?: unknown } | null)?.fields
  if (typeof fields !== 'object' || fields === null) throw new Error(`${type} sets fields but has none`)
  return fields as Record<string, unknown>
}

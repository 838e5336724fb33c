import type { LoggedEvent, Subject } from '../../shared/domain/event.ts'
import type { Uuid } from '../../shared/ports.ts'
import { type FieldList, isNamed, listIn, listOf, without } from './field-lists.ts'
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
 * What somebody else set meanwhile stays beside it. No clock takes part in what is a conflict. An event has one row, with
 * the fields that it still holds.
 */
export function fieldHeads(catalogue: Catalogue, numberOf: (subject: Subject) => number | undefined): Projection {
  const subjectNumber = (subject: Subject): number => {
    const n = numberOf(subject)
    if (n === undefined) throw new Error('An event about a subject that the log does not know')
    return n
  }
  return {
    name: 'field_heads',
    version: 3,
    // The second held a row for each field before; a rebuild empties it.
    tables: ['field_holder', 'field_head'],
    // Lists stay when what named them goes, so that they are no table whose rows a rebuild must give again.
    clear: (tx) => void tx.run(query.deleteFrom('field_list')),
    types: new Set(Object.keys(catalogue).filter((type) => catalogue[type]?.setsFields)),
    apply(event, tx) {
      if (!catalogue[event.type]?.setsFields) return
      const subject = subjectNumber(event.subject)
      const fields = listOf(fieldsOf(event))
      const holders = heldIn(tx.all(held({ subject })), tx)
      const left = event.bases.length === 0 ? holders : letGo(subject, holders, event, fields, tx)
      const { ms: hlc_ms, counter: hlc_counter } = event.hlc
      if (fields.names.length > 0) {
        noteList(fields, tx)
        tx.run(hold({ subject, event: uuidBytes(event.id), hlc_ms, hlc_counter, fields: fields.text }))
        left.push({ event: event.id, hlc_ms, hlc_counter, fields })
      }
      last = { event, holders: left.sort(latestFirst) }
    },
    erase(subject, tx) {
      tx.run(query.deleteFrom('field_holder').where('subject', '=', subjectNumber(subject)))
    },
  }
}

/** An event, and the fields that it still holds. */
export interface Holder {
  readonly event: Uuid
  readonly fields: FieldList
}
type Held = Holder & { readonly hlc_ms: number; readonly hlc_counter: number }

/** What the event that was applied last left: the projections that follow ask for it at once. */
let last: { readonly event: LoggedEvent; readonly holders: readonly Holder[] } | undefined

/** Who holds the fields of an event's subject now that it was applied, latest first. */
export const holdersAfter = (event: LoggedEvent, reader: Reader): readonly Holder[] =>
  last?.event === event ? last.holders : holdersOf(reader, event.subject)

/** The fields that each event still holds of a subject: the latest event by the hybrid clock first, then by id. */
export function holdersOf(reader: Reader, { kind, id }: Subject): readonly Holder[] {
  return heldIn(reader.all(heldOf({ id: uuidBytes(id), kind })), reader).sort(latestFirst)
}

const latestFirst = (a: Held, b: Held): number =>
  b.hlc_ms - a.hlc_ms || b.hlc_counter - a.hlc_counter || (a.event < b.event ? 1 : -1)

/** The present state of every field of a subject that any event has set. */
export function readFields(reader: Reader, subject: Subject): Record<string, FieldState> {
  const found = new Map<string, Head[]>()
  for (const { event: id, fields } of holdersOf(reader, subject)) {
    const event = reader.event(id)
    if (!event) throw new Error('A field head without its event: rebuild the projections')
    const values = fieldsOf(event)
    for (const field of fields.names) {
      const heads = found.get(field) ?? []
      heads.push({ event: event.id, value: values[field], actor: event.actor, at: event.at })
      found.set(field, heads)
    }
  }
  return Object.fromEntries([...found].map(([field, heads]) => [field, stateOf(heads)]))
}

/** Ids of the events that now hold these fields: the `bases` of an event that replaces what the author saw. */
export function headsOf(reader: Reader, subject: Subject, fields: readonly string[]): Uuid[] {
  return holdersOf(reader, subject)
    .filter((holder) => fields.some(holder.fields.has))
    .map(({ event }) => event)
}

function stateOf(heads: Head[]): FieldState {
  const values = new Set(heads.map(({ value }) => JSON.stringify(value)))
  return { value: heads[0]?.value, heads, conflict: values.size > 1 }
}

/** What its `bases` hold of the fields that an event sets, they hold no more. Gives what is left. */
function letGo(
  subject: number,
  holders: readonly Held[],
  { bases }: LoggedEvent,
  gone: FieldList,
  tx: ProjectionTx,
): Held[] {
  return holders.flatMap((holder) => {
    if (!bases.includes(holder.event)) return [holder]
    const fields = without(holder.fields, gone)
    const key = { subject, event: uuidBytes(holder.event) }
    if (fields.names.length === 0) tx.run(drop(key))
    else if (fields !== holder.fields) {
      noteList(fields, tx)
      tx.run(keep({ ...key, fields: fields.text }))
    }
    return fields.names.length === 0 ? [] : [{ ...holder, fields }]
  })
}

interface Row {
  readonly event: Uint8Array
  readonly hlc_ms: number
  readonly hlc_counter: number
  readonly fields: string
}
function heldIn(rows: readonly Row[], reader: Pick<Reader, 'first'>): Held[] {
  const find = (name: string) => reader.first(listNamed({ name }))?.fields
  return rows.map(({ event, hlc_ms, hlc_counter, fields }) => ({
    event: uuidText(event),
    hlc_ms,
    hlc_counter,
    fields: listIn(fields, find),
  }))
}

/** A list that has a name is there before a holder names it. Nothing takes it away again: it says nothing of anybody. */
function noteList(list: FieldList, tx: ProjectionTx): void {
  const { text: name, json: fields } = list
  if (!isNamed(list) || tx.listed?.has(name)) return
  tx.run(addList({ name, fields }))
  tx.listed?.add(name)
}

interface HolderKey {
  readonly subject: number
  readonly event: Uint8Array
}
const columns = ['field_holder.event', 'hlc_ms', 'hlc_counter', 'fields'] as const
const held = prepared(({ subject }: { subject: number }) =>
  query.selectFrom('field_holder').select(columns).where('subject', '=', subject),
)
const heldOf = prepared(({ id, kind }: { id: Uint8Array; kind: Subject['kind'] }) =>
  query
    .selectFrom('field_holder')
    .innerJoin('subject', 'subject.n', 'field_holder.subject')
    .select(columns)
    .where('subject.id', '=', id)
    .where('subject.kind', '=', kind),
)
const listNamed = prepared(({ name }: { name: string }) =>
  query.selectFrom('field_list').select('fields').where('name', '=', name),
)
const addList = prepared(({ name, fields }: { name: string; fields: string }) =>
  query
    .insertInto('field_list')
    .values({ name, fields })
    .onConflict((conflict) => conflict.doNothing()),
)
const drop = prepared(({ subject, event }: HolderKey) =>
  query.deleteFrom('field_holder').where('subject', '=', subject).where('event', '=', event),
)
const keep = prepared(({ subject, event, fields }: HolderKey & { fields: string }) =>
  query.updateTable('field_holder').set({ fields }).where('subject', '=', subject).where('event', '=', event),
)
const hold = prepared(({ subject, event, hlc_ms, hlc_counter, fields }: HolderKey & Row) =>
  query.insertInto('field_holder').values({ subject, event, hlc_ms, hlc_counter, fields }),
)

/** The `fields` of an event's body: names and values. */
function fieldsOf({ body, type }: LoggedEvent): Record<string, unknown> {
  const fields = (body as { fields?: unknown } | null)?.fields
  if (typeof fields !== 'object' || fields === null) throw new Error(`${type} sets fields but has none`)
  return fields as Record<string, unknown>
}

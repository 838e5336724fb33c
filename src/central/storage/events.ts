import { sql } from 'kysely'
import type { Statement } from '../../shared/sync/statement.ts'
import type { Verdict } from '../../shared/sync/wire.ts'
import { eraseConfirmation } from './confirmations.ts'
import { copiedRows, copyInto } from './copy.ts'
import { copyOut, numberIn, type ReadRows, uuidIn } from './copy-out.ts'
import type { Db, Tx } from './database.ts'
import { eraseMails } from './mail.ts'
import type { SubjectName } from './subject-keys.ts'
import type { EventTable } from './tables.ts'

/** An event as it is written. */
export type NewEvent = Omit<EventTable, 'bases' | 'received' | 'stream' | 'device' | 'sealed'> & {
  readonly bases: readonly string[]
  /** In pieces. */
  readonly sealed: readonly Uint8Array[] | null
}

/** An event as it is read. */
export type EventRow = Omit<EventTable, 'bases'> & { readonly bases: readonly string[] }

/** Writes a whole batch, whose places and sequences follow each other. */
export async function insertEvents(
  tx: Tx,
  at: { stream: string; device: string; received: Date },
  events: readonly NewEvent[],
): Promise<void> {
  if (events.length === 0) return
  const rows = copiedRows(events.reduce((sum, { sealed }) => sum + usualBytes + lengthOf(sealed), 0))
  for (const event of events) {
    rows.row(eventColumns.length)
    rows.uuid(at.stream)
    rows.uuid(at.device)
    rows.timestamptz(at.received)
    rows.int8(event.pos)
    rows.int8(event.sequence)
    rows.uuid(event.id)
    rows.uuid(event.actor)
    rows.text(event.kind)
    rows.uuid(event.subject)
    rows.text(event.type)
    rows.int4(event.version)
    rows.text(event.visibility)
    rows.int8(event.at_ms)
    rows.int8(event.hlc_ms)
    rows.int4(event.hlc_counter)
    rows.jsonb(event.bases.length === 0 ? '[]' : JSON.stringify(event.bases))
    rows.text(event.verdict)
    rows.text(event.why)
    rows.bytea([event.hash])
    rows.bytea([event.commitment])
    rows.bytea(event.sealed)
  }
  await copyInto(tx, 'event', eventColumns, rows)
}

const eventColumns = [
  ...([
    'stream',
    'device',
    'received',
    'pos',
    'sequence',
    'id',
    'actor',
    'kind',
    'subject',
    'type',
    'version',
  ] as const),
  ...(['visibility', 'at_ms', 'hlc_ms', 'hlc_counter', 'bases', 'verdict', 'why', 'hash', 'commitment'] as const),
  'sealed',
] as const

/** Of a row without its body. */
const usualBytes = 450
const lengthOf = (pieces: NewEvent['sealed']): number => pieces?.reduce((sum, { length }) => sum + length, 0) ?? 0

export interface KnownEvent {
  readonly sequence: number
  readonly pos: number
  readonly hash: Buffer
  readonly verdict: Verdict
  readonly why: string | null
}

/** Events of a chain that the central has already, by sequence. */
export async function knownEvents(
  tx: Tx,
  stream: string,
  device: string,
  from: number,
  to: number,
): Promise<Map<number, KnownEvent>> {
  const rows = await tx
    .selectFrom('event')
    .select(['sequence', 'pos', 'hash', 'verdict', 'why'])
    .where('stream', '=', stream)
    .where('device', '=', device)
    .where('sequence', '>=', from)
    .where('sequence', '<=', to)
    .execute()
  return new Map(rows.map((row) => [row.sequence, row]))
}

/** Which of these ids stand in the stream already, and with which verdict. */
export async function verdictsOf(tx: Tx, stream: string, ids: readonly string[]): Promise<Map<string, Verdict>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('event')
    .select(['id', 'verdict'])
    .where('stream', '=', stream)
    .where(sql<boolean>`id = ANY(${ids}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id, verdict }) => [id, verdict]))
}

/** A page of a stream: places after one and not beyond another. */
export interface PageRange {
  readonly stream: string
  readonly after: number
  readonly upTo: number
  readonly limit: number
}

/** What a page says of an event: all but what its desk computes itself, and when it came. */
export type PageRow = Pick<EventRow, (typeof pageColumns)[number]>
const pageColumns = [
  ...(['pos', 'id', 'device', 'sequence', 'actor', 'kind', 'subject', 'type', 'version', 'visibility'] as const),
  ...(['at_ms', 'hlc_ms', 'hlc_counter', 'bases', 'sealed', 'commitment', 'verdict', 'why'] as const),
] as const

/** Rows of a page, whose bytes are to be read until `done`. */
export interface PageOut {
  readonly rows: readonly PageRow[]
  done(): void
}

/** One page of a stream, in its order; without what a device wrote itself and what is `ok`, where one is named. */
export async function pageOf(db: Db, { stream, after, upTo, limit }: PageRange, but?: string): Promise<PageOut> {
  const others = but === undefined ? '' : `AND (device <> ${uuidIn(but)} OR verdict <> 'ok')`
  const { rows, done } = await copyOut(
    db,
    `SELECT ${pageColumns.join()} FROM event WHERE stream = ${uuidIn(stream)} AND pos > ${numberIn(after)}
     AND pos <= ${numberIn(upTo)} ${others} ORDER BY pos LIMIT ${numberIn(limit)}`,
  )
  const page: PageRow[] = []
  while (rows.next(pageColumns.length)) page.push(pageRow(rows))
  return { rows: page, done }
}

const basesIn = (json: string): string[] => (json === '[]' ? [] : (JSON.parse(json) as string[]))

/** In the order of `pageColumns`. */
const pageRow = (rows: ReadRows): PageRow => ({
  pos: rows.int8(),
  id: rows.uuid(),
  device: rows.uuid(),
  sequence: rows.int8(),
  actor: rows.uuid(),
  kind: rows.text(),
  subject: rows.uuid(),
  type: rows.text(),
  version: rows.int4(),
  visibility: rows.text(),
  at_ms: rows.int8(),
  hlc_ms: rows.int8(),
  hlc_counter: rows.int4(),
  bases: basesIn(rows.jsonb()),
  sealed: rows.byteaOrNull(),
  commitment: rows.bytea(),
  verdict: rows.text() as Verdict,
  why: rows.textOrNull(),
})

/** The sequences of the events at these places. */
export async function sequencesAt(db: Db, stream: string, places: readonly number[]): Promise<Map<number, number>> {
  if (places.length === 0) return new Map()
  const rows = await db
    .selectFrom('event')
    .select(['pos', 'sequence'])
    .where('stream', '=', stream)
    .where(sql<boolean>`pos = ANY(${places}::bigint[])`)
    .execute()
  return new Map(rows.map(({ pos, sequence }) => [pos, sequence]))
}

/** Batches that end after one position and not beyond another. */
export async function batchesBetween(db: Db, stream: string, after: number, upTo: number) {
  return db
    .selectFrom('batch')
    .innerJoin('device', 'device.device', 'batch.device')
    .select(['batch.device', 'batch.sequence', 'batch.hash', 'batch.signature', 'device.public_key'])
    .where('batch.stream', '=', stream)
    .where('batch.pos', '>', after)
    .where('batch.pos', '<=', upTo)
    .orderBy('batch.pos')
    .execute()
}

/** Which of these subjects are erased. */
export async function erasedAmong(tx: Tx, stream: string, subjects: readonly SubjectName[]): Promise<SubjectName[]> {
  return tx
    .selectFrom('erased')
    .select(['kind', 'subject as id'])
    .where('stream', '=', stream)
    .where(sql<boolean>`subject = ANY(${subjects.map(({ id }) => id)}::uuid[])`)
    .execute()
}

/**
 * Removes every body of a subject and destroys its key, which makes what backups and the write-ahead log still hold
 * unreadable. Events that order it keep theirs, sealed under the stream's key: two desks may have ordered it, each for
 * itself.
 * @param orders the types of event that order an erasure
 */
export async function eraseSubject(
  tx: Tx,
  order: { stream: string; subject: SubjectName; event: string; pos: number; at: Date },
  orders: readonly string[],
  certify: (bodies: number) => Statement,
): Promise<void> {
  const { stream, subject, event, pos, at } = order
  const cleared = await tx
    .updateTable('event')
    .set({ sealed: null })
    .where('stream', '=', stream)
    .where('subject', '=', subject.id)
    .where('kind', '=', subject.kind)
    .where('pos', '<', pos)
    .where('type', 'not in', orders)
    .where('sealed', 'is not', null)
    .executeTakeFirst()
  await tx
    .deleteFrom('subject_key')
    .where('stream', '=', stream)
    .where('kind', '=', subject.kind)
    .where('subject', '=', subject.id)
    .execute()
  await eraseMails(tx, subject.id)
  if (subject.kind === 'confirmation') await eraseConfirmation(tx, subject.id)
  const bodies = Number(cleared.numUpdatedRows)
  await tx
    .insertInto('erased')
    .values({
      ...{ stream, kind: subject.kind, subject: subject.id, event, bodies, at },
      certificate: JSON.stringify(certify(bodies)),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

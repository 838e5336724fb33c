import { sql } from 'kysely'
import type { Statement } from '../../shared/sync/statement.ts'
import type { Verdict } from '../../shared/sync/wire.ts'
import { eraseConfirmation } from './confirmations.ts'
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

/**
 * Writes a whole batch, whose places and sequences follow each other, by one statement whose text is always the same.
 * Columns go as arrays, and all bytes as one parameter: PostgreSQL cuts hash, commitment and body of each out of it.
 */
export async function insertEvents(
  tx: Tx,
  at: { stream: string; device: string; received: Date },
  events: readonly NewEvent[],
): Promise<void> {
  const [first] = events
  if (!first) return
  const { starts, lengths, bytes } = packed(events)
  const list = (column: (event: NewEvent) => string | number) => `{${events.map(column).join()}}`
  const texts = (column: (event: NewEvent) => string | null) => textArray(events.map(column))
  await sql`
    INSERT INTO event (stream, device, received, pos, sequence, id, actor, kind, subject, type, version, visibility,
      at_ms, hlc_ms, hlc_counter, bases, verdict, why, hash, commitment, sealed)
    SELECT ${at.stream}::uuid, ${at.device}::uuid, ${at.received}::timestamptz, ${first.pos}::bigint + i - 1,
      ${first.sequence}::bigint + i - 1, id, actor, kind, subject, type, version, visibility,
      at_ms, hlc_ms, hlc_counter, bases::jsonb, verdict, why, substr(bytes, start, 32), substr(bytes, start + 32, 32),
      CASE WHEN length > 64 THEN substr(bytes, start + 64, length - 64) END
    FROM (SELECT ${bytes}::bytea AS bytes) AS given, unnest(
        ${list(({ id }) => id)}::uuid[], ${list(({ actor }) => actor)}::uuid[], ${texts(({ kind }) => kind)}::text[],
        ${list(({ subject }) => subject)}::uuid[], ${texts(({ type }) => type)}::text[],
        ${list(({ version }) => version)}::int[], ${texts(({ visibility }) => visibility)}::text[],
        ${list(({ at_ms }) => at_ms)}::bigint[], ${list(({ hlc_ms }) => hlc_ms)}::bigint[],
        ${list(({ hlc_counter }) => hlc_counter)}::int[], ${texts(({ bases }) => JSON.stringify(bases))}::text[],
        ${texts(({ verdict }) => verdict)}::text[], ${texts(({ why }) => why)}::text[], ${`{${starts.join()}}`}::int[],
        ${`{${lengths.join()}}`}::int[]
      ) WITH ORDINALITY AS x(id, actor, kind, subject, type, version, visibility, at_ms, hlc_ms, hlc_counter, bases,
        verdict, why, start, length, i)`.execute(tx)
}

/** Hash, commitment (32 bytes each) and body of each event in a row; where each begins, from 1, and how long it is. */
function packed(events: readonly NewEvent[]): { starts: number[]; lengths: number[]; bytes: Buffer } {
  const pieces: Uint8Array[] = []
  const [starts, lengths]: [number[], number[]] = [[], []]
  let start = 1
  for (const { hash, commitment, sealed } of events) {
    pieces.push(hash, commitment)
    let length = 64
    for (const piece of sealed ?? []) {
      pieces.push(piece)
      length += piece.length
    }
    starts.push(start)
    lengths.push(length)
    start += length
  }
  return { starts, lengths, bytes: Buffer.concat(pieces) }
}

/** An array of texts as PostgreSQL reads it. Most columns say the same thing again and again. */
function textArray(values: readonly (string | null)[]): string {
  const known = new Map<string | null, string>([[null, 'NULL']])
  const quoted = (value: string | null): string => {
    const found = known.get(value) ?? `"${value?.replace(/[\\"]/g, '\\$&')}"`
    known.set(value, found)
    return found
  }
  return `{${values.map(quoted).join()}}`
}

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

/** One page of a stream, in its order; without what a device wrote itself and what is `ok`, where one is named. */
export async function pageOf(db: Db, { stream, after, upTo, limit }: PageRange, but?: string): Promise<PageRow[]> {
  return db
    .selectFrom('event')
    .select(pageColumns)
    .where('stream', '=', stream)
    .where('pos', '>', after)
    .where('pos', '<=', upTo)
    .$if(but !== undefined, (page) =>
      page.where((is) => is.or([is('device', '<>', but ?? ''), is('verdict', '<>', 'ok')])),
    )
    .orderBy('pos')
    .limit(limit)
    .execute()
}

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

export async function quarantine(
  tx: Tx,
  at: { stream: string; device: string; since: Date },
  rows: readonly { pos: number; why: string }[],
): Promise<void> {
  if (rows.length > 0)
    await tx
      .insertInto('quarantine')
      .values(rows.map((row) => ({ ...at, ...row })))
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

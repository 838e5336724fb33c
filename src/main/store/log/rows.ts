import type { LoggedEvent, Subject, Visibility } from '../../../shared/domain/event.ts'
import type { Uuid } from '../../../shared/ports.ts'
import { mostBodyBytes } from '../../../shared/sync/body-limit.ts'
import type { EventHeader } from '../../../shared/sync/event-header.ts'
import type { Verdict } from '../../../shared/sync/wire.ts'
import type { Connection } from '../connection.ts'
import type { Statements } from '../file.ts'
import type { Reader } from '../types.ts'

import { unpackIds, uuidBytes, uuidText } from './uuid.ts'

/** A row of the log with the UUIDs behind its local numbers. */
export interface EventRow {
  readonly position: number
  readonly id: Uint8Array
  readonly stream: Uint8Array
  readonly device: Uint8Array
  readonly sequence: number
  readonly actor: Uint8Array
  readonly subjectKind: string
  readonly subjectId: Uint8Array
  readonly type: string
  readonly version: number
  readonly visibility: string
  readonly at_ms: number
  readonly hlc_ms: number
  readonly hlc_counter: number
  readonly bases: Uint8Array
  readonly salt: Uint8Array | null
  readonly body: Uint8Array | null
  readonly commitment: Uint8Array
  readonly hash: Uint8Array
  /** Null while the central has not placed it. */
  readonly verdict: Verdict | null
}

const columns = `SELECT e.position, e.id, st.id AS stream, d.id AS device, e.sequence, a.id AS actor,
  s.kind AS subjectKind, s.id AS subjectId, e.type, e.version, e.visibility, e.at_ms, e.hlc_ms, e.hlc_counter,
  e.bases, e.salt, e.body, e.commitment, e.hash, p.verdict
  FROM event e JOIN party st ON st.n = e.stream JOIN party d ON d.n = e.device JOIN party a ON a.n = e.actor
  JOIN subject s ON s.n = e.subject LEFT JOIN placed p ON p.event = e.position`

/** Whole rows in the order of arrival, after a position. */
export const rowsSince = (connection: Statements, position: number, limit: number): EventRow[] =>
  connection.prepare<EventRow>(`${columns} WHERE e.position > ? ORDER BY e.position LIMIT ?`).all(position, limit)

/** Whole rows of one chain after a sequence, in its order. */
export const rowsOfChain = (connection: Connection, chain: ChainName, sequence: number, limit: number): EventRow[] =>
  chainRows(connection).all(uuidBytes(chain.stream), uuidBytes(chain.device), sequence, limit)

/** The same, row by row: for a reader that stops when it has enough. Nothing else may be asked of the store meanwhile. */
export const iterateChain = (
  connection: Connection,
  chain: ChainName,
  sequence: number,
  limit: number,
): IterableIterator<EventRow> =>
  chainRows(connection).iterate(uuidBytes(chain.stream), uuidBytes(chain.device), sequence, limit)

/** What a push says of an event. */
export interface PushRow extends Pick<EventRow, 'sequence' | 'type' | 'version' | 'visibility'> {
  readonly at_ms: number
  readonly hlc_ms: number
  readonly hlc_counter: number
  /** Number of the party. */
  readonly actor: number
  readonly kind: string
  readonly bases: number
  readonly body: number | null
  /** As `PackedEvent` has them (shared/sync/packed-push.ts): each value by itself would be a buffer more. */
  readonly bytes: Uint8Array
}

/**
 * As `iterateChain`; a body that the central does not take is left out (see `toCentral`).
 * @param chain numbers of the parties
 */
export const rowsToPush = (
  connection: Connection,
  { stream, device }: { stream: number; device: number },
  sequence: number,
  limit: number,
): IterableIterator<PushRow> =>
  connection
    .prepare<PushRow>(
      `SELECT e.sequence, e.actor, s.kind, e.type, e.version, e.visibility, e.at_ms, e.hlc_ms, e.hlc_counter,
         length(e.bases) / 16 AS bases, iif(length(e.body) > ${mostBodyBytes}, NULL, length(e.body)) AS body,
         CAST(e.id || s.id || e.bases ||
           coalesce(iif(length(e.body) > ${mostBodyBytes}, NULL, e.salt || e.body), e.commitment) AS BLOB) AS bytes
       FROM event e JOIN subject s ON s.n = e.subject
       WHERE e.stream = ? AND e.device = ? AND e.sequence > ? ORDER BY e.sequence LIMIT ?`,
    )
    .iterate(stream, device, sequence, limit)

/** The UUID behind the number of a party. */
export function partyOf(connection: Connection, n: number): Uuid {
  const row = connection.prepare<{ id: Uint8Array }>('SELECT id FROM party WHERE n = ?').get(n)
  if (!row) throw new Error('An event of a party that the log does not know')
  return uuidText(row.id)
}

interface ChainName {
  readonly stream: Uuid
  readonly device: Uuid
}
const chainRows = (connection: Connection) =>
  connection.prepare<EventRow>(`${columns} WHERE st.id = ? AND d.id = ? AND e.sequence > ? ORDER BY e.sequence LIMIT ?`)

/** Rows that the central placed, in the order in which this desk took them into account, after the n-th. */
export const rowsPlaced = (connection: Connection, n: number, limit: number): (EventRow & { n: number })[] =>
  connection
    .prepare<EventRow & { n: number }>(`${columns.replace('SELECT', 'SELECT p.n,')} WHERE p.n > ? ORDER BY p.n LIMIT ?`)
    .all(n, limit)

/** This desk's own rows that the central has not placed, in their order, after a position. */
export const rowsOfTail = (connection: Connection, position: number, limit: number): EventRow[] =>
  connection
    .prepare<EventRow>(`${columns} WHERE p.event IS NULL AND e.position > ? ORDER BY e.position LIMIT ?`)
    .all(position, limit)

/** The row at a position of the log. */
export const rowAt = (connection: Connection, position: number): EventRow | undefined =>
  connection.prepare<EventRow>(`${columns} WHERE e.position = ?`).get(position)

export const eventsSince = (connection: Connection, position: number, limit: number): LoggedEvent[] =>
  rowsSince(connection, position, limit).map(toEvent)

/** The reading half that commands, projections and screens share. */
export function createReader(connection: Connection): Reader {
  return {
    all: (query) => connection.all(query),
    first: (query) => connection.first(query),
    event(id: Uuid) {
      const row = connection.prepare<EventRow>(`${columns} WHERE e.id = ?`).get(uuidBytes(id))
      return row && toEvent(row)
    },
    timeline({ kind, id }: Subject, { after = 0, limit = 200 } = {}) {
      return connection
        .prepare<EventRow>(
          `${columns} WHERE e.subject = (SELECT n FROM subject WHERE id = ? AND kind = ?) AND e.position > ?
          ORDER BY e.position LIMIT ?`,
        )
        .all(uuidBytes(id), kind, after, limit)
        .map(toEvent)
    },
  }
}

export function toEvent(row: EventRow): LoggedEvent {
  return {
    position: row.position,
    id: uuidText(row.id),
    stream: uuidText(row.stream),
    device: uuidText(row.device),
    sequence: row.sequence,
    actor: uuidText(row.actor),
    subject: { kind: row.subjectKind as Subject['kind'], id: uuidText(row.subjectId) },
    type: row.type,
    version: row.version,
    visibility: row.visibility as Visibility,
    at: row.at_ms,
    hlc: { ms: row.hlc_ms, counter: row.hlc_counter },
    bases: unpackIds(row.bases),
    body: row.body && JSON.parse(Buffer.from(row.body).toString('utf8')),
    ...(row.verdict && row.verdict !== 'ok' ? { verdict: row.verdict } : {}),
  }
}

export const toHeader = (row: EventRow): EventHeader => ({
  ...row,
  subject: { kind: row.subjectKind, id: row.subjectId },
  at: row.at_ms,
  hlc: { ms: row.hlc_ms, counter: row.hlc_counter },
})

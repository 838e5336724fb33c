import type { SubjectKind } from '../../shared/domain/event.ts'
import type { Timers } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { chainStart } from '../../shared/sync/event-header.ts'
import { type AccessHeader, accessHash } from './access-log.ts'
import type { Connection } from './connection.ts'
import { commitmentOf, eventHash } from './log/header.ts'
import { type EventRow, rowsSince, toHeader } from './log/rows.ts'
import { uuidText } from './log/uuid.ts'
import { pause } from './pause.ts'
import type { Catalogue, Progress, VerifyReport } from './types.ts'

/** Why a place in a chain does not hold. `sequence`: one is missing, doubled or out of order. */
type Reason = 'sequence' | 'hash' | 'body' | 'body_missing' | 'cut_short'

interface Place {
  readonly position: number
  readonly device: Uint8Array
  readonly sequence: number
}

interface End {
  readonly sequence: number
  readonly hash: Uint8Array
}

/** Last sequence of each chain that is known outside the database and still goes on. */
type Expected = ReadonlyMap<string, number>

const batch = 500

/**
 * Walks every chain of both logs from its first entry. Fails with store.chain_broken, naming the first broken place in
 * order of arrival: table, device, sequence, position, reason. A missing body is right only where an event about the same
 * subject ordered it, or where the central withheld it. Works in short turns, so that the desk goes on meanwhile; where
 * another database takes the place of this one, that one is walked.
 */
export async function verifyLogs(
  connection: Connection,
  catalogue: Catalogue,
  timers: Timers,
  expected: Expected = new Map(),
  progress: Progress = {},
): Promise<Result<VerifyReport>> {
  for (;;) {
    const { sqlite } = connection
    const verified = await verifyBoth(connection, catalogue, timers, expected, progress)
    if (connection.sqlite === sqlite) return verified
  }
}

async function verifyBoth(...given: Required<Parameters<typeof verifyLogs>>): Promise<Result<VerifyReport>> {
  const [connection, , timers, expected, progress] = given
  const events = await verifyEvents(...given)
  if (!events.ok) return events
  const access = await verifyAccess(connection, timers, expected, progress)
  return access.ok ? ok({ ...events.value, access: access.value }) : access
}

async function verifyEvents(
  connection: Connection,
  catalogue: Catalogue,
  timers: Timers,
  expected: Expected,
  { onProgress, signal }: Progress,
): Promise<Result<Omit<VerifyReport, 'access'>>> {
  const ends = new Map<string, End>()
  const isErased = erasedSubjects(connection, catalogue)
  const isHeaderAlone = carriedHeaders(connection)
  const report = { events: 0, erased: 0, chains: 0 }
  for (let position = 0; ; ) {
    if (signal?.aborted) return fail('store.cancelled')
    const rows = rowsSince(connection, position, batch)
    for (const row of rows) {
      const chain = `event/${uuidText(row.stream)}/${uuidText(row.device)}`
      const end = ends.get(chain) ?? { sequence: 0, hash: chainStart }
      const reason = whatIsWrong(row, end, isErased, isHeaderAlone)
      if (reason) return broken('event', row, reason)
      ends.set(chain, row)
      report.events += 1
      if (row.body === null) report.erased += 1
    }
    const last = rows.at(-1)
    if (!last) return cutShort('event', ends, expected) ?? ok({ ...report, chains: ends.size })
    position = last.position
    onProgress?.(report.events)
    await pause(timers)
  }
}

function whatIsWrong(
  row: EventRow,
  end: End,
  isErased: (row: EventRow) => boolean,
  isHeaderAlone: (row: EventRow) => boolean,
): Reason | undefined {
  if (row.sequence !== end.sequence + 1) return 'sequence'
  if (!same(eventHash(end.hash, toHeader(row), row.commitment), row.hash)) return 'hash'
  if (row.body === null || row.salt === null)
    return isErased(row) || row.verdict === 'quarantined' || isHeaderAlone(row) ? undefined : 'body_missing'
  return same(commitmentOf(row.salt, row.body), row.commitment) ? undefined : 'body'
}

/** Is there, anywhere in the log, an event that ordered the bodies of the row's subject to go? */
function erasedSubjects(connection: Connection, catalogue: Catalogue): (row: EventRow) => boolean {
  const types = Object.keys(catalogue).filter((type) => catalogue[type]?.erases)
  const order = `SELECT 1 FROM event e JOIN subject s ON s.n = e.subject
     WHERE s.id = ? AND s.kind = ? AND e.type IN (${types.map(() => '?').join()}) AND e.body IS NOT NULL`
  return (row) =>
    types.length > 0 && connection.prepare(order).get(row.subjectId, row.subjectKind, ...types) !== undefined
}

/** Of another desk's chain, brought by a case bundle with the header alone, and not placed by the central yet. */
function carriedHeaders(connection: Connection): (row: EventRow) => boolean {
  const own = (device: Uint8Array) => connection.prepare('SELECT 1 FROM desk_identity WHERE device = ?').get(device)
  return (row) => row.verdict === null && own(row.device) === undefined
}

type AccessRow = Omit<AccessHeader, 'subject'> &
  Place & { readonly hash: Uint8Array; readonly kind: SubjectKind | null; readonly id: Uint8Array | null }

async function verifyAccess(
  connection: Connection,
  timers: Timers,
  expected: Expected,
  { signal }: Progress,
): Promise<Result<number>> {
  const page = `SELECT l.position, d.id AS device, l.sequence, l.at_ms AS at, a.id AS actor, l.act, l.details, l.hash, s.kind, s.id
     FROM access l JOIN party d ON d.n = l.device JOIN party a ON a.n = l.actor LEFT JOIN subject s ON s.n = l.subject
     WHERE l.position > ? ORDER BY l.position LIMIT ?`
  const ends = new Map<string, End>()
  let count = 0
  for (let position = 0; ; ) {
    if (signal?.aborted) return fail('store.cancelled')
    const rows = connection.prepare<AccessRow>(page).all(position, batch)
    for (const row of rows) {
      const chain = `access/${uuidText(row.device)}`
      const end = ends.get(chain) ?? { sequence: 0, hash: chainStart }
      const subject = row.kind && row.id ? { kind: row.kind, id: uuidText(row.id) } : undefined
      if (row.sequence !== end.sequence + 1) return broken('access', row, 'sequence')
      if (!same(accessHash(end.hash, { ...row, subject }), row.hash)) return broken('access', row, 'hash')
      ends.set(chain, row)
      count += 1
    }
    const last = rows.at(-1)
    if (!last) return cutShort('access', ends, expected) ?? ok(count)
    position = last.position
    await pause(timers)
  }
}

/** A chain that ends before the place it is known to have reached. */
function cutShort(
  table: 'event' | 'access',
  ends: ReadonlyMap<string, End>,
  expected: Expected,
): Result<never> | undefined {
  for (const [chain, known] of expected) {
    const sequence = ends.get(chain)?.sequence ?? 0
    if (!chain.startsWith(`${table}/`) || sequence >= known) continue
    const reason: Reason = 'cut_short'
    return fail('store.chain_broken', { table, device: chain.slice(-36), sequence: sequence + 1, position: 0, reason })
  }
  return undefined
}

const broken = (table: string, { device, sequence, position }: Place, reason: Reason): Result<never> =>
  fail('store.chain_broken', { table, device: uuidText(device), sequence, position, reason })

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0

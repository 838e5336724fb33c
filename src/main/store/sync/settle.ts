import type { LoggedEvent } from '../../../shared/domain/event.ts'
import { blobsNamedIn } from '../../../shared/domain/named-blobs.ts'
import type { Clock, Step } from '../../../shared/ports.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { packIds } from '../../../shared/sync/event-header.ts'
import type { PlacedEvent, PullAnswer, WireEvent } from '../../../shared/sync/wire.ts'
import { wantBlobs } from '../blobs/travel.ts'
import type { Connection } from '../connection.ts'
import type { Appender } from '../log/append.ts'
import type { Moment } from '../log/hlc.ts'
import type { Surrogates } from '../log/surrogates.ts'
import { unpackIds, uuidBytes, uuidText } from '../log/uuid.ts'
import type { Projector } from '../projector.ts'
import { atomically } from '../transact.ts'
import type { Catalogue, ProjectionTx } from '../types.ts'
import { fillBody } from './carry.ts'
import { insertForeign } from './insert-foreign.ts'
import { provedBatches } from './proved-batches.ts'
import { hasRetiredTail, isOwn, writeAgain } from './set-aside.ts'
import { settledUpTo, type Tail } from './tail.ts'
import type { Undo } from './undo.ts'

/** What a page of the stream did at this desk. */
export interface Settled {
  /** Position in the stream up to which everything is settled now. */
  readonly position: number
  /** Events of other desks, as they stand in the log now. */
  readonly foreign: readonly LoggedEvent[]
  /** The tables could not be brought in order by themselves: the store must be rebuilt. */
  readonly rebuild: boolean
}

interface Parts {
  readonly connection: Connection
  readonly surrogates: Surrogates
  readonly projector: Projector
  readonly catalogue: Catalogue
  readonly undo: Undo
  readonly tail: Tail
  readonly tx: ProjectionTx
  readonly clock: Clock
  readonly step: Step
  readonly append: Appender['append']
  readonly observe: (moment: Moment) => void
  readonly undone: () => void
}

export interface Page {
  readonly stream: string
  readonly device: string
  readonly answer: PullAnswer
}

/**
 * Takes a page of the stream into account: own events get their place, those of others are checked, written down and
 * applied before whatever of this desk is not placed yet. All of it or nothing. A page that was seen already changes
 * nothing. Fails with sync.hole, sync.forked, sync.lost_own, sync.batch_unproved.
 */
export function settlePage(parts: Parts, page: Page): Result<Settled> {
  const { connection } = parts
  return atomically(
    connection,
    parts.step,
    () => {
      const settled = settle(parts, page)
      if (settled.ok) raiseSettled(connection)
      return settled
    },
    () => {
      parts.tail.forget()
      parts.undone()
    },
  )
}

function settle(parts: Parts, { stream, device, answer }: Page): Result<Settled> {
  const { connection, surrogates, undo } = parts
  const streamN = surrogates.party(stream)
  const before = positionIn(connection, streamN)
  const fresh = answer.events.filter(({ position }) => position > before)
  const hole = fresh.findIndex(({ position }, i) => position !== before + 1 + i)
  if (hole >= 0) return fail('sync.hole', { device, sequence: before + 1 + hole })
  const rest = placeOwnFirst(parts, streamN, fresh)
  const done = { position: before + fresh.length, foreign: [], rebuild: false }
  // Once everything came that there is: what is left of an earlier identity never will.
  const leftover = done.position >= answer.head && hasRetiredTail(connection, device)
  if (rest.length === 0 && !leftover) return ok(done)
  const [first] = parts.tail.positions()
  const rebuild = isStale(connection) || (first !== undefined && !undo.reaches(first))
  if (rebuild) noteStale(connection)
  else parts.step('settle.take_back', () => takeBack(parts))
  const foreign: LoggedEvent[] = []
  for (const placed of rest) {
    const written = writeDown(parts, { stream, streamN, device }, placed)
    if (!written.ok) return written
    const { event, own } = written.value
    if (!rebuild) applyKept(parts, event)
    if (!own) foreign.push(event)
  }
  const proved = parts.step('settle.prove', () => provedBatches(connection, stream, device, answer))
  if (!proved.ok) return proved
  if (leftover) {
    writeAgain({ ...parts, device })
    parts.tail.forget()
  }
  if (rebuild) return ok({ ...done, foreign, rebuild })
  // What was not placed yet takes effect after everything that was.
  for (const event of parts.tail.events()) undo.capture(event.position, () => applyKept(parts, event))
  return ok({ ...done, foreign })
}

/** Tables that wait for a rebuild stay as they are until then, also when the desk is closed in between. */
export const noteStale = (connection: Connection) => connection.prepare('DELETE FROM projection').run()
export const isStale = (connection: Connection) => connection.prepare('SELECT 1 FROM projection').get() === undefined

/** Own events that come in just the order in which this desk wrote them: nothing moves. Gives what is left of the page. */
function placeOwnFirst(parts: Parts, streamN: number, fresh: readonly PlacedEvent[]): readonly PlacedEvent[] {
  const find = parts.connection.prepare<{ id: Uint8Array }>('SELECT id FROM event WHERE position = ?')
  let at = 0
  if (fresh[0]?.own === undefined) return fresh
  for (const position of [...parts.tail.positions()]) {
    const placed = fresh[at]
    const id = placed?.own && find.get(position)?.id
    if (!id || uuidText(id) !== placed.own) break
    if ((placed.verdict ?? 'ok') === 'superseded' || placed.verdict === 'quarantined') break
    place(parts, streamN, position, placed)
    parts.undo.forget(position)
    at += 1
  }
  return fresh.slice(at)
}

export function takeBack({
  connection,
  undo,
  projector,
  tx,
}: Pick<Parts, 'connection' | 'undo' | 'projector' | 'tx'>): void {
  // Children and parents go back in any order; what is applied afterwards must fit at once.
  connection.sqlite.pragma('defer_foreign_keys = ON')
  const touched = undo.all()
  connection.sqlite.pragma('defer_foreign_keys = OFF')
  if (touched.size === 0) return
  for (const projection of projector.projections) projection.undone?.(touched, tx)
}

interface Where {
  readonly stream: string
  readonly streamN: number
  /** This desk. */
  readonly device: string
}

function writeDown(
  parts: Parts,
  { stream, streamN, device }: Where,
  placed: PlacedEvent,
): Result<{ event: LoggedEvent; own: boolean }> {
  const { connection } = parts
  const id = placed.own ?? placed.event?.id
  const found = id && connection.prepare<{ position: number }>(positionOf).get(uuidBytes(id))?.position
  const known = found && placed.event && dropLostChain(parts, found, placed.device) ? undefined : found
  if (placed.own && !known) return fail('sync.lost_own', { device, sequence: placed.position })
  if (!known && !placed.event) return fail('sync.hole', { device: placed.device, sequence: placed.position })
  if (!known && placed.event) makeRoom(parts, device, placed.device, placed.event.sequence)
  const written =
    !known && placed.event
      ? insertForeign(connection, parts.surrogates, { stream, device: placed.device, event: placed.event })
      : ok(known || 0)
  if (!written.ok) return written
  const position = written.value
  // A case bundle brought its header alone: the stream has the body.
  const filled = known && placed.event ? fillBody(connection, position, placed.event) : false
  place(parts, streamN, position, placed)
  const event = known || !placed.event ? parts.tx.event(id ?? '') : asLogged(stream, placed, placed.event, position)
  if (!event) throw new Error('An event that was just written is not there')
  if (!known || filled) {
    parts.observe(event.hlc)
    wantBlobs(connection, blobsNamedIn(event), parts.clock.now())
  }
  return ok({ event, own: Boolean(known) })
}

/** As the log would read it back. */
function asLogged(stream: string, { device, verdict }: PlacedEvent, event: WireEvent, position: number): LoggedEvent {
  const { salt, commitment: _, ...said } = event
  const [ms, counter] = event.hlc
  return {
    ...said,
    ...{ position, stream, device, hlc: { ms, counter } },
    subject: event.subject as LoggedEvent['subject'],
    visibility: event.visibility as LoggedEvent['visibility'],
    bases: unpackIds(packIds(event.bases)),
    body: event.body === null || salt === null ? null : JSON.parse(event.body),
    ...(verdict && verdict !== 'ok' ? { verdict } : {}),
  }
}

/** An earlier identity of this desk, copied back, went on by itself: its own events stand where others belong. */
function makeRoom(parts: Parts, device: string, author: string, sequence: number): void {
  if (author === device || !isOwn(parts.connection, author)) return
  writeAgain({ ...parts, device }, { device: author, sequence })
  parts.tail.forget()
}

/**
 * A central that was restored writes in a chain of its new history what it had brought from another office before. Its
 * earlier chain ends nowhere any more: what of it has no place goes from that event on. Gives whether it did.
 */
function dropLostChain({ connection, tail }: Parts, position: number, author: string): boolean {
  const row = connection
    .prepare<{ stream: number; device: number; sequence: number; id: Uint8Array }>(
      'SELECT e.stream, e.device, e.sequence, d.id FROM event e JOIN party d ON d.n = e.device WHERE e.position = ?',
    )
    .get(position)
  if (!row || uuidText(row.id) === author) return false
  connection
    .prepare(
      `DELETE FROM event WHERE stream = ? AND device = ? AND sequence >= ?
       AND NOT EXISTS (SELECT 1 FROM placed p WHERE p.event = event.position)`,
    )
    .run(row.stream, row.device, row.sequence)
  tail.forget()
  return true
}

const positionOf = 'SELECT position FROM event WHERE id = ?'

function place({ connection, tail }: Parts, streamN: number, event: number, placed: PlacedEvent): void {
  connection
    .prepare('INSERT INTO placed (event, stream, position, verdict, why) VALUES (?, ?, ?, ?, ?)')
    .run(event, streamN, placed.position, placed.verdict ?? 'ok', placed.why ?? null)
  tail.placed(event)
}

/**
 * Applies an event that is in the log for good. One that does not fit what stands there (it speaks of somebody who was
 * erased meanwhile, say) must not keep all that follow from arriving: it is noted, and officers see it.
 */
export function applyKept(
  { connection, projector, tx, step }: Pick<Parts, 'connection' | 'projector' | 'tx' | 'step'>,
  event: LoggedEvent,
): void {
  connection.prepare('SAVEPOINT one_event').run()
  try {
    projector.apply(event, tx)
  } catch (error) {
    if (!doesNotFit(error)) throw error
    step('settle.unfit', () => {
      connection.prepare('ROLLBACK TO one_event').run()
      connection
        .prepare("UPDATE placed SET verdict = 'flagged', why = 'sync.does_not_fit' WHERE event = ?")
        .run(event.position)
    })
  }
  connection.prepare('RELEASE one_event').run()
}

/** A row that is missing or there already; a full or broken disk is another matter. */
function doesNotFit(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = (error as { code?: unknown }).code
  return code === undefined ? error.constructor === Error : String(code).startsWith('SQLITE_CONSTRAINT')
}

function raiseSettled(connection: Connection): void {
  connection
    .prepare(
      `INSERT OR REPLACE INTO meta (name, value) SELECT 'settled_up_to', coalesce(
         (SELECT e.position - 1 FROM event e LEFT JOIN placed p ON p.event = e.position
          WHERE p.event IS NULL AND e.position > :from ORDER BY e.position LIMIT 1),
         (SELECT max(position) FROM event), 0)`,
    )
    .run({ from: settledUpTo(connection) })
}

/** Last position of a stream that is settled here. */
export const positionIn = (connection: Connection, streamN: number): number =>
  connection
    .prepare<{ position: number | null }>('SELECT max(position) AS position FROM placed WHERE stream = ?')
    .get(streamN)?.position ?? 0

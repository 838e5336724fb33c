import type { LoggedEvent } from '../../../shared/domain/event.ts'
import { blobsNamedIn } from '../../../shared/domain/named-blobs.ts'
import type { Clock, Step } from '../../../shared/ports.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { Page as Answer, Taken, TakenEvent } from '../../../shared/sync/page.ts'
import { wantBlobs } from '../blobs/travel.ts'
import type { Connection } from '../connection.ts'
import type { Appender } from '../log/append.ts'
import type { Moment } from '../log/hlc.ts'
import type { Surrogates } from '../log/surrogates.ts'
import { inOrder, uuidBytes, uuidText } from '../log/uuid.ts'
import type { Projector } from '../projector.ts'
import { atomically } from '../transact.ts'
import type { Catalogue, ProjectionTx } from '../types.ts'
import { type Apply, applyKept, applyPlain, Unfit } from './apply.ts'
import { arrivalsAfter, eachOf, place, placeOwnFirst } from './arrivals.ts'
import { fillBody } from './carry.ts'
import { type ChainEnds, chainEnds, insertForeign } from './insert-foreign.ts'
import { provedBatches, sameOwnChain } from './proved-batches.ts'
import { hasRetiredTail, isOwn, writeAgain } from './set-aside.ts'
import type { Tail } from './tail.ts'
import type { Undo } from './undo.ts'
import { type Said, saidBy, textOf } from './wire-event.ts'

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
  readonly observe: (moments: readonly Moment[]) => void
  readonly undone: () => void
}

export interface Page {
  readonly stream: string
  readonly device: string
  readonly answer: Answer
}

/**
 * Takes a page of the stream into account: own events get their place, those of others are checked, written down and
 * applied before whatever of this desk is not placed yet. All of it or nothing. A page that was seen already changes
 * nothing. Fails with sync.hole, sync.forked, sync.lost_own, sync.batch_unproved.
 */
export function settlePage(parts: Parts, page: Page): Result<Settled> {
  try {
    return settleAs({ ...parts, tx: { ...parts.tx, unindexed: new Set() } }, page, applyPlain)
  } catch (error) {
    if (!(error instanceof Unfit)) throw error
    return settleAs(parts, page, applyKept)
  }
}

function settleAs(parts: Parts, page: Page, apply: Apply): Result<Settled> {
  return atomically(
    parts.connection,
    parts.step,
    () => {
      const settled = settle(parts, page, apply)
      if (settled.ok) raiseSettled(parts)
      return settled
    },
    () => {
      parts.tail.forget()
      parts.undone()
    },
  )
}

function settle(parts: Parts, { stream, device, answer }: Page, apply: Apply): Result<Settled> {
  const { connection, surrogates, undo } = parts
  const streamN = surrogates.party(stream)
  const before = positionIn(connection, streamN)
  const { fresh, end, whole } = arrivalsAfter(before, answer)
  if (!whole) return fail('sync.hole', { device, sequence: end + 1 })
  const same = answer.runs ? sameOwnChain(connection, stream, device, answer) : ok(undefined)
  if (!same.ok) return same
  const chain = { streamN, deviceN: surrogates.party(device) }
  const rest: Taken[] = []
  for (const arrival of placeOwnFirst(parts, chain, fresh)) {
    const each = 'count' in arrival ? eachOf(connection, chain, device, arrival) : [arrival]
    if (!each) return fail('sync.lost_own', { device, sequence: arrival.position })
    rest.push(...each)
  }
  const done = { position: end, foreign: [], rebuild: false }
  // Once everything came that there is: what is left of an earlier identity never will.
  const leftover = done.position >= answer.head && hasRetiredTail(connection, device)
  if (rest.length === 0 && !leftover) return ok(done)
  const [first] = parts.tail.positions()
  const rebuild = isStale(connection) || (first !== undefined && !undo.reaches(first))
  if (rebuild) noteStale(connection)
  else parts.step('settle.take_back', () => takeBack(parts))
  const foreign: LoggedEvent[] = []
  const where = { stream, streamN, device, seen: [], ends: chainEnds(connection, surrogates, stream) }
  for (const placed of rest) {
    const written = writeDown(parts, where, placed)
    if (!written.ok) return written
    const { event, own } = written.value
    if (!rebuild) apply(parts, event)
    if (!own) foreign.push(event)
  }
  for (const projection of parts.projector.projections) projection.caughtUp?.(parts.tx)
  parts.observe(where.seen)
  const proved = parts.step('settle.prove', () => provedBatches(connection, stream, device, answer))
  if (!proved.ok) return proved
  if (leftover) {
    writeAgain({ ...parts, device })
    parts.tail.forget()
  }
  if (rebuild) return ok({ ...done, foreign, rebuild })
  // What was not placed yet takes effect after everything that was.
  const { unindexed: _, ...tx } = parts.tx
  for (const event of parts.tail.events()) undo.capture(event.position, () => applyKept({ ...parts, tx }, event))
  return ok({ ...done, foreign })
}

/** Tables that wait for a rebuild stay as they are until then, also when the desk is closed in between. */
export const noteStale = (connection: Connection) => connection.prepare('DELETE FROM projection').run()
export const isStale = (connection: Connection) => connection.prepare('SELECT 1 FROM projection').get() === undefined

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
  /** Moments of other clocks that this page brought so far. */
  readonly seen: Moment[]
  readonly ends: ChainEnds
}

function writeDown(parts: Parts, where: Where, placed: Taken): Result<{ event: LoggedEvent; own: boolean }> {
  const { connection } = parts
  const { stream, streamN, device } = where
  const id = placed.own ?? placed.event?.id
  const found = id && connection.prepare<{ position: number }>(positionOf).get(uuidBytes(id))?.position
  const lost = found && placed.event && dropLostChain(parts, found, placed.device)
  if (lost) where.ends.forget()
  const known = lost ? undefined : found
  if (placed.own && !known) return fail('sync.lost_own', { device, sequence: placed.position })
  if (!known && !placed.event) return fail('sync.hole', { device: placed.device, sequence: placed.position })
  if (!known && placed.event) makeRoom(parts, where, placed.device, placed.event.sequence)
  const { event: given } = placed
  const said = known || !given ? undefined : saidBy(given)
  const written =
    !known && given
      ? insertForeign(connection, parts.surrogates, { stream, device: placed.device, event: given, said }, where.ends)
      : ok(known || 0)
  if (!written.ok) return written
  const position = written.value
  // A case bundle brought its header alone: the stream has the body.
  const filled = known && placed.event ? fillBody(connection, position, placed.event) : false
  place(parts, streamN, position, placed)
  const event =
    known || !placed.event ? parts.tx.event(id ?? '') : asLogged(stream, placed, placed.event, said, position)
  if (!event) throw new Error('An event that was just written is not there')
  if (!known || filled) {
    where.seen.push(event.hlc)
    wantBlobs(connection, blobsNamedIn(event), parts.clock.now())
  }
  return ok({ event, own: Boolean(known) })
}

/** As the log would read it back. */
function asLogged(
  stream: string,
  { device, verdict }: Taken,
  event: TakenEvent,
  said: Said | undefined,
  position: number,
): LoggedEvent {
  const { id, sequence, actor, type, version, at, bases } = event
  const [ms, counter] = event.hlc
  return {
    position,
    id,
    stream,
    device,
    sequence,
    actor,
    subject: event.subject as LoggedEvent['subject'],
    type,
    version,
    visibility: event.visibility as LoggedEvent['visibility'],
    at,
    hlc: { ms, counter },
    bases: inOrder(bases),
    body: said ? JSON.parse(textOf(said.body)) : null,
    ...(verdict && verdict !== 'ok' ? { verdict } : {}),
  }
}

/** An earlier identity of this desk, copied back, went on by itself: its own events stand where others belong. */
function makeRoom(parts: Parts, { device, seen, ends }: Where, author: string, sequence: number): void {
  if (author === device || sequence > ends.of(author).sequence || !isOwn(parts.connection, author)) return
  parts.observe(seen)
  writeAgain({ ...parts, device }, { device: author, sequence })
  parts.tail.forget()
  ends.forget()
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

/** Everything before the first event of the tail has its place. */
function raiseSettled({ connection, tail }: Pick<Parts, 'connection' | 'tail'>): void {
  const [first] = tail.positions()
  connection
    .prepare(
      `INSERT OR REPLACE INTO meta (name, value)
       SELECT 'settled_up_to', coalesce(? - 1, (SELECT max(position) FROM event), 0)`,
    )
    .run(first ?? null)
}

/** Last position of a stream that is settled here. */
export const positionIn = (connection: Connection, streamN: number): number =>
  connection
    .prepare<{ position: number | null }>('SELECT max(position) AS position FROM placed WHERE stream = ?')
    .get(streamN)?.position ?? 0

import type { LoggedEvent } from '../../../shared/domain/event.ts'
import type { Clock, Step } from '../../../shared/ports.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { Page as Answer, Taken } from '../../../shared/sync/page.ts'
import type { Connection } from '../connection.ts'
import { ListDamaged } from '../field-lists.ts'
import type { Appender } from '../log/append.ts'
import type { Moment } from '../log/hlc.ts'
import type { Surrogates } from '../log/surrogates.ts'
import type { Projector } from '../projector.ts'
import { atomically } from '../transact.ts'
import type { Catalogue, ProjectionTx } from '../types.ts'
import { type Apply, applyKept, applyPlain, Unfit } from './apply.ts'
import { arrivalsAfter, eachOf, placeOwnFirst } from './arrivals.ts'
import { ordersOf } from './erased-apart.ts'
import { chainEnds } from './insert-foreign.ts'
import { givePlaces } from './places.ts'
import { provedBatches, sameOwnChain } from './proved-batches.ts'
import { hasRetiredTail, writeAgain } from './set-aside.ts'
import type { Tail } from './tail.ts'
import type { Undo } from './undo.ts'
import { flagPlaced, forgetUnfitTail } from './unfit.ts'
import { writeDown } from './write-down.ts'

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
 * nothing. Fails with sync.hole, sync.forked, sync.lost_own, sync.batch_unproved, sync.bad_answer.
 */
export function settlePage(parts: Parts, page: Page): Result<Settled> {
  try {
    return settleInPlace(parts, page)
  } catch (error) {
    // Where a table is damaged no event on the page is to blame.
    if (!(error instanceof ErasedApart || error instanceof ListDamaged)) throw error
    return settleAs(parts, page, undefined)
  }
}

function settleInPlace(parts: Parts, page: Page): Result<Settled> {
  try {
    return settleAs({ ...parts, tx: { ...parts.tx, unindexed: new Set(), listed: new Set() } }, page, applyPlain)
  } catch (error) {
    if (!(error instanceof Unfit)) throw error
    return settleAs(parts, page, applyKept)
  }
}

/** An erasure does not reach all that belongs together here (see `ordersOf`): the page is written down, and the tables are written anew. */
class ErasedApart extends Error {}

/** @param apply undefined: the tables stay as they are until they are written anew */
function settleAs(parts: Parts, page: Page, apply: Apply | undefined): Result<Settled> {
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

function settle(parts: Parts, { stream, device, answer }: Page, apply: Apply | undefined): Result<Settled> {
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
  flagPlaced(connection)
  const done = { position: end, foreign: [], rebuild: false }
  // Once everything came that there is: what is left of an earlier identity never will.
  const leftover = done.position >= answer.head && hasRetiredTail(connection, device)
  if (rest.length === 0 && !leftover) return ok(done)
  const orders = ordersOf(parts, rest)
  // While the tables show all that was done here, what is not placed yet too.
  orders?.note()
  const [first] = parts.tail.positions()
  const rebuild = !apply || isStale(connection) || (first !== undefined && !undo.reaches(first))
  if (rebuild) noteStale(connection)
  else parts.step('settle.take_back', () => takeBack(parts))
  const foreign: LoggedEvent[] = []
  const places = givePlaces(parts, streamN)
  const where = { stream, places, device, seen: [], ends: chainEnds(connection, surrogates, stream) }
  for (const placed of rest) {
    const written = writeDown(parts, where, placed)
    if (!written.ok) return written
    const { event, own } = written.value
    if (!rebuild && !own && orders?.isApart(event)) throw new ErasedApart()
    // It may say of the place that the event does not fit.
    if (apply === applyKept) places.write()
    if (!rebuild) apply(parts, event)
    if (!own) foreign.push(event)
  }
  places.write()
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
  const { unindexed: _, listed: __, ...tx } = parts.tx
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
  forgetUnfitTail(connection)
  // The pragma makes SQLite prepare every statement anew.
  if (undo.isEmpty()) return
  // Children and parents go back in any order; what is applied afterwards must fit at once.
  connection.sqlite.pragma('defer_foreign_keys = ON')
  const touched = undo.all()
  connection.sqlite.pragma('defer_foreign_keys = OFF')
  for (const projection of projector.projections) projection.undone?.(touched, tx)
}

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

import type { LoggedEvent } from '../../../shared/domain/event.ts'
import type { Clock, Step } from '../../../shared/ports.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { batchBytes } from '../../../shared/sync/batch.ts'
import { mostBundleEvents } from '../../../shared/sync/bundle.ts'
import { chainStart } from '../../../shared/sync/event-header.ts'
import { packPush } from '../../../shared/sync/packed-push.ts'
import type { Page } from '../../../shared/sync/page.ts'
import type { ChainHead, PushRequest } from '../../../shared/sync/wire.ts'
import { wantAllNamed } from '../blobs/travel.ts'
import type { Connection } from '../connection.ts'
import { openAsDesk, signAsDesk } from '../identity.ts'
import type { Appender } from '../log/append.ts'
import type { CanonicalEvent } from '../log/canonical.ts'
import { later, type Moment } from '../log/hlc.ts'
import { type EventRow, iterateChain, partyOf, rowsOfChain, rowsToPush, toEvent } from '../log/rows.ts'
import type { Surrogates } from '../log/surrogates.ts'
import type { Projector } from '../projector.ts'
import { noteVersions } from '../rebuild.ts'
import type { Snapshots } from '../snapshot/snapshots.ts'
import { atomically } from '../transact.ts'
import type { Catalogue, Identity, ProjectionTx } from '../types.ts'
import { applyKept } from './apply.ts'
import { type Carried, wantFilesOf, writeCarried } from './carry.ts'
import { createHoldBack, type HeldBack, type HoldWish } from './held-back.ts'
import { isStale, noteStale, positionIn, type Settled, settlePage, takeBack } from './settle.ts'
import { createTail } from './tail.ts'
import { createUndo } from './undo.ts'
import { forgetUnfit, rememberUnfit } from './unfit.ts'
import { base64, toCentral, toPacked, toWire } from './wire-event.ts'

/** The store's half of syncing: what goes out, what comes in, and in which order it takes effect. */
export interface StoreSync {
  /** The central's epoch, once this desk settles with one. */
  epoch(): string | undefined
  /**
   * From now on this desk settles with a central, or with one that was restored under another epoch: what was placed
   * is unplaced, and comes again. Fails with the failures of a transaction.
   */
  begin(epoch: string): Result<void>
  /** Events of the office's stream after a sequence of this desk's chain, as one signed batch; undefined when there are none. */
  batch(after: number, limits: BatchLimits): Omit<PushRequest, 'epoch'> | undefined
  /** The same, as bytes (shared/sync/packed-push.ts). */
  packed(after: number, limits: BatchLimits, epoch: string): PackedBatch | undefined
  /** The first own event that has to wait for another desk's work; see held-back.ts. `since` in ms since epoch. */
  heldBack(wish: Pick<HoldWish, 'gone' | 'since'>): HeldBack | undefined
  /** The hash of this desk's chain at a sequence, base64; undefined where the chain is not that long. */
  chainAt(sequence: number): ChainHead | undefined
  sign(bytes: Uint8Array): Uint8Array
  /** Last position of the office's stream that is settled here. */
  position(): number
  /** How many events of this desk have no place yet. */
  waiting(): number
  /** See settle.ts. */
  settle(answer: Page): Result<Settled>
  /** What another desk handed over itself, unplaced until the central brings it. See carry.ts. */
  take(piece: Carried): Result<Taken>
  /** A piece of this desk's chain, to the end; bodies only where `withBody` says so. Signed like a push. */
  piece(from: number, withBody: (event: LoggedEvent) => boolean): Omit<Carried, 'stream' | 'device' | 'publicKey'>
  /** Opens what was sealed to this desk. */
  openSealed(sealed: Uint8Array): Uint8Array | undefined
  /** The whole log with its tables, as one desk hands it to another. */
  readonly snapshots: Snapshots
}

/** How much one batch may have; one event at least. */
export interface BatchLimits {
  readonly events: number
  readonly bytes: number
}

export interface PackedBatch {
  /** Until the next batch is packed, which is written to the same memory. */
  readonly bytes: Uint8Array
  /** Sequence of its last event. */
  readonly last: number
  readonly count: number
}

/** What a carried piece brought. */
export interface Taken {
  readonly events: readonly LoggedEvent[]
  /** The tables could not be brought in order by themselves: the store must be rebuilt. */
  readonly rebuild: boolean
}

/** What the rest of the store needs of it. */
export interface SyncInside extends Omit<StoreSync, 'snapshots'> {
  /** Applies an own event, so that it can be taken back while others may come before it. */
  applyOwn(event: LoggedEvent): void
  /** Own events are committed. */
  wrote(events: readonly LoggedEvent[]): void
  /** A snapshot stands in the place of the log: this desk's own events take effect behind it. */
  entered(latest: Moment): Result<void>
  /** For a rebuild. */
  beginRebuild(): void
  applyAgain(event: CanonicalEvent): void
}

interface Parts {
  readonly connection: Connection
  readonly surrogates: Surrogates
  readonly projector: Projector
  readonly catalogue: Catalogue
  readonly tx: ProjectionTx
  readonly clock: Clock
  readonly step: Step
  readonly identity: () => Identity | undefined
  readonly busy: () => boolean
  readonly append: Appender['append']
  readonly observe: (moments: readonly Moment[]) => void
  readonly forget: () => void
  /** After a commit, never before. */
  readonly settled: (events: readonly LoggedEvent[], erased: boolean) => void
}

export function createSync(parts: Parts): SyncInside {
  const { connection, projector, tx, catalogue } = parts
  const undo = createUndo(
    connection,
    projector.projections.flatMap(({ tables }) => tables),
  )
  const tail = createTail(connection)
  const erasing = Object.entries(catalogue).flatMap(([type, spec]) => (spec?.erases ? [type] : []))
  const holdBack = createHoldBack(connection, erasing)
  const memory = memoryKept()
  const epoch = () => readMeta(connection, 'sync_epoch')
  const watch = () => {
    if (epoch() !== undefined) undo.watch()
  }
  watch()
  connection.eachFile(watch)
  const forget = () => {
    tail.forget()
    holdBack.changed()
    parts.forget()
  }
  const erases = ({ type }: LoggedEvent) => catalogue[type]?.erases === true
  const me = () => {
    const identity = parts.identity()
    if (!identity) throw new Error('A desk without an identity does not sync')
    return { stream: identity.office, device: identity.device }
  }
  const chainRow = (sequence: number) => rowsOfChain(connection, me(), sequence - 1, 1)[0]

  /** This desk's signature over its chain up to an event. */
  const vouched = ({ sequence, hash }: Pick<EventRow, 'sequence' | 'hash'>): Uint8Array => {
    const { stream, device } = me()
    return required(signAsDesk(connection, batchBytes(stream, device, sequence, hash)))
  }

  /** What was carried takes effect behind everything that is placed, in the order of the log, as this desk's own does. */
  const takeIn = (piece: Carried): Result<Taken> => {
    const [first] = tail.positions()
    const rebuild = isStale(connection) || (first !== undefined && !undo.reaches(first))
    if (rebuild) noteStale(connection)
    else parts.step('take.take_back', () => takeBack({ connection, undo, projector, tx }))
    const written = writeCarried(parts, piece)
    if (!written.ok) return written
    tail.forget()
    holdBack.changed()
    parts.observe(written.value.map(({ hlc }) => hlc))
    wantFilesOf(connection, written.value, parts.clock.now())
    if (!rebuild) for (const event of tail.events()) undo.capture(event.position, () => applyKept(parts, event))
    return ok({ events: written.value, rebuild })
  }

  return {
    epoch,
    begin(next) {
      if (epoch() === next) return ok(undefined)
      if (parts.busy()) return fail('store.rebuilding')
      undo.watch()
      tail.forget()
      holdBack.changed()
      return atomically(connection, parts.step, () => {
        rememberUnfit(connection)
        connection.prepare('DELETE FROM placed').run()
        connection.prepare("DELETE FROM meta WHERE name = 'settled_up_to'").run()
        undo.forgetAll(lastPosition(connection))
        connection.prepare("INSERT OR REPLACE INTO meta (name, value) VALUES ('sync_epoch', ?)").run(next)
        return ok(undefined)
      })
    },
    batch(after, limits) {
      const { stream } = me()
      const rows = within(iterateChain(connection, me(), after, limits.events), limits, ({ body }) => body?.length ?? 0)
      const last = rows.at(-1)
      if (!last) return undefined
      const signature = base64(vouched(last))
      const head = { sequence: last.sequence, hash: base64(last.hash) }
      return { stream, events: rows.map(toCentral), head, signature }
    },
    packed(after, limits, ofEpoch) {
      const { stream, device } = me()
      const chain = { stream: parts.surrogates.party(stream), device: parts.surrogates.party(device) }
      const rows = within(rowsToPush(connection, chain, after, limits.events), limits, ({ body }) => body ?? 0)
      const last = rows.at(-1) && chainRow(rows.at(-1)?.sequence ?? 0)
      if (!last) return undefined
      const first = last.sequence - rows.length + 1
      const { hash } = last
      const events = toPacked(rows, (n) => partyOf(connection, n))
      const bytes = packPush({ stream, epoch: ofEpoch, first, events, hash, signature: vouched(last) }, memory)
      return { bytes, last: last.sequence, count: rows.length }
    },
    heldBack(wish) {
      return epoch() === undefined ? undefined : holdBack.first({ ...me(), ...wish })
    },
    chainAt(sequence) {
      if (sequence === 0) return { sequence, hash: base64(chainStart) }
      const row = chainRow(sequence)
      return row?.sequence === sequence ? { sequence, hash: base64(row.hash) } : undefined
    },
    sign: (bytes) => required(signAsDesk(connection, bytes)),
    position: () => positionIn(connection, parts.surrogates.party(me().stream)),
    waiting() {
      const { stream, device } = me()
      const chain = { stream: parts.surrogates.party(stream), device: parts.surrogates.party(device) }
      // Own events are placed in the order of their chain: only those that wait are looked at.
      const counted = connection.prepare<{ n: number }>(
        `SELECT count(*) AS n FROM event e
         WHERE e.stream = :stream AND e.device = :device AND e.sequence > coalesce((
           SELECT own.sequence FROM event own WHERE own.stream = :stream AND own.device = :device
             AND EXISTS (SELECT 1 FROM placed p WHERE p.event = own.position)
           ORDER BY own.sequence DESC LIMIT 1), 0)`,
      )
      return counted.get(chain)?.n ?? 0
    },
    settle(answer) {
      if (parts.busy()) return fail('store.rebuilding')
      if (epoch() !== answer.epoch) return fail('sync.epoch_changed')
      const undone = parts.forget
      const settled = settlePage({ ...parts, undo, tail, undone }, { ...me(), answer })
      holdBack.placed()
      if (settled.ok) parts.settled(settled.value.foreign, settled.value.foreign.some(erases))
      return settled
    },
    take(piece) {
      if (parts.busy()) return fail('store.rebuilding')
      if (epoch() === undefined) return fail('sync.not_enrolled')
      const taken = atomically(connection, parts.step, () => takeIn(piece), forget)
      if (taken.ok) parts.settled(taken.value.events, taken.value.events.some(erases))
      return taken
    },
    piece(from, withBody) {
      const rows = rowsOfChain(connection, me(), from - 1, mostBundleEvents + 1)
      const last = rows.at(-1)
      const head = { sequence: last?.sequence ?? 0, hash: base64(last?.hash ?? chainStart) }
      const { stream, device } = me()
      const signed = batchBytes(stream, device, head.sequence, Buffer.from(head.hash, 'base64'))
      const events = rows.map((row) =>
        withBody(toEvent(row)) ? toWire(row) : toWire({ ...row, salt: null, body: null }),
      )
      return { events, head, signature: required(signAsDesk(connection, signed)) }
    },
    openSealed: (sealed) => openAsDesk(connection, sealed),
    applyOwn(event) {
      if (epoch() === undefined) return projector.apply(event, tx)
      if (!erases(event)) return undo.capture(event.position, () => projector.apply(event, tx))
      // What was remembered holds what must go: from here back, only a rebuild can change the order.
      projector.apply(event, tx)
      undo.forgetAll(event.position)
    },
    wrote(events) {
      for (const { position } of events) tail.wrote(position)
    },
    entered(latest) {
      const done = atomically(
        connection,
        parts.step,
        () => {
          forget()
          parts.observe([latest])
          for (const event of tail.events()) undo.capture(event.position, () => applyKept(parts, event))
          noteVersions(connection, projector.projections)
          wantAllNamed(connection, parts.clock.now())
          return ok(undefined)
        },
        forget,
      )
      if (done.ok) parts.settled(tail.events(), false)
      return done
    },
    beginRebuild() {
      undo.forgetAll(0)
      forgetUnfit(connection)
    },
    applyAgain({ event, placed }) {
      if (epoch() === undefined) return projector.apply(event, tx)
      const apply = () => applyKept(parts, event)
      if (placed) return apply()
      undo.capture(event.position, apply)
      if (erases(event)) undo.forgetAll(event.position)
    },
  }
}

/** Those of a chain's rows that are within the limits; one at least. */
function within<Row>(rows: Iterable<Row>, limits: BatchLimits, bodyOf: (row: Row) => number): Row[] {
  const taken: Row[] = []
  let bytes = 0
  for (const row of rows) {
    bytes += bodyOf(row) + 300
    if (taken.length > 0 && bytes > limits.bytes) break
    taken.push(row)
  }
  return taken
}

/** The same memory each time, if it is enough: some megabytes anew cost more than to fill them. */
function memoryKept(): (length: number) => Uint8Array<ArrayBuffer> {
  let kept = new Uint8Array(0)
  return (length) => {
    if (kept.length < length) kept = new Uint8Array(length)
    return kept.subarray(0, length)
  }
}

function required(signature: Uint8Array | undefined): Uint8Array {
  if (!signature) throw new Error('A desk without its key does not sync')
  return signature
}

const readMeta = (connection: Connection, name: string): string | undefined =>
  connection.prepare<{ value: string }>('SELECT value FROM meta WHERE name = ?').get(name)?.value

const lastPosition = (connection: Connection): number =>
  connection.prepare<{ n: number | null }>('SELECT max(position) AS n FROM event').get()?.n ?? 0

/**
 * A moment of another desk's clock moves this desk's on, so that what is written next is shown after it; one that is
 * more than an hour ahead is somebody's wrong clock, and would drag every desk along for ever.
 */
export function observer(connection: Connection, clock: Clock, onward: (moment: Moment) => void) {
  return (moments: readonly Moment[]): void => {
    const latest = clock.now() + 3_600_000
    const [first, ...others] = moments.filter(({ ms }) => ms <= latest)
    if (!first) return
    const last = others.reduce(later, first)
    onward(last)
    const seen = Number(readMeta(connection, 'hlc_seen') ?? 0)
    if (last.ms > seen)
      connection.prepare("INSERT OR REPLACE INTO meta (name, value) VALUES ('hlc_seen', ?)").run(last.ms)
  }
}

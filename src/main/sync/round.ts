import type { Clock } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { mostPackedEvents } from '../../shared/sync/packed-push.ts'
import type { Page } from '../../shared/sync/page.ts'
import { type HelloAnswer, mostEvents, usualEvents } from '../../shared/sync/wire.ts'
import type { HeldBack } from '../store/sync/held-back.ts'
import type { BatchLimits } from '../store/sync/sync.ts'
import type { Store } from '../store/types.ts'
import type { SettlingClient } from './client.ts'
import { saysForked, whileSame } from './same-identity.ts'

/** What one round did. */
export interface Round {
  readonly pushed: number
  readonly pulled: number
  /** What the central said first. */
  readonly hello: HelloAnswer
  /** Own work waits at this desk for that of another one (UUID), or of another office (`other_office`), which the central lacks. */
  readonly waitsFor?: string
}

export interface RoundOptions {
  readonly signal: AbortSignal
  /** Of this program, such as `0.1.0`. */
  readonly version: string
  /**
   * Sends the papers and small pictures that the waiting events name. Events do not wait for what cannot be sent: a
   * chain has one order, so one stuck picture would hold back every decision after it.
   */
  readonly blobsFirst?: () => Promise<Result<unknown>>
  /** Before a pull: a desk that joins may take all that is there in one piece. */
  readonly snapshot?: (hello: HelloAnswer) => Promise<Result<unknown>>
  /** May a page take effect? Asked before anything of it is taken in; a failure ends the round. */
  readonly mayTake?: (page: Page) => Result<unknown>
  readonly onProgress?: (waiting: number) => void
  /** Where it is given, batches grow as long as the line is quick. */
  readonly clock?: Clock
}

/** Bytes of bodies in the first push of a round: far below the central's limit, and a modem's minute. */
const pushBytes = 1_000_000
/** And in any: half of what the central takes compressed, so that bodies which do not get smaller fit too. */
const mostPushBytes = 4_000_000
/** A batch that took no longer than this, ms, may be followed by one of twice the size. */
const quickMs = 5000

/**
 * Settles once: says hello, sends what the central does not have, takes what it has. The central says how far it is, so a
 * lost answer, a restored backup of either side and a half-sent batch all end the same way. Whatever is cut short goes on
 * in the next round. A desk that turns out to be forked is noted as such in the store, which gives out no number from
 * then on. Errors: those of the client, of settling, sync.lost_own, sync.forked, sync.not_enrolled where the desk got a
 * new identity meanwhile.
 */
export async function settleOnce(store: Store, client: SettlingClient, options: RoundOptions): Promise<Result<Round>> {
  const device = store.identity()?.device ?? ''
  const done = await settleAs(store, whileSame(store, device, client), options)
  if (!done.ok && saysForked(done.failure, device)) store.noteFork(device)
  return done
}

async function settleAs(store: Store, client: SettlingClient, options: RoundOptions): Promise<Result<Round>> {
  const { signal, version, blobsFirst, snapshot } = options
  const said = await client.hello(signal)
  if (!said.ok) return said
  const hello = said.value
  if (isOlder(version, hello.minClient)) return fail('sync.client_too_old', { minClient: hello.minClient })
  const begun = await begin(store, hello.epoch, signal)
  if (!begun.ok) return begun
  const sent = store.sync.waiting() > 0 ? await blobsFirst?.() : undefined
  if (sent?.ok === false) return sent
  const pushed = await pushAll(store, client, hello, options)
  if (!pushed.ok) return pushed
  const taken = await snapshot?.(hello)
  if (taken?.ok === false) return taken
  const pulled = await pullAll(store, client, hello, options)
  // What held own work back may have its place now: the central was restored, and had it all the time.
  const more = pushed.value.held && pulled.ok ? await goOn(store, client, hello, options) : ok({ pushed: 0, pulled: 0 })
  // Also when the pull was cut short, and when an earlier round was: the tables must not wait for the next event.
  const rebuilt = await rebuildIfStale(store, signal)
  if (!pulled.ok) return pulled
  if (!more.ok) return more
  if (!rebuilt.ok) return rebuilt
  const waitsFor = heldBack(store, hello)
  return ok({
    ...{ pushed: pushed.value.count + more.value.pushed, pulled: pulled.value + more.value.pulled, hello },
    ...(waitsFor ? { waitsFor: waitsFor.brought ? 'other_office' : waitsFor.device } : {}),
  })
}

/** A desk may be without the central for so many days; by the central's clock, what is older is not waited for. */
const heldBack = ({ sync }: Store, { revoked = [], offlineDays, serverTime }: HelloAnswer) =>
  sync.heldBack({ gone: revoked, since: Date.parse(serverTime) - offlineDays * dayMs })
const dayMs = 86_400_000

/** Pushes and pulls once more in the same round. Gives how many. Errors: as `settleOnce`. */
async function goOn(store: Store, client: SettlingClient, { epoch }: HelloAnswer, options: RoundOptions) {
  const said = await client.hello(options.signal)
  if (!said.ok) return said
  // What has a place in the history before says nothing of this one: the next round begins with it.
  if (said.value.epoch !== epoch) return fail('sync.epoch_changed')
  const pushed = await pushAll(store, client, said.value, options)
  if (!pushed.ok) return pushed
  const pulled = await pullAll(store, client, said.value, { ...options, onProgress: () => {} })
  return pulled.ok ? ok({ pushed: pushed.value.count, pulled: pulled.value }) : pulled
}

/** More events than this are not written anew for it: the tables are at the end, once. */
const fewEvents = 2000

/**
 * Settles with this central from now on. What a desk wrote before cannot be taken back, so that others' past could not be
 * put before it without writing all tables anew at the end: a desk that joins with little of its own writes that little
 * anew now.
 */
async function begin(store: Store, epoch: string, signal: AbortSignal): Promise<Result<unknown>> {
  const anew = store.sync.epoch() !== epoch
  const begun = store.sync.begin(epoch)
  if (!begun.ok || !anew || store.sync.waiting() > fewEvents || store.since(0, fewEvents + 1).length > fewEvents)
    return begun
  return store.rebuild({ signal })
}

/** Pages that could not be put before this desk's own work leave the tables as they were until all of them are here. */
const rebuildIfStale = async (store: Store, signal: AbortSignal): Promise<Result<unknown>> =>
  store.status().stale.length > 0 ? store.rebuild({ signal }) : ok(null)

/** As many as both take. */
const eventsAtOnce = ({ mostEvents: taken = usualEvents }: HelloAnswer): number => Math.min(taken, mostEvents)

async function pushAll(
  store: Store,
  client: SettlingClient,
  hello: HelloAnswer,
  options: RoundOptions,
): Promise<Result<Pushed>> {
  const { signal, onProgress, clock } = options
  const { streams } = hello
  const office = store.identity()?.office
  const mine = streams.find(({ stream }) => stream === office)?.mine ?? { sequence: 0, hash: '' }
  const here = store.sync.chainAt(mine.sequence)
  // The central has more of this desk than the desk itself: its store was copied back.
  if (!here) return fail('sync.lost_own', { sequence: mine.sequence })
  if (mine.sequence > 0 && here.hash !== mine.hash) return fail('sync.forked', { sequence: mine.sequence })
  let after = mine.sequence
  const { most, send } = way(store, client, hello, signal)
  let limits = { events: most, bytes: pushBytes }
  let count = 0
  let held: HeldBack | undefined
  while (!signal.aborted) {
    const began = clock?.now()
    held = heldBack(store, hello)
    const free = held ? held.sequence - 1 - after : limits.events
    const sent = free > 0 ? send(after, { ...limits, events: Math.min(limits.events, free) }) : undefined
    if (!sent) break
    const answer = await sent.answer
    if (!answer.ok && answer.failure.code === 'sync.too_large' && sent.count > 1) {
      limits = { events: Math.ceil(sent.count / 2), bytes: Math.ceil(limits.bytes / 2) }
      continue
    }
    if (!answer.ok) return answer
    if (answer.value.durable <= after) return fail('sync.gap')
    count += answer.value.durable - after
    after = answer.value.durable
    onProgress?.(store.sync.waiting())
    if (clock && began !== undefined && clock.now() - began < quickMs)
      limits = { ...limits, bytes: Math.min(mostPushBytes, limits.bytes * 2) }
  }
  return ok({ count, held: held !== undefined })
}

interface Pushed {
  readonly count: number
  /** Something waits for another desk's work. */
  readonly held: boolean
}

/** How a batch goes out: as bytes where the central takes that, as JSON to an older one. */
function way(
  store: Store,
  client: SettlingClient,
  { epoch, packed, mostEvents: json = usualEvents }: HelloAnswer,
  signal: AbortSignal,
) {
  const { pushPacked } = client
  if (packed !== undefined && pushPacked)
    return {
      most: Math.min(packed, mostPackedEvents),
      send(after: number, limits: BatchLimits) {
        const batch = store.sync.packed(after, limits, epoch)
        return batch && { count: batch.count, answer: pushPacked(batch.bytes, signal) }
      },
    }
  return {
    most: Math.min(json, mostEvents),
    send(after: number, limits: BatchLimits) {
      const batch = store.sync.batch(after, limits)
      return batch && { count: batch.events.length, answer: client.push({ ...batch, epoch }, signal) }
    },
  }
}

async function pullAll(
  store: Store,
  client: SettlingClient,
  hello: HelloAnswer,
  { signal, onProgress, mayTake }: RoundOptions,
): Promise<Result<number>> {
  const { epoch } = hello
  const limit = eventsAtOnce(hello)
  const stream = store.identity()?.office ?? ''
  const ask = (after: number) => client.pull({ stream, after, limit }, signal)
  let count = 0
  let next = ask(store.sync.position())
  while (!signal.aborted) {
    const page = await next
    if (!page.ok) return page
    if (page.value.epoch !== epoch) return fail('sync.epoch_changed')
    const last = endOf(page.value)
    if (last === 0) break
    // The central makes the next page ready while this one is written down. What fails here leaves it unread.
    next = ask(last)
    const may = mayTake?.(page.value)
    if (may?.ok === false) return may
    const settled = store.sync.settle(page.value)
    if (!settled.ok) return settled
    count += settled.value.foreign.length
    onProgress?.(store.sync.waiting())
  }
  return ok(count)
}

/** The last place of the stream that is on a page; 0 when nothing is. */
function endOf({ events, runs = [] }: Page): number {
  const run = runs.at(-1)
  return Math.max(events.at(-1)?.position ?? 0, run ? run.position + run.count - 1 : 0)
}

/** Is version `a` older than `b`? Three numbers each. */
export function isOlder(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => text.split('.').map((part) => Number.parseInt(part, 10) || 0))
  for (let i = 0; i < 3; i++) {
    const difference = (left?.[i] ?? 0) - (right?.[i] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return false
}

import { createHash, createPrivateKey, createPublicKey, randomBytes, sign, verify } from 'node:crypto'
import { deviceId, publicKeyObject } from '../../../src/main/store/identity.ts'
import { createIds } from '../../../src/main/store/ids.ts'
import type { Random } from '../../../src/shared/ports.ts'
import { fail, ok, type Result } from '../../../src/shared/result.ts'
import { batchBytes } from '../../../src/shared/sync/batch.ts'
import { chainStart, commitmentOf, eventHash, type Sha256 } from '../../../src/shared/sync/event-header.ts'
import { placesInBlock } from '../../../src/shared/sync/places.ts'
import { type Judged, judge } from '../../../src/shared/sync/verdict.ts'
import {
  type ChainHead,
  type HelloAnswer,
  mostEvents,
  type OwnRun,
  type PlacedEvent,
  type PullAnswer,
  type PushAnswer,
  type PushRequest,
  type WireEvent,
} from '../../../src/shared/sync/wire.ts'

/** Rules that a planted fault may switch off, to see that a test notices. */
export interface Faults {
  readonly forgetsErasures?: boolean
  readonly judgesByArrivalOnly?: boolean
  /** What an office writes of a claim that it gave away counts as ever. */
  readonly letsLateCount?: boolean
  /** What comes late of a claim that went stays where it was written. */
  readonly forgetsLate?: boolean
  /** What comes late of somebody who was erased keeps its body. */
  readonly keepsLateBodies?: boolean
  /** Every third word of it begins another history. */
  readonly forgetsItsEpoch?: boolean
}

interface Row {
  readonly position: number
  readonly device: string
  readonly verdict: PlacedEvent['verdict']
  readonly why: string | undefined
  event: WireEvent
}

/** Chance that no seed gives, for tests that are about one thing. */
const anyRandom: Random = { bytes: (length) => new Uint8Array(randomBytes(length)) }

/**
 * The rules of the central in memory, one stream: what the simulation of desks settles with. It shares the judgement of
 * events (shared/sync/verdict.ts) with the real one, which keeps them in PostgreSQL; it knows nothing of who may write
 * what. Whatever it makes of its own, epochs, keys and ids, comes from `random`.
 */
export function createMemoryCentral(
  stream: string,
  erases: (type: string) => boolean,
  faults: Faults = {},
  random: Random = anyRandom,
) {
  const newId = createIds({ now: () => 0, zone: () => 'UTC' }, random)
  let epoch = newId()
  let hellos = 0
  let rows: Row[] = []
  const heads = new Map<string, { sequence: number; hash: Uint8Array; publicKey: Uint8Array }>()
  const batches: (PullAnswer['batches'][number] & { position: number })[] = []
  const holders = new Map<string, string>()
  const lost = new Set<string>()
  const erased = new Set<string>()
  /** Claims that are at another office: up to where they were brought there. */
  const away = new Map<string, number>()
  let { authorKey, author, privateKey } = newAuthor(random)
  const sha256: Sha256 = (...chunks) => createHash('sha256').update(Buffer.concat(chunks)).digest()
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
  const keyOf = ({ subject }: WireEvent) => `${subject.kind}/${subject.id}`

  const place = (device: string, event: WireEvent): PushAnswer['verdicts'][number] => {
    const body: unknown = event.body === null ? null : JSON.parse(event.body)
    const judged = judge(
      { ...event, body },
      {
        holder: (slot) => (faults.judgesByArrivalOnly ? undefined : holders.get(slot)),
        lost: (id) => lost.has(id),
        moved: ({ type, subject }) => !faults.letsLateCount && away.has(subject.id) && !erases(type),
      },
    )
    return write(device, event, judged)
  }

  const write = (device: string, event: WireEvent, judged: Judged): PushAnswer['verdicts'][number] => {
    const position = rows.length + 1
    if (event.type === 'claim.moved_out' && judged.verdict === 'ok' && device !== author) away.set(event.subject.id, 0)
    if (event.type === 'claim.moved_in') away.delete(event.subject.id)
    for (const freed of judged.frees ?? []) holders.delete(freed)
    for (const taken of judged.takes ?? []) holders.set(taken, event.id)
    if (judged.verdict === 'superseded') lost.add(event.id)
    let kept = event
    if (erased.has(keyOf(event)) && !erases(event.type) && !faults.keepsLateBodies) kept = withoutBody(event)
    if (erases(event.type) && !faults.forgetsErasures) {
      erased.add(keyOf(event))
      for (const row of rows)
        if (keyOf(row.event) === keyOf(event) && !erases(row.event.type)) row.event = withoutBody(row.event)
    }
    rows.push({ position, device, verdict: judged.verdict, why: judged.why, event: kept })
    return { sequence: event.sequence, position, verdict: judged.verdict, ...(judged.why ? { why: judged.why } : {}) }
  }

  const withoutBody = (event: WireEvent): WireEvent => {
    if (event.body === null || event.salt === null) return event
    const commitment = commitmentOf(sha256, Buffer.from(event.salt, 'base64'), Buffer.from(event.body))
    return { ...event, salt: null, body: null, commitment: base64(commitment) }
  }

  return {
    hello(device: string): HelloAnswer {
      hellos += 1
      if (faults.forgetsItsEpoch && hellos % 3 === 0) epoch = newId()
      const mine = heads.get(device) ?? { sequence: 0, hash: chainStart }
      return {
        ...{ wire: 1, epoch, serverTime: new Date(0).toISOString(), minClient: '0.0.0', offlineDays: 30 },
        streams: [{ stream, head: rows.length, mine: { sequence: mine.sequence, hash: base64(mine.hash) } }],
      }
    },

    push(device: string, publicKey: Uint8Array, request: PushRequest): Result<PushAnswer> {
      if (request.epoch !== epoch) return fail('sync.epoch_changed')
      if (deviceId(publicKey) !== device) return fail('sync.refused')
      const head = heads.get(device) ?? { sequence: 0, hash: chainStart, publicKey }
      const known = request.events.filter(({ sequence }) => sequence <= head.sequence)
      const fresh = request.events.slice(known.length)
      const first = fresh[0]
      if (first && first.sequence !== head.sequence + 1) return fail('sync.gap')
      let { sequence, hash } = head
      for (const event of fresh) {
        if (event.sequence !== sequence + 1) return fail('sync.gap')
        const commitment =
          event.salt !== null && event.body !== null
            ? commitmentOf(sha256, Buffer.from(event.salt, 'base64'), Buffer.from(event.body))
            : Buffer.from(event.commitment ?? '', 'base64')
        const [ms, counter] = event.hlc
        hash = eventHash(sha256, hash, { ...event, stream, device, hlc: { ms, counter } }, commitment)
        sequence = event.sequence
      }
      if (fresh.length === 0) {
        const same = request.head.sequence < head.sequence || request.head.hash === base64(head.hash)
        if (!same) return fail('sync.forked', { device, sequence: head.sequence })
        return ok({ durable: head.sequence, verdicts: [] })
      }
      const signed = batchBytes(stream, device, sequence, hash)
      const right =
        request.head.hash === base64(hash) &&
        verify(null, signed, publicKeyObject(publicKey), Buffer.from(request.signature, 'base64'))
      if (!right) return fail('sync.forked', { device, sequence: head.sequence })
      const verdicts = fresh.map((event) => place(device, event))
      heads.set(device, { sequence, hash, publicKey })
      const { head: end, signature } = request
      batches.push({ device, publicKey: base64(publicKey), head: end, signature, position: rows.length })
      return ok({ durable: sequence, verdicts })
    },

    pull(device: string, after: number, limit: number = mostEvents, own: 'each' | 'runs' = 'each'): PullAnswer {
      const plain = (row: Row) => own === 'runs' && row.device === device && (row.verdict ?? 'ok') === 'ok'
      const page = rows.slice(after, after + limit)
      const last = page.at(-1)?.position ?? after
      const runs: OwnRun[] = []
      for (const row of page.filter(plain)) {
        const [run, { sequence }] = [runs.at(-1), row.event]
        if (run && run.position + run.count === row.position) runs.splice(-1, 1, { ...run, count: run.count + 1 })
        else runs.push({ position: row.position, sequence, count: 1 })
      }
      return {
        epoch,
        events: page
          .filter((row) => !plain(row))
          .map(({ position, device: author, verdict, why, event }) => ({
            position,
            device: author,
            ...(verdict && verdict !== 'ok' ? { verdict } : {}),
            ...(why ? { why } : {}),
            ...(author === device ? { own: event.id } : { event }),
          })),
        ...(own === 'runs' ? { runs } : {}),
        batches: batches
          .filter(({ position }) => position > after && position <= last)
          .map(({ position: _, ...batch }) => batch),
        head: rows.length,
      }
    },

    /** The end of each chain as its device signed it last. */
    heads: (): PullAnswer['batches'] => [
      ...new Map(batches.map(({ position: _, ...one }) => [one.device, one])).values(),
    ],

    /** The digest of order and verdicts up to a place, as the real one gives it. */
    places(upTo: number): string {
      const line = ({ position, verdict, why, event: { id } }: Row) =>
        `${position} ${id.replaceAll('-', '')} ${verdict ?? 'ok'} ${why ?? ''}\n`
      const blocks: Uint8Array[] = []
      for (let at = 0; at < upTo; at += placesInBlock)
        blocks.push(
          sha256(
            Buffer.from(
              rows
                .slice(at, Math.min(at + placesInBlock, upTo))
                .map(line)
                .join(''),
            ),
          ),
        )
      return base64(sha256(...blocks))
    },

    /** A backup is put back: everything after a position is gone, and a new epoch says so. */
    restore(position: number, chains: ReadonlyMap<string, ChainHead>) {
      epoch = newId()
      ;({ authorKey, author, privateKey } = newAuthor(random))
      rows = rows.slice(0, position)
      for (const [device, head] of heads) {
        const chain = chains.get(device)
        if (chain) heads.set(device, { ...head, sequence: chain.sequence, hash: Buffer.from(chain.hash, 'base64') })
      }
    },
    /** An empty database, as after a backup from before everything. */
    begin() {
      this.restore(0, new Map())
      for (const known of [heads, holders, lost, erased, away]) known.clear()
      batches.length = 0
    },
    rows: (): readonly Readonly<Row>[] => rows,
    /** Who writes what comes from another office. */
    author: () => author,
    authorKey: () => authorKey,
    /** What of claims that left here was not brought to where they are, with what became of it; then it counts as brought. */
    leaving(has: (id: string) => boolean): Brought[] {
      const found: Brought[] = []
      for (const [claim, brought] of away) {
        const first = brought === 0
        if (!first && faults.forgetsLate) continue
        const events = rows
          .filter(({ position, event }) => position > brought && event.subject.id === claim && event.body !== null)
          .filter(({ event }) => !has(event.id))
          .map(({ event, verdict, why }) => ({
            event,
            judged: { verdict: verdict ?? 'ok', ...(why ? { why } : {}) } as Judged,
          }))
        away.set(claim, rows.length)
        found.push(...events)
        if (first) found.push({ event: arrival(claim, newId), judged: { verdict: 'ok' } })
      }
      return found
    },
    /** Writes what comes from another office at the end of the stream. */
    take(brought: readonly Brought[]) {
      if (brought.length === 0) return
      let { sequence, hash } = heads.get(author) ?? { sequence: 0, hash: chainStart }
      for (const { event, judged } of brought) {
        sequence += 1
        const here = { ...event, sequence }
        const commitment = commitmentOf(sha256, Buffer.from(event.salt ?? '', 'base64'), Buffer.from(event.body ?? ''))
        const [ms, counter] = event.hlc
        hash = eventHash(sha256, hash, { ...here, stream, device: author, hlc: { ms, counter } }, commitment)
        write(author, here, judged)
      }
      heads.set(author, { sequence, hash, publicKey: authorKey })
      const signature = base64(sign(null, batchBytes(stream, author, sequence, hash), privateKey))
      const head = { sequence, hash: base64(hash) }
      batches.push({ device: author, publicKey: base64(authorKey), head, signature, position: rows.length })
    },
    epoch: () => epoch,
  }
}

/** An event of another stream, with what became of it there. */
export interface Brought {
  readonly event: WireEvent
  readonly judged: Judged
}

const arrival = (claim: string, newId: () => string): WireEvent => ({
  ...{ id: newId(), sequence: 0, actor: newId(), subject: { kind: 'claim', id: claim } },
  ...{ type: 'claim.moved_in', version: 1, visibility: 'internal', at: 0, hlc: [0, 0] as [number, number], bases: [] },
  salt: Buffer.alloc(16, 7).toString('base64'),
  body: JSON.stringify({ from: 'lacolle-15', to: 'lacolle-15', out: newId(), on: '2026-11-27' }),
})

/** What stands before the 32 bytes of a private Ed25519 key in PKCS#8 form (RFC 8410). */
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The central's own device; another one in each history. */
function newAuthor(random: Random) {
  const key = Buffer.concat([pkcs8Prefix, random.bytes(32)])
  const privateKey = createPrivateKey({ key, format: 'der', type: 'pkcs8' })
  const authorKey: Uint8Array = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32)
  return { authorKey, author: deviceId(authorKey), privateKey }
}

/** Brings each office what came to it, and tells it what was erased there of what it gave away. */
export function bringBetween(one: MemoryCentral, other: MemoryCentral, erases: (type: string) => boolean): number {
  let count = 0
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    const has = new Set(to.rows().map(({ event }) => event.id))
    const brought = from.leaving((id) => has.has(id))
    to.take(brought)
    count += brought.length
    const known = new Set(from.rows().map(({ event }) => event.id))
    const gone = new Set(from.rows().map(({ event }) => event.subject.id))
    const erased = to
      .rows()
      .filter(({ event }) => erases(event.type) && gone.has(event.subject.id) && !known.has(event.id))
    from.take(erased.map(({ event }) => ({ event, judged: { verdict: 'ok' } })))
  }
  return count
}

export type MemoryCentral = ReturnType<typeof createMemoryCentral>

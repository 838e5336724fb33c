import { type KeyObject, sign } from 'node:crypto'
import { v7 } from 'uuid'
import { catalogue, type EventBody, type EventName } from '../../shared/domain/catalogue.ts'
import type { SubjectKind } from '../../shared/domain/event.ts'
import type { Random } from '../../shared/ports.ts'
import { batchBytes } from '../../shared/sync/batch.ts'
import { deviceIdOf } from '../../shared/sync/device-id.ts'
import { chainStart, commitmentOf, eventHash } from '../../shared/sync/event-header.ts'
import { keyOf, publicOf } from '../keys/ed25519.ts'
import { seal, unseal } from '../keys/sealing.ts'
import type { Database, Tx } from '../storage/database.ts'
import type { EventRow } from '../storage/events.ts'
import { addPortalDevice, keepPortalKey, lastMomentOf } from '../storage/portal/author.ts'
import { advanceStream, chainEnd, endChain, ensureStream, lockStream } from '../storage/streams.ts'
import type { Told } from '../sync/batch.ts'
import { sha256 } from '../sync/crypto.ts'
import { type Judgement, place } from '../sync/place.ts'
import type { SyncParts } from '../sync/push.ts'

/** What a person did, as an event to be written. */
export interface Said<N extends EventName = EventName> {
  readonly type: N
  /** Of the subject, whose kind follows from the type. */
  readonly subject: string
  readonly body: EventBody<N>
  /** The event that it goes on from: it comes after that one, whatever its author's clock said. */
  readonly after?: { readonly id: string; readonly hlc: Moment }
}

interface Moment {
  readonly ms: number
  readonly counter: number
}

export const said = <N extends EventName>(type: N, subject: string, body: EventBody<N>): Said => ({
  type,
  subject,
  body,
})

/** Where events were written: what desks of the office are told. */
export interface Written {
  readonly office: string
  readonly stream: string
  readonly head: number
  readonly files: readonly Buffer[]
}

/**
 * The central as an author. What people do through the portal becomes events of a device of its own, with its key and a
 * chain in each stream: desks pull and verify them as anybody's. It may write what a claimant may (`sync/writers.ts`).
 */
export interface PortalAuthor {
  /** Has its key at hand: to be waited for before a transaction, which must not wait for another connection. Gives its device. */
  ready(): Promise<string>
  /** Writes these events at the end of the stream of an office, in the caller's transaction, signed as one batch. */
  write(tx: Tx, at: { office: string; stream: string }, events: readonly Said[]): Promise<Written>
  /** Writes events of another stream again, as they were and with what became of them, then these of its own. */
  bring(
    tx: Tx,
    at: { office: string; stream: string },
    brought: readonly Brought[],
    events: readonly Said[],
  ): Promise<Written>
}

/** An event of another stream, with its salt and body in clear. */
export interface Brought {
  readonly row: EventRow
  readonly salt: Buffer
  readonly body: Buffer
}

interface Key {
  readonly device: string
  readonly publicKey: Uint8Array
  readonly privateKey: KeyObject
}

/** The author's key is made when it is first needed, once in each history of the database. */
export function createPortalAuthor(parts: SyncParts): PortalAuthor {
  const { database, clock, random, wrappingKey } = parts
  let opened: Promise<Key> | undefined
  const key = (): Promise<Key> => {
    opened ??= openKey(database, wrappingKey, random).catch((error: unknown) => {
      opened = undefined
      throw error
    })
    return opened
  }
  const bring = async (
    tx: Tx,
    { office, stream }: { office: string; stream: string },
    brought: readonly Brought[],
    events: readonly Said[],
  ): Promise<Written> => {
    const { device, publicKey, privateKey } = await key()
    await addPortalDevice(tx, { device, public_key: Buffer.from(publicKey), enrolled: new Date(clock.now()) })
    await ensureStream(tx, stream, office)
    const locked = await lockStream(tx, stream)
    if (!locked) throw new Error('A stream that was just made is not there')
    const end = (await chainEnd(tx, stream, device)) ?? { sequence: 0, hash: Buffer.from(chainStart) }
    const started = said('device.started', device, {
      publicKey: Buffer.from(publicKey).toString('base64'),
      as: 'portal',
    })
    const before = latest([
      await lastMomentOf(tx, stream, device),
      ...events.map(({ after }) => after?.hlc),
      ...brought.map(({ row }) => ({ ms: row.hlc_ms, counter: row.hlc_counter })),
    ])
    const now = clock.now()
    const ms = Math.max(now, before?.ms ?? 0)
    let counter = ms === before?.ms ? before.counter + 1 : 0
    const own = ({ type, subject, body: given, after }: Said): Ready => {
      const { about, version, visibility, body: schema } = catalogue[type]
      return {
        id: v7({ msecs: now, random: random.bytes(16) }),
        actor: device,
        subject: { kind: about satisfies SubjectKind, id: subject },
        ...{ type, version, visibility },
        at: now,
        hlc: [ms, counter++],
        bases: after ? [after.id] : [],
        salt: Buffer.from(random.bytes(16)),
        body: Buffer.from(JSON.stringify(schema.parse(given)), 'utf8'),
      }
    }
    const all: Ready[] = [...(end.sequence === 0 ? [own(started)] : []), ...brought.map(again), ...events.map(own)]
    let hash: Uint8Array = end.hash
    const fresh = all.map(({ salt, body, judged: _, ...rest }, i) => {
      const commitment = Buffer.from(commitmentOf(sha256, salt, body))
      const event = { ...rest, sequence: end.sequence + 1 + i }
      const [wallMs, count] = rest.hlc
      hash = eventHash(sha256, hash, { ...event, stream, device, hlc: { ms: wallMs, counter: count } }, commitment)
      return { event, body, plain: Buffer.concat([salt, body]), commitment, hash: Buffer.from(hash) }
    })
    const judged = new Map(all.flatMap((one) => (one.judged ? [[one.id, one.judged] as const] : [])))
    const placed = await place(parts, tx, { stream: locked, device, revoked: false, portal: true, judged }, fresh)
    const refused = placed.placed.find(({ verdict }) => verdict === 'quarantined')
    if (refused) throw new Error(`The portal wrote what it may not: ${refused.why}`)
    const last = end.sequence + fresh.length
    const signature = sign(null, batchBytes(stream, device, last, hash), privateKey)
    const pos = locked.head + fresh.length
    await endChain(tx, { stream, device, pos }, last, Buffer.from(hash), signature)
    await advanceStream(tx, stream, fresh.length)
    return { office: locked.office, stream, head: pos, files: placed.unnamed }
  }
  return {
    ready: async () => (await key()).device,
    write: (tx, at, events) => bring(tx, at, [], events),
    bring,
  }
}

type Ready = Omit<Told, 'sequence'> & {
  readonly salt: Buffer
  readonly body: Buffer
  /** What became of it in the stream that it comes from. */
  readonly judged?: Judgement
}

const again = ({ row, salt, body }: Brought): Ready => ({
  id: row.id,
  actor: row.actor,
  subject: { kind: row.kind, id: row.subject },
  ...{ type: row.type, version: row.version, visibility: row.visibility },
  at: row.at_ms,
  hlc: [row.hlc_ms, row.hlc_counter],
  bases: [...row.bases],
  ...{ salt, body },
  judged: { verdict: row.verdict, ...(row.why ? { why: row.why } : {}) },
})

const latest = (moments: readonly (Moment | undefined)[]): Moment | undefined =>
  moments.reduce((a, b) => (!a || (b && (b.ms > a.ms || (b.ms === a.ms && b.counter > a.counter))) ? b : a), undefined)

const about = Buffer.from('passerelle portal key 1')

async function openKey({ db, epoch }: Database, wrappingKey: Uint8Array, random: Random): Promise<Key> {
  const made = random.bytes(32)
  const offered = Buffer.from(publicOf(keyOf(made)))
  const kept = await keepPortalKey(db, {
    epoch,
    device: deviceIdOf(sha256, offered),
    public_key: offered,
    wrapped: seal(made, wrappingKey, about, random),
  })
  const seed = unseal(kept.wrapped, wrappingKey, about)
  if (!seed) throw new Error('The key of the portal does not open with the key file')
  return { device: kept.device, publicKey: new Uint8Array(kept.public_key), privateKey: keyOf(seed) }
}

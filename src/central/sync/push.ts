import type { Clock, Random } from '../../shared/ports.ts'
import { batchBytes } from '../../shared/sync/batch.ts'
import { chainStart } from '../../shared/sync/event-header.ts'
import type { ReadPush } from '../../shared/sync/packed-push.ts'
import type { PushAnswer, PushRequest } from '../../shared/sync/wire.ts'
import type { Signer } from '../keys/signing.ts'
import { done, type Outcome, refuse } from '../problem.ts'
import { codeOf, constraintOf, type Database, type Tx } from '../storage/database.ts'
import type { DeviceRow } from '../storage/devices.ts'
import { type KnownEvent, knownEvents } from '../storage/events.ts'
import { advanceStream, chainEnd, endChain, findStream, lockStream } from '../storage/streams.ts'
import type { SubjectKeys } from '../storage/subject-keys.ts'
import { type Batch, batchOf, hashesOf } from './batch.ts'
import { verifyEd25519 } from './crypto.ts'
import { type Placed, place } from './place.ts'

export interface SyncParts {
  readonly database: Database
  readonly keys: SubjectKeys
  readonly clock: Clock
  readonly random: Random
  readonly signer: Signer
  readonly wrappingKey: Uint8Array
}

/** The answer, and what follows from it here. */
export interface Pushed {
  readonly answer: PushAnswer
  readonly taken: readonly Placed[]
  readonly office: string
  readonly head: number
  /** Files that no record names any more. */
  readonly unnamed: readonly Buffer[]
}

/**
 * Takes in a batch of a device's chain. Nothing of it is written unless the chain and its signature hold; everything of
 * it is, with a verdict a event, when they do. Sending it again is harmless: what is known is answered as it was.
 */
export async function push(
  parts: SyncParts,
  device: DeviceRow,
  given: PushRequest | ReadPush,
): Promise<Outcome<Pushed>> {
  const { database } = parts
  if (given.epoch !== database.epoch) return refuse(409, 'epoch', { epoch: database.epoch })
  const stream = await findStream(database.db, given.stream)
  if (stream?.office !== device.office) return refuse(403, 'scope')
  const batch = batchOf(given, device.device)
  if (!batch.ok) return batch
  const { last, hash, signature } = batch.value
  const signed = batchBytes(given.stream, device.device, last, hash)
  if (!verifyEd25519(device.public_key, signature, signed)) return refuse(422, 'batch_signature')
  try {
    return await database.transact((tx) => takeIn(parts, tx, device, batch.value))
  } catch (error) {
    const code = codeOf(error)
    if (code === uniqueViolation && constraintOf(error) === idOfEvent)
      return refuse(422, 'schema', { reason: 'duplicate_id' })
    if (code?.startsWith(dataException)) return refuse(422, 'schema', { reason: 'value' })
    throw error
  }
}

/** SQLSTATE: an id that stands in the stream already; a number or a letter that no column holds. Only a hostile or broken desk. */
const uniqueViolation = '23505'
const dataException = '22'
const idOfEvent = 'event_stream_id_key'

async function takeIn(parts: SyncParts, tx: Tx, device: DeviceRow, batch: Batch): Promise<Outcome<Pushed>> {
  const { stream, events, last, hash: headHash, signature } = batch
  const locked = await lockStream(tx, stream)
  if (!locked) return refuse(403, 'scope')
  const end = (await chainEnd(tx, stream, device.device)) ?? { sequence: 0, hash: Buffer.from(chainStart) }
  const first = events[0]?.event.sequence ?? 1
  if (first > end.sequence + 1) return refuse(409, 'gap', { head: end.sequence })
  const known =
    first > end.sequence ? new Map<number, KnownEvent>() : await knownEvents(tx, stream, device.device, first - 1, last)
  const before = first === 1 ? chainStart : (known.get(first - 1)?.hash ?? end.hash)
  const hashes = hashesOf(before, batch)
  const forked = hashes.some((hash, i) => known.get(first + i)?.hash.equals(hash) === false)
  // A signature of ours over another past: the device was copied, or its store was put back.
  if (forked || !hashes.at(-1)?.equals(headHash)) return refuse(409, 'fork', { head: end.sequence })

  const fresh = events.flatMap((one, i) => {
    const hash = hashes[i]
    return hash && one.event.sequence > end.sequence ? [{ ...one, hash }] : []
  })
  const { placed, unnamed } = await place(
    parts,
    tx,
    { stream: locked, device: device.device, revoked: device.status === 'revoked' },
    fresh,
  )
  if (fresh.length > 0) {
    const at = { stream, device: device.device, pos: locked.head + fresh.length }
    await endChain(tx, at, last, headHash, signature)
    await advanceStream(tx, stream, fresh.length)
  }
  const old = [...known.values()].filter(({ sequence }) => sequence >= first)
  const verdicts = [...old.map(answerOf), ...placed.map(answerOf)].sort((a, b) => a.sequence - b.sequence)
  const answer = { durable: Math.max(end.sequence, last), verdicts }
  return done({ answer, taken: placed, office: locked.office, head: locked.head + fresh.length, unnamed })
}

const answerOf = ({ sequence, pos, verdict, why }: KnownEvent | Placed) => ({
  sequence,
  position: pos,
  verdict,
  ...(why ? { why } : {}),
})

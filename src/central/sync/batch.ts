import { isUtf8 } from 'node:buffer'
import { mostBodyBytes } from '../../shared/sync/body-limit.ts'
import { type EventHeader, eventHash } from '../../shared/sync/event-header.ts'
import type { ReadPush } from '../../shared/sync/packed-push.ts'
import type { PushRequest, WireEvent } from '../../shared/sync/wire.ts'
import { uuidToBytes } from '../../shared/uuid-bytes.ts'
import { done, type Outcome, refuse } from '../problem.ts'
import { sha256 } from './crypto.ts'

/** What an event says beside its body. */
export type Told = Omit<WireEvent, 'salt' | 'body' | 'commitment'>

/** An event with what its chain needs of its body. */
export interface Prepared {
  readonly event: Told
  /** UTF-8 of its JSON. */
  readonly body: Buffer | null
  /** Salt and body in a row: what the commitment is over, and what is sealed. */
  readonly plain: Buffer | null
  readonly commitment: Buffer
}

/** Length of a salt, bytes. */
const saltLength = 16

/** A push, whichever form it came in. */
export interface Batch {
  readonly stream: string
  readonly events: readonly Prepared[]
  /** What the hash of each event is over, beside the one before it and the commitment. */
  readonly headers: readonly EventHeader[]
  /** Sequence and hash of the last event, and what the device signed of them. */
  readonly last: number
  readonly hash: Buffer
  readonly signature: Buffer
}

/** What can be checked without the database: a chain without a gap, bodies within their limit. */
export const batchOf = (given: PushRequest | ReadPush, device: string): Outcome<Batch> =>
  'head' in given ? ofJson(given, uuidToBytes(device)) : ofBytes(given, uuidToBytes(device))

function ofJson({ stream, events, head, signature }: PushRequest, device: Uint8Array): Outcome<Batch> {
  const prepared: Prepared[] = []
  const headers: EventHeader[] = []
  const streamBytes = uuidToBytes(stream)
  let next = events[0]?.sequence ?? 0
  for (const { salt: salted, body: text, commitment: said, ...event } of events) {
    if (event.sequence !== next++) return refuse(422, 'schema', { reason: 'sequence' })
    if ((text === null) !== (salted === null)) return refuse(422, 'schema', { reason: 'commitment' })
    const plain =
      text === null || salted === null
        ? null
        : Buffer.concat([Buffer.from(salted, 'base64'), Buffer.from(text, 'utf8')])
    const one = withCommitment(event, plain, said === undefined ? null : Buffer.from(said, 'base64'))
    if (!one.ok) return one
    prepared.push(one.value)
    const [ms, counter] = event.hlc
    headers.push({ ...event, stream: streamBytes, device, hlc: { ms, counter } })
  }
  if (events.at(-1)?.sequence !== head.sequence) return refuse(422, 'schema', { reason: 'head' })
  const ends = { hash: Buffer.from(head.hash, 'base64'), signature: Buffer.from(signature, 'base64') }
  return done({ stream, events: prepared, headers, last: head.sequence, ...ends })
}

function ofBytes({ stream, events, hash, signature }: ReadPush, device: Uint8Array): Outcome<Batch> {
  const prepared: Prepared[] = []
  const headers: EventHeader[] = []
  const streamBytes = uuidToBytes(stream)
  for (const { event, plain, commitment, id, subject, bases } of events) {
    const one = withCommitment(event, plain && bufferOf(plain), commitment && bufferOf(commitment))
    if (!one.ok) return one
    // As JSON it goes to other desks, whose hash must be that of the same bytes.
    if (one.value.body && !isUtf8(one.value.body)) return refuse(422, 'schema', { reason: 'text' })
    prepared.push(one.value)
    const { sequence, actor, type, version, visibility, at } = event
    headers.push({
      ...{ id, stream: streamBytes, device, sequence, actor, type, version, visibility, at, bases },
      subject: { kind: event.subject.kind, id: subject },
      hlc: { ms: event.hlc[0], counter: event.hlc[1] },
    })
  }
  const last = events.at(-1)?.event.sequence ?? 0
  return done({ stream, events: prepared, headers, last, hash: bufferOf(hash), signature: bufferOf(signature) })
}

/** The commitment is computed where there is a body, and taken as it is where there is none. */
function withCommitment(event: Told, plain: Buffer | null, said: Buffer | null): Outcome<Prepared> {
  if (plain) {
    const body = plain.subarray(saltLength)
    if (body.length > mostBodyBytes) return refuse(413, 'too_large', { sequence: event.sequence })
    return done({ event, body, plain, commitment: bufferOf(sha256(plain)) })
  }
  if (said?.length !== 32) return refuse(422, 'schema', { reason: 'commitment' })
  return done({ event, body: null, plain: null, commitment: said })
}

/** The hash of each event in a row, from the one before the first. */
export function hashesOf(before: Uint8Array, { headers, events }: Pick<Batch, 'headers' | 'events'>): Buffer[] {
  let previous = before
  return events.map(({ commitment }, i) => {
    previous = eventHash(sha256, previous, headers[i] as EventHeader, commitment)
    return bufferOf(previous)
  })
}

/** The same bytes. */
const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)

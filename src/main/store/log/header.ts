import { createHash } from 'node:crypto'
import type { Moment } from './hlc.ts'

/** What the hash of an event covers, but for its body. UUIDs as 16 bytes; no local number is in it. */
export interface EventHeader {
  readonly id: Uint8Array
  readonly stream: Uint8Array
  readonly device: Uint8Array
  readonly sequence: number
  readonly actor: Uint8Array
  readonly subjectKind: string
  readonly subjectId: Uint8Array
  readonly type: string
  readonly version: number
  readonly visibility: string
  readonly at: number
  readonly hlc: Moment
  /** Sorted ids, 16 bytes each. */
  readonly bases: Uint8Array
}

/** Previous hash of the first event of a chain. */
export const chainStart: Uint8Array = new Uint8Array(32)

/**
 * The canonical bytes of an event's header: the legal record, which the central and every later reader recomputes.
 *
 * Fourteen parts in this order. Each part is its length in bytes (unsigned 32-bit, big-endian) and its bytes.
 * Text is UTF-8. Numbers are 8 bytes, signed 64-bit big-endian. UUIDs are their 16 bytes (RFC 9562 order).
 *
 *  1 text    `passerelle/event/1`    the format itself
 *  2 UUID    event id
 *  3 UUID    stream (office)
 *  4 UUID    device
 *  5 number  sequence in the chain of (stream, device), from 1
 *  6 UUID    actor
 *  7 text    kind of the subject
 *  8 UUID    id of the subject
 *  9 text    type of the event
 * 10 number  version of the type
 * 11 text    visibility
 * 12 number  author's clock, ms since 1970-01-01T00:00Z
 * 13 number  hybrid logical clock, ms; then its counter: together 16 bytes
 * 14 bytes   bases: the 16-byte ids that the author saw, in ascending order, none twice
 */
export function headerBytes(header: EventHeader): Uint8Array {
  return parts([
    'passerelle/event/1',
    header.id,
    header.stream,
    header.device,
    int64(header.sequence),
    header.actor,
    header.subjectKind,
    header.subjectId,
    header.type,
    int64(header.version),
    header.visibility,
    int64(header.at),
    int64(header.hlc.ms, header.hlc.counter),
    header.bases,
  ])
}

/** SHA-256 of salt (16 random bytes) and body: without both nobody can guess the body from it. */
export const commitmentOf = (salt: Uint8Array, body: Uint8Array): Uint8Array => sha256(salt, body)

/** SHA-256 of the previous event's hash (32 bytes), the header's bytes and the commitment (32 bytes). */
export const eventHash = (previous: Uint8Array, header: EventHeader, commitment: Uint8Array): Uint8Array =>
  sha256(previous, headerBytes(header), commitment)

/** Length-prefixed parts in a row: no two lists of parts give the same bytes. */
export function parts(values: readonly (string | Uint8Array)[]): Uint8Array {
  const chunks: Uint8Array[] = []
  for (const value of values) {
    const bytes = typeof value === 'string' ? Buffer.from(value, 'utf8') : value
    const length = Buffer.allocUnsafe(4)
    length.writeUInt32BE(bytes.length)
    chunks.push(length, bytes)
  }
  return Buffer.concat(chunks)
}

/** Each number in 8 bytes, signed, big-endian. */
export function int64(...values: readonly number[]): Uint8Array {
  const bytes = Buffer.allocUnsafe(values.length * 8)
  for (const [i, value] of values.entries()) bytes.writeBigInt64BE(BigInt(value), i * 8)
  return bytes
}

export function sha256(...chunks: readonly Uint8Array[]): Uint8Array {
  const hash = createHash('sha256')
  for (const chunk of chunks) hash.update(chunk)
  return hash.digest()
}

import { putUuid, uuidToBytes } from '../uuid-bytes.ts'

/** A UUID as lower-case text or as its 16 bytes. */
type Id = string | Uint8Array

/** What the hash of an event covers, but for its body. No local number is in it. */
export interface EventHeader {
  readonly id: Id
  /** Office whose stream it belongs to. */
  readonly stream: Id
  readonly device: Id
  /** Place in the chain of (stream, device), from 1. */
  readonly sequence: number
  readonly actor: Id
  readonly subject: { readonly kind: string; readonly id: Id }
  readonly type: string
  readonly version: number
  readonly visibility: string
  /** Author's clock, ms since 1970-01-01T00:00Z. */
  readonly at: number
  readonly hlc: { readonly ms: number; readonly counter: number }
  /** Ids of the events that the author saw, in any order; or what `packIds` made of them. */
  readonly bases: readonly string[] | Uint8Array
}

/** SHA-256 over chunks in a row, as bytes or as their text; handed in, so that this file needs no platform. */
export type Sha256<Digest = Uint8Array> = (...chunks: readonly Uint8Array[]) => Digest

/** Previous hash of the first event of a chain. */
export const chainStart: Uint8Array = new Uint8Array(32)

/**
 * The canonical bytes of an event's header: the legal record, which desk, central and every later reader recompute.
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
export const headerBytes = (header: EventHeader): Uint8Array => {
  const { bytes, end } = withRoom(header, 0, 0)
  return bytes.slice(0, end)
}

/**
 * Header bytes behind room for what comes before them, in memory that is written over by the next call: this runs several
 * times for every event that any desk or central ever sees.
 */
function withRoom(header: EventHeader, before: number, after: number): { bytes: Uint8Array; end: number } {
  const { sequence, version, at, hlc } = header
  const bases = header.bases instanceof Uint8Array ? header.bases : packIds(header.bases)
  const [kind, type, visibility] = [word(header.subject.kind), word(header.type), word(header.visibility)]
  const fixed = partsOfHeader * lengthBytes + form.length + 5 * 16 + 3 * 8 + 16
  const size = before + fixed + kind.length + type.length + visibility.length + bases.length + after
  if (scratch.bytes.length < size) scratch = memory(size * 2)
  const { bytes, view } = scratch
  let end = before
  const length = (of: number) => {
    view.setUint32(end, of)
    end += lengthBytes
  }
  const put = (part: Uint8Array) => {
    length(part.length)
    bytes.set(part, end)
    end += part.length
  }
  const id = (of: Id) => {
    if (typeof of !== 'string') return put(of)
    length(16)
    putUuid(bytes, end, of)
    end += 16
  }
  const number = (value: number) => {
    putInt64(view, end, value)
    end += 8
  }
  put(form)
  id(header.id)
  id(header.stream)
  id(header.device)
  length(8)
  number(sequence)
  id(header.actor)
  put(kind)
  id(header.subject.id)
  put(type)
  length(8)
  number(version)
  put(visibility)
  length(8)
  number(at)
  length(16)
  number(hlc.ms)
  number(hlc.counter)
  put(bases)
  return { bytes, end }
}

const partsOfHeader = 14
const lengthBytes = 4

const memory = (size: number) => {
  const bytes = new Uint8Array(size)
  return { bytes, view: new DataView(bytes.buffer) }
}
let scratch = memory(1024)

/** SHA-256 of salt (16 random bytes) and body (UTF-8 of its JSON): without both nobody can guess the body from it. */
export const commitmentOf = (sha256: Sha256, salt: Uint8Array, body: Uint8Array): Uint8Array => sha256(salt, body)

/** SHA-256 of the previous event's hash (32 bytes), the header's bytes and the commitment (32 bytes). */
export const eventHash = <Digest>(
  sha256: Sha256<Digest>,
  previous: Uint8Array,
  header: EventHeader,
  commitment: Uint8Array,
): Digest => {
  const { bytes, end } = withRoom(header, previous.length, commitment.length)
  bytes.set(previous, 0)
  bytes.set(commitment, end)
  return sha256(bytes.subarray(0, end + commitment.length))
}

const noIds = new Uint8Array(0)

/** The sorted, distinct ids in one run of 16-byte values: the same set always gives the same bytes. */
export function packIds(ids: readonly string[]): Uint8Array {
  if (ids.length === 0) return noIds
  if (ids.length === 1 && ids[0]) return uuidToBytes(ids[0])
  const sorted = [...new Set(ids.map((id) => id.toLowerCase()))].sort()
  const bytes = new Uint8Array(sorted.length * 16)
  for (const [i, id] of sorted.entries()) putUuid(bytes, i * 16, id)
  return bytes
}

const utf8 = new TextEncoder()
const form = utf8.encode('passerelle/event/1')

/** Kinds, types and visibilities come again and again; a bound, in case somebody makes them up. */
const mostWords = 1000
const words = new Map<string, Uint8Array>()

function word(text: string): Uint8Array {
  const known = words.get(text)
  if (known) return known
  if (words.size >= mostWords) words.clear()
  const bytes = utf8.encode(text)
  words.set(text, bytes)
  return bytes
}

/** Length-prefixed parts in a row: no two lists of parts give the same bytes. */
export function parts(values: readonly (string | Uint8Array)[]): Uint8Array {
  const chunks = values.map((value) => (typeof value === 'string' ? utf8.encode(value) : value))
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + 4 + length, 0))
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const chunk of chunks) {
    view.setUint32(at, chunk.length)
    bytes.set(chunk, at + 4)
    at += 4 + chunk.length
  }
  return bytes
}

/** Each number in 8 bytes, signed, big-endian. */
export function int64(...values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 8)
  const view = new DataView(bytes.buffer)
  for (const [i, value] of values.entries()) putInt64(view, i * 8, value)
  return bytes
}

/** In two halves: a tenth of what a BigInt costs, and every event has six of them. */
function putInt64(view: DataView, at: number, value: number): void {
  if (!Number.isSafeInteger(value)) throw new RangeError('Not a whole number that is exact')
  view.setInt32(at, Math.floor(value / 2 ** 32))
  view.setUint32(at + 4, value >>> 0)
}

import { z } from 'zod'
import { putUuid } from '../uuid-bytes.ts'
import { type PushRequest, type WireEvent, wireEvent } from './wire.ts'

/**
 * A push as bytes: what `PushRequest` says, with ids, salts and bodies as they are stored. As JSON every body is quoted,
 * unquoted and turned from text to bytes and back, which took both sides longer than to hash it. All numbers big-endian.
 *
 *     4  `PSP1`
 *    16  stream    16  epoch     64  signature    32  hash of the last event
 *     8  sequence of the first event              4   number of events
 *     4  length of the shapes, and the shapes: a JSON list of what most events have in common
 *
 * and each event:
 *
 *    16  id        16  id of the subject          2   number of its shape, from 0
 *     8  author's clock, ms    8  hybrid clock, ms (both 64-bit floating point)   4  its counter
 *     2  number of bases       4  length of the body; 2^32 - 1 where there is none
 *        the bases, 16 each, in ascending order
 *        salt (16) and body, or the commitment (32) where there is no body
 */
export const packedPushType = 'application/vnd.passerelle.push'

/** Most events of one packed push: a central says in `hello` how many it takes. */
export const mostPackedEvents = 2000

const { actor, type, version, visibility, subject } = wireEvent.shape
const shape = z.object({ actor, kind: subject.shape.kind, type, version, visibility })
/** What events have in common. */
export type Shape = z.infer<typeof shape>
const shapeList = z.array(shape).max(mostPackedEvents)

/** An event as it is packed. */
export interface PackedEvent {
  readonly shape: Shape
  /** Author's clock, ms since 1970-01-01T00:00Z. */
  readonly at: number
  /** Hybrid logical clock: ms and counter. */
  readonly hlc: readonly [number, number]
  /** How many there are. */
  readonly bases: number
  /** Bytes of the body, UTF-8 of its JSON; null once it is erased. */
  readonly body: number | null
  /** Id and subject, 16 bytes each; the bases, ascending, none twice; salt and body, or the commitment: in a row. */
  readonly bytes: Uint8Array
}

export interface PackedPush extends Pick<PushRequest, 'stream' | 'epoch'> {
  readonly first: number
  readonly events: readonly PackedEvent[]
  /** Hash of the last event, 32 bytes; the signature is over `batchBytes`, 64 bytes. */
  readonly hash: Uint8Array
  readonly signature: Uint8Array
}

const magic = [0x50, 0x53, 0x50, 0x31]
const headLength = 4 + 16 + 16 + 64 + 32 + 8 + 4 + 4
const fixedLength = 16 + 16 + 2 + 8 + 8 + 4 + 2 + 4
/** Id and subject, before everything else of an event. */
const idsLength = 32
const noBody = 2 ** 32 - 1
const mostBases = 500
/** Where the parts of the head begin. */
const at = { stream: 4, epoch: 20, signature: 36, hash: 100, first: 132, count: 140, shapes: 144 } as const

/** @param memory gives so many bytes to write to: new ones, unless the caller has some */
export function packPush(
  { stream, epoch, first, events, hash, signature }: PackedPush,
  memory: (length: number) => Uint8Array<ArrayBuffer> = (length) => new Uint8Array(length),
): Uint8Array {
  const { shapes, numbers } = shapesOf(events)
  const said = new TextEncoder().encode(JSON.stringify(shapes))
  const bytes = memory(events.reduce((sum, event) => sum + lengthOf(event), headLength + said.length))
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  bytes.set(magic, 0)
  putUuid(bytes, at.stream, stream)
  putUuid(bytes, at.epoch, epoch)
  bytes.set(signature, at.signature)
  bytes.set(hash, at.hash)
  view.setFloat64(at.first, first)
  view.setUint32(at.count, events.length)
  view.setUint32(at.shapes, said.length)
  bytes.set(said, headLength)
  let from = headLength + said.length
  for (const [i, event] of events.entries()) {
    bytes.set(event.bytes.subarray(0, idsLength), from)
    view.setUint16(from + 32, numbers[i] ?? 0)
    view.setFloat64(from + 34, event.at)
    view.setFloat64(from + 42, event.hlc[0])
    view.setUint32(from + 50, event.hlc[1])
    view.setUint16(from + 54, event.bases)
    view.setUint32(from + 56, event.body ?? noBody)
    bytes.set(event.bytes.subarray(idsLength), from + fixedLength)
    from += lengthOf(event)
  }
  return bytes
}

const lengthOf = ({ bytes }: PackedEvent): number => fixedLength - idsLength + bytes.length

/** Each shape once, and which one each event has. Most have that of the event before them, as one object. */
function shapesOf(events: readonly PackedEvent[]): { shapes: Shape[]; numbers: number[] } {
  const known = new Map<string, number>()
  const shapes: Shape[] = []
  let [last, number]: [Shape | undefined, number] = [undefined, 0]
  const numbers = events.map(({ shape }) => {
    if (shape === last) return number
    const name = JSON.stringify(shape)
    number = known.get(name) ?? shapes.push(shape) - 1
    known.set(name, number)
    last = shape
    return number
  })
  return { shapes, numbers }
}

/** An event as it was read: what JSON would say of it, and its bytes, which are parts of the message. */
export interface ReadEvent {
  readonly id: Uint8Array
  readonly subject: Uint8Array
  readonly bases: Uint8Array
  readonly event: Omit<WireEvent, 'salt' | 'body' | 'commitment'>
  /** Salt and body in a row, where there is a body. */
  readonly plain: Uint8Array | null
  /** Only where there is none. */
  readonly commitment: Uint8Array | null
}

export interface ReadPush extends Omit<PackedPush, 'events' | 'first'> {
  readonly events: readonly ReadEvent[]
}

/** Lower-case text of the 16 bytes of a UUID; handed in, since each platform has its quick way. */
export type UuidText = (bytes: Uint8Array) => string

/**
 * Reads a packed push, with every check that the schema of a `PushRequest` makes; undefined when it is none. What the
 * bodies say, and how long they may be, is for the caller to see.
 */
export function readPackedPush(bytes: Uint8Array, uuidText: UuidText): ReadPush | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  if (bytes.length < headLength || magic.some((value, i) => bytes[i] !== value)) return undefined
  const [first, all, said] = [view.getFloat64(at.first), view.getUint32(at.count), view.getUint32(at.shapes)]
  if (!Number.isSafeInteger(first) || !Number.isSafeInteger(first + all) || first < 1) return undefined
  const shapes = shapesIn(bytes.subarray(headLength, headLength + said))
  if (!shapes || all < 1 || all > mostPackedEvents) return undefined
  if (!isUuid(bytes, at.stream) || !isUuid(bytes, at.epoch)) return undefined
  const events: ReadEvent[] = []
  let from = headLength + said
  for (let i = 0; i < all; i++) {
    if (from + fixedLength > bytes.length) return undefined
    const [length, count] = [view.getUint32(from + 56), view.getUint16(from + 54)]
    const shape = shapes[view.getUint16(from + 32)]
    const own = from + fixedLength + count * 16
    const end = own + (length === noBody ? 32 : 16 + length)
    if (end > bytes.length || count > mostBases || !shape) return undefined
    const [wall, ms] = [view.getFloat64(from + 34), view.getFloat64(from + 42)]
    if (!Number.isSafeInteger(wall) || !Number.isSafeInteger(ms)) return undefined
    if (!isUuid(bytes, from) || !isUuid(bytes, from + 16)) return undefined
    const [id, subject] = [bytes.subarray(from, from + 16), bytes.subarray(from + 16, from + 32)]
    const bases = bytes.subarray(from + fixedLength, own)
    const named = basesIn(bases, uuidText)
    if (!named) return undefined
    const event = {
      id: uuidText(id),
      sequence: first + i,
      actor: shape.actor,
      subject: { kind: shape.kind, id: uuidText(subject) },
      type: shape.type,
      version: shape.version,
      visibility: shape.visibility,
      at: wall,
      hlc: [ms, view.getUint32(from + 50)] as [number, number],
      bases: named,
    }
    const rest = bytes.subarray(own, end)
    const hasBody = length !== noBody
    events.push({ event, id, subject, bases, plain: hasBody ? rest : null, commitment: hasBody ? null : rest })
    from = end
  }
  if (from !== bytes.length) return undefined
  const stream = uuidText(bytes.subarray(at.stream, at.epoch))
  const epoch = uuidText(bytes.subarray(at.epoch, at.signature))
  const signature = bytes.subarray(at.signature, at.hash)
  return { stream, epoch, signature, hash: bytes.subarray(at.hash, at.first), events }
}

/** A version from 1 to 8 and the variant of RFC 9562, or one of the two without: what the schema takes for a UUID. */
function isUuid(bytes: Uint8Array, from: number): boolean {
  const version = (bytes[from + 6] as number) >> 4
  if (version >= 1 && version <= 8 && ((bytes[from + 8] as number) & 0xc0) === 0x80) return true
  const all = bytes[from]
  return (all === 0 || all === 255) && bytes.subarray(from, from + 16).every((value) => value === all)
}

const none: string[] = []

/** The ids in a run, as text; undefined where one is none, or does not come after the one before: the hash is over them so. */
function basesIn(bytes: Uint8Array, uuidText: UuidText): string[] | undefined {
  if (bytes.length === 0) return none
  const ids: string[] = []
  for (let from = 0; from < bytes.length; from += 16) {
    if (!isUuid(bytes, from)) return undefined
    const id = uuidText(bytes.subarray(from, from + 16))
    if (from > 0 && id <= (ids.at(-1) ?? '')) return undefined
    ids.push(id)
  }
  return ids
}

function shapesIn(bytes: Uint8Array): Shape[] | undefined {
  try {
    return shapeList.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data
  } catch {
    return undefined // not JSON
  }
}

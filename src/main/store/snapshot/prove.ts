import { verify } from 'node:crypto'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { batchBytes } from '../../../shared/sync/batch.ts'
import { chainStart, type EventHeader } from '../../../shared/sync/event-header.ts'
import type { VouchedBatch } from '../../../shared/sync/wire.ts'
import type { Sqlite } from '../file.ts'
import { deviceId, publicKeyObject } from '../identity.ts'
import { eventHashHex, sha256Hex } from '../log/header.ts'
import { later, type Moment } from '../log/hlc.ts'
import { uuidText } from '../log/uuid.ts'
import { type EventBytes, type EventRow, readEvents } from './events.ts'
import { namesIn } from './image.ts'
import { createIndexes, createPieces } from './kept.ts'
import { createNames, type Names } from './names.ts'
import { createPlaces, type Ordered } from './places.ts'

/** What is said of a whole snapshot. */
export interface Claimed {
  readonly position: number
  readonly heads: readonly VouchedBatch[]
  /** What the central says of order and verdicts (`placesInBlock`), base64; an older one says nothing. */
  readonly places?: string
}

/** The proof of a log that comes part by part. */
export interface Proof {
  /** Computes every hash of the events in a part, each chain from its first event on. Throws what SQLite throws. */
  read(part: Sqlite): void
  /**
   * Was this the log of the stream up to the position, whole, and did the devices themselves vouch for every event of it?
   * Neither the central nor the desk that made it could change, leave out or invent one; order and verdicts are compared
   * with the central's own. Gives the latest moment in it. Errors: sync.snapshot_unusable.
   */
  verdict(claimed: Claimed): Result<Moment>
}

/** How far a chain is; written over by each of its events. */
interface End {
  sequence: number
  readonly hash: Uint8Array
}

/** Begins the proof of the log of a stream; `erasing`: types of event that order bodies to go. */
export function createProof(stream: string, erasing: readonly string[]): Proof {
  const [names, places, missing] = [createNames(), createPlaces(), createMissing(erasing)]
  const ends = new Map<number, End>()
  /** Index in the order of the log by the number that an event has here; and the ids. */
  const [indexOf, ids] = [createIndexes(), createPieces(16)]
  let count = 0
  let wrong: string | undefined
  let latest: Moment = { ms: 0, counter: 0 }

  const each = (row: EventRow, bytes: EventBytes): boolean => {
    wrong = step(row, bytes, names, ends)
    if (wrong) return false
    missing.note(count, row, bytes)
    if (row[10] >= latest.ms) latest = later(latest, { ms: row[10], counter: row[11] })
    indexOf.set(row[0], count)
    ids.push(bytes.run, bytes.id)
    count += 1
    return true
  }
  const readers = new Map<string, (part: Sqlite) => boolean>([
    ['of_party', (part) => names.readParties(part, stream)],
    ['of_subject', names.readSubjects],
    ['of_event', (part) => readEvents(part, each)],
    ['of_placed', places.read],
  ])
  return {
    read(part) {
      for (const name of namesIn(part)) if (!wrong && readers.get(name)?.(part) === false) wrong ??= 'row'
    },
    verdict({ position, heads, places: said }) {
      const unusable = (reason: string) => fail('sync.snapshot_unusable', { reason })
      if (wrong) return unusable(wrong)
      if (count !== indexOf.size) return unusable('places')
      const ordered = places.inOrder(names.stream(), position, indexOf)
      if (!ordered) return unusable('places')
      if (said !== undefined && ordered.digest(ids.bytes()) !== said) return unusable('order')
      const named = new Map([...ends].map(([n, end]) => [uuidText(names.party(n) ?? new Uint8Array(16)), end]))
      if (!vouchedFor(named, stream, heads)) return unusable('signature')
      return missing.allRight(ordered) ? ok(latest) : unusable('body_missing')
    },
  }
}

/** One event further along its chain; what is wrong with it. */
function step(row: EventRow, bytes: EventBytes, names: Names, ends: Map<number, End>): string | undefined {
  const [, stream, device, sequence] = row
  const { run, commitment: committed, hash, body } = bytes
  const header = headerOf(row, bytes, names)
  if (!header || stream !== names.stream()) return 'reference'
  const end = ends.get(device) ?? { sequence: 0, hash: Uint8Array.from(chainStart) }
  if (sequence !== end.sequence + 1) return 'sequence'
  const commitment = copied(scratch.commitment, run, committed)
  if (eventHashHex(end.hash, header, commitment) !== run.toString('hex', hash, hash + 32)) return 'hash'
  if (body && sha256Hex(body) !== run.toString('hex', committed, committed + 32)) return 'body'
  if (end.sequence === 0) ends.set(device, end)
  end.sequence = sequence
  copied(end.hash, run, hash)
  return undefined
}

/** A view of a run costs more to make than these few bytes to copy. */
const scratch = { id: new Uint8Array(16), commitment: new Uint8Array(32) }

function copied(to: Uint8Array, run: Uint8Array, at: number): Uint8Array {
  for (let i = 0; i < to.length; i++) to[i] = run[at + i] ?? 0
  return to
}

function headerOf(row: EventRow, { run, id: idAt, bases }: EventBytes, names: Names): EventHeader | undefined {
  const [, streamN, deviceN, sequence, actorN, subjectN, type, version, visibility, at, ms, counter] = row
  const [stream, device, actor] = [names.party(streamN), names.party(deviceN), names.party(actorN)]
  const subject = names.subject(subjectN)
  if (!stream || !device || !actor || !subject) return undefined
  const id = copied(scratch.id, run, idAt)
  return { id, stream, device, sequence, actor, subject, type, version, visibility, at, hlc: { ms, counter }, bases }
}

/** Every chain ends where its device signed that it does. */
function vouchedFor(ends: ReadonlyMap<string, End>, stream: string, heads: readonly VouchedBatch[]): boolean {
  if (heads.length !== ends.size) return false
  return heads.every(({ device, publicKey, head, signature }) => {
    const [key, end] = [Buffer.from(publicKey, 'base64'), ends.get(device)]
    if (!end || end.sequence !== head.sequence || deviceId(key) !== device) return false
    const signed = batchBytes(stream, device, end.sequence, end.hash)
    return verify(null, signed, publicKeyObject(key), Buffer.from(signature, 'base64'))
  })
}

/** A body is missing only where its subject was erased, or where the central withheld it. */
function createMissing(erasing: readonly string[]) {
  const [erases, erased] = [new Set(erasing), new Set<number>()]
  const bare: { readonly index: number; readonly subject: number }[] = []
  return {
    note(index: number, [, , , , , subject, type]: EventRow, { body }: EventBytes): void {
      if (!body) bare.push({ index, subject })
      else if (erases.has(type)) erased.add(subject)
    },
    allRight: ({ verdictOf }: Ordered): boolean =>
      bare.every(({ index, subject }) => verdictOf(index) === 'quarantined' || erased.has(subject)),
  }
}

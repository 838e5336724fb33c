/** A thread that writes snapshots out or takes them in, so that the desk goes on meanwhile. See `snapshots.ts`, `take.ts`. */
import { parentPort } from 'node:worker_threads'
import Database from 'better-sqlite3'
import type { Failure } from '../../../shared/errors.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { nodeRandom } from '../../ports/node.ts'
import type { ThreadMessage } from '../../thread.ts'
import type { Sqlite } from '../file.ts'
import type { Moment } from '../log/hlc.ts'
import { failureOf } from '../sqlite-failure.ts'
import { createEntry, type Entry } from './enter.ts'
import { addPart, beginFresh, type Place } from './fresh.ts'
import { openImage, type SealedPart, unpackedPart } from './image.ts'
import { type Made, type MakeTask, makeSnapshot } from './make.ts'
import { type Claimed, createProof, type Proof } from './prove.ts'

export type SnapshotTask = MakeTask | BeginTask | OpenTask | IndexTask | EnterTask | LeaveTask | ProveTask | JudgeTask

/**
 * The one thread begins a new database, opens the parts, in order, and goes on to put each into it once it has handed it
 * over; then it completes that database. Whether it takes the place of the desk's is for others to say.
 */
interface BeginTask extends Place {
  readonly kind: 'begin'
}
interface OpenTask extends Place {
  readonly kind: 'open'
  readonly part: SealedPart
  /** How many were handed over before it. */
  readonly ordinal: number
  readonly sealKey: Uint8Array
}
interface IndexTask extends Place {
  readonly kind: 'index'
  /** How many parts there are, and up to which position the log in them goes. */
  readonly parts: number
  readonly position: number
}
interface EnterTask {
  readonly kind: 'enter'
  /** This desk. */
  readonly device: string
}
interface LeaveTask {
  readonly kind: 'leave'
}
/** The other proves them, from the same bytes. */
interface ProveTask {
  readonly kind: 'prove'
  readonly image: ArrayBuffer
  readonly stream: string
  /** Types of event that order bodies to go. */
  readonly erasing: readonly string[]
}
interface JudgeTask extends Claimed {
  readonly kind: 'judge'
}

export type SnapshotOutcome = Result<Made | ArrayBuffer | Moment | undefined>

const port = parentPort
if (!port) throw new Error('This file runs in a worker thread')
const say = (message: ThreadMessage<SnapshotOutcome>, given: ArrayBuffer[] = []) => port.postMessage(message, given)

/** A thread that took the place of one that died lacks the parts that were handed to that one. */
const lost = fail('store.io', { reason: 'thread' })
let begun = false
let handed = 0
/** The part that is added next: SQLite's own copy of the bytes that are handed over. */
let opened: Sqlite | undefined
/** What was wrong with a part that was handed over already. */
let wrong: Failure | undefined
let entry: Entry | undefined
let proof: Proof | undefined

function work(task: SnapshotTask): SnapshotOutcome {
  switch (task.kind) {
    case 'make':
      return ok(makeSnapshot(task, nodeRandom))
    case 'begin':
      begin(task)
      return ok(undefined)
    case 'open': {
      if (task.ordinal !== handed) return lost
      handed += 1
      const image = unpackedPart(task.part, task.sealKey)
      if (!image) return fail('sync.snapshot_unusable', { reason: 'part' })
      opened = openImage(image)
      return ok(image)
    }
    case 'index':
      if (wrong) return { ok: false, failure: wrong }
      if (task.parts !== handed) return lost
      entry = createEntry(task)
      return entry.index(task.position)
    case 'enter':
      return entry?.enter(task.device) ?? fail('sync.snapshot_unusable', { reason: 'part' })
    case 'leave':
      entry?.leave()
      return ok(undefined)
    case 'prove':
      proof ??= createProof(task.stream, task.erasing)
      readPart(proof, task.image)
      return ok(undefined)
    case 'judge':
      return proof?.verdict(task) ?? fail('sync.snapshot_unusable', { reason: 'part' })
  }
}

function readPart(to: Proof, image: ArrayBuffer): void {
  const part = openImage(image)
  try {
    image.transfer(0) // SQLite has a copy, and megabytes should not wait for a collector.
    to.read(part)
  } finally {
    part.close()
  }
}

/** Failures of the disk and bytes that are no tables of a desk are values. */
function caught<T>(task: SnapshotTask, act: () => Result<T>): Result<T> {
  try {
    return act()
  } catch (error) {
    // Rows that the desk's tables do not take were never the tables of a desk.
    const ofParts = task.kind === 'enter' ? /CONSTRAINT/ : /^(?!.*(FULL|IOERR|CANTOPEN))/
    if (task.kind !== 'make' && error instanceof Database.SqliteError && ofParts.test(error.code))
      return fail('sync.snapshot_unusable', { reason: error.code })
    const failure = failureOf(error)
    if (failure) return { ok: false, failure }
    throw error
  }
}

function begin(task: Place): void {
  beginFresh(task)
  begun = true
}

/** Puts the part that was handed over behind the others. */
function add(task: Place): Result<void> {
  // What a thread began that died is not gone on with.
  if (!begun) begin(task)
  if (opened) addPart(task, opened)
  return ok(undefined)
}

/**
 * A part takes a dozen megabytes several times over. The C library of Linux gives such memory back to the system as soon as
 * it is free, to fetch it anew a page at a time for the next part, until a piece as large as this one was free: from then on
 * it keeps twice as much. Nothing is ever written into it, so that it costs nothing; elsewhere it changes nothing.
 */
new ArrayBuffer(31 * 1024 * 1024).transfer(0)

port.on('message', (task: SnapshotTask) => {
  const answer = caught(task, () => work(task))
  say({ answer }, answer.ok && answer.value instanceof ArrayBuffer ? [answer.value] : [])
  if (task.kind !== 'open' || !answer.ok || wrong) return
  const added = caught(task, () => add(task))
  if (!added.ok) wrong = added.failure
  opened?.close()
  opened = undefined
})
say({ ready: true })

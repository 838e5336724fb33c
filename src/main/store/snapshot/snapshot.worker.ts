/** A thread that writes snapshots out or takes them in, so that the desk goes on meanwhile. See `snapshots.ts`, `take.ts`. */
import { parentPort } from 'node:worker_threads'
import Database from 'better-sqlite3'
import type { Failure } from '../../../shared/errors.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { nodeRandom } from '../../ports/node.ts'
import type { ThreadMessage } from '../../thread.ts'
import type { Sqlite } from '../connection.ts'
import { failureOf } from '../sqlite-failure.ts'
import { createEntry, type Entry } from './enter.ts'
import { openImage, type SealedPart, unpackedPart } from './image.ts'
import { type Made, type MakeTask, makeSnapshot } from './make.ts'
import { type Claimed, createProof, type Proof } from './prove.ts'
import { beginStaging, type Staging, stagePart } from './stage.ts'

export type SnapshotTask = MakeTask | OpenTask | EnterTask | EndTask | ProveTask | JudgeTask

/**
 * The one thread opens the parts, in order, and goes on to put them together once it has handed one over; then it brings
 * them into the desk's database, and waits for the word before it commits.
 */
interface OpenTask extends Staging {
  readonly kind: 'open'
  readonly part: SealedPart
  readonly sealKey: Uint8Array
}
interface EnterTask extends Staging {
  readonly kind: 'enter'
  /** This desk. */
  readonly device: string
}
interface EndTask {
  readonly kind: 'keep' | 'fold' | 'leave'
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

export type SnapshotOutcome = Result<Made | ArrayBuffer | undefined>

const port = parentPort
if (!port) throw new Error('This file runs in a worker thread')
const say = (message: ThreadMessage<SnapshotOutcome>, given: ArrayBuffer[] = []) => port.postMessage(message, given)

let isStaging = false
/** The part that is staged next: SQLite's own copy of the bytes that are handed over. */
let opened: Sqlite | undefined
/** What was wrong with a part that was handed over already. */
let unstaged: Failure | undefined
let entry: Entry | undefined
let proof: Proof | undefined

function work(task: SnapshotTask): SnapshotOutcome {
  switch (task.kind) {
    case 'make':
      return ok(makeSnapshot(task, nodeRandom))
    case 'open': {
      const image = unpackedPart(task.part, task.sealKey)
      if (!image) return fail('sync.snapshot_unusable', { reason: 'part' })
      opened = openImage(image)
      return ok(image)
    }
    case 'enter':
      if (unstaged) return { ok: false, failure: unstaged }
      entry = createEntry(task)
      return settled(entry.enter(task.device))
    case 'keep':
    case 'fold':
    case 'leave':
      entry?.[task.kind]()
      return ok(undefined)
    case 'prove':
      proof ??= createProof(task.stream, task.erasing)
      readPart(proof, task.image)
      return ok(undefined)
    case 'judge':
      return settled(proof?.verdict(task) ?? fail('sync.snapshot_unusable', { reason: 'part' }))
  }
}
const settled = (done: Result<void>): SnapshotOutcome => (done.ok ? ok(undefined) : done)

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
    const ofParts = task.kind === 'open' || task.kind === 'prove' || task.kind === 'judge'
    if (ofParts && error instanceof Database.SqliteError && !/FULL|IOERR|CANTOPEN/.test(error.code))
      return fail('sync.snapshot_unusable', { reason: error.code })
    const failure = failureOf(error)
    if (failure) return { ok: false, failure }
    throw error
  }
}

/** Puts the part that was handed over behind the others. */
function stage(task: Staging): Result<void> {
  if (!isStaging) beginStaging(task)
  isStaging = true
  if (opened) stagePart(task, opened)
  return ok(undefined)
}

port.on('message', (task: SnapshotTask) => {
  const answer = caught(task, () => work(task))
  say({ answer }, answer.ok && answer.value instanceof ArrayBuffer ? [answer.value] : [])
  if (task.kind !== 'open' || !answer.ok || unstaged) return
  const staged = caught(task, () => stage(task))
  if (!staged.ok) unstaged = staged.failure
  opened?.close()
  opened = undefined
})
say({ ready: true })

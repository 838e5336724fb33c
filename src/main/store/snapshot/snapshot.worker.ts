/** The thread that writes snapshots out and takes them in, so that the desk goes on meanwhile. See `snapshots.ts`. */
import { parentPort } from 'node:worker_threads'
import { ok, type Result } from '../../../shared/result.ts'
import { nodeRandom } from '../../ports/node.ts'
import type { ThreadMessage } from '../../thread.ts'
import { failureOf } from '../sqlite-failure.ts'
import { type EnterTask, enterSnapshot } from './enter.ts'
import { type Made, type MakeTask, makeSnapshot } from './make.ts'
import { type StageTask, stageSnapshot } from './take.ts'

export type SnapshotTask = MakeTask | StageTask | EnterTask
export type SnapshotOutcome = Result<Made | undefined>

const port = parentPort
if (!port) throw new Error('This file runs in a worker thread')
const say = (message: ThreadMessage<SnapshotOutcome>) => port.postMessage(message)

function work(task: SnapshotTask): SnapshotOutcome {
  try {
    if (task.kind === 'make') return ok(makeSnapshot(task, nodeRandom))
    const done = task.kind === 'stage' ? stageSnapshot(task) : enterSnapshot(task)
    return done.ok ? ok(undefined) : done
  } catch (error) {
    const failure = failureOf(error)
    if (failure) return { ok: false, failure }
    throw error
  }
}

port.on('message', (task: SnapshotTask) => say({ answer: work(task) }))
say({ ready: true })

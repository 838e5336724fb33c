/** The thread of the photo checks: loads the models once, then takes one task after the other. See `engine.ts`. */
import { parentPort, workerData } from 'node:worker_threads'
import { nodeStopwatch } from '../ports/node.ts'
import type { ThreadMessage } from '../thread.ts'
import { pictures } from './decode.ts'
import { readGuide } from './measure/guide.ts'
import { measurePhoto } from './measure/measure.ts'
import { loadModels } from './measure/models.ts'
import type { WorkerAnswer, WorkerTask } from './worker-words.ts'

const port = parentPort
if (!port) throw new Error('This file runs in a worker thread')
const say = (message: ThreadMessage<WorkerAnswer>) => port.postMessage(message)

pictures()
const models = await loadModels(String(workerData.assetsDir))

const work = (task: WorkerTask): Promise<WorkerAnswer> =>
  task.kind === 'measure' ? measurePhoto(task.photo, models, nodeStopwatch, task.limits) : readGuide(models, task.frame)

port.on('message', async (task: WorkerTask) => say({ answer: await work(task) }))
say({ ready: true })

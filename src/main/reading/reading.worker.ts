/** The thread that looks at pictures of papers, one after the other. See `engine.ts`. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { pictures } from '../photos/decode.ts'
import { seePaper } from '../seals/see-paper.ts'
import type { ThreadMessage } from '../thread.ts'
import { drawPage } from './draw-page.ts'
import type { ReadingAnswer, ReadingTask } from './words.ts'
import { seeZone } from './zone/see-zone.ts'

const port = parentPort
if (!port) throw new Error('This file runs in a worker thread')
const say = (message: ThreadMessage<ReadingAnswer>) => port.postMessage(message)

pictures()
const ocrb = () => new Uint8Array(readFileSync(join(String(workerData.assetsDir), 'fonts', 'OCRB.otf')))

const work = (task: ReadingTask): Promise<ReadingAnswer> =>
  task.kind === 'paper'
    ? seePaper(task.file, { ...task, ocrb })
    : task.kind === 'zone'
      ? seeZone(task.file, ocrb)
      : drawPage(task)

port.on('message', async (task: ReadingTask) => say({ answer: await work(task) }))
say({ ready: true })

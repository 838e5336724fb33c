/** The thread that draws papers, one after the other. See `engine.ts`. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Result } from '../../../shared/result.ts'
import type { ThreadMessage } from '../../thread.ts'
import { loadFonts } from '../load-fonts.ts'
import type { RenderedDocument } from '../render.ts'
import { type DrawTask, drawPaper } from './draw.ts'

const port = parentPort
if (!port) throw new Error('This file runs in a worker thread')
const say = (message: ThreadMessage<Result<RenderedDocument>>, handed: ArrayBuffer[] = []) =>
  port.postMessage(message, handed)

const fonts = loadFonts(String(workerData.assetsDir))

async function work(task: DrawTask): Promise<Result<RenderedDocument>> {
  const loaded = await fonts()
  return loaded.ok ? drawPaper(task, loaded.value) : loaded
}

port.on('message', async (task: DrawTask) => {
  const answer = await work(task)
  // Handed over and not copied: a day's batch is as many files.
  say({ answer }, answer.ok ? [answer.value.pdf.buffer as ArrayBuffer] : [])
})
say({ ready: true })

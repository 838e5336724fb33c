/** A worker of the photo checks that is ready, and ends by a bug at its first task. */
import { parentPort } from 'node:worker_threads'

parentPort?.on('message', () => {
  throw new TypeError('A bug')
})
parentPort?.postMessage({ ready: true })

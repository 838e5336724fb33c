import { Worker } from 'node:worker_threads'
import library from 'hash-wasm/dist/argon2.umd.min.js?raw'
import work from './argon2-worker.js?raw'
import type { Argon2Cost, DeriveKey } from './ports.ts'

/** RFC 9106's second recommended choice: 64 MiB, three passes; one lane because WebAssembly here has one thread. */
export const currentCost: Argon2Cost = { memoryKib: 65_536, passes: 3, lanes: 1 }

/**
 * Argon2id by hash-wasm in a worker thread of its own, ended afterwards so that the 64 MiB that held the password are
 * given back. hash-wasm computes synchronously (100-300 ms): in the desk's thread it would stop every other call.
 *
 * The worker is started from text, not from a file: the same two lines work in the bundle, in the packed application,
 * under Vitest and from any folder, with no path to get wrong. The text is constant and part of the program.
 */
export const deriveInWorker: DeriveKey = (password, salt, cost) =>
  new Promise((resolve, reject) => {
    const workerData = {
      password,
      salt,
      memorySize: cost.memoryKib,
      iterations: cost.passes,
      parallelism: cost.lanes,
      hashLength: 32,
      outputType: 'binary',
    }
    const worker = new Worker(`${library}\n${work}`, { eval: true, workerData })
    worker.once('message', (hash: Uint8Array) => resolve(hash))
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`The key derivation ended with ${code} and no answer`)))
  })

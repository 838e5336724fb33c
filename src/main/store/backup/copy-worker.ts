import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import { ciphers } from '../file.ts'

interface Copy {
  /** Path of better-sqlite3, which a thread made from text cannot find by itself. */
  readonly library: string
  readonly source: string
  readonly target: string
  /** Hexadecimal. */
  readonly key: string
  readonly ciphers: readonly string[]
}

/** What a thread of its own reports: null when all went well. */
type Outcome = { readonly code: string; readonly message: string } | null

/**
 * Copies an encrypted database while it is in use, in a thread of its own, so that the desk is not held up. The copy has
 * the same cipher and key (VACUUM INTO), no write-ahead log beside it, and was checked with quick_check.
 * Rejects with an error that carries SQLite's code. (The online backup API refuses encrypted files here:
 * "backup is not supported with incompatible source and target databases".)
 */
export function copyDatabase(source: string, target: string, key: Uint8Array): Promise<void> {
  const library = createRequire(import.meta.url).resolve('better-sqlite3')
  const copy: Copy = { library, source, target, key: Buffer.from(key).toString('hex'), ciphers }
  // From text: neither the bundler nor the package has to know of another entry.
  const text = `require('node:worker_threads').parentPort.postMessage((${run})(require, require('node:worker_threads').workerData))`
  return new Promise((resolve, reject) => {
    const worker = new Worker(text, { eval: true, workerData: copy })
    worker.once('message', (outcome: Outcome) =>
      outcome ? reject(Object.assign(new Error(outcome.message), { code: outcome.code })) : resolve(),
    )
    worker.once('error', reject)
  })
}

/** Runs in the thread. Stands alone: it may use its parameters and nothing of this file. */
function run(load: NodeJS.Require, { library, source, target, key, ciphers }: Copy): Outcome {
  const Database = load(library) as typeof import('better-sqlite3')
  const open = (path: string, [cipher, ...others] = ciphers): import('better-sqlite3').Database => {
    const sqlite = new Database(path, { fileMustExist: true })
    sqlite.pragma(`cipher='${cipher}'`)
    sqlite.pragma(`key="raw:${key}"`)
    try {
      sqlite.pragma('schema_version')
      return sqlite
    } catch (error) {
      sqlite.close()
      if (others.length === 0) throw error
      return open(path, others)
    }
  }
  try {
    const from = open(source)
    from.prepare('VACUUM INTO ?').run(target)
    from.close()
    const to = open(target)
    to.pragma('journal_mode = DELETE')
    const found = String(to.pragma('quick_check', { simple: true }))
    to.close()
    return found === 'ok' ? null : { code: 'SQLITE_CORRUPT', message: 'quick_check' }
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    return { code: code ?? '', message }
  }
}

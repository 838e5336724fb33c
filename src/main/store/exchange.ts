import { existsSync, renameSync } from 'node:fs'
import type { Failure } from '../../shared/errors.ts'
import type { Step } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Connection } from './connection.ts'
import { fsyncFolder } from './durable.ts'
import { openForWriting } from './file.ts'
import { paths } from './open.ts'
import { failureOf, Refusal } from './sqlite-failure.ts'

interface Parts {
  readonly connection: Connection
  readonly folder: string
  readonly key: Uint8Array
  readonly step: Step
  /** The new database is in its place, and its name may not outlast a power cut. */
  readonly unsure: (failure: Failure) => void
}

/**
 * Puts a new database, whole and on the disk, in the place of the desk's while the desk goes on: nobody sees anything
 * between the two, and killed anywhere there is the one or the other. Nothing may have been left in the old one's
 * write-ahead log, which SQLite would take for the new one's. Errors: those of the disk, store.held while somebody else
 * reads the old one; the desk then goes on with it. Once the new one has the name it is the desk's, whatever the disk says.
 */
export function exchangeDatabase({ connection, folder, key, step, unsure }: Parts, fresh: string): Result<void> {
  const { database } = paths(folder)
  try {
    if (connection.sqlite.pragma('journal_mode = DELETE', { simple: true }) !== 'delete') return fail('store.held')
    connection.sqlite.close()
    connection.renew(() => openForWriting(database, key))
    if (existsSync(`${database}-wal`)) return fail('store.held')
    fsyncFolder(folder)
    untilFree(() => step('exchange.rename', () => renameSync(fresh, database)))
  } catch (error) {
    const failure = failureOf(error)
    if (failure?.code === 'store.in_use') return fail('store.held')
    if (failure) return { ok: false, failure }
    throw error
  }
  try {
    step('exchange.fsync_folder', () => fsyncFolder(folder))
  } catch (error) {
    unsure(failureOf(error) ?? { code: 'store.io', params: { reason: 'fsync' } })
  }
  return ok(undefined)
}

const [mostTries, pauseMs] = [4, 50]

/**
 * Windows refuses a name while a scanner or an indexer has one of the two files open, mostly for a moment. The desk wrote in
 * this folder just now, so that the codes for what is not allowed say no more than that.
 */
function untilFree(act: () => void): void {
  for (let tries = 1; ; tries++) {
    try {
      act()
      return
    } catch (error) {
      if (!/^E(BUSY|PERM|ACCES)$/.test(codeOf(error))) throw error
      if (tries === mostTries) throw new Refusal('store.held')
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs)
    }
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

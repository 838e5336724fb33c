import { existsSync, renameSync } from 'node:fs'
import type { Step } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Connection } from './connection.ts'
import { fsyncFolder } from './durable.ts'
import { openFile, prepareForWriting } from './file.ts'
import { paths } from './open.ts'
import { failureOf } from './sqlite-failure.ts'

interface Parts {
  readonly connection: Connection
  readonly folder: string
  readonly key: Uint8Array
  readonly step: Step
}

/**
 * Puts a new database, whole and on the disk, in the place of the desk's while the desk goes on: nobody sees anything
 * between the two, and killed anywhere there is the one or the other. Nothing may have been left in the old one's
 * write-ahead log, which SQLite would take for the new one's. Errors: those of the disk, store.in_use while somebody else
 * reads the old one; the desk then goes on with it.
 */
export function exchangeDatabase({ connection, folder, key, step }: Parts, fresh: string): Result<void> {
  const { database } = paths(folder)
  const reopen = () => {
    const sqlite = openFile(database, key)
    connection.use(sqlite)
    prepareForWriting(sqlite)
  }
  try {
    if (connection.sqlite.pragma('journal_mode = DELETE', { simple: true }) !== 'delete') return fail('store.in_use')
    connection.sqlite.close()
    try {
      if (existsSync(`${database}-wal`)) return fail('store.in_use')
      fsyncFolder(folder)
      step('exchange.rename', () => renameSync(fresh, database))
      step('exchange.fsync_folder', () => fsyncFolder(folder))
      return ok(undefined)
    } finally {
      reopen()
    }
  } catch (error) {
    const failure = failureOf(error)
    if (failure) return { ok: false, failure }
    throw error
  }
}

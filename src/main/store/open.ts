import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Step } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type Connection, createConnection } from './connection.ts'
import { openFile, prepareForWriting, type Sqlite } from './file.ts'
import { lockFolder } from './lock.ts'
import { currentVersion, migrate, versionOf } from './migrations.ts'
import { failureOf } from './sqlite-failure.ts'

/** Where things are inside the folder of a store. */
export const paths = (folder: string) => ({
  database: join(folder, 'desk.db'),
  blobs: join(folder, 'blobs'),
  mark: join(folder, 'high-water'),
  quarantine: join(folder, 'quarantine'),
  snapshot: join(folder, 'snapshot'),
  restoring: join(folder, 'restoring'),
})

export interface Opened {
  readonly connection: Connection
  readonly unlock: () => void
}

interface OpenOptions {
  readonly folder: string
  readonly key: Uint8Array
  readonly mode: 'open' | 'create'
  readonly step: Step
  /** Does the key open something else of this store? Tells a wrong key from a damaged file. */
  readonly keyIsRight: () => boolean
}

/**
 * Takes the folder, proves the key, and brings the file to the present format. Until the key and the format are known
 * to be right nothing is written to the database. Fails with store.missing, store.exists, store.in_use, store.read_only,
 * store.wrong_key, store.damaged, store.newer, store.full, store.io.
 */
export function openDatabase(options: OpenOptions): Result<Opened> {
  const { folder, mode } = options
  const { database } = paths(folder)
  if (mode === 'open' && !existsSync(database)) return fail('store.missing')
  if (mode === 'create' && existsSync(database) && statSync(database).size > 0) return fail('store.exists')
  let unlock = () => {}
  let sqlite: Sqlite | undefined
  try {
    if (mode === 'create') mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK)
    unlock = lockFolder(folder)
    if (mode === 'open') accessSync(database, constants.W_OK)
    sqlite = openFile(database, options.key, { create: mode === 'create' })
    const usable = checkFile(sqlite, database, options)
    if (!usable.ok) return release(sqlite, unlock, usable)
    prepareForWriting(sqlite)
    migrate(sqlite, options.step)
    return ok({ connection: createConnection(sqlite, options.step), unlock })
  } catch (error) {
    const failure = failureOf(error)
    const code = failure?.code === 'store.damaged' && !options.keyIsRight() ? 'store.wrong_key' : failure?.code
    const released = release(sqlite, unlock, code ? fail(code, failure?.params ?? {}) : undefined)
    if (released) return released
    throw error
  }
}

/** Reads only. A first read fails with SQLITE_NOTADB when the key is wrong or the first page is no longer there. */
function checkFile(sqlite: Sqlite, database: string, { mode, keyIsRight }: OpenOptions): Result<void> {
  const found = versionOf(sqlite)
  if (found > currentVersion) return fail('store.newer', { found, known: currentVersion })
  // Nothing in it: set-up was cut short, or, when there is a mark, everything is gone.
  if (mode === 'open' && found === 0) return fail(keyIsRight() ? 'store.damaged' : 'store.missing')
  return isWhole(sqlite, database) ? ok(undefined) : fail('store.damaged')
}

/** Has the file every page that its header promises? Pages still in the log beside it may be missing from it. */
function isWhole(sqlite: Sqlite, database: string): boolean {
  const log = `${database}-wal`
  if (existsSync(log) && statSync(log).size > 0) return true
  const promised =
    Number(sqlite.pragma('page_count', { simple: true })) * Number(sqlite.pragma('page_size', { simple: true }))
  return statSync(database).size >= promised
}

function release<F extends Result<never> | undefined>(sqlite: Sqlite | undefined, unlock: () => void, failure: F): F {
  sqlite?.close()
  unlock()
  return failure
}

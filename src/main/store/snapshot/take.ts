import { createHash } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { zstdDecompressSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { fail, type Result } from '../../../shared/result.ts'
import type { VouchedBatch } from '../../../shared/sync/wire.ts'
import { unseal } from '../blobs/sealed-file.ts'
import { attachFile, createConnection, openFile, type Sqlite } from '../connection.ts'
import { provedSnapshot } from './prove.ts'
import { carried, quoted, shapeOf } from './tables.ts'

export interface StageTask {
  readonly kind: 'stage'
  /** Path of the desk's database, and its key. */
  readonly database: string
  readonly key: Uint8Array
  readonly tables: readonly string[]
  /** The sealed parts, in order, and the 32 bytes under which they are sealed. */
  readonly parts: readonly { readonly path: string; readonly sha: string }[]
  readonly sealKey: Uint8Array
  /** Where everything is put together before the desk's own tables are touched. */
  readonly staging: string
  readonly stream: string
  readonly position: number
  readonly heads: readonly VouchedBatch[]
  readonly places?: string
  /** Types of event that order bodies to go. */
  readonly erasing: readonly string[]
}

/** A part of 24 MB and what was copied into it last; anything larger is none of ours. */
const largestImage = 256 * 1024 * 1024

/**
 * Opens the parts, puts them together in an encrypted file of their own, and proves the whole: every chain from its first
 * event, up to the ends that the devices signed. Nothing of the desk is touched. Fails with sync.snapshot_unusable.
 */
export function stageSnapshot(task: StageTask): Result<void> {
  rmSync(task.staging, { force: true })
  const sqlite = openFile(task.staging, task.key, { create: true })
  try {
    sqlite.pragma('journal_mode = OFF')
    sqlite.pragma('synchronous = OFF')
    makeTables(sqlite, task)
    for (const part of task.parts) {
      const image = imageOf(part, task.sealKey)
      if (!image) return fail('sync.snapshot_unusable', { reason: 'part' })
      copyPart(image, task)
    }
    return provedSnapshot(
      createConnection(sqlite, (_, fn) => fn()),
      task,
    )
  } catch (error) {
    // Whatever else its bytes are, they are not the tables of this desk.
    if (error instanceof Database.SqliteError && !/FULL|IOERR|CANTOPEN/.test(error.code))
      return fail('sync.snapshot_unusable', { reason: error.code })
    throw error
  } finally {
    sqlite.close()
  }
}

/** Empty tables with the columns of the desk's, without its indexes: rows go in in order and are read in order. */
function makeTables(sqlite: Sqlite, { database, key, tables }: StageTask): void {
  attachFile(sqlite, 'desk', database, key)
  for (const table of tables) {
    const { columns } = shapeOf(sqlite, 'desk', table)
    sqlite.exec(`CREATE TABLE main."${carried(table)}" AS SELECT ${quoted(columns)} FROM desk."${table}" LIMIT 0`)
  }
  sqlite.exec('DETACH desk')
}

function imageOf({ path, sha }: StageTask['parts'][number], sealKey: Uint8Array): Buffer | undefined {
  const sealed = readFileSync(path)
  if (createHash('sha256').update(sealed).digest('hex') !== sha) return undefined
  const packed = unseal(sealed, sealKey)
  if (!packed) return undefined
  try {
    return zstdDecompressSync(packed, { maxOutputLength: largestImage })
  } catch {
    return undefined // Not packed by us, or larger than any part of ours.
  }
}

/** From an image in memory, of which only the rows of known tables are read: no trigger, no view of it ever runs. */
function copyPart(image: Buffer, { staging, key, tables }: StageTask): void {
  const part = new Database(image)
  try {
    part.pragma('trusted_schema = OFF')
    part.pragma('cell_size_check = ON')
    attachFile(part, 'staging', staging, key)
    part.pragma('staging.journal_mode = OFF')
    part.pragma('staging.synchronous = OFF')
    const found = part.prepare<[], { name: string; type: string }>('SELECT name, type FROM main.sqlite_schema').all()
    const known = new Set(tables.map(carried))
    for (const { name, type } of found) {
      if (type !== 'table' || !known.has(name)) throw new Database.SqliteError('Not a table', 'SQLITE_SCHEMA')
      const all = quoted(shapeOf(part, 'staging', name).columns)
      part.exec(`INSERT INTO staging."${name}" (${all}) SELECT ${all} FROM main."${name}" ORDER BY rowid`)
    }
  } finally {
    part.close()
  }
}

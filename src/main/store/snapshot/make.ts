import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zstdCompressSync } from 'node:zlib'
import Database from 'better-sqlite3'
import type { Random } from '../../../shared/ports.ts'
import { seal } from '../blobs/sealed-file.ts'
import { attachFile, type Sqlite } from '../file.ts'
import { carried, quoted, shapeOf } from './tables.ts'

export interface MakeTask {
  readonly kind: 'make'
  /** Path of the desk's database, and its key. */
  readonly database: string
  readonly key: Uint8Array
  readonly tables: readonly string[]
  /** Where the sealed parts go, and the 32 bytes under which. */
  readonly folder: string
  readonly sealKey: Uint8Array
  /** Bytes that each of the first hundred parts grows to before it is packed; twice as many in the second hundred. */
  readonly partBytes: number
}

export interface MadePart {
  readonly sha: string
  /** Bytes of the sealed part. */
  readonly size: number
}

export interface Made {
  /** The last place of the stream that is in it. */
  readonly position: number
  readonly parts: readonly MadePart[]
}

/** So many rows are copied between two looks at its size. */
const rowsAtOnce = 500

/**
 * Writes the log and its tables out, as they stand at one moment while the desk goes on: in-memory databases of plain
 * tables, packed and sealed. Undefined where the desk has something that the central has not placed, reads of itself
 * only in part, or is being written anew: then its tables are not those of the stream alone.
 */
export function makeSnapshot(task: MakeTask, random: Random): Made | undefined {
  const { database, key, tables, folder, sealKey, partBytes } = task
  const sqlite = new Database(':memory:')
  try {
    attachFile(sqlite, 'desk', database, key)
    sqlite.exec("ATTACH ':memory:' AS part KEY ''")
    // A table that was packed leaves zeros, which the next part packs into nothing.
    sqlite.pragma('part.secure_delete = ON')
    sqlite.exec('BEGIN')
    if (!isSettled(sqlite)) return undefined
    const made: MadePart[] = []
    const flush = () => {
      const image = sqlite.serialize({ attached: 'part' })
      const sealed = Buffer.concat([...seal(zstdCompressSync(image), sealKey, random)])
      const sha = createHash('sha256').update(sealed).digest('hex')
      writeFileSync(join(folder, sha), sealed, { mode: 0o600 })
      made.push({ sha, size: sealed.length })
      const names = sqlite.prepare<[], { name: string }>("SELECT name FROM part.sqlite_schema WHERE type = 'table'")
      for (const { name } of names.all()) sqlite.exec(`DROP TABLE part."${name}"`)
    }
    /** A manifest names a few hundred parts at most. */
    const most = () => partBytes * (1 + Math.floor(made.length / 100))
    for (const table of tables) copyTable(sqlite, table, () => usedBytes(sqlite) > most() && flush())
    flush()
    return { position: positionOf(sqlite), parts: made }
  } finally {
    sqlite.close()
  }
}

/** Are the tables those of the stream up to a place, and nothing else? */
const isSettled = (sqlite: Sqlite): boolean =>
  sqlite
    .prepare(
      `SELECT 1 WHERE EXISTS (SELECT 1 FROM desk.projection) AND NOT EXISTS (SELECT 1 FROM desk.waiting)
       AND (SELECT count(*) FROM desk.event) = (SELECT count(*) FROM desk.placed)
       AND (SELECT count(*) FROM desk.placed) = (SELECT max(position) FROM desk.placed)`,
    )
    .get() !== undefined

const positionOf = (sqlite: Sqlite): number =>
  sqlite.prepare<[], { n: number }>('SELECT max(position) AS n FROM desk.placed').get()?.n ?? 0

function copyTable(sqlite: Sqlite, table: string, afterEach: () => void): void {
  const { columns, order } = shapeOf(sqlite, 'desk', table)
  const [all, by] = [quoted(columns), quoted(order)]
  const behind = (sign: string) => `(${by}) ${sign} (${order.map(() => '?').join()})`
  for (let last: unknown[] = []; ; ) {
    const from = last.length > 0 ? behind('>') : 'true'
    const bound = sqlite
      .prepare(`SELECT ${by} FROM desk."${table}" WHERE ${from} ORDER BY ${by} LIMIT 1 OFFSET ${rowsAtOnce - 1}`)
      .raw()
      .get(last) as unknown[] | undefined
    sqlite.exec(`CREATE TABLE IF NOT EXISTS part."${carried(table)}" AS SELECT ${all} FROM desk."${table}" LIMIT 0`)
    sqlite
      .prepare(
        `INSERT INTO part."${carried(table)}" SELECT ${all} FROM desk."${table}" WHERE ${from} AND ${bound ? behind('<=') : 'true'}
         ORDER BY ${by}`,
      )
      .run(...last, ...(bound ?? []))
    if (!bound) return
    last = bound
    afterEach()
  }
}

function usedBytes(sqlite: Sqlite): number {
  const of = (pragma: string) => Number(sqlite.pragma(`part.${pragma}`, { simple: true }))
  return (of('page_count') - of('freelist_count')) * of('page_size')
}

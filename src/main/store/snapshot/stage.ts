import { rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { attachFile, openFile, type Sqlite } from '../connection.ts'
import { namesIn } from './image.ts'
import { carried, quoted, shapeOf } from './tables.ts'

export interface Staging {
  /** Path of the desk's database, and its key. */
  readonly database: string
  readonly key: Uint8Array
  readonly tables: readonly string[]
  /** Where everything is put together before the desk's own tables are touched: an encrypted file. */
  readonly staging: string
}

/** Rows go in one behind the other and are read so: the fewer pages, the fewer calls and seals. */
const pageBytes = 65_536

/** Makes the staging file: empty tables with the columns of the desk's, without its indexes. Throws what SQLite throws. */
export function beginStaging({ database, key, tables, staging }: Staging): void {
  rmSync(staging, { force: true })
  const sqlite = openFile(staging, key, { create: true })
  try {
    sqlite.pragma(`page_size = ${pageBytes}`)
    // Whatever is cut short here is made anew: nothing of it needs to last.
    sqlite.pragma('journal_mode = OFF')
    sqlite.pragma('synchronous = OFF')
    attachFile(sqlite, 'desk', database, key)
    for (const table of tables) {
      const { columns } = shapeOf(sqlite, 'desk', table)
      sqlite.exec(`CREATE TABLE main."${carried(table)}" AS SELECT ${quoted(columns)} FROM desk."${table}" LIMIT 0`)
    }
    sqlite.exec('DETACH desk')
  } finally {
    sqlite.close()
  }
}

/** Adds the rows of an opened image, in the order in which they lie there. Throws what SQLite throws, and for other tables. */
export function stagePart({ staging, key, tables }: Staging, part: Sqlite): void {
  attachFile(part, 'staging', staging, key)
  part.pragma('staging.journal_mode = OFF')
  part.pragma('staging.synchronous = OFF')
  const known = new Set(tables.map(carried))
  for (const name of namesIn(part)) {
    if (!known.has(name) || !isSame(part, name)) throw new Database.SqliteError('Not a table', 'SQLITE_SCHEMA')
    // To the letter so: SQLite then copies whole rows and looks into none.
    part.exec(`INSERT INTO staging."${name}" SELECT * FROM main."${name}"`)
  }
}

const isSame = (part: Sqlite, name: string): boolean =>
  quoted(shapeOf(part, 'main', name).columns) === quoted(shapeOf(part, 'staging', name).columns)

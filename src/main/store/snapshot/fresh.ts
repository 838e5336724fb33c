import Database from 'better-sqlite3'
import { discard } from '../durable.ts'
import { attachFile, openFile, type Sqlite } from '../file.ts'
import { namesIn } from './image.ts'
import { carried, quoted, shapeOf } from './tables.ts'

/** Where a snapshot is put together. */
export interface Place {
  /** Path of the desk's database, and its key. */
  readonly database: string
  readonly key: Uint8Array
  readonly tables: readonly string[]
  /** Path of the new database, encrypted with the same key, that takes its place once everything is proved. */
  readonly fresh: string
}

/**
 * Makes the new database, with the tables of the desk's and the indexes that grow with them at their end. The other indexes
 * are sorted and written in one go when all rows are there. Throws what SQLite throws.
 */
export function beginFresh({ database, key, tables, fresh }: Place): void {
  discardFresh(fresh)
  const sqlite = openFile(fresh, key, { create: true })
  try {
    attachFile(sqlite, 'desk', database, key)
    unguarded(sqlite, 'main')
    sqlite.exec('BEGIN')
    for (const { sql } of made(sqlite, ['table'])) sqlite.exec(sql)
    // Full-text tables come with rows of their own.
    for (const table of tables) sqlite.exec(`DELETE FROM main."${table}"`)
    for (const { sql } of made(sqlite, ['index']).filter(isRising)) sqlite.exec(sql)
    sqlite.exec('COMMIT')
  } finally {
    sqlite.close()
  }
}

/** Removes a new database that nobody wants, with whatever SQLite put beside it. */
export function discardFresh(fresh: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) discard(`${fresh}${end}`)
}

/** Adds the rows of an opened image, in the order in which they lie there. Throws what SQLite throws, and for other tables. */
export function addPart({ fresh, key, tables }: Place, part: Sqlite): void {
  attachFile(part, 'fresh', fresh, key)
  unguarded(part, 'fresh')
  const known = new Map(tables.map((table) => [carried(table), table]))
  for (const name of namesIn(part)) {
    const table = known.get(name) ?? ''
    const columns = quoted(shapeOf(part, 'fresh', table).columns)
    if (columns === '' || quoted(shapeOf(part, 'main', name).columns) !== columns)
      throw new Database.SqliteError('Not a table', 'SQLITE_SCHEMA')
    part.exec(`INSERT INTO fresh."${table}" (${columns}) SELECT ${columns} FROM main."${name}"`)
  }
}

interface Made {
  readonly sql: string
  /** The first column of an index. */
  readonly first: string | null
}

/**
 * Ids and days rise with the numbers of the rows, or nearly so: a row goes to the end of such an index, for less than
 * reading all rows once more and sorting them would cost.
 */
const rising: ReadonlySet<string | null> = new Set(['id', 'opened_ms', 'opened_on', 'subject'])
const isRising = ({ first }: Made): boolean => rising.has(first)

/**
 * The statements that made things of the attached desk which the new database has not, in their order; those behind
 * full-text tables come with these.
 */
export const made = (sqlite: Sqlite, types: readonly string[]): Made[] =>
  sqlite
    .prepare<unknown[], Made>(
      `SELECT sql, (SELECT name FROM pragma_index_info(s.name, 'desk') WHERE type = 'index' AND seqno = 0) AS first
       FROM desk.sqlite_schema s WHERE type IN (${types.map(() => '?').join()}) AND sql IS NOT NULL
       AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
       AND NOT EXISTS (SELECT 1 FROM main.sqlite_schema m WHERE m.type = s.type AND m.name = s.name)
       AND NOT EXISTS (SELECT 1 FROM pragma_table_list t WHERE t.schema = 'desk' AND t.name = s.tbl_name AND t.type = 'shadow')
       ORDER BY s.rowid`,
    )
    .all(...types)

/**
 * Whatever is cut short here is made anew, so nothing of it needs a journal; it is forced to the disk before it counts.
 * Nothing is put aside in files that nobody encrypts. Rows of full-text tables go in as they are, as no reader of them
 * could tell.
 */
export function unguarded(sqlite: Sqlite, schema: string): void {
  sqlite.unsafeMode(true)
  for (const pragma of [
    `${schema}.journal_mode = OFF`,
    `${schema}.synchronous = OFF`,
    `${schema}.cache_size = -65536`,
    'temp_store = MEMORY',
    'foreign_keys = OFF',
  ])
    sqlite.pragma(pragma)
}

import Database from 'better-sqlite3'
import type { Step } from '../../shared/ports.ts'
import { query as builder, type Query } from './query.ts'

export type Sqlite = Database.Database
type Values = readonly unknown[]

/** One encrypted SQLite file and its prepared statements. */
export interface Connection {
  /** The file as it is open now. */
  readonly sqlite: Sqlite
  /** From now on this file is meant; the one before is closed already. */
  use(sqlite: Sqlite): void
  /** A statement by its SQL text, prepared once. */
  prepare<Row>(text: string): Database.Statement<unknown[], Row>
  all<O>(query: Query<O>): O[]
  first<O>(query: Query<O>): O | undefined
  run(query: Query<unknown>): number
  close(): void
}

/** More statements than the whole program has; a bound in case SQL text is ever made with values in it. */
const mostStatements = 1000

/**
 * Ciphers of database files, the one of new files first. AEGIS costs a page about a tenth of what the other
 * authenticated ciphers do, and what a commit costs is mostly its pages. A file of an earlier version keeps its own:
 * converting it would mean to write all of it anew.
 */
export const ciphers = ['aegis', 'chacha20'] as const

interface FileOptions {
  readonly create?: boolean
  readonly readonly?: boolean
}

/**
 * Opens a file with its key, in whichever of the ciphers it is. A wrong key, or no database at all, shows at the first
 * read. Throws what SQLite throws.
 */
export function openFile(path: string, key: Uint8Array, options: FileOptions = {}): Sqlite {
  const [first, ...older] = ciphers
  const sqlite = openAs(first, path, key, options)
  if (isDatabase(sqlite)) return sqlite
  for (const cipher of older) {
    const other = openAs(cipher, path, key, options)
    if (isDatabase(other)) {
      sqlite.close()
      return other
    }
    other.close()
  }
  return sqlite
}

function openAs(cipher: (typeof ciphers)[number], path: string, key: Uint8Array, options: FileOptions): Sqlite {
  if (key.length !== 32) throw new RangeError('The database key has 32 bytes')
  const sqlite = new Database(path, {
    fileMustExist: !options.create,
    readonly: options.readonly ?? false,
    timeout: 2000,
  })
  sqlite.pragma(`cipher='${cipher}'`)
  sqlite.pragma(`key="${keyText(key)}"`)
  return sqlite
}

/** Attaches an encrypted file to a connection, in whichever of the ciphers it is. Throws what SQLite throws. */
export function attachFile(sqlite: Sqlite, name: string, path: string, key: Uint8Array): void {
  for (const [i, cipher] of ciphers.entries()) {
    sqlite.pragma(`cipher='${cipher}'`)
    try {
      sqlite.prepare(`ATTACH ? AS "${name}" KEY ?`).run(path, keyText(key))
      return
    } catch (error) {
      const another = error instanceof Database.SqliteError && error.code === 'SQLITE_NOTADB'
      if (!another || i === ciphers.length - 1) throw error
    }
  }
}

/** Hexadecimal digits only: nothing typed by a person ever gets into this text. */
const keyText = (key: Uint8Array): string => `raw:${Buffer.from(key).toString('hex')}`

/** Other errors than "not a database" come again at the caller's first read, who knows what they mean. */
function isDatabase(sqlite: Sqlite): boolean {
  try {
    sqlite.pragma('schema_version')
    return true
  } catch (error) {
    return !(error instanceof Database.SqliteError && error.code === 'SQLITE_NOTADB')
  }
}

/** What every connection that writes needs, after the key was proved right. */
export function prepareForWriting(sqlite: Sqlite): void {
  for (const pragma of [
    'journal_mode = WAL',
    'synchronous = FULL',
    'checkpoint_fullfsync = ON',
    // 16 MB: pages that every commit touches are copied once in a few hundred commits, not once in fifty.
    'wal_autocheckpoint = 4000',
    'secure_delete = ON',
    'foreign_keys = ON',
    'trusted_schema = OFF',
    'temp_store = MEMORY',
    'cache_size = -16000',
  ])
    sqlite.pragma(pragma)
}

export function createConnection(opened: Sqlite, step: Step): Connection {
  let sqlite = opened
  const statements = new Map<string, Database.Statement<unknown[], unknown>>()
  const names = new Map<string, string>()
  const nameOf = (sql: string) => {
    const name = names.get(sql) ?? stepName(sql)
    if (names.size >= mostStatements) names.clear()
    names.set(sql, name)
    return name
  }
  const prepare = <Row>(text: string) => {
    let statement = statements.get(text)
    if (!statement) {
      if (statements.size >= mostStatements) statements.clear()
      statement = sqlite.prepare<unknown[], unknown>(text)
      statements.set(text, statement)
    }
    return statement as Database.Statement<unknown[], Row>
  }
  const compiled = <O>(query: Query<O>) => {
    const { sql, parameters } = query.compile(builder)
    return { statement: prepare<O>(sql), values: parameters as Values, sql }
  }
  return {
    get sqlite() {
      return sqlite
    },
    use(other) {
      statements.clear()
      sqlite = other
    },
    prepare,
    all(query) {
      const { statement, values } = compiled(query)
      return statement.all(...values)
    },
    first(query) {
      const { statement, values } = compiled(query)
      return statement.get(...values)
    },
    run(query) {
      const { statement, values, sql } = compiled(query)
      return step(nameOf(sql), () => statement.run(...values).changes)
    },
    close() {
      statements.clear()
      sqlite.close()
    },
  }
}

/** `insert.claim_row`: the verb and the table, for the tests that crash there. */
function stepName(sql: string): string {
  const [, verb = 'run', table = ''] = /^\s*(\w+)(?:[^"]*"(\w+)")?/.exec(sql) ?? []
  return `${verb.toLowerCase()}.${table}`
}

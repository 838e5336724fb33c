import Database from 'better-sqlite3'
import type { Step } from '../../shared/ports.ts'
import { query as builder, type Query } from './query.ts'

export type Sqlite = Database.Database
type Values = readonly unknown[]

/** One encrypted SQLite file and its prepared statements. */
export interface Connection {
  readonly sqlite: Sqlite
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
 * Opens a file with its key. Reads nothing yet: a wrong key shows at the first read. Throws what SQLite throws.
 * chacha20 (ChaCha20-Poly1305 per page) because it costs the least per commit of the authenticated ciphers.
 */
export function openFile(
  path: string,
  key: Uint8Array,
  options: { create?: boolean; readonly?: boolean } = {},
): Sqlite {
  if (key.length !== 32) throw new RangeError('The database key has 32 bytes')
  const sqlite = new Database(path, {
    fileMustExist: !options.create,
    readonly: options.readonly ?? false,
    timeout: 2000,
  })
  sqlite.pragma(`cipher='chacha20'`)
  // Hexadecimal digits only: nothing typed by a person ever gets into this text.
  sqlite.pragma(`key="raw:${Buffer.from(key).toString('hex')}"`)
  return sqlite
}

/** What every connection that writes needs, after the key was proved right. */
export function prepareForWriting(sqlite: Sqlite): void {
  for (const pragma of [
    'journal_mode = WAL',
    'synchronous = FULL',
    'checkpoint_fullfsync = ON',
    'secure_delete = ON',
    'foreign_keys = ON',
    'trusted_schema = OFF',
    'temp_store = MEMORY',
    'cache_size = -16000',
  ])
    sqlite.pragma(pragma)
}

export function createConnection(sqlite: Sqlite, step: Step): Connection {
  const statements = new Map<string, Database.Statement<unknown[], unknown>>()
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
    sqlite,
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
      return step(stepName(sql), () => statement.run(...values).changes)
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

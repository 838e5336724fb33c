import type { Step } from '../../shared/ports.ts'
import { createStatements, mostStatements, type Sqlite, type Statements } from './file.ts'
import { query as builder, type Query } from './query.ts'

type Values = readonly unknown[]

/** One encrypted SQLite file and its prepared statements. */
export interface Connection extends Statements {
  /** The file as it is open now. */
  readonly sqlite: Sqlite
  /** From now on this file is meant; the one before is closed already. */
  use(sqlite: Sqlite): void
  all<O>(query: Query<O>): O[]
  first<O>(query: Query<O>): O | undefined
  run(query: Query<unknown>): number
  close(): void
}

export function createConnection(opened: Sqlite, step: Step): Connection {
  let sqlite = opened
  let statements = createStatements(opened)
  const prepare = <Row>(text: string) => statements.prepare<Row>(text)
  const names = new Map<string, string>()
  const nameOf = (sql: string) => {
    const name = names.get(sql) ?? stepName(sql)
    if (names.size >= mostStatements) names.clear()
    names.set(sql, name)
    return name
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
      statements = createStatements(other)
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
      sqlite.close()
    },
  }
}

/** `insert.claim_row`: the verb and the table, for the tests that crash there. */
function stepName(sql: string): string {
  const [, verb = 'run', table = ''] = /^\s*(\w+)(?:[^"]*"(\w+)")?/.exec(sql) ?? []
  return `${verb.toLowerCase()}.${table}`
}

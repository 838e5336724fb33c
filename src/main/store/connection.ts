import type { Step } from '../../shared/ports.ts'
import { createStatements, mostStatements, type Sqlite, type Statements } from './file.ts'
import { query as builder, type Query } from './query.ts'

type Values = readonly unknown[]

interface OpenFile {
  readonly sqlite: Sqlite
  readonly statements: Statements
}

/** One encrypted SQLite file and its prepared statements. */
export interface Connection extends Statements {
  /** The file as it is open now; opened again where that failed before. Throws what SQLite throws. */
  readonly sqlite: Sqlite
  readonly inTransaction: boolean
  /**
   * The file was closed, and what this opens is meant from the next use on. Where it throws, that use does too, and the one
   * after it tries again: a disk that does not answer for a while costs no restart.
   */
  renew(open: () => Sqlite): void
  /** Runs for every file that is opened from now on, before anything else uses it: makes what lives beside a file. */
  eachFile(make: () => void): void
  all<O>(query: Query<O>): O[]
  first<O>(query: Query<O>): O | undefined
  run(query: Query<unknown>): number
  close(): void
}

export function createConnection(opened: Sqlite, step: Step): Connection {
  let file: OpenFile | undefined = { sqlite: opened, statements: createStatements(opened) }
  let open = () => opened
  const makers: (() => void)[] = []
  const openAgain = (): OpenFile => {
    const sqlite = open()
    file = { sqlite, statements: createStatements(sqlite) }
    try {
      for (const make of makers) make()
      return file
    } catch (error) {
      file = undefined
      sqlite.close()
      throw error
    }
  }
  const current = () => file ?? openAgain()
  const prepare = <Row>(text: string) => current().statements.prepare<Row>(text)
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
      return current().sqlite
    },
    get inTransaction() {
      return file?.sqlite.inTransaction ?? false
    },
    renew(next) {
      file = undefined
      open = next
    },
    eachFile: (make) => void makers.push(make),
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
      file?.sqlite.close()
    },
  }
}

/** `insert.claim_row`: the verb and the table, for the tests that crash there. */
function stepName(sql: string): string {
  const [, verb = 'run', table = ''] = /^\s*(\w+)(?:[^"]*"(\w+)")?/.exec(sql) ?? []
  return `${verb.toLowerCase()}.${table}`
}

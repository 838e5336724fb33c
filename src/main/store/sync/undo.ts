import type { Connection } from '../connection.ts'
import type { Sqlite } from '../file.ts'

/**
 * Takes back what events of the tail did to the projections. Other desks' events, once pulled, belong before them: the
 * tail is undone, the pulled events are applied, the tail is applied again. So every desk ends with the same rows,
 * whatever came in which order, and no projection has to know of it.
 *
 * Triggers write, for each row that changes while an event is being applied, the statement that puts it back. They are
 * temporary: made when the desk opens or begins to sync, over whatever tables the projections have.
 */
export interface Undo {
  /** Makes the triggers, once for a file that was opened, and outside a transaction: a rollback would take them away. */
  watch(): void
  /** Runs `apply` and remembers how to take back what it did, under the event's position. */
  capture(position: number, apply: () => void): void
  /** Can everything be taken back that events from this position on did? */
  reaches(position: number): boolean
  /** Is nothing remembered? */
  isEmpty(): boolean
  /** Takes back everything remembered; gives the keys of the rows of each table that it touched. */
  all(): ReadonlyMap<string, ReadonlySet<string>>
  /** Everything up to this position was placed where it stands: nothing will come before it any more. */
  forget(upTo: number): void
  /** Forgets everything up to this position without taking it back: after an erasure, and where recording begins. */
  forgetAll(upTo: number): void
}

export function createUndo(connection: Connection, tables: readonly string[]): Undo {
  const { prepare } = connection
  let watched: Sqlite | undefined
  const applying = (position: number | null) => prepare('UPDATE temp.applying SET position = ?').run(position)
  return {
    watch() {
      const { sqlite } = connection
      if (watched === sqlite) return
      sqlite.exec('CREATE TEMP TABLE applying (position INTEGER); INSERT INTO temp.applying VALUES (NULL)')
      for (const table of tables) sqlite.exec(triggersOf(table, columnsOf(connection, table)))
      watched = sqlite
    },
    capture(position, apply) {
      applying(position)
      try {
        apply()
      } finally {
        applying(null)
      }
    },
    reaches: (position) => position > barrier(connection),
    isEmpty: () => prepare('SELECT 1 FROM undo LIMIT 1').get() === undefined,
    all() {
      const touched = new Map<string, Set<string>>()
      const steps = prepare<{ place: string; row: string; statement: string }>(
        'SELECT place, row, statement FROM undo ORDER BY n DESC',
      ).all()
      for (const { place, row, statement } of steps) {
        connection.sqlite.exec(statement)
        touched.set(place, (touched.get(place) ?? new Set()).add(row))
      }
      prepare('DELETE FROM undo').run()
      return touched
    },
    forget: (upTo) => void prepare('DELETE FROM undo WHERE event <= ?').run(upTo),
    forgetAll(upTo) {
      prepare('DELETE FROM undo').run()
      prepare("INSERT OR REPLACE INTO meta (name, value) VALUES ('undo_from', ?)").run(upTo)
    },
  }
}

/** What events up to this position did cannot be taken back. */
const barrier = (connection: Connection): number =>
  connection.prepare<{ value: number }>("SELECT value FROM meta WHERE name = 'undo_from'").get()?.value ??
  Number.MAX_SAFE_INTEGER

interface Column {
  readonly name: string
  readonly pk: number
}

const columnsOf = (connection: Connection, table: string): Column[] =>
  connection.prepare<Column>('SELECT name, pk FROM pragma_table_info(?) ORDER BY cid').all(table)

function triggersOf(table: string, columns: readonly Column[]): string {
  const keys = columns.filter(({ pk }) => pk > 0).map(({ name }) => name)
  if (keys.length === 0) keys.push('rowid')
  const key = (row: 'NEW' | 'OLD') => keys.map((name) => `quote(${row}."${name}")`).join(" || ' ' || ")
  const where = (row: 'NEW' | 'OLD') =>
    `' WHERE ' || ${keys.map((name) => `'"${name}" = ' || quote(${row}."${name}")`).join(" || ' AND ' || ")}`
  const names = columns.map(({ name }) => `"${name}"`).join(', ')
  const values = columns.map(({ name }) => `quote(OLD."${name}")`).join(" || ', ' || ")
  const sets = columns.map(({ name }) => `'"${name}" = ' || quote(OLD."${name}")`).join(" || ', ' || ")
  const trigger = (verb: string, row: string, statement: string) => `
    CREATE TEMP TRIGGER "undo_${verb}_${table}" AFTER ${verb} ON main."${table}"
    WHEN (SELECT position FROM temp.applying) IS NOT NULL
    BEGIN
      INSERT INTO undo (event, place, row, statement)
      VALUES ((SELECT position FROM temp.applying), '${table}', ${row}, ${statement});
    END;`
  return [
    trigger('INSERT', key('NEW'), `'DELETE FROM "${table}"' || ${where('NEW')}`),
    trigger('UPDATE', key('OLD'), `'UPDATE "${table}" SET ' || ${sets} || ${where('NEW')}`),
    trigger('DELETE', key('OLD'), `'INSERT INTO "${table}" (${names}) VALUES (' || ${values} || ')'`),
  ].join('')
}

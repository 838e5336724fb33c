import type { Sqlite } from '../file.ts'
import type { Projection } from '../types.ts'

/** Log tables that are the same on every desk but for their local numbers, and the lists that projections name. */
const logTables = ['party', 'subject', 'event', 'placed', 'field_list'] as const
/** What SQLite keeps behind the two full-text tables. */
const textTables = ['name_word', 'name_part'].flatMap((name) =>
  ['data', 'idx', 'docsize', 'config'].map((part) => `${name}_${part}`),
)

/** Every table that a snapshot holds. Nothing of a desk itself: keys, secrets, drafts, its access log. */
export const snapshotTables = (projections: readonly Projection[]): readonly string[] => [
  ...logTables,
  ...projections.flatMap(({ tables }) => tables),
  ...textTables,
]

export interface TableShape {
  readonly columns: readonly string[]
  /** By which its rows are read in an order: the primary key, or the number that SQLite gives each row. */
  readonly order: readonly string[]
}

/** The shape of a table of an attached database. */
export function shapeOf(sqlite: Sqlite, schema: string, table: string): TableShape {
  const columns = sqlite
    .prepare<[string, string], { name: string; pk: number }>(
      'SELECT name, pk FROM pragma_table_info(?, ?) ORDER BY cid',
    )
    .all(table, schema)
  const bare = sqlite
    .prepare<[string, string], { wr: number }>('SELECT wr FROM pragma_table_list WHERE name = ? AND schema = ?')
    .get(table, schema)?.wr
  const keyed = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk)
  return { columns: columns.map(({ name }) => name), order: bare ? keyed.map(({ name }) => name) : ['rowid'] }
}

/** A table's name in a part: SQLite keeps the names behind full-text tables for itself. */
export const carried = (table: string): string => `of_${table}`

export const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ')

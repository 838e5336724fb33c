import { sql } from '../../src/main/store/query.ts'
import type { Reader } from '../../src/main/store/types.ts'

/** Where words stand in the decrypted store, `table.column: word`: every column of every table, the log and the search among them. */
export function placesOf(store: Reader, wanted: readonly string[]): string[] {
  const tables = store.all(sql<{ name: string }>`SELECT name FROM sqlite_master WHERE type = 'table'`)
  return tables.flatMap(({ name }) =>
    store.all(sql<Record<string, unknown>>`SELECT * FROM ${sql.id(name)}`).flatMap((row) =>
      Object.entries(row).flatMap(([column, value]) => {
        const text = (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value)).toLowerCase()
        return wanted.filter((word) => text.includes(word.toLowerCase())).map((word) => `${name}.${column}: ${word}`)
      }),
    ),
  )
}

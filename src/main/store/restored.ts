import type { Connection } from './connection.ts'
import type { Restored } from './types.ts'

/** The note that a restore leaves in the database, until a new identity is established. */
export function writeRestored(connection: Connection, restored: Restored): void {
  connection.prepare("INSERT OR REPLACE INTO meta (name, value) VALUES ('restored', ?)").run(JSON.stringify(restored))
}

export function readRestored(connection: Connection): Restored | undefined {
  const row = connection.prepare<{ value: string }>("SELECT value FROM meta WHERE name = 'restored'").get()
  return row && (JSON.parse(row.value) as Restored)
}

export function clearRestored(connection: Connection): void {
  connection.prepare("DELETE FROM meta WHERE name = 'restored'").run()
}

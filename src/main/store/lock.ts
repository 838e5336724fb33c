import { join } from 'node:path'
import Database from 'better-sqlite3'

/**
 * Makes sure that one process at a time has the store: an exclusive lock of the operating system on a small file of its
 * own, held through SQLite (the same call on every system, and aware of other connections of this process). The system
 * drops it when the process dies, however it dies, so no stale lock can remain. It is a file of its own because the
 * backup reads the database through a second connection meanwhile.
 * Throws SQLITE_BUSY when somebody else has it. Gives the way to let go.
 */
export function lockFolder(folder: string): () => void {
  const sqlite = new Database(join(folder, 'lock'), { timeout: 0 })
  try {
    sqlite.pragma('journal_mode = MEMORY') // No journal file beside it to leave behind.
    sqlite.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    sqlite.close()
    throw error
  }
  return () => sqlite.close()
}

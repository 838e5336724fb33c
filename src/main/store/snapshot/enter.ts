import Database from 'better-sqlite3'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { attachFile, type Connection, createConnection, openFile } from '../connection.ts'
import { type EventRow, rowsSince } from '../log/rows.ts'
import { createSurrogates, type Surrogates } from '../log/surrogates.ts'
import { uuidText } from '../log/uuid.ts'
import type { Staging } from './stage.ts'
import { carried, quoted, shapeOf } from './tables.ts'

/** A desk that joins has the events of its set-up; one with more work of its own than this reads the stream instead. */
const mostOwn = 2000

/** A snapshot on its way into the desk's own database. Nobody else writes there until it is kept or left. */
export interface Entry {
  /**
   * Puts what was staged in the place of the log and its tables, in one transaction that stays open, and this desk's own
   * events behind it with their chain as it was. Fails with sync.snapshot_unusable where the desk has settled events
   * already, or where its tables do not take the rows.
   */
  enter(device: string): Result<void>
  /**
   * Commits it, on the disk. The tables count as unfinished until the desk has applied its own events: cut short between
   * the two, it writes its tables anew.
   */
  keep(): void
  /** Brings what was committed from the write-ahead log into the file, so that the desk's next commit need not. */
  fold(): void
  /** Ends it; what was not kept was never there. */
  leave(): void
}

export function createEntry({ database, key, tables, staging }: Staging): Entry {
  const sqlite = openFile(database, key)
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('checkpoint_fullfsync = ON')
  sqlite.pragma('foreign_keys = OFF')
  sqlite.pragma('cache_size = -65536')
  sqlite.pragma('wal_autocheckpoint = 0')
  // Rows of full-text tables go in as they are, as no reader of them could tell.
  sqlite.unsafeMode(true)
  attachFile(sqlite, 'staging', staging, key)
  const connection = createConnection(sqlite, (_, fn) => fn())

  function replaceAll(device: string): Result<void> {
    const own = ownRows(connection, device)
    if (!own) return fail('sync.snapshot_unusable', { reason: 'not_new' })
    const access = accessRows(connection)
    for (const table of tables) {
      const all = quoted(shapeOf(sqlite, 'main', table).columns)
      sqlite.exec(`DELETE FROM main."${table}"`)
      sqlite.exec(`INSERT INTO main."${table}" (${all}) SELECT ${all} FROM staging."${carried(table)}" ORDER BY rowid`)
    }
    const last = connection.prepare<{ n: number }>('SELECT max(position) AS n FROM main.event').get()?.n ?? 0
    const surrogates = createSurrogates(connection)
    for (const row of own) addOwn(connection, surrogates, row)
    for (const row of access) renumber(connection, surrogates, row)
    noteState(connection, last)
    return ok(undefined)
  }

  return {
    enter(device) {
      sqlite.exec('BEGIN IMMEDIATE')
      try {
        return replaceAll(device)
      } catch (error) {
        // Rows that the desk's tables do not take were never the tables of a desk.
        if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT'))
          return fail('sync.snapshot_unusable', { reason: error.code })
        throw error
      }
    },
    keep() {
      sqlite.exec('COMMIT')
      sqlite.exec('DETACH staging')
    },
    fold: () => void sqlite.pragma('wal_checkpoint(PASSIVE)'),
    leave() {
      if (sqlite.inTransaction) sqlite.exec('ROLLBACK')
      sqlite.close()
    },
  }
}

/** The events of this desk; undefined where there are others, too many, or any that the central has placed. */
function ownRows(connection: Connection, device: string): EventRow[] | undefined {
  const rows = rowsSince(connection, 0, mostOwn + 1)
  const fits = rows.length <= mostOwn && rows.every((row) => row.verdict === null && uuidText(row.device) === device)
  return fits ? rows : undefined
}

interface AccessRow {
  readonly position: number
  readonly device: Uint8Array
  readonly actor: Uint8Array
  readonly kind: Parameters<Surrogates['subject']>[0]['kind'] | null
  readonly id: Uint8Array | null
}

const accessRows = (connection: Connection): AccessRow[] =>
  connection
    .prepare<AccessRow>(
      `SELECT l.position, d.id AS device, a.id AS actor, s.kind, s.id FROM access l JOIN party d ON d.n = l.device
       JOIN party a ON a.n = l.actor LEFT JOIN subject s ON s.n = l.subject`,
    )
    .all()

/** The event as it was, but for its local numbers, which no hash covers. */
function addOwn(connection: Connection, { party, subject }: Surrogates, row: EventRow): void {
  connection
    .prepare(`INSERT INTO main.event (id, stream, device, sequence, actor, subject, type, version, visibility,
      at_ms, hlc_ms, hlc_counter, bases, salt, body, commitment, hash) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`)
    .run(
      ...[row.id, party(uuidText(row.stream)), party(uuidText(row.device)), row.sequence, party(uuidText(row.actor))],
      subject({ kind: row.subjectKind as Parameters<typeof subject>[0]['kind'], id: uuidText(row.subjectId) }),
      ...[row.type, row.version, row.visibility, row.at_ms, row.hlc_ms, row.hlc_counter, row.bases],
      ...[row.salt, row.body, row.commitment, row.hash],
    )
}

/** The access log stays; only the numbers of those that it names have changed. */
function renumber(connection: Connection, { party, subject }: Surrogates, row: AccessRow): void {
  connection
    .prepare('UPDATE main.access SET device = ?, actor = ?, subject = ? WHERE position = ?')
    .run(
      party(uuidText(row.device)),
      party(uuidText(row.actor)),
      row.kind && row.id ? subject({ kind: row.kind, id: uuidText(row.id) }) : null,
      row.position,
    )
}

function noteState(connection: Connection, last: number): void {
  const note = connection.prepare('INSERT OR REPLACE INTO main.meta (name, value) VALUES (?, ?)')
  note.run('settled_up_to', last)
  note.run('undo_from', last)
  connection.prepare('DELETE FROM main.undo').run()
  connection.prepare('DELETE FROM main.waiting').run()
  connection.prepare('DELETE FROM main.projection').run()
}

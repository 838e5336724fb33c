import { fail, ok, type Result } from '../../../shared/result.ts'
import { fsyncFile } from '../durable.ts'
import { attachFile, createStatements, openFile, type Sqlite, type Statements } from '../file.ts'
import { type EventRow, rowsSince } from '../log/rows.ts'
import { createSurrogates, type Surrogates } from '../log/surrogates.ts'
import { uuidText } from '../log/uuid.ts'
import { made, type Place, unguarded } from './fresh.ts'
import { quoted, shapeOf } from './tables.ts'

/** A desk that joins has the events of its set-up; one with more work of its own than this reads the stream instead. */
const mostOwn = 2000

/** A new database in which all parts of a snapshot are, on its way to be the desk's. */
export interface Entry {
  /**
   * Makes the other indexes. Throws what SQLite throws, as where rows are there twice. Fails with sync.snapshot_unusable where the
   * log is not as long as the position that it is to reach: the proof is of the parts, not of what was written here.
   */
  index(position: number): Result<undefined>
  /**
   * Brings everything else of the desk into it: its own events behind the log with their chain as it was, its access log,
   * and all that never leaves it; then it is whole, and on the disk. Nothing is written at the desk meanwhile. The tables
   * count as unfinished until the desk has applied its own events: cut short before that, it writes its tables anew. Fails
   * with sync.snapshot_unusable where the desk has settled events already.
   */
  enter(device: string): Result<undefined>
  /** Lets go of the files. */
  leave(): void
}

export function createEntry(place: Place): Entry {
  const { database, key, fresh } = place
  const sqlite = openFile(fresh, key)
  attachFile(sqlite, 'desk', database, key)
  unguarded(sqlite, 'main')
  const connection = createStatements(sqlite)
  /** What it was so far. */
  const before = openFile(database, key)

  return {
    index(position) {
      for (const { sql } of made(sqlite, ['index'])) sqlite.exec(sql)
      // Now, so that little is left to be written while the desk waits.
      fsyncFile(fresh)
      return reaches(connection, position) ? ok(undefined) : fail('sync.snapshot_unusable', { reason: 'incomplete' })
    },
    enter(device) {
      const own = ownRows(createStatements(before), device)
      if (!own) return fail('sync.snapshot_unusable', { reason: 'not_new' })
      sqlite.exec('BEGIN')
      const last = connection.prepare<{ n: number }>('SELECT max(position) AS n FROM main.event').get()?.n ?? 0
      copyOthers(sqlite, place.tables)
      const surrogates = createSurrogates(connection)
      for (const row of own) addOwn(connection, surrogates, row)
      for (const row of accessRows(createStatements(before))) renumber(connection, surrogates, row)
      noteState(connection, last)
      // Last, as they would act on rows that come.
      for (const { sql } of made(sqlite, ['trigger', 'view'])) sqlite.exec(sql)
      sqlite.exec('COMMIT')
      sqlite.pragma(`user_version = ${Number(before.pragma('user_version', { simple: true }))}`)
      sqlite.exec('DETACH desk')
      sqlite.pragma('journal_mode = WAL')
      sqlite.close()
      fsyncFile(fresh)
      return ok(undefined)
    },
    leave() {
      sqlite.close()
      before.close()
    },
  }
}

/** Is there one event at each place up to the position, and no other? */
function reaches(connection: Statements, position: number): boolean {
  const found = connection.prepare<{ events: number; places: number; last: number | null }>(
    `SELECT (SELECT count(*) FROM main.event) AS events, count(*) AS places, max(position) AS last FROM main.placed`,
  )
  const { events, places, last } = found.get() ?? { events: 0, places: 0, last: null }
  return events === position && places === position && last === position
}

/** Every table that no snapshot holds. */
function copyOthers(sqlite: Sqlite, carriedTables: readonly string[]): void {
  const names = sqlite
    .prepare<[], string>(
      `SELECT name FROM pragma_table_list
       WHERE schema = 'desk' AND type = 'table' AND name NOT IN ('sqlite_schema', 'sqlite_sequence')`,
    )
    .pluck()
    .all()
  const isCarried = new Set(carriedTables)
  for (const name of names.filter((one) => !isCarried.has(one))) {
    const { columns, order } = shapeOf(sqlite, 'desk', name)
    const [all, by] = [quoted(columns), quoted(order)]
    sqlite.exec(`INSERT INTO main."${name}" (${all}) SELECT ${all} FROM desk."${name}" ORDER BY ${by}`)
  }
  // Numbers that were given once and are gone are not given again.
  sqlite.exec(`UPDATE main.sqlite_sequence AS s SET seq = max(s.seq, d.seq) FROM desk.sqlite_sequence d WHERE d.name = s.name;
    INSERT INTO main.sqlite_sequence SELECT name, seq FROM desk.sqlite_sequence
      WHERE name NOT IN (SELECT name FROM main.sqlite_sequence)`)
}

/** The events of this desk; undefined where there are others, too many, or any that the central has placed. */
function ownRows(connection: Statements, device: string): EventRow[] | undefined {
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

const accessRows = (connection: Statements): AccessRow[] =>
  connection
    .prepare<AccessRow>(
      `SELECT l.position, d.id AS device, a.id AS actor, s.kind, s.id FROM access l JOIN party d ON d.n = l.device
       JOIN party a ON a.n = l.actor LEFT JOIN subject s ON s.n = l.subject`,
    )
    .all()

/** The event as it was, but for its local numbers, which no hash covers. */
function addOwn(connection: Statements, { party, subject }: Surrogates, row: EventRow): void {
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
function renumber(connection: Statements, { party, subject }: Surrogates, row: AccessRow): void {
  connection
    .prepare('UPDATE main.access SET device = ?, actor = ?, subject = ? WHERE position = ?')
    .run(
      party(uuidText(row.device)),
      party(uuidText(row.actor)),
      row.kind && row.id ? subject({ kind: row.kind, id: uuidText(row.id) }) : null,
      row.position,
    )
}

function noteState(connection: Statements, last: number): void {
  const note = connection.prepare('INSERT OR REPLACE INTO main.meta (name, value) VALUES (?, ?)')
  note.run('settled_up_to', last)
  note.run('undo_from', last)
  connection.prepare('DELETE FROM main.undo').run()
  connection.prepare('DELETE FROM main.waiting').run()
  connection.prepare('DELETE FROM main.projection').run()
}

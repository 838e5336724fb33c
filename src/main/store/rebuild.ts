import { createHash } from 'node:crypto'
import type { Step, Timers } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Connection } from './connection.ts'
import { isKnown } from './known.ts'
import { type CanonicalEvent, canonicalBatches } from './log/canonical.ts'
import { pause } from './pause.ts'
import type { Projector } from './projector.ts'
import { failureOf } from './sqlite-failure.ts'
import type { Catalogue, Progress, Projection, ProjectionTx } from './types.ts'

interface Parts {
  readonly connection: Connection
  readonly projector: Projector
  readonly tx: ProjectionTx
  readonly step: Step
  readonly timers: Timers
  /** Before the first event: what was remembered of the old tables means nothing for the new ones. */
  readonly begin: () => void
  readonly apply: (event: CanonicalEvent) => void
  /** Erases what the log orders, piece by piece, before anything is read from it. */
  readonly erase: () => Iterable<unknown>
}

/** Events a turn: about ten milliseconds, which nobody notices at the keys. */
const batch = 100

/**
 * Empties every table of every projection and writes it again from the log, in the order in which events take effect.
 *
 * It is one transaction that lets others have their turn after each batch. Meanwhile nothing else can be written
 * (`transact` fails with store.rebuilding, access entries wait) and reads in this thread see the tables half full:
 * the caller shows its progress instead of lists. Cancelled, full disk or a crash: the old tables are back, untouched.
 */
export async function rebuild(
  { connection, projector, tx, step, timers, begin, apply, erase }: Parts,
  progress: Progress = {},
): Promise<Result<number>> {
  const { sqlite } = connection
  let count = 0
  try {
    step('rebuild.begin', () => connection.prepare('BEGIN IMMEDIATE').run())
    sqlite.pragma('defer_foreign_keys = ON')
    for (const clear of clearing(connection, projector.projections, tx)) {
      step('rebuild.clear', clear)
      await pause(timers)
    }
    // From here on a row that points nowhere is refused at once, as in a command, and not at the end for all.
    sqlite.pragma('defer_foreign_keys = OFF')
    begin()
    for (const _ of erase()) {
      if (progress.signal?.aborted) return fail('store.cancelled')
      await pause(timers)
    }
    for (const events of canonicalBatches(connection, batch)) {
      if (progress.signal?.aborted) return fail('store.cancelled')
      for (const event of events) apply(event)
      count += events.length
      progress.onProgress?.(count)
      await pause(timers)
    }
    if (progress.signal?.aborted) return fail('store.cancelled')
    noteVersions(connection, projector.projections)
    step('rebuild.commit', () => connection.prepare('COMMIT').run())
    return ok(count)
  } catch (error) {
    const failure = failureOf(error)
    if (failure) return { ok: false, failure }
    throw error
  } finally {
    if (sqlite.inTransaction) connection.prepare('ROLLBACK').run()
  }
}

/** The emptying, table by table: a big one takes a while, and others have their turn between. */
function clearing(connection: Connection, projections: readonly Projection[], tx: ProjectionTx): (() => void)[] {
  const empty = (table: string) => () => void connection.prepare(`DELETE FROM "${table}"`).run()
  return [
    empty('waiting'),
    ...projections
      .toReversed()
      .flatMap(({ clear, tables }) => [() => clear?.(tx), ...tables.toReversed().map((table) => empty(table))]),
  ]
}

/** Writes down which projections filled the tables. */
export function noteVersions(connection: Connection, projections: readonly Projection[]): void {
  connection.prepare('DELETE FROM projection').run()
  for (const { name, version = 1 } of projections)
    connection.prepare('INSERT INTO projection (name, version) VALUES (?, ?)').run(name, version)
}

/** Names of the projections whose tables were filled by other code than this, and kinds of events that can be read only now. */
export function staleProjections(
  connection: Connection,
  catalogue: Catalogue,
  projections: readonly Projection[],
): string[] {
  const noted = connection.prepare<{ name: string; version: number }>('SELECT name, version FROM projection').all()
  const versions = new Map(noted.map(({ name, version }) => [name, version]))
  const changed = projections.filter(({ name, version = 1 }) => versions.get(name) !== version).map(({ name }) => name)
  const waiting = connection.prepare<{ type: string; version: number }>('SELECT type, version FROM waiting').all()
  const stale = [...changed, ...waiting.filter((kind) => isKnown(catalogue, kind)).map(({ type }) => type)]
  if (stale.length === 0 || connection.prepare('SELECT 1 FROM event LIMIT 1').get()) return stale
  // Nothing in the log, nothing to rebuild. In one transaction: otherwise each line would wait for the disk.
  connection.sqlite.transaction(() => noteVersions(connection, projections))()
  return []
}

/** Did this program understand every event of the log? */
export const canReadAll = (connection: Connection): boolean =>
  connection.prepare('SELECT 1 FROM waiting LIMIT 1').get() === undefined

/** What stands in a table: how many rows, and a digest that is the same for the same rows in any order. */
export interface TableDigest {
  readonly rows: number
  /** Hexadecimal. */
  readonly digest: string
}

/** A digest of every table of every projection, row by row: compares what `dumpProjections` could not hold in memory. */
export function digestProjections(
  connection: Connection,
  projections: readonly Projection[],
): Record<string, TableDigest> {
  const tables = projections.flatMap((projection) => projection.tables)
  return Object.fromEntries(tables.map((table) => [table, digestOf(connection, table)]))
}

/** The sum of the rows' hashes: unlike their exclusive or, it also counts rows that are there twice. */
function digestOf(connection: Connection, table: string): TableDigest {
  let rows = 0
  let sum = 0n
  for (const row of connection.prepare(`SELECT * FROM "${table}"`).raw().iterate()) {
    rows += 1
    sum += BigInt(`0x${createHash('sha256').update(JSON.stringify(row)).digest('hex')}`)
  }
  return { rows, digest: BigInt.asUintN(256, sum).toString(16) }
}

/** Every row of every projection, in an order that does not depend on how it came about: to compare with a rebuild. */
export function dumpProjections(connection: Connection, projections: readonly Projection[]): Record<string, unknown[]> {
  const rowsOf = (table: string) =>
    connection
      .prepare(`SELECT * FROM "${table}"`)
      .raw()
      .all()
      .map((row) => JSON.stringify(row))
      .sort()
  return Object.fromEntries(projections.flatMap(({ tables }) => tables.map((table) => [table, rowsOf(table)])))
}

import { ok, type Result } from '../../shared/result.ts'
import { erasures } from './erasures.ts'
import { fieldHeads } from './field-heads.ts'
import { currentIdentity, makeIdentity, retireIdentity } from './identity.ts'
import { createIds } from './ids.ts'
import { createAppender } from './log/append.ts'
import { createReader, eventsSince } from './log/rows.ts'
import { type Opened, openDatabase } from './open.ts'
import { createProjector } from './projector.ts'
import { atomically, type Committed, createTransact } from './transact.ts'
import type { Identity, Store, StoreOptions } from './types.ts'

/**
 * The store of a desk: an encrypted SQLite file with the record log, the projections that follow from it, and the access
 * log; beside it the encrypted blobs and the high-water mark.
 *
 * ## How a room uses it
 *
 * ```ts
 * import { query } from '../store/query.ts'          // Kysely as a builder; nothing else imports kysely
 *
 * // A command: rules, then events, in one transaction. Projections are written in the same transaction.
 * store.transact({ actor: officer.id }, (tx) => {
 *   const claim = tx.first(query.selectFrom('claim').select('state').where('id', '=', id))
 *   if (!claim) return fail('desk.not_found')                        // a failure undoes everything
 *   const event = tx.append({ subject: { kind: 'claim', id }, type: 'claim.filed', body: { ... }, bases: seen })
 *   return ok(event.id)
 * })
 *
 * // A query: at once, in this thread.
 * store.all(query.selectFrom('claim').selectAll().limit(50))
 * store.timeline({ kind: 'claim', id })
 * ```
 *
 * - Times, ids and chains come from the store: `tx.now`, `tx.newId()`. Nothing else in a command asks a clock.
 * - `tx.append` gives the event as it stands in the log. A body that does not fit the catalogue throws: commands check
 *   what people typed before they append.
 * - `bases` are the ids of the events that the author saw; for fields, `headsOf(tx, subject, names)` of field-heads.ts.
 * - `tx.run` is for the named exceptions that are no events (drafts, preferences, cursors). Tables of projections are
 *   written by their projection only; a rebuild would lose anything else.
 * - A room adds its tables as migrations/desk/NNNN-name.sql, their types in tables.ts, and a `Projection` (types.ts)
 *   that the composition root registers.
 * - Uncaught errors inside `transact` are bugs: everything is undone and the error goes on to the caller.
 */
export function openStore(options: StoreOptions): Result<Store> {
  const step = options.step ?? ((_, fn) => fn())
  const opened = openDatabase({ ...options, step, keyIsRight: () => false })
  return opened.ok ? ok(assemble({ ...options, step }, opened.value)) : opened
}

function assemble(options: StoreOptions & Required<Pick<StoreOptions, 'step'>>, { connection, unlock }: Opened): Store {
  const { catalogue, clock, random, step, timers } = options
  const newId = createIds(clock, random)
  const reader = createReader(connection)
  const appender = createAppender({ connection, catalogue, clock, random, step, newId })
  const builtIn = [erasures(catalogue, connection), fieldHeads(catalogue)]
  const projector = createProjector(connection, catalogue, [...builtIn, ...options.projections], step)
  const listeners = new Set<Parameters<Store['subscribe']>[0]>()
  let identity = currentIdentity(connection)

  const afterCommit = ({ events, erased }: Committed) => {
    // Erased bodies must leave the write-ahead log too.
    if (erased) connection.sqlite.pragma('wal_checkpoint(TRUNCATE)')
    if (events.length > 0) timers.after(0, () => listeners.forEach((listener) => void listener(events)))
  }

  return {
    ...reader,
    newId,
    since: (position, limit) => eventsSince(connection, position, limit),
    transact: createTransact({
      connection,
      reader,
      appender,
      projector,
      catalogue,
      clock,
      step,
      newId,
      identity: () => identity,
      busy: () => false,
      afterCommit,
    }),
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    identity: () => identity,
    establish(office): Result<Identity> {
      const made = atomically(connection, step, () => {
        retireIdentity(connection, clock.now())
        return ok(makeIdentity(connection, office, clock, random))
      })
      if (made.ok) identity = made.value
      return made
    },
    close() {
      connection.sqlite.pragma('optimize')
      connection.close()
      unlock()
    },
  }
}

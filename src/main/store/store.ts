import type { LoggedEvent } from '../../shared/domain/event.ts'
import type { Failure } from '../../shared/errors.ts'
import type { Step, Timers } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { createAccessLog } from './access-log.ts'
import { backup } from './backup/backup.ts'
import { blobNames } from './blobs/blob-names.ts'
import { blobPaths, createBlobs } from './blobs/blobs.ts'
import { checkStore } from './check.ts'
import { eraseAllOrdered, erasures } from './erasures.ts'
import { exchangeDatabase } from './exchange.ts'
import { fieldHeads } from './field-heads.ts'
import { accessChain, createHighWater, eventChain, markOpens } from './high-water.ts'
import { currentIdentity, makeIdentity, retireIdentity } from './identity.ts'
import { createIds } from './ids.ts'
import { subKey } from './keys.ts'
import { createAppender } from './log/append.ts'
import { createReader, eventsSince } from './log/rows.ts'
import { versionOf } from './migrations.ts'
import { type Opened, openDatabase, paths } from './open.ts'
import { createProjector } from './projector.ts'
import { canReadAll, digestProjections, dumpProjections, rebuild, staleProjections } from './rebuild.ts'
import { clearRestored, readRestored } from './restored.ts'
import { createRuleAnswers } from './rule-answers.ts'
import { createSnapshots } from './snapshot/snapshots.ts'
import { slots } from './sync/slots.ts'
import { createSync, observer } from './sync/sync.ts'
import { atomically, createTransact } from './transact.ts'
import type { Identity, Progress, Store, StoreOptions } from './types.ts'
import { verifyLogs } from './verify.ts'

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
  const step: Step = options.step ?? ((_, fn) => fn())
  const markKey = subKey(options.key, 'high-water')
  const mark = paths(options.folder).mark
  const opened = openDatabase({ ...options, step, keyIsRight: () => markOpens(mark, markKey) })
  return opened.ok ? ok(assemble({ ...options, step }, opened.value)) : opened
}

type Ready = StoreOptions & { readonly step: Step }

function assemble(options: Ready, { connection, unlock }: Opened): Store {
  const { catalogue, clock, folder, key, random, step, timers } = options
  let identity = currentIdentity(connection)
  let rebuilding = false
  const live = { identity: () => identity, busy: () => rebuilding }
  const newId = createIds(clock, random)
  const reader = createReader(connection)
  const appender = createAppender({ connection, catalogue, clock, random, step, newId })
  const projections = [
    erasures(catalogue, connection),
    fieldHeads(catalogue, appender.surrogates.findSubject),
    slots,
    blobNames,
    ...options.projections,
  ]
  const projector = createProjector(connection, catalogue, projections, step)
  const tx = { ...reader, run: connection.run }
  const highWater = createHighWater({
    connection,
    path: paths(folder).mark,
    key: subKey(key, 'high-water'),
    step,
    timers,
    ...live,
  })
  const access = createAccessLog({
    connection,
    surrogates: appender.surrogates,
    clock,
    timers,
    step,
    ...live,
    flushed: (device, sequence) => highWater.note(new Map([[accessChain(device), sequence]]), new Map()),
  })
  const namesWhole = () => canReadAll(connection) && staleProjections(connection, catalogue, projections).length === 0
  const blobs = createBlobs({
    ...{ connection, key, clock, random, step, timers, namesWhole, ...live },
    settles: () => sync.epoch() !== undefined,
    folder: paths(folder).blobs,
  })
  const announcer = createAnnouncer(timers)
  const verify = (progress?: Progress) => verifyLogs(connection, catalogue, timers, highWater.chains(), progress)
  staleProjections(connection, catalogue, projections)
  const leaveNoTrace = () => connection.sqlite.pragma('wal_checkpoint(TRUNCATE)')
  const alone = async <T>(work: () => Promise<T>): Promise<T> => {
    rebuilding = true
    try {
      return await work()
    } finally {
      rebuilding = false
    }
  }
  const sync = createSync({
    ...{ connection, surrogates: appender.surrogates, projector, catalogue, tx, clock, step, ...live },
    append: appender.append,
    observe: observer(connection, clock, appender.observe),
    forget: appender.forget,
    settled(events, erased) {
      if (erased) leaveNoTrace()
      announcer.announce(events)
    },
  })

  /** The desk goes on: its high-water mark tells if a power cut brings the old database back. */
  const unsure = ({ code }: Failure) =>
    access.note({
      actor: identity?.device ?? '',
      act: 'job_failed',
      details: { job: 'snapshot_exchange', reason: code },
    })
  const snapshots = createSnapshots({
    ...{ folder, key, catalogue, projections, random, timers, alone, ...live },
    hasSettled: () => connection.prepare('SELECT 1 FROM placed LIMIT 1').get() !== undefined,
    identity: () => required(identity),
    sign: sync.sign,
    exchange: (fresh) => exchangeDatabase({ connection, folder, key, step, unsure }, fresh),
    entered: sync.entered,
  })

  return {
    ...reader,
    newId,
    access,
    blobs,
    ruleAnswers: createRuleAnswers(connection),
    sync: { ...sync, snapshots },
    verify,
    since: (position, limit) => eventsSince(connection, position, limit),
    subscribe: announcer.subscribe,
    transact: createTransact({
      ...{ connection, reader, appender, catalogue, clock, step, newId, highWater, ...live },
      applyOwn: sync.applyOwn,
      afterCommit({ events, series, erased }) {
        // Erased bodies must leave the write-ahead log too.
        if (erased) leaveNoTrace()
        sync.wrote(events)
        highWater.note(chainsOf(events), series)
        announcer.announce(events)
      },
    }),
    identity: live.identity,
    establish(office) {
      if (rebuilding) return fail('store.rebuilding')
      const made = atomically(connection, step, () => {
        retireIdentity(connection, clock.now())
        clearRestored(connection)
        return ok(makeIdentity(connection, office, clock, random))
      })
      if (made.ok) identity = made.value
      return made
    },
    issuing: () => (highWater.behind().length === 0 ? ok(undefined) : fail('store.behind')),
    noteFork: highWater.noteFork,
    renewMark: highWater.renew,
    status: () => ({
      folder,
      version: versionOf(connection.sqlite),
      behind: highWater.behind(),
      stale: staleProjections(connection, catalogue, projections),
      rebuilding,
      restored: readRestored(connection),
      access: { waiting: access.waiting, failure: access.failure },
    }),
    async rebuild(progress) {
      if (rebuilding) return fail('store.rebuilding')
      let erased = 0
      function* erase() {
        for (const bodies of eraseAllOrdered(connection, catalogue)) {
          erased += bodies
          yield
        }
      }
      const again = { begin: sync.beginRebuild, apply: sync.applyAgain, erase }
      const done = await alone(() => rebuild({ connection, projector, tx, step, timers, ...again }, progress))
      if (done.ok && erased > 0) leaveNoTrace()
      return done
    },
    dumpProjections: () => dumpProjections(connection, projections),
    digestProjections: () => digestProjections(connection, projections),
    check: (progress) =>
      checkStore(connection, projections, blobPaths(paths(folder).blobs, key), () => verify(progress)),
    async backup(target, progress) {
      if (rebuilding) return fail('store.rebuilding')
      if (!identity) return fail('store.no_identity')
      const flushed = access.flush()
      return flushed.ok ? backup({ ...options, identity }, target, progress) : flushed
    },
    close() {
      if (rebuilding) return fail('store.rebuilding')
      const flushed = access.stop()
      const marked = highWater.flush()
      connection.close()
      unlock()
      return flushed.ok ? marked : flushed
    },
  }
}

function required(identity: Identity | undefined): Identity {
  if (!identity) throw new Error('A desk without an identity does not sync')
  return identity
}

/** The last sequence of each chain that these events lengthened. */
function chainsOf(events: readonly LoggedEvent[]): Map<string, number> {
  return new Map(events.map(({ stream, device, sequence }) => [eventChain(stream, device), sequence]))
}

/** Tells listeners of committed events on the next turn, so that their mistakes cannot undo or delay a command. */
function createAnnouncer(timers: Timers) {
  type Listener = Parameters<Store['subscribe']>[0]
  const listeners = new Set<Listener>()
  return {
    subscribe(listener: Listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    announce(events: readonly LoggedEvent[]) {
      if (events.length === 0 || listeners.size === 0) return
      timers.after(0, () => {
        for (const listener of listeners) listener(events)
      })
    },
  }
}

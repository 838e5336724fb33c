import type { EventDraft, LoggedEvent } from '../../shared/domain/event.ts'
import type { Clock, Step, Uuid } from '../../shared/ports.ts'
import type { Result } from '../../shared/result.ts'
import { fail } from '../../shared/result.ts'
import type { Connection } from './connection.ts'
import type { HighWater } from './high-water.ts'
import type { Appender } from './log/append.ts'
import { prepared } from './prepared.ts'
import { query } from './query.ts'
import { failureOf, Refusal } from './sqlite-failure.ts'
import { withHolders } from './sync/slots.ts'
import type { Author, Catalogue, Identity, Reader, Tx } from './types.ts'

/** What a committed transaction did, for those who act after it. */
export interface Committed {
  readonly events: readonly LoggedEvent[]
  /** Highest number used of each series that it raised. */
  readonly series: ReadonlyMap<string, number>
  readonly erased: boolean
}

interface Parts {
  readonly connection: Connection
  readonly reader: Reader
  readonly appender: Appender
  readonly applyOwn: (event: LoggedEvent) => void
  readonly catalogue: Catalogue
  readonly clock: Clock
  readonly step: Step
  readonly newId: () => Uuid
  readonly identity: () => Identity | undefined
  /** Is a rebuild holding the write transaction? */
  readonly busy: () => boolean
  readonly highWater: Pick<HighWater, 'allowUse' | 'allowSettling'>
  readonly afterCommit: (committed: Committed) => void
}

/** Makes the one way in which anything is written to the store. */
export function createTransact(parts: Parts) {
  return <T>(author: Author, work: (tx: Tx) => Result<T>): Result<T> => {
    if (parts.busy()) return fail('store.rebuilding')
    const identity = parts.identity()
    if (!identity) return fail('store.no_identity')
    const { tx, committed } = createTx(parts, author, identity)
    const result = atomically(parts.connection, parts.step, () => work(tx), parts.appender.forget)
    if (result.ok) parts.afterCommit(committed)
    return result
  }
}

/**
 * Runs `work` between BEGIN IMMEDIATE and COMMIT. Whatever goes wrong, everything is undone and `undone` is called;
 * an expected failure is given back, anything else is thrown on.
 */
export function atomically<T>(connection: Connection, step: Step, work: () => Result<T>, undone = () => {}): Result<T> {
  if (connection.inTransaction) throw new Error('A transaction inside a transaction')
  let done = false
  try {
    step('begin', () => connection.prepare('BEGIN IMMEDIATE').run())
    const result = work()
    if (result instanceof Promise) throw new Error('A transaction must not wait')
    if (result.ok) {
      step('commit', () => connection.prepare('COMMIT').run())
      done = true
    }
    return result
  } catch (error) {
    const failure = failureOf(error)
    if (failure) return { ok: false, failure }
    throw error
  } finally {
    // SQLite itself rolls back on some errors, such as a full disk.
    if (connection.inTransaction) connection.prepare('ROLLBACK').run()
    if (!done) undone()
  }
}

function createTx(parts: Parts, author: Author, identity: Identity): { tx: Tx; committed: Committed } {
  const { connection, reader, appender, applyOwn, newId } = parts
  const events: LoggedEvent[] = []
  const series = new Map<string, number>()
  const now = parts.clock.now()
  const writer = { actor: author.actor, stream: author.stream ?? identity.office, device: identity.device, at: now }
  const committed = { events, series, erased: false }
  const raise = (name: string, number: number, allowed: Result<void>) => {
    if (!allowed.ok) throw new Refusal(allowed.failure.code)
    parts.step('raise.series', () => raiseSeries(connection, name, number))
    series.set(name, Math.max(number, series.get(name) ?? number))
  }
  const tx: Tx = {
    ...reader,
    now,
    newId,
    run: connection.run,
    append(draft) {
      if (!parts.catalogue[draft.type]?.erases) refuseMoved(reader, draft)
      const event = appender.append(withHolders(reader, draft), writer)
      applyOwn(event)
      events.push(event)
      committed.erased ||= parts.catalogue[event.type]?.erases ?? false
      return event
    },
    raiseSeries: (name, number) => raise(name, number, parts.highWater.allowUse(name)),
    settleSeries: (name, number) => raise(name, number, parts.highWater.allowSettling(name, number)),
  }
  return { tx, committed }
}

/** Another office has it: nothing is written of it here, whichever command or job would. */
function refuseMoved(reader: Reader, { subject }: EventDraft): void {
  if (reader.first(movedAway({ kind: subject.kind, id: subject.id }))) throw new Refusal('claims.moved_elsewhere')
}

const movedAway = prepared(({ kind, id }: { kind: string; id: string }) =>
  query.selectFrom('moved_subject').select('claim').where('kind', '=', kind).where('id', '=', id).limit(1),
)

function raiseSeries(connection: Connection, series: string, number: number): void {
  connection
    .prepare(
      `INSERT INTO series_mark (series, number) VALUES (?, ?)
       ON CONFLICT (series) DO UPDATE SET number = max(number, excluded.number)`,
    )
    .run(series, number)
}

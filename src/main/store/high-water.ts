import { existsSync, readFileSync } from 'node:fs'
import type { Step, Timers, Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Connection } from './connection.ts'
import { writeWhole } from './durable.ts'
import { openText, sealText } from './keys.ts'
import { uuidBytes } from './log/uuid.ts'
import { failureOf } from './sqlite-failure.ts'
import type { Behind, Identity } from './types.ts'

/**
 * How far this desk has got, kept outside the database: a database that is behind it was copied back, and going on with
 * it would write a second event with the same place in the chain, or issue a number twice.
 */
interface Mark {
  /** Last sequence of each chain: `event/<stream>/<device>` and `access/<device>`. */
  readonly chains: Record<string, number>
  /** Highest number used of each series. */
  readonly series: Record<string, number>
  /** Devices whose database was once found behind. Their chains may not go on, even when they have caught up. */
  readonly forked: readonly Uuid[]
  /** Devices of which the central said that they are forked. Missing in a mark from before this was noted. */
  readonly foundForked?: readonly Uuid[]
}

export interface HighWater {
  /** Everything in which the database is behind; empty when all is well. */
  behind(): readonly Behind[]
  /** May numbers of a series be used? Fails with store.behind while the database may not know of all that were. */
  allowUse(series: string): Result<void>
  /** Does `number` settle a series, by being no lower than any that may be used? Fails with store.behind. */
  allowSettling(series: string, number: number): Result<void>
  /** The last sequence known of each chain of the device that writes now. Those of retired devices may have ended earlier. */
  chains(): ReadonlyMap<string, number>
  /** Notes chains within a second, numbers of series at once. After the commit: a mark ahead of the database would stop a healthy desk. */
  note(chains: ReadonlyMap<string, number>, series: ReadonlyMap<string, number>): void
  /** An administrator's decision: takes the database as it is for the truth, where the mark is missing or damaged. */
  renew(): Result<void>
  /**
   * The central said that it has events of this device that are not here: the mark was put back too, and does not know
   * how far the device had got. From now on it is behind, until there is a new identity.
   */
  noteFork(device: Uuid): void
  /** Writes what is not written yet. */
  flush(): Result<void>
}

interface Parts {
  readonly connection: Connection
  readonly path: string
  readonly key: Uint8Array
  readonly step: Step
  readonly timers: Timers
  readonly identity: () => Identity | undefined
}

const chainDelay = 1000

export const eventChain = (stream: Uuid, device: Uuid): string => `event/${stream}/${device}`
export const accessChain = (device: Uuid): string => `access/${device}`

export function createHighWater({ connection, path, key, step, timers, identity }: Parts): HighWater {
  const found = readMark(path, key)
  let unusable: 'missing' | 'damaged' | undefined =
    typeof found === 'string' && hasEvents(connection) ? found : undefined
  let mark: Mark = typeof found === 'string' ? { chains: {}, series: {}, forked: [] } : found
  let cancel: (() => void) | undefined
  let unwritten = false

  const flush = (): Result<void> => {
    cancel?.()
    cancel = undefined
    if (!unwritten || unusable) return ok(undefined)
    try {
      writeMark(path, key, mark, step)
      unwritten = false
      return ok(undefined)
    } catch (error) {
      const failure = failureOf(error)
      if (failure) return { ok: false, failure }
      throw error
    }
  }
  const rememberFork = () => {
    const device = identity()?.device
    if (!device || mark.forked.includes(device) || chainsBehind(connection, mark, device).length === 0) return
    mark = { ...mark, forked: [...mark.forked, device] }
    unwritten = true
  }
  rememberFork()
  flush()

  const storedNumber = (series: string) => seriesOf(connection).get(series) ?? 0
  const stopped = (): Behind[] => {
    if (unusable) return [{ what: 'mark', reason: unusable }]
    const device = identity()?.device
    if (!device) return []
    if (mark.foundForked?.includes(device)) return [{ what: 'fork', device }]
    return mark.forked.includes(device) ? [{ what: 'chain', device }] : []
  }

  return {
    behind: () => (unusable ? stopped() : [...stopped(), ...seriesBehind(connection, mark)]),
    allowUse(series) {
      const used = mark.series[series] ?? 0
      return stopped().length === 0 && used <= storedNumber(series) ? ok(undefined) : fail('store.behind')
    },
    allowSettling: (series, number) =>
      stopped().length === 0 && number >= (mark.series[series] ?? 0) ? ok(undefined) : fail('store.behind'),
    chains() {
      const device = identity()?.device
      return new Map(Object.entries(mark.chains).filter(([name]) => device && name.endsWith(device)))
    },
    note(chains, series) {
      if (chains.size + series.size === 0) return
      mark = { ...mark, chains: raised(mark.chains, chains), series: raised(mark.series, series) }
      unwritten = true
      // A mark that cannot be written now is written with the next one; the database, which is the truth, is ahead of it.
      if (series.size > 0) flush()
      else cancel ??= timers.after(chainDelay, flush)
    },
    renew() {
      unusable = undefined
      mark = { ...mark, series: raised(mark.series, seriesOf(connection)) }
      unwritten = true
      return flush()
    },
    noteFork(device) {
      if (mark.foundForked?.includes(device)) return
      mark = { ...mark, foundForked: [...(mark.foundForked ?? []), device] }
      unwritten = true
      flush() // Where it cannot be written now the next note tries again, and the central says so in every round.
    },
    flush,
  }
}

/** Does the mark open with this key? Then the key is right, whatever is wrong with the database. */
export const markOpens = (path: string, key: Uint8Array): boolean => typeof readMark(path, key) !== 'string'

function readMark(path: string, key: Uint8Array): Mark | 'missing' | 'damaged' {
  if (!existsSync(path)) return 'missing'
  const text = openText(readFileSync(path, 'utf8'), key)
  return text === undefined ? 'damaged' : (JSON.parse(text) as Mark) // Authenticated: only this code wrote it.
}

const writeMark = (path: string, key: Uint8Array, mark: Mark, step: Step): void =>
  writeWhole(path, [Buffer.from(sealText(JSON.stringify(mark), key))], step, 'mark')

function raised(old: Record<string, number>, by: ReadonlyMap<string, number>): Record<string, number> {
  const next = { ...old }
  for (const [name, value] of by) next[name] = Math.max(value, next[name] ?? 0)
  return next
}

/** Chains of the device that writes now. Those of retired devices have ended and cannot fork any more. */
function chainsBehind(connection: Connection, mark: Mark, device: Uuid): string[] {
  return Object.entries(mark.chains)
    .filter(([name, sequence]) => name.endsWith(device) && lastSequence(connection, name) < sequence)
    .map(([name]) => name)
}

function lastSequence(connection: Connection, name: string): number {
  const [table, ...ids] = name.split('/')
  const condition = table === 'event' ? 'stream = (SELECT n FROM party WHERE id = ?) AND ' : ''
  const text = `SELECT max(sequence) AS last FROM ${table === 'event' ? 'event' : 'access'}
    WHERE ${condition}device = (SELECT n FROM party WHERE id = ?)`
  return connection.prepare<{ last: number | null }>(text).get(...ids.map(uuidBytes))?.last ?? 0
}

function seriesBehind(connection: Connection, mark: Mark): Behind[] {
  const stored = seriesOf(connection)
  return Object.entries(mark.series)
    .map(([series, number]) => ({ what: 'series' as const, series, database: stored.get(series) ?? 0, mark: number }))
    .filter(({ database, mark }) => database < mark)
}

function seriesOf(connection: Connection): Map<string, number> {
  const rows = connection.prepare<{ series: string; number: number }>('SELECT series, number FROM series_mark').all()
  return new Map(rows.map(({ series, number }) => [series, number]))
}

const hasEvents = (connection: Connection): boolean =>
  connection.prepare('SELECT 1 FROM event LIMIT 1').get() !== undefined

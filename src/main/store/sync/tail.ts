import type { LoggedEvent } from '../../../shared/domain/event.ts'
import type { Connection } from '../connection.ts'
import { rowAt, toEvent } from '../log/rows.ts'

/**
 * The events that the central has not placed, in the order of the log. A desk that joins has its first few events at the
 * beginning of its log and the office's whole past behind them: to look for them in every page would read all of that
 * past each time. So their positions are remembered, and only what was written since is looked through.
 */
export interface Tail {
  readonly positions: () => Iterable<number>
  /** All of it. */
  readonly events: () => LoggedEvent[]
  /** This desk wrote an event, and it is committed: to look for it would be to read its body. */
  wrote(position: number): void
  /** An event has its place now. */
  placed(position: number): void
  /** A rollback, another epoch, rows that were taken out: all of it is looked up again. */
  forget(): void
}

export function createTail(connection: Connection): Tail {
  /** In ascending order: a set keeps the order in which it was filled. */
  let known: Set<number> | undefined
  let upTo = 0
  const look = (): Set<number> => {
    if (!known) upTo = settledUpTo(connection)
    known ??= new Set()
    const found = connection
      .prepare<{ position: number }>(
        `SELECT e.position FROM event e LEFT JOIN placed p ON p.event = e.position
         WHERE e.position > ? AND p.event IS NULL ORDER BY e.position`,
      )
      .all(upTo)
    for (const { position } of found) known.add(position)
    upTo = connection.prepare<{ n: number | null }>('SELECT max(position) AS n FROM event').get()?.n ?? 0
    return known
  }
  return {
    positions: look,
    events: () => [...look()].flatMap((position) => rowAt(connection, position) ?? []).map(toEvent),
    wrote(position) {
      if (!known || position !== upTo + 1) return
      known.add(position)
      upTo = position
    },
    placed(position) {
      known?.delete(position)
      if (known && position === upTo + 1) upTo = position // just written: no need to look for it
    },
    forget() {
      known = undefined
    },
  }
}

/** Every event of the log up to this position has its place: the search for the tail begins behind it. */
export const settledUpTo = (connection: Connection): number =>
  connection.prepare<{ value: number }>("SELECT value FROM meta WHERE name = 'settled_up_to'").get()?.value ?? 0

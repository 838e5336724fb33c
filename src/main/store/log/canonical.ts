import type { LoggedEvent } from '../../../shared/domain/event.ts'
import type { Connection } from '../connection.ts'
import { rowsOfTail, rowsPlaced, toEvent } from './rows.ts'

export interface CanonicalEvent {
  readonly event: LoggedEvent
  readonly placed: boolean
}

/**
 * The log in the order in which it takes effect, in batches: what the central placed, then what it has not placed yet.
 * Without a central that is the order in which it was written.
 */
export function* canonicalBatches(connection: Connection, batch: number): Generator<CanonicalEvent[]> {
  for (let n = 0; ; ) {
    const rows = rowsPlaced(connection, n, batch)
    const last = rows.at(-1)
    if (!last) break
    n = last.n
    yield rows.map((row) => ({ event: toEvent(row), placed: true }))
  }
  for (let position = 0; ; ) {
    const rows = rowsOfTail(connection, position, batch)
    const last = rows.at(-1)
    if (!last) return
    position = last.position
    yield rows.map((row) => ({ event: toEvent(row), placed: false }))
  }
}

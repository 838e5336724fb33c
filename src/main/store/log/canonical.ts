import type { LoggedEvent } from '../../../shared/domain/event.ts'
import type { Connection } from '../connection.ts'
import { type EventRow, rowsOfTail, rowsPlaced, toEvent } from './rows.ts'

export interface CanonicalEvent {
  readonly event: LoggedEvent
  readonly placed: boolean
}

/**
 * The log in the order in which it takes effect, in batches: what the central placed, then what it has not placed yet.
 * Without a central that is the order in which it was written. A batch ends with an event that erases: what comes after
 * it is read when the bodies are gone.
 */
export function* canonicalBatches(
  connection: Connection,
  batch: number,
  erases: (type: string) => boolean,
): Generator<CanonicalEvent[]> {
  const untilErasure = <Row extends EventRow>(rows: Row[]): Row[] => {
    const end = rows.findIndex(({ type }) => erases(type))
    return end < 0 ? rows : rows.slice(0, end + 1)
  }
  for (let n = 0; ; ) {
    const rows = untilErasure(rowsPlaced(connection, n, batch))
    const last = rows.at(-1)
    if (!last) break
    n = last.n
    yield rows.map((row) => ({ event: toEvent(row), placed: true }))
  }
  for (let position = 0; ; ) {
    const rows = untilErasure(rowsOfTail(connection, position, batch))
    const last = rows.at(-1)
    if (!last) return
    position = last.position
    yield rows.map((row) => ({ event: toEvent(row), placed: false }))
  }
}

import type { Taken } from '../../../shared/sync/page.ts'
import type { Connection } from '../connection.ts'
import type { Tail } from './tail.ts'

/** Gives events of the log their places in a stream, in its order. */
export interface Places {
  /** @param event its position in the log */
  give(event: number, placed: Taken): void
  /** Writes what is not written yet: before anybody reads which events have their place. */
  write(): void
}

interface Parts {
  readonly connection: Connection
  readonly tail: Tail
}

/**
 * Events that follow each other both in the log and in the stream, as most of a page do, get their places by one
 * statement. Those of which the central says more than `ok` are written at once.
 */
export function givePlaces(parts: Parts, streamN: number): Places {
  let run: Run | undefined
  const write = () => {
    if (run) placeRun(parts.connection, streamN, run)
    run = undefined
  }
  return {
    give(event, placed) {
      const { position, verdict = 'ok', why } = placed
      if (verdict !== 'ok' || why !== undefined) {
        write()
        return place(parts, streamN, event, placed)
      }
      if (run && run.event + run.count === event && run.position + run.count === position) run.count += 1
      else {
        write()
        run = { event, position, count: 1 }
      }
      parts.tail.placed(event)
    },
    write,
  }
}

interface Run {
  /** Position in the log of the first. */
  readonly event: number
  /** Its place in the stream. */
  readonly position: number
  count: number
}

function placeRun(connection: Connection, stream: number, { event, position, count }: Run): void {
  const { changes } = connection
    .prepare(
      `INSERT INTO placed (event, stream, position, verdict)
       SELECT position, :stream, position + :ahead, 'ok' FROM event WHERE position BETWEEN :from AND :to ORDER BY position`,
    )
    .run({ stream, ahead: position - event, from: event, to: event + count - 1 })
  if (changes !== count) throw new Error('An event that was just written is not there')
}

/** Gives one event of the log its place in the stream, now. */
export function place({ connection, tail }: Parts, streamN: number, event: number, placed: Taken): void {
  connection
    .prepare('INSERT INTO placed (event, stream, position, verdict, why) VALUES (?, ?, ?, ?, ?)')
    .run(event, streamN, placed.position, placed.verdict ?? 'ok', placed.why ?? null)
  tail.placed(event)
}

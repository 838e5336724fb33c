import { createHash } from 'node:crypto'
import { placesInBlock } from '../../../shared/sync/places.ts'
import type { Sqlite } from '../file.ts'
import { readRun } from './runs.ts'

/** What a table says of order and verdicts, as it comes in part by part. */
export interface Places {
  /** Reads the places in a part; false where they are none. Throws what SQLite throws. */
  read(part: Sqlite): boolean
  /**
   * The events by their places from 1 on, if there is one event at each place of the stream up to a position, each event at
   * one place alone, and nothing else. `indexOf` gives the index of an event by its number.
   */
  inOrder(stream: number, position: number, indexOf: ReadonlyMap<number, number>): Ordered | undefined
}

export interface Ordered {
  /** Of an event by its index. */
  verdictOf(index: number): string
  /** SHA-256 (base64) of order and verdicts, as the central works it out (`placesInBlock`); `idOf` in hexadecimal digits. */
  digest(idOf: (index: number) => string): string
}

type Row = readonly [event: number, stream: number, position: number, verdict: string, why: string | null]
const values = [
  ['event', 'whole'],
  ['stream', 'whole'],
  ['position', 'whole'],
  ['verdict', 'text'],
  ['why', 'text?'],
] as const

export function createPlaces(): Places {
  const rows: Row[] = []
  return {
    read: (part) => readRun<Row>(part, { table: 'of_placed', values, bytes: "''" }, (row) => rows.push(row) > 0),
    inOrder(stream, position, indexOf) {
      if (rows.length !== position || indexOf.size !== position) return undefined
      const byPlace = new Array<Row | undefined>(position)
      const verdicts = new Array<string | undefined>(position)
      for (const row of rows) {
        const [event, of, place, verdict] = row
        const index = indexOf.get(event)
        const isFree = place >= 1 && place <= position && !byPlace[place - 1]
        if (of !== stream || index === undefined || !isFree || verdicts[index] !== undefined) return undefined
        byPlace[place - 1] = row
        verdicts[index] = verdict
      }
      return {
        verdictOf: (index) => verdicts[index] ?? '',
        digest: (idOf) => digestOf(byPlace as Row[], (event) => idOf(indexOf.get(event) ?? -1)),
      }
    },
  }
}

/**
 * What did not fit at the desk that made the snapshot is flagged by that desk alone; the central knows it as it was judged,
 * and where that was no `ok` the digests differ, and the stream is read instead.
 */
function digestOf(rows: readonly Row[], idOf: (event: number) => string): string {
  const whole = createHash('sha256')
  for (let from = 0; from < rows.length; from += placesInBlock) {
    const lines = rows.slice(from, from + placesInBlock).map(([event, , position, verdict, why]) => {
      const word = why === doesNotFit ? 'ok ' : `${verdict} ${why ?? ''}`
      return `${position} ${idOf(event)} ${word}\n`
    })
    whole.update(createHash('sha256').update(lines.join('')).digest())
  }
  return whole.digest('base64')
}

const doesNotFit = 'sync.does_not_fit'

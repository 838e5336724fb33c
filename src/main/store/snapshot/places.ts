import { createHash } from 'node:crypto'
import { placesInBlock } from '../../../shared/sync/places.ts'
import type { Sqlite } from '../file.ts'
import { createNumbers, createWords, type Indexes, type Words } from './kept.ts'
import { readRun } from './runs.ts'

/** What a table says of order and verdicts, as it comes in part by part. */
export interface Places {
  /** Reads the places in a part; false where they are none. Throws what SQLite throws. */
  read(part: Sqlite): boolean
  /**
   * The events by their places from 1 on, if there is one event at each place of the stream up to a position, each event at
   * one place alone, and nothing else. `indexOf` gives the index of an event by its number.
   */
  inOrder(stream: number, position: number, indexOf: Pick<Indexes, 'get' | 'size'>): Ordered | undefined
}

export interface Ordered {
  /** Of an event by its index. */
  verdictOf(index: number): string
  /** SHA-256 (base64) of order and verdicts, as the central works it out (`placesInBlock`); `ids`: 16 bytes by each index. */
  digest(ids: Uint8Array): string
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
  const [events, positions, verdicts, ends] = [createNumbers(), createNumbers(), createNumbers(), createNumbers()]
  /** The streams that rows name; the verdicts, and the ends of their lines. */
  const [streams, verdictWords, endWords] = [new Set<number>(), createWords(), createWords()]
  const keep = ([event, stream, place, verdict, why]: Row) => {
    streams.add(stream)
    events.push(event)
    positions.push(place)
    verdicts.push(verdictWords.numberOf(verdict))
    ends.push(endWords.numberOf(endOf(verdict, why)))
    return true
  }
  return {
    read: (part) => readRun<Row>(part, { table: 'of_placed', values, bytes: "''" }, keep),
    inOrder(stream, position, indexOf) {
      if (events.length !== position || indexOf.size !== position) return undefined
      if (position > 0 && !(streams.size === 1 && streams.has(stream))) return undefined
      // Of each place its event's index and the end of its line, and by index the verdict: one more than it is, 0 is none.
      const [indexAt, endAt, verdictOf] = [new Int32Array(position), new Int32Array(position), new Int32Array(position)]
      for (let row = 0; row < position; row++) {
        const [index, at] = [indexOf.get(events.at(row)), positions.at(row) - 1]
        if (index === undefined || verdictOf[index] !== 0 || indexAt[at] !== 0) return undefined
        indexAt[at] = index + 1
        endAt[at] = ends.at(row)
        verdictOf[index] = verdicts.at(row) + 1
      }
      return {
        verdictOf: (index) => verdictWords.word((verdictOf[index] ?? 0) - 1),
        digest: (ids) => digestOf({ indexAt, endAt }, ids, endWords),
      }
    },
  }
}

/**
 * What did not fit at the desk that made the snapshot is flagged by that desk alone; the central knows it as it was judged,
 * and where that was no `ok` the digests differ, and the stream is read instead.
 */
const endOf = (verdict: string, why: string | null): string => (why === doesNotFit ? 'ok ' : `${verdict} ${why ?? ''}`)
const doesNotFit = 'sync.does_not_fit'

interface InPlaces {
  /** By place, from 0 on: one more than the index of its event. */
  readonly indexAt: Int32Array
  /** By place: the number of what its line ends with. */
  readonly endAt: Int32Array
}

function digestOf({ indexAt, endAt }: InPlaces, ids: Uint8Array, words: Words): string {
  const whole = createHash('sha256')
  const ends: Uint8Array[] = []
  const endBytes = (place: number) => {
    const n = endAt[place] ?? 0
    ends[n] ??= Buffer.from(` ${words.word(n)}\n`)
    return ends[n]
  }
  let lines = new Uint8Array(0)
  for (let from = 0; from < indexAt.length; from += placesInBlock) {
    const to = Math.min(from + placesInBlock, indexAt.length)
    let room = 0
    for (let place = from; place < to; place++) room += mostDigits + 1 + 32 + endBytes(place).length
    if (lines.length < room) lines = new Uint8Array(room)
    let end = 0
    for (let place = from; place < to; place++) {
      end = putDecimal(lines, end, place + 1)
      lines[end] = space
      end = putHex(lines, end + 1, ids, ((indexAt[place] ?? 0) - 1) * 16)
      const last = endBytes(place)
      lines.set(last, end)
      end += last.length
    }
    whole.update(createHash('sha256').update(lines.subarray(0, end)).digest())
  }
  return whole.digest('base64')
}

/** Of a whole number that is exact. */
const mostDigits = 16
const [space, zero, letters] = [0x20, 0x30, 0x61 - 10]

/** Writes digits; gives where they end. */
function putDecimal(to: Uint8Array, at: number, value: number): number {
  let end = at + 1
  for (let rest = value; rest >= 10; rest = Math.floor(rest / 10)) end += 1
  let rest = value
  for (let i = end - 1; i >= at; i--) {
    to[i] = zero + (rest % 10)
    rest = Math.floor(rest / 10)
  }
  return end
}

const hexDigit = (value: number): number => value + (value < 10 ? zero : letters)

/** Writes 16 bytes as hexadecimal digits; gives where they end. */
function putHex(to: Uint8Array, at: number, from: Uint8Array, fromAt: number): number {
  for (let i = 0; i < 16; i++) {
    const byte = from[fromAt + i] ?? 0
    to[at + 2 * i] = hexDigit(byte >> 4)
    to[at + 2 * i + 1] = hexDigit(byte & 15)
  }
  return at + 32
}

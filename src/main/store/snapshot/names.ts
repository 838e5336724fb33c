import type { Sqlite } from '../file.ts'
import { uuidText } from '../log/uuid.ts'
import { readRun } from './runs.ts'

interface Subject {
  readonly kind: string
  readonly id: Uint8Array
}

/** What the local numbers of a log stand for, as its tables come in part by part. */
export interface Names {
  /** Reads the parties in a part, one of which is the stream; false where they are none. Throws what SQLite throws. */
  readParties(part: Sqlite, stream: string): boolean
  readSubjects(part: Sqlite): boolean
  party(n: number): Uint8Array | undefined
  subject(n: number): Subject | undefined
  /** The number of the stream; -1 where it has none. */
  stream(): number
}

const idLength = 16

export function createNames(): Names {
  const parties = new Map<number, Uint8Array>()
  // Of hundreds of thousands: an object for each would be the most that this thread keeps.
  const [subjects, kinds] = [new Map<number, number>(), [] as string[]]
  let ids: Buffer = Buffer.alloc(0)
  let stream = -1
  return {
    readParties(part, office) {
      const numbers: number[] = []
      const read = readIds(part, 'of_party', 'NULL', ([n]) => numbers.push(n))
      for (const [i, n] of numbers.entries()) {
        const id = read?.subarray(i * idLength, (i + 1) * idLength)
        if (id) parties.set(n, id)
        if (id && uuidText(id) === office) stream = n
      }
      return read !== undefined
    },
    readSubjects(part) {
      const read = readIds(part, 'of_subject', 'kind', ([n, , kind]) => subjects.set(n, kinds.push(kind ?? '') - 1))
      if (read) ids = Buffer.concat([ids, read])
      return read !== undefined
    },
    party: (n) => parties.get(n),
    subject(n) {
      const at = subjects.get(n)
      return at === undefined
        ? undefined
        : { kind: kinds[at] ?? '', id: ids.subarray(at * idLength, (at + 1) * idLength) }
    },
    stream: () => stream,
  }
}

type Row = readonly [n: number, length: number, kind: string | null]

/** Gives the ids of all rows one behind the other; undefined where they are none. */
function readIds(part: Sqlite, table: string, kind: string, each: (row: Row) => void): Buffer | undefined {
  const values = [
    ['n', 'whole'],
    ['octet_length(id)', 'whole'],
    [kind, 'text?'],
  ] as const
  let ids: Buffer = Buffer.alloc(0)
  const isRead = readRun<Row>(part, { table, values, bytes: 'id' }, (row, run) => {
    ids = run
    each(row)
    return row[1] === idLength
  })
  return isRead ? ids : undefined
}

import type { Sqlite } from '../connection.ts'
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
  const subjects = new Map<number, { readonly kind: string; readonly at: number; readonly run: Buffer }>()
  let stream = -1
  return {
    readParties: (part, office) =>
      readIds(part, 'of_party', 'NULL', ([n], run, at) => {
        const id = run.subarray(at, at + idLength)
        parties.set(n, id)
        if (uuidText(id) === office) stream = n
      }),
    readSubjects: (part) =>
      readIds(part, 'of_subject', 'kind', ([n, , kind], run, at) => subjects.set(n, { kind: kind ?? '', at, run })),
    party: (n) => parties.get(n),
    subject(n) {
      const found = subjects.get(n)
      return found && { kind: found.kind, id: found.run.subarray(found.at, found.at + idLength) }
    },
    stream: () => stream,
  }
}

type Row = readonly [n: number, length: number, kind: string | null]

/** Ids stay one behind the other: as a piece of memory each, hundreds of thousands would take twenty times the room. */
function readIds(
  part: Sqlite,
  table: string,
  kind: string,
  each: (row: Row, run: Buffer, at: number) => void,
): boolean {
  const values = [
    ['n', 'whole'],
    ['octet_length(id)', 'whole'],
    [kind, 'text?'],
  ] as const
  let at = 0
  return readRun<Row>(part, { table, values, bytes: 'id' }, (row, run) => {
    if (row[1] !== idLength) return false
    each(row, run, at)
    at += idLength
    return true
  })
}

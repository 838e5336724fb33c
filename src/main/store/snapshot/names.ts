import type { Sqlite } from '../file.ts'
import { uuidText } from '../log/uuid.ts'
import { createIndexes, createNumbers, createPieces, createWords } from './kept.ts'
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
  const [subjects, kinds, ids, words] = [createIndexes(), createNumbers(), createPieces(idLength), createWords()]
  let stream = -1
  return {
    readParties: (part, office) =>
      readIds(part, 'of_party', 'NULL', ([n], run, at) => {
        const id = Uint8Array.from(run.subarray(at, at + idLength))
        parties.set(n, id)
        if (uuidText(id) === office) stream = n
      }),
    readSubjects: (part) =>
      readIds(part, 'of_subject', 'kind', ([n, , kind], run, at) => {
        subjects.set(n, kinds.length)
        kinds.push(words.numberOf(kind ?? ''))
        ids.push(run, at)
      }),
    party: (n) => parties.get(n),
    subject(n) {
      const index = subjects.get(n)
      if (index === undefined) return undefined
      const at = index * idLength
      return { kind: words.word(kinds.at(index)), id: ids.bytes().subarray(at, at + idLength) }
    },
    stream: () => stream,
  }
}

type Row = readonly [n: number, length: number, kind: string | null]

/** Hands over each row with the place of its id in the run; false where a row has no id. */
function readIds(
  part: Sqlite,
  table: string,
  kind: string,
  each: (row: Row, run: Uint8Array, at: number) => void,
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

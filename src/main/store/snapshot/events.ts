import type { Sqlite } from '../file.ts'
import { readRun } from './runs.ts'

/** An event as it lies in a part: local numbers and plain values. */
export type EventRow = readonly [
  number: number,
  stream: number,
  device: number,
  sequence: number,
  actor: number,
  subject: number,
  type: string,
  version: number,
  visibility: string,
  at: number,
  hlcMs: number,
  hlcCounter: number,
  bases: number,
  body: number | null,
  isWhole: number,
]

/** Bytes of an event, in the memory of its part's run. */
export interface EventBytes {
  readonly id: Buffer
  readonly commitment: Buffer
  readonly hash: Buffer
  readonly bases: Uint8Array
  /** Salt and body in a row, which is what the commitment covers; none once they are gone. */
  readonly body: Uint8Array | undefined
}

const numbers = (names: readonly string[]) => names.map((sql) => [sql, 'whole'] as const)
const lengths = [
  ['id', 16],
  ['commitment', 32],
  ['hash', 32],
] as const
const saltLength = 16

const asked = {
  table: 'of_event',
  values: [
    ...numbers(['position', 'stream', 'device', 'sequence', 'actor', 'subject']),
    ...([['type', 'text'], ...numbers(['version']), ['visibility', 'text']] as const),
    ...numbers(['at_ms', 'hlc_ms', 'hlc_counter', 'octet_length(bases)']),
    ['octet_length(body)', 'whole?'],
    [
      `${lengths.map(([name, length]) => `octet_length(${name}) = ${length}`).join(' AND ')}
       AND octet_length(salt) IS CASE WHEN body IS NULL THEN NULL ELSE ${saltLength} END`,
      'whole',
    ],
  ],
  bytes: "id || commitment || hash || bases || coalesce(salt || body, '')",
} as const

/**
 * Hands over every event in a part, in order. False where one is none, or where `each` says so: what follows is not read
 * then. Throws what SQLite throws.
 */
export function readEvents(part: Sqlite, each: (row: EventRow, bytes: EventBytes) => boolean): boolean {
  let at = 0
  return readRun<EventRow>(part, asked, (row, run) => {
    if (row[14] !== 1) return false
    const next = (length: number) => {
      at += length
      return run.subarray(at - length, at)
    }
    const [id, commitment, hash, bases] = [next(16), next(32), next(32), next(row[12])]
    return each(row, { id, commitment, hash, bases, body: row[13] === null ? undefined : next(saltLength + row[13]) })
  })
}

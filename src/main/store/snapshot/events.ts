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

/** Bytes of an event in its part's run, which are there for this one event only. */
export interface EventBytes {
  readonly run: Buffer
  /** Where each begins: id, commitment and hash have 16, 32 and 32 bytes. */
  readonly id: number
  readonly commitment: number
  readonly hash: number
  readonly bases: Uint8Array
  /** Salt and body in a row, which is what the commitment covers; none once they are gone. */
  readonly body: Uint8Array | undefined
}

const noBytes = new Uint8Array(0)
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
    const [id, commitment, hash, from] = [at, at + 16, at + 48, at + 80]
    const next = from + row[12]
    const bases = row[12] === 0 ? noBytes : run.subarray(from, next)
    at = row[13] === null ? next : next + saltLength + row[13]
    const body = row[13] === null ? undefined : run.subarray(next, at)
    return each(row, { run, id, commitment, hash, bases, body })
  })
}

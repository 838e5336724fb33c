import { CompiledQuery } from 'kysely'
import type { Connection, Submittable } from 'pg'
import { putUuid } from '../../shared/uuid-bytes.ts'
import { memoryKept } from '../memory.ts'
import type { Tx } from './database.ts'

/**
 * Puts rows into a table by COPY in its binary form (PostgreSQL, "COPY", Binary Format). A run of megabytes as a parameter
 * is copied half a dozen times while its statement is planned; here nothing is planned, and a page is filled with many
 * rows at a time. Throws what the database says of a row, as an INSERT would.
 * @param columns in the order of the values
 */
export async function copyInto(tx: Tx, table: string, columns: readonly string[], rows: CopiedRows): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const copy: Submittable & Handlers = {
    submit: (connection) => connection.query(`COPY ${table} (${columns.join()}) FROM STDIN (FORMAT binary)`),
    handleCopyInResponse: (connection) => send(connection, rows.bytes()),
    handleCommandComplete: () => {},
    handleReadyForQuery: resolve,
    handleError: reject,
  }
  // Kysely hands the text of a statement on to pg as it is, and pg takes whatever submits itself in its place.
  const statement = { ...CompiledQuery.raw(''), sql: copy as unknown as string }
  await Promise.all([tx.executeQuery(statement), promise])
  rows.sent()
}

/** What pg calls of a query that submits itself. */
interface Handlers {
  handleCopyInResponse(connection: Connection): void
  handleCommandComplete(): void
  handleReadyForQuery(): void
  handleError(error: unknown): void
}

/** PostgreSQL keeps a message in memory until it has all of it. */
const messageBytes = 64 * 1024
const [copyData, copyDone] = [0x64, 0x63]

function send({ stream }: Connection, rows: Buffer): void {
  stream.cork()
  for (const part of [head, rows, end])
    for (let from = 0; from < part.length; from += messageBytes) {
      const piece = part.subarray(from, from + messageBytes)
      stream.write(messageHead(copyData, piece.length))
      stream.write(piece)
    }
  stream.write(messageHead(copyDone, 0))
  stream.uncork()
}

/** What kind of message it is, and how long with this length itself. */
function messageHead(kind: number, length: number): Buffer {
  const bytes = Buffer.alloc(5)
  bytes[0] = kind
  bytes.writeInt32BE(length + 4, 1)
  return bytes
}

/** Signature, no flags, nothing behind them; and at the end a row with -1 values. */
const head = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1')
const end = Buffer.from([0xff, 0xff])

/** Rows on their way into a table, each value as its type keeps it. */
export interface CopiedRows {
  /** Begins a row of so many values, which follow. */
  row(values: number): void
  uuid(text: string): void
  /** Throws the SQLSTATE of a number that does not fit. */
  int4(value: number): void
  int8(value: number): void
  text(value: string | null): void
  timestamptz(value: Date): void
  /** ASCII. */
  jsonb(json: string): void
  /** Pieces in a row, as one value. */
  bytea(pieces: readonly Uint8Array[] | null): void
  bytes(): Buffer
  /** Nobody needs them any more. */
  sent(): void
}

const memory = memoryKept()

/** @param room bytes that they will probably take */
export function copiedRows(room: number): CopiedRows {
  let [bytes, at] = [memory.take(room), 0]
  let view = viewOf(bytes)
  const need = (length: number) => {
    if (at + length <= bytes.length) return
    const larger = memory.take((at + length) * 2)
    larger.set(bytes.subarray(0, at))
    bytes = larger
    view = viewOf(larger)
  }
  const int32 = (value: number) => {
    view.setInt32(at, value)
    at += 4
  }
  /** Room for a value and its length, which stands before it. */
  const value = (length: number) => {
    need(4 + length)
    int32(length)
  }
  const put = (piece: Uint8Array) => {
    bytes.set(piece, at)
    at += piece.length
  }
  const int8 = (number: number) => {
    value(8)
    int32(Math.floor(number / 2 ** 32))
    view.setUint32(at, number >>> 0)
    at += 4
  }
  const nothing = () => {
    need(4)
    int32(-1)
  }
  return {
    row(values) {
      need(2)
      view.setInt16(at, values)
      at += 2
    },
    uuid(text) {
      value(16)
      putUuid(bytes, at, text)
      at += 16
    },
    int4(number) {
      if (number !== (number | 0)) throw Object.assign(new RangeError('Too large a number'), { code: outOfRange })
      value(4)
      int32(number)
    },
    int8,
    text(text) {
      if (text === null) return nothing()
      const word = wordOf(text)
      value(word.length)
      put(word)
    },
    timestamptz: (date) => int8((date.getTime() - year2000) * 1000),
    jsonb(json) {
      value(1 + json.length)
      bytes[at++] = jsonbVersion
      at += bytes.write(json, at, 'latin1')
    },
    bytea(pieces) {
      if (!pieces) return nothing()
      value(pieces.reduce((sum, { length }) => sum + length, 0))
      for (const piece of pieces) put(piece)
    },
    bytes: () => bytes.subarray(0, at),
    sent: () => memory.giveBack(bytes),
  }
}

const viewOf = ({ buffer, byteOffset, length }: Uint8Array) => new DataView(buffer, byteOffset, length)

/** Times are microseconds since then. */
const year2000 = Date.UTC(2000, 0, 1)
const jsonbVersion = 1
/** SQLSTATE numeric_value_out_of_range. */
const outOfRange = '22003'

/** Most texts say the same thing again and again; a bound, in case they do not. */
const mostWords = 1000
const words = new Map<string, Buffer>()

function wordOf(text: string): Buffer {
  const known = words.get(text)
  if (known) return known
  if (words.size >= mostWords) words.clear()
  const bytes = Buffer.from(text, 'utf8')
  words.set(text, bytes)
  return bytes
}

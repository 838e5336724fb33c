import { CompiledQuery } from 'kysely'
import type { Submittable } from 'pg'
import { uuidToBytes } from '../../shared/uuid-bytes.ts'
import { memoryKept } from '../memory.ts'
import type { Db } from './database.ts'

/** Rows as they came from the database, and their memory, which is used again. */
export interface RowsOut {
  readonly rows: ReadRows
  /** Nobody reads the rows, or bytes of them, any more. */
  done(): void
}

/**
 * Reads rows by COPY in its binary form (PostgreSQL, "COPY", Binary Format): bytes come as bytes, where a result has them
 * as hexadecimal text of twice the length, which becomes a string first and bytes then. Throws what the database says.
 * @param query SQL without parameters, which COPY does not take; values by `uuidIn` and `numberIn`
 */
export async function copyOut(db: Db, query: string): Promise<RowsOut> {
  let [bytes, end] = [memory.take(usualRoom), 0]
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const copy: Submittable & Handlers = {
    submit: (connection) => connection.query(`COPY (${query}) TO STDOUT (FORMAT binary)`),
    // At once: pg writes what comes next to the same memory.
    handleCopyData({ chunk }) {
      if (end + chunk.length > bytes.length) {
        const larger = memory.take((end + chunk.length) * 2)
        larger.set(bytes.subarray(0, end))
        memory.giveBack(bytes)
        bytes = larger
      }
      bytes.set(chunk, end)
      end += chunk.length
    },
    handleCommandComplete: () => {},
    handleReadyForQuery: resolve,
    handleError: reject,
  }
  // As `copyInto` does: Kysely hands the text of a statement on to pg as it is.
  const statement = { ...CompiledQuery.raw(''), sql: copy as unknown as string }
  try {
    await db.connection().execute((one) => Promise.all([one.executeQuery(statement), promise]))
    return { rows: rowsIn(bytes.subarray(0, end)), done: () => memory.giveBack(bytes) }
  } catch (error) {
    memory.giveBack(bytes)
    throw error
  }
}

/** What pg calls of a query that submits itself. */
interface Handlers {
  handleCopyData(message: { readonly chunk: Uint8Array }): void
  handleCommandComplete(): void
  handleReadyForQuery(): void
  handleError(error: unknown): void
}

const memory = memoryKept()
/** A page of edits; what is larger is kept once it was had. */
const usualRoom = 512 * 1024

/** A UUID as SQL; throws a TypeError on any other text. */
export const uuidIn = (id: string): string => `'${Buffer.from(uuidToBytes(id)).toString('hex')}'::uuid`

/** A whole number as SQL; throws a RangeError on any other. */
export function numberIn(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError('Not a whole number')
  return `${value}`
}

/** The values of rows, one after the other, each read as the type that its column has. */
export interface ReadRows {
  /** Goes to the next row; false behind the last. Throws unless it has so many values. */
  next(values: number): boolean
  uuid(): string
  int4(): number
  int8(): number
  text(): string
  textOrNull(): string | null
  /** JSON of a jsonb. */
  jsonb(): string
  /** Where they lie; not to be read after `done`. */
  bytea(): Buffer
  byteaOrNull(): Buffer | null
}

/** Signature, flags, length of an extension that nobody has. */
const headLength = 19

function rowsIn(bytes: Buffer): ReadRows {
  let at = headLength
  /** Of each column, where its last text stands and what it says: most rows say what the one before them said. */
  const last: (Said | undefined)[] = []
  let column = 0
  const said = (size: number, read: Said['read']): string => {
    const from = over(size)
    const before = last[column]
    if (before?.read === read && before.size === size && isSame(bytes, before.from, from, size)) return before.text
    const text = read(from, size)
    last[column] = { read, from, size, text }
    return text
  }
  const length = () => {
    column += 1
    at += 4
    return bytes.readInt32BE(at - 4)
  }
  /** Steps over a value; gives where it began. */
  const over = (size: number) => {
    if (size < 0) throw new TypeError('Nothing stands where a value must')
    at += size
    return at - size
  }
  const fixed = (size: number) => {
    if (length() !== size) throw new TypeError('A value of another type')
    return over(size)
  }
  const textAt = (from: number, size: number) => bytes.toString('utf8', from, from + size)
  const textOf = (size: number) => said(size, textAt)
  const uuidAt = (from: number) => {
    const hex = bytes.toString('hex', from, from + 16)
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  }
  const bytesOf = (size: number) => {
    const from = over(size)
    return bytes.subarray(from, from + size)
  }
  const orNull = <T>(read: (size: number) => T): T | null => {
    const size = length()
    return size === -1 ? null : read(size)
  }
  return {
    next(values) {
      at += 2
      column = 0
      const here = bytes.readInt16BE(at - 2)
      if (here !== -1 && here !== values) throw new TypeError('Another number of values')
      return here !== -1
    },
    uuid() {
      if (length() !== 16) throw new TypeError('A value of another type')
      return said(16, uuidAt)
    },
    int4: () => bytes.readInt32BE(fixed(4)),
    int8() {
      const from = fixed(8)
      return bytes.readInt32BE(from) * 2 ** 32 + bytes.readUInt32BE(from + 4)
    },
    text: () => textOf(length()),
    textOrNull: () => orNull(textOf),
    jsonb() {
      const text = textOf(length())
      if (text.charCodeAt(0) !== jsonbVersion) throw new TypeError('Another version of jsonb')
      return text.slice(1)
    },
    bytea: () => bytesOf(length()),
    byteaOrNull: () => orNull(bytesOf),
  }
}

const jsonbVersion = 1

interface Said {
  readonly read: (from: number, size: number) => string
  readonly from: number
  readonly size: number
  readonly text: string
}

/** A call of Node's for a few bytes would take as long as to read them. */
function isSame(bytes: Uint8Array, a: number, b: number, size: number): boolean {
  for (let i = 0; i < size; i++) if (bytes[a + i] !== bytes[b + i]) return false
  return true
}

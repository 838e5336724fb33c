import { fail, ok, type Result } from '../result.ts'
import {
  type CardFile,
  type CardFileHead,
  type CardRow,
  cardColumns,
  cardFileMark,
  largestPicture,
  mostRows,
} from './format.ts'
import { type CardFileKind, cardFileKinds } from './kinds.ts'
import { hexOf, type Sha256, writeCardFile } from './write.ts'

/** Does the Ed25519 signature of 64 bytes stand for these bytes? `key`: 64 hex digits. */
export type VerifyFile = (key: string, bytes: Uint8Array, signature: Uint8Array) => boolean

/**
 * Reads a file of either side. Strict: whatever is read is written again, and the bytes must be the same, so that there is
 * one way to say each thing and no byte without a meaning. Fails with `cards.file_malformed` (line), `.file_changed` (its
 * digest or a picture is another), `.file_forged` (the signature is not that of its key). Whose key it is, the caller asks.
 */
export function readCardFile(bytes: Uint8Array, sha256: Sha256, verify: VerifyFile): Result<CardFile> {
  const text = textPart(bytes)
  if (!text) return malformed(1)
  if (text.digest !== hexOf(sha256(bytes.subarray(0, text.digestAt)))) return fail('cards.file_changed')
  const read = readText(text.lines, bytes.subarray(text.length))
  if (!read.ok) return read
  const { file, signature } = read.value
  const written = writeCardFile(file, sha256, () => signature)
  if (!written.ok)
    return fail(written.failure.params.field === 'photo' ? 'cards.file_changed' : 'cards.file_malformed', {
      line: lineOf(Number(written.failure.params.row)),
    })
  if (!same(written.value, bytes)) return malformed(1)
  return verify(file.head.key, bytes.subarray(0, text.signatureAt), signature) ? ok(file) : fail('cards.file_forged')
}

const malformed = (line: number) => fail('cards.file_malformed', { line })
/** Rows begin on the ninth line. */
const firstRow = 9
const lineOf = (row: number) => (row === 0 ? 1 : row + firstRow - 1)

interface TextPart {
  readonly lines: readonly string[]
  readonly length: number
  readonly digest: string
  /** Where the lines of digest and signature begin. */
  readonly digestAt: number
  readonly signatureAt: number
}

/** Longest text that can be right: 500 rows of every column at its longest are shorter. */
const longestText = 4 * 1024 * 1024

/** The lines up to the signature; undefined for what does not begin like one of our files. */
function textPart(bytes: Uint8Array): TextPart | undefined {
  const starts: number[] = [0]
  for (let at = 0; at < Math.min(bytes.length, longestText); at++) {
    if (bytes[at] !== 0x0a) continue
    const start = starts.at(-1) ?? 0
    if (!isSignature(bytes, start, at)) {
      starts.push(at + 1)
      continue
    }
    const digestAt = starts.at(-2) ?? 0
    const text = utf8(bytes.subarray(0, at))
    const lines = text?.split('\n')
    const digest = /^digest\t([0-9a-f]{64})$/.exec(lines?.at(-2) ?? '')?.[1]
    return lines && digest ? { lines, length: at + 1, digest, digestAt, signatureAt: start } : undefined
  }
  return undefined
}

const signatureLength = 'signature\t'.length + 128
const isSignature = (bytes: Uint8Array, from: number, to: number): boolean =>
  to - from === signatureLength &&
  hexOf(bytes.subarray(from, from + 10)) === hexOf(new TextEncoder().encode('signature\t'))

function readText(
  lines: readonly string[],
  packed: Uint8Array,
): Result<{ readonly file: CardFile; readonly signature: Uint8Array }> {
  const cells = lines.map((line) => line.split('\t'))
  const [mark, kind] = cells[0] ?? []
  if (mark !== cardFileMark || !isKind(kind)) return malformed(1)
  const headValues: string[] = []
  for (const [at, name] of ['id', 'from', 'key', 'made', 'rows', 'pictures'].entries()) {
    const [key, value, ...more] = cells[at + 1] ?? []
    if (key !== name || value === undefined || more.length > 0) return malformed(at + 2)
    headValues.push(value)
  }
  const [id = '', from = '', key = '', made = '', rowCount = '', pictureCount = ''] = headValues
  const columns = Object.keys(cardColumns[kind])
  if (cells[7]?.join('\t') !== columns.join('\t')) return malformed(8)
  const count = Number(rowCount)
  if (!/^[1-9]\d*$/.test(rowCount) || count > mostRows) return malformed(6)
  const rows: Readonly<Record<string, string>>[] = []
  for (let at = 0; at < count; at++) {
    const row = cells[firstRow - 1 + at]
    if (row?.length !== columns.length) return malformed(firstRow + at)
    rows.push(Object.fromEntries(columns.map((column, index) => [column, row[index] ?? ''])))
  }
  const end = firstRow - 1 + count
  const pictures = unpack(cells.slice(end, -2), packed)
  if (!pictures || String(pictures.size) !== pictureCount) return malformed(end + 1)
  const head: CardFileHead = { id, from, key, made }
  // Whether each value is what its column wants is seen when the file is written again.
  const file: CardFile = { kind, head, rows: rows as unknown as readonly CardRow<CardFileKind>[], pictures }
  return ok({ file, signature: bytesOf(cells.at(-1)?.[1] ?? '') })
}

const isKind = (kind: string | undefined): kind is CardFileKind =>
  (cardFileKinds as readonly (string | undefined)[]).includes(kind)

/** The pictures behind the text, by the names that it lists; undefined where lengths do not add up. */
function unpack(listed: readonly (readonly string[])[], packed: Uint8Array): Map<string, Uint8Array> | undefined {
  const pictures = new Map<string, Uint8Array>()
  let at = 0
  for (const [word, name = '', length = '', ...more] of listed) {
    const size = Number(length)
    if (word !== 'picture' || more.length > 0 || !/^\d{1,8}$/.test(length) || size > largestPicture) return undefined
    pictures.set(name, packed.subarray(at, at + size))
    at += size
  }
  return at === packed.length ? pictures : undefined
}

const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from({ length: Math.floor(hex.length / 2) }, (_, at) => Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16))

const same = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, at) => byte === b[at])

/** Strictly UTF-8; undefined for other bytes. */
function utf8(bytes: Uint8Array): string | undefined {
  try {
    return decodeURIComponent(Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''))
  } catch {
    return undefined // the caller says where
  }
}

import { asciiBytes, join } from '../photos/bytes.ts'
import { fail, ok, type Result } from '../result.ts'
import {
  type CardFile,
  cardColumns,
  cardFileMark,
  headChecks,
  largestPicture,
  mostRows,
  wrongColumn,
} from './format.ts'
import type { CardFileKind } from './kinds.ts'

/** SHA-256, handed in. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array
/** Ed25519, handed in: 64 bytes. */
export type SignFile = (bytes: Uint8Array) => Uint8Array

export const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/**
 * The file as bytes. The same content and key give the same bytes: rows in their order, pictures in the order in which rows
 * name them. Fails with `cards.unwritable` (row from 1, or 0 for the head; field): nothing half-right leaves the office.
 */
export function writeCardFile<K extends CardFileKind>(
  file: CardFile<K>,
  sha256: Sha256,
  sign: SignFile,
): Result<Uint8Array> {
  const wrong = wrongIn(file, sha256)
  if (wrong) return fail('cards.unwritable', wrong)
  const signed = signedText(file, sha256)
  const bytes = utf8(signed)
  return ok(
    join([bytes, asciiBytes(`signature\t${hexOf(sign(bytes))}\n`), ...picturesOf(file).map(([, picture]) => picture)]),
  )
}

/** Everything that the signature covers: head, rows, names of the pictures, and a digest of it all. */
function signedText(file: CardFile, sha256: Sha256): string {
  const { kind, head, rows } = file
  const columns = Object.keys(cardColumns[kind])
  const pictures = picturesOf(file)
  const lines = [
    [cardFileMark, kind],
    ...(['id', 'from', 'key', 'made'] as const).map((part) => [part, head[part]]),
    ['rows', String(rows.length)],
    ['pictures', String(pictures.length)],
    columns,
    ...rows.map((row) => columns.map((column) => (row as Readonly<Record<string, string>>)[column] ?? '')),
    ...pictures.map(([name, picture]) => ['picture', name, String(picture.length)]),
  ]
  const text = lines.map((line) => `${line.join('\t')}\n`).join('')
  return `${text}digest\t${hexOf(sha256(utf8(text)))}\n`
}

/** The pictures that rows name, each once, in the order of the rows. */
function picturesOf({ rows, pictures }: CardFile): [string, Uint8Array][] {
  const named = new Set(rows.flatMap((row) => ('photo' in row ? [String(row.photo)] : [])))
  return [...named].map((name) => [name, pictures.get(name) ?? new Uint8Array()])
}

function wrongIn<K extends CardFileKind>(
  file: CardFile<K>,
  sha256: Sha256,
): { row: number; field: string } | undefined {
  const part = Object.entries(headChecks).find(([name, check]) => !check(file.head[name as keyof CardFile['head']]))
  if (part) return { row: 0, field: part[0] }
  if (file.rows.length === 0 || file.rows.length > mostRows) return { row: 0, field: 'rows' }
  const seen = new Set<string>()
  for (const [at, row] of file.rows.entries()) {
    const field = seen.has(row['order' as keyof typeof row]) ? 'order' : wrongColumn(file.kind, row)
    if (field) return { row: at + 1, field }
    seen.add(row['order' as keyof typeof row])
    const photo = 'photo' in row ? String(row.photo) : undefined
    const picture = photo === undefined ? undefined : file.pictures.get(photo)
    if (photo !== undefined && (!picture || picture.length > largestPicture || hexOf(sha256(picture)) !== photo))
      return { row: at + 1, field: 'photo' }
  }
  return undefined
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { zstdDecompressSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { saidLength } from '../../zstd-frame.ts'
import { unseal } from '../blobs/sealed-file.ts'
import type { Sqlite } from '../file.ts'

/** A sealed part on the disk, by the SHA-256 (hex) of its bytes. */
export interface SealedPart {
  readonly path: string
  readonly sha: string
}

/** A part of 6 MB (once 24), some more where there are hundreds, and what was copied into it last; anything larger is none of ours. */
const largestImage = 256 * 1024 * 1024
/** Where a frame does not say how long it is. In pieces of the usual 16 KB, a part would be put together from hundreds. */
const pieceOfImage = 1024 * 1024

/**
 * The database in a part, in memory of its own, which may go to another thread. Undefined where it is not what its hash says, does not open with the key, or was not packed by us.
 */
export function unpackedPart({ path, sha }: SealedPart, sealKey: Uint8Array): ArrayBuffer | undefined {
  const sealed = readFileSync(path)
  if (createHash('sha256').update(sealed).digest('hex') !== sha) return undefined
  const packed = unseal(sealed, sealKey)
  if (!packed) return undefined
  try {
    const chunkSize = lengthOf(packed)
    const image = zstdDecompressSync(packed, { maxOutputLength: largestImage, chunkSize })
    return image.length === image.buffer.byteLength ? image.buffer : new Uint8Array(image).buffer
  } catch {
    return undefined // Not packed by us, or larger than any part of ours.
  }
}

/** Where the frame says so, as those of our parts do. */
function lengthOf(packed: Uint8Array): number {
  const length = saidLength(packed)
  return length !== undefined && length >= 64 && length <= largestImage ? length : pieceOfImage
}

/**
 * Opens an image, of which only the rows of plain tables can be read: no trigger, view, index or virtual table of it ever
 * runs, and no column is worked out. So whoever reads a table of it whole reads the same rows, in the same order. Throws
 * what SQLite throws for anything else.
 */
export function openImage(image: ArrayBuffer): Sqlite {
  const part = new Database(Buffer.from(image))
  try {
    part.pragma('trusted_schema = OFF')
    part.pragma('cell_size_check = ON')
    const odd = part
      .prepare(
        `SELECT 1 FROM main.sqlite_schema s WHERE s.type <> 'table'
           OR (SELECT type || wr FROM pragma_table_list WHERE schema = 'main' AND name = s.name) IS NOT 'table0'
           OR EXISTS (SELECT 1 FROM pragma_table_xinfo(s.name) WHERE hidden <> 0)`,
      )
      .get()
    if (odd) throw new Database.SqliteError('Not plain tables', 'SQLITE_SCHEMA')
    return part
  } catch (error) {
    part.close()
    throw error
  }
}

/** The names of the tables in an image. */
export const namesIn = (part: Sqlite): string[] =>
  part.prepare<[], string>('SELECT name FROM main.sqlite_schema').pluck().all()

import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { constants, createZstdCompress, zstdCompressSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { afterAll, expect, test } from 'vitest'
import { seal } from '../../../src/main/store/blobs/sealed-file.ts'
import { namesIn, openImage, unpackedPart } from '../../../src/main/store/snapshot/image.ts'
import { tempFolder, testRandom } from '../../support/store.ts'

const place = tempFolder()
afterAll(place.remove)
const sealKey = new Uint8Array(32).fill(9)
function sealed(packed: Uint8Array) {
  const bytes = Buffer.concat([...seal(packed, sealKey, testRandom('image'))])
  const sha = createHash('sha256').update(bytes).digest('hex')
  const path = join(place.folder, sha)
  writeFileSync(path, bytes)
  return { path, sha }
}

/** Whoever proves a part and whoever writes it down must read the same rows of it. */
function imageOf(sql: string): ArrayBuffer {
  const made = new Database(':memory:')
  made.exec(sql)
  const image = new Uint8Array(made.serialize()).buffer
  made.close()
  return image
}

test('an image of plain tables opens', () => {
  const part = openImage(imageOf('CREATE TABLE of_party (n INT, id)'))
  expect(namesIn(part)).toEqual(['of_party'])
  part.close()
})

test.each([
  ['an index that could give other rows than the table', 'CREATE TABLE t (a); CREATE INDEX i ON t (a)'],
  ['a key, which is an index', 'CREATE TABLE t (a UNIQUE)'],
  ['a table in the order of its key', 'CREATE TABLE t (a PRIMARY KEY) WITHOUT ROWID'],
  ['a view', 'CREATE VIEW of_event AS SELECT 1 AS a'],
  ['a trigger', 'CREATE TABLE t (a); CREATE TRIGGER r AFTER INSERT ON t BEGIN SELECT 1; END'],
  ['a column that is worked out', 'CREATE TABLE t (a, b AS (a + 1))'],
  ['a virtual table', 'CREATE VIRTUAL TABLE t USING fts5 (a)'],
])('an image with %s does not', (_, sql) => {
  expect(() => openImage(imageOf(sql))).toThrow('Not plain tables')
})

test('a part unpacks to its very bytes, whether or not the frame says how many they are, with nothing behind them', async () => {
  // More than one segment, as it hardly gets smaller.
  const image = Buffer.from(testRandom('bytes').bytes(2_500_000))
  const short = Buffer.from('short')
  const streamed = createZstdCompress()
  streamed.write(image.subarray(0, 1000))
  streamed.end(image.subarray(1000))
  const checked = zstdCompressSync(image, { params: { [constants.ZSTD_c_checksumFlag]: 1 } })
  for (const [plain, packed] of [
    [image, zstdCompressSync(image)],
    [image, checked],
    [image, await buffer(streamed)],
    [short, zstdCompressSync(short)],
  ] as const) {
    const unpacked = unpackedPart(sealed(packed), sealKey)
    expect(unpacked && plain.equals(Buffer.from(unpacked))).toBe(true)
  }
})

test('a part that says another length than it has is none of ours, nor is one that was cut, has another hash or another key', () => {
  const packed = zstdCompressSync(testRandom('bytes').bytes(100_000))
  expect(unpackedPart(sealed(packed), sealKey)?.byteLength).toBe(100_000)
  for (const length of [99_999, 100_001, 0, 0xffffffff]) {
    const lying = Buffer.from(packed)
    lying.writeUInt32LE(length, 6)
    expect(unpackedPart(sealed(lying), sealKey)).toBeUndefined()
  }
  expect(unpackedPart(sealed(packed.subarray(0, -1)), sealKey)).toBeUndefined()
  expect(unpackedPart(sealed(Buffer.from('none')), sealKey)).toBeUndefined()
  const { path } = sealed(packed)
  expect(unpackedPart({ path, sha: '0'.repeat(64) }, sealKey)).toBeUndefined()
  expect(unpackedPart(sealed(packed), new Uint8Array(32))).toBeUndefined()
})

test('bytes that are no database do not open', () => {
  expect(() => openImage(new Uint8Array(5000).fill(7).buffer)).toThrow()
})

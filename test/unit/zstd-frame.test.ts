import { promisify } from 'node:util'
import { constants, zstdCompress, zstdCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { saidLength } from '../../src/main/zstd-frame.ts'

const bytes = (length: number) => Buffer.from(Array.from({ length }, (_, i) => (i * 7919) % 251))

test.each([0, 1, 200, 255, 256, 300, 65_791, 65_792, 70_000, 600_000, 3_000_000])(
  'a frame says that it unpacks to %i bytes, in whichever form',
  async (length) => {
    const params = { [constants.ZSTD_c_compressionLevel]: 1 }
    const asCentral = await promisify(zstdCompress)(bytes(length), { params, pledgedSrcSize: length })
    for (const packed of [asCentral, zstdCompressSync(bytes(length))])
      if (packed.length >= 18) expect(saidLength(packed)).toBe(length)
      else expect(saidLength(packed)).toBeUndefined()
  },
)

test('what says nothing of it, or is no frame, has no length', async () => {
  expect(saidLength(await promisify(zstdCompress)(bytes(70_000)))).toBeUndefined()
  expect(saidLength(bytes(70_000))).toBeUndefined()
  expect(saidLength(zstdCompressSync(bytes(70_000)).subarray(0, 17))).toBeUndefined()
})

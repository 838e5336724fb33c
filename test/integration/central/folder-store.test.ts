import { createHash, randomBytes } from 'node:crypto'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { DamagedFile } from '../../../src/central/blobs/blob-store.ts'
import { partOf } from '../../../src/central/blobs/blobs.ts'
import { createFolderStore } from '../../../src/central/blobs/folder-store.ts'
import { nodeRandom } from '../../../src/central/ports/node.ts'
import { tempFolder } from '../../support/store.ts'

async function bytesOf(pieces: AsyncIterable<Uint8Array> | undefined): Promise<Buffer> {
  if (!pieces) throw new Error('Not here')
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}

test('a stored file of which one bit changed is read no more, and says that it is damaged', async () => {
  const { folder, remove } = tempFolder()
  onTestFinished(remove)
  const store = createFolderStore(folder, randomBytes(32), nodeRandom)
  const bytes = randomBytes(5000)
  const place = { office: 'here', sha: createHash('sha256').update(bytes).digest('hex') }
  await store.append(place, 0, bytes)
  expect(await store.finish(place)).toBe(true)
  expect(await bytesOf(store.read(place, 0))).toEqual(bytes)

  const [path = ''] = globSync(join(folder, '**', place.sha))
  const sealed = readFileSync(path)
  sealed[100] = (sealed[100] ?? 0) ^ 1
  writeFileSync(path, sealed)
  await expect(bytesOf(store.read(place, 0))).rejects.toThrow(DamagedFile)
})

test('of a stored file what is asked for is read, in as many pieces as it lies in, and nothing behind it', async () => {
  const { folder, remove } = tempFolder()
  onTestFinished(remove)
  const store = createFolderStore(folder, randomBytes(32), nodeRandom)
  const bytes = randomBytes(200_000)
  const place = { office: 'here', sha: createHash('sha256').update(bytes).digest('hex') }
  // Memory is kept from 64 KB on: of the last piece it is not.
  for (const [from, to] of [
    [0, 70_000],
    [70_000, 150_000],
    [150_000, 200_000],
  ] as const)
    await store.append(place, from, bytes.subarray(from, to))
  expect(await store.finish(place)).toBe(true)
  const part = (offset: number, length: number) => partOf(store, place, offset, length)
  for (const [offset, length] of [
    [0, 70_000],
    [70_000, 80_000],
    [60_000, 20_000],
    [0, 200_000],
    [199_999, 1],
    [200_000, 0],
    [5, 0],
  ] as const)
    expect(bytes.subarray(offset, offset + length).equals((await part(offset, length)) ?? Buffer.from('none'))).toBe(
      true,
    )
  expect(await part(150_000, 50_001)).toBeUndefined()
  // Two at a time have memory of their own.
  const [left, right] = await Promise.all([part(0, 70_000), part(150_000, 50_000)])
  expect(
    [left, right].map((one) =>
      createHash('sha256')
        .update(one ?? '')
        .digest('hex'),
    ),
  ).toEqual(
    [bytes.subarray(0, 70_000), bytes.subarray(150_000)].map((one) => createHash('sha256').update(one).digest('hex')),
  )

  const [path = ''] = globSync(join(folder, '**', place.sha))
  const sealed = readFileSync(path)
  sealed[70_100] = (sealed[70_100] ?? 0) ^ 1
  writeFileSync(path, sealed)
  expect((await part(0, 70_000))?.length).toBe(70_000)
  expect(await part(0, 70_001)).toBeUndefined()
  expect(await part(70_000, 10)).toBeUndefined()
  // Cut short in its last piece.
  writeFileSync(path, sealed.subarray(0, -1))
  expect((await part(0, 70_000))?.length).toBe(70_000)
  await expect(bytesOf(store.read(place, 150_000))).rejects.toThrow(DamagedFile)
})

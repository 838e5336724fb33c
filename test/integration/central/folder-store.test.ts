import { createHash, randomBytes } from 'node:crypto'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { DamagedFile } from '../../../src/central/blobs/blob-store.ts'
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

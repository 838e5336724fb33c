import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bringFiles } from '../../../src/central/blobs/bring-files.ts'
import { createFolderStore } from '../../../src/central/blobs/folder-store.ts'
import { nodeRandom } from '../../../src/central/ports/node.ts'
import { startTestCentral, type TestCentral } from '../../support/central.ts'

let central: TestCentral
beforeAll(async () => {
  central = await startTestCentral()
})
afterAll(() => central.remove())

/** A claim that went from one office to another, with files that only the first one has. */
async function moved(files: readonly Buffer[]) {
  const { db } = central.services.database
  const folder = join(central.folder, 'brought')
  const store = createFolderStore(folder, randomBytes(32), nodeRandom)
  const [stream, target, claim] = [randomUUID(), randomUUID(), randomUUID()]
  const [device, event] = [randomUUID(), randomUUID()]
  const now = new Date(central.clock.now())
  const streams = [
    { stream, office: 'from', head: 1 },
    { stream: target, office: 'to', head: 1 },
  ]
  await db.insertInto('stream').values(streams).execute()
  const move = { stream, claim, event, pos: 1, target, office: 'to', moved_on: '2026-11-27' }
  await db.insertInto('claim_move').values(move).execute()
  for (const bytes of files) {
    const sha = createHash('sha256').update(bytes).digest()
    const place = { office: 'from', sha: sha.toString('hex') }
    await store.append(place, 0, bytes)
    await store.finish(place)
    const named = { sha, kind: 'claim', subject: claim }
    await db
      .insertInto('blob_ref')
      .values(streams.map(({ stream, office }) => ({ ...named, stream, office })))
      .execute()
    await db.insertInto('blob').values({ office: 'from', sha, size: bytes.length, device, stored: now }).execute()
    await db.insertInto('blob_wanted').values({ office: 'to', sha, since: now }).execute()
  }
  return { db, folder, parts: { database: central.services.database, store, clock: central.clock, mostAtOnce: 2 } }
}

test('files follow a claim; one that is damaged is asked for where it lay, and holds up none behind it', async () => {
  const files = ['one', 'two', 'three', 'four', 'the one that is as it was'].map((text) => Buffer.from(text))
  const names = files.map((bytes) => createHash('sha256').update(bytes).digest('hex')).sort()
  const whole = names.pop() ?? ''
  const [gone = '', ...damaged] = names
  const { db, folder, parts } = await moved(files)
  for (const name of damaged) {
    const path = pathOf(folder, name)
    const sealed = readFileSync(path)
    writeFileSync(path, sealed.with(20, (sealed[20] ?? 0) ^ 1))
  }
  rmSync(pathOf(folder, gone))
  expect([await bringFiles(parts), await bringFiles(parts), await bringFiles(parts)]).toEqual([0, 0, 1])
  const shaOf = (row: { sha: Buffer }) => row.sha.toString('hex')
  const here = await db.selectFrom('blob').select(['office', 'sha']).orderBy('office').execute()
  expect(here.map((row) => [row.office, shaOf(row)])).toEqual([
    ['from', whole],
    ['to', whole],
  ])
  const asked = await db.selectFrom('blob_wanted').select('sha').where('office', '=', 'from').orderBy('sha').execute()
  expect(asked.map(shaOf)).toEqual(names)
  expect(await bringFiles(parts)).toBe(0)
})

const pathOf = (folder: string, name: string) => join(folder, 'from', name.slice(0, 2), name)

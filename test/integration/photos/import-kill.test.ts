import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { nodeDisk } from '../../../src/main/photos/import/disk.ts'
import { createPhotoImport } from '../../../src/main/photos/import/folder.ts'
import { photoQueue } from '../../../src/main/photos/review/queue.ts'
import { nodeRandom } from '../../../src/main/ports/node.ts'
import { deskProjections } from '../../../src/main/store/projections/index.ts'
import { openStore } from '../../../src/main/store/store.ts'
import { catalogue } from '../../../src/shared/domain/catalogue.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { buildProgram } from '../../support/child.ts'
import { tempFolder, testClock, testKey, testTimers } from '../../support/store.ts'
import { openOffice } from '../claims/support.ts'
import type { ImportChildInput } from './import-child.ts'
import { portrait } from './review-support.ts'

/** One picture with a file beside it, one that a table speaks of, and one that is refused. */
async function template(folder: string) {
  const office = openOffice()
  unwrap(office.store.close())
  cpSync(office.store.folder, join(folder, 'store'), { recursive: true })
  office.store.remove()
  const pictures = join(folder, 'pictures')
  mkdirSync(pictures)
  for (const [at, name] of ['anna', 'bad', 'cleo'].entries())
    writeFileSync(join(pictures, `${name}.jpg`), await portrait(at + 1))
  const says = (number: string, language: string) =>
    JSON.stringify({ applicationNumber: number, familyName: 'Tremblay', language })
  writeFileSync(join(pictures, 'anna.jpg.json'), says('E000000001', 'fr'))
  writeFileSync(join(pictures, 'bad.jpg.json'), says('E000000002', 'de'))
  const row = 'cleo.jpg,E000000003,Osman,en'
  writeFileSync(join(pictures, 'manifest.csv'), `file,applicationNumber,familyName,language\n${row}\n`)
}

const filesIn = (folder: string) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort()

/** The desk after the power came back: everything is taken once, whole, and lies where it belongs. */
async function expectWhole(folder: string, where: string) {
  const [clock, pictures] = [testClock(), join(folder, 'pictures')]
  clock.advance(120_000)
  const own = { folder: join(folder, 'store'), key: testKey, mode: 'open', clock, timers: testTimers() } as const
  const store = unwrap(openStore({ ...own, random: nodeRandom, catalogue, projections: deskProjections }))
  try {
    expect(await store.check(), where).toMatchObject({ ok: true, blobs: { missing: 0 } })
    const photoImport = createPhotoImport(nodeDisk)
    for (let look = 0; look < 16; look++) {
      unwrap(await photoImport.turn({ store, clock }, pictures))
      clock.advance(5000)
    }
    const { rows } = photoQueue(store, { stage: 'waiting', limit: 50 })
    expect(rows.map(({ applicationNumber }) => applicationNumber).sort(), where).toEqual(['E000000001', 'E000000003'])
    const submitted = store.since(0, 10_000).filter(({ type }) => type === 'photo.submitted')
    expect(submitted, where).toHaveLength(2)
    expect(filesIn(pictures), where).toEqual([])
    expect(filesIn(join(pictures, 'done')), where).toEqual(['anna.jpg', 'anna.jpg.json', 'cleo.jpg', 'manifest.csv'])
    expect(filesIn(join(pictures, 'refused')), where).toEqual(['bad.jpg', 'bad.jpg.json', 'bad.jpg.reason.txt'])
    const live = store.dumpProjections()
    unwrap(await store.rebuild())
    expect(store.dumpProjections(), where).toEqual(live)
  } finally {
    unwrap(store.close())
  }
}

/** A few of the many: every move and write of a file, and around every transaction. */
const isTried = (moment: string) => /move|write|commit|blob/.test(moment)

test('an import that is killed with kill -9 neither loses nor doubles a photo, and every file ends where it belongs', async () => {
  const program = await buildProgram('test/integration/photos/import-child.ts')
  const { folder, remove } = tempFolder()
  onTestFinished(remove)
  const from = join(folder, 'template')
  mkdirSync(from)
  await template(from)
  const play = async (death?: number, name = 'at the end') => {
    const copy = join(folder, `copy-${death}`)
    cpSync(from, copy, { recursive: true, preserveTimestamps: true })
    const input: ImportChildInput = {
      store: join(copy, 'store'),
      folder: join(copy, 'pictures'),
      ...(death === undefined ? {} : { death }),
    }
    const run = spawnSync(process.execPath, [program, JSON.stringify(input)], { encoding: 'utf8', timeout: 60_000 })
    expect(run.signal, `${name}: ${run.stderr}`).toBe('SIGKILL')
    await expectWhole(copy, `killed ${name}, moment ${death}`)
    return run.stdout.split('\n').filter(Boolean)
  }
  const moments = await play()
  const tried = moments.flatMap((name, at) => (isTried(name) ? [{ name, at }] : []))
  expect(new Set(tried.map(({ name }) => name)).size).toBeGreaterThan(5)
  for (const { name, at } of tried) await play(at, name)
  console.log(`import killed at ${tried.length} of ${moments.length} moments`)
}, 240_000)

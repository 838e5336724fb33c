import { copyFileSync, cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nodeTimers } from '../../../src/main/ports/node.ts'
import { sql } from '../../../src/main/store/query.ts'
import type { Store } from '../../../src/main/store/types.ts'
import { officeId } from '../../../src/shared/domain/ports-of-entry.ts'
import { ok, unwrap } from '../../../src/shared/result.ts'
import { buildProgram, runProgram } from '../../support/child.ts'
import { tempFolder, testRandom } from '../../support/store.ts'
import { pullAll, pushAll, shown } from '../../support/sync/exchange.ts'
import type { Given, JoiningInput } from '../../support/sync/joining-child.ts'
import { erases } from '../../support/sync/lacolle.ts'
import { createMemoryCentral } from '../../support/sync/memory-central.ts'
import { type Office, openOffice } from '../claims/support.ts'
import { openCases } from './many-cases.ts'

/** A desk takes in a snapshot of several parts in two threads, and its process is killed (SIGKILL) on the way. */
let program: string
const place = tempFolder()
const snapshot = join(place.folder, 'snapshot.json')
const central = createMemoryCentral(officeId('lacolle-15'), erases)
const desks: Office[] = []
const desk = (name: string): Office => {
  const made = openOffice({ random: testRandom(name), timers: nodeTimers }, desks.length + 1)
  desks.push(made)
  return made
}
let maker: Store
let newcomer: Office
/** What the newcomer shows before and after. */
let [before, after]: Record<string, string[]>[] = []
/** Of every table, index and trigger of the newcomer. */
let schema: unknown[] = []
const schemaOf = (store: Store) =>
  store.all(sql`SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name`)

/** More than what one part of this size holds. */
const [cases, partBytes] = [600, 100_000]

beforeAll(async () => {
  program = await buildProgram('test/support/sync/joining-child.ts')
  const worker = await buildProgram('src/main/store/snapshot/snapshot.worker.ts')
  copyFileSync(worker, join(dirname(program), 'snapshot.worker.js'))
  const first = desk('first')
  maker = first.store
  openCases(first, cases)
  pushAll(maker, central)
  await pullAll(maker, central)
  const made = unwrap(await maker.sync.snapshots.make(central.epoch(), partBytes))
  if (!made) throw new Error('No snapshot')
  expect(made.parts.length).toBeGreaterThan(3)
  const given: Given = {
    ...{ position: made.position, heads: central.heads(), places: central.places(made.position), key: made.key },
    parts: made.parts.map(({ sha }) => ({ sha, path: join(maker.sync.snapshots.folder, sha) })),
  }
  writeFileSync(snapshot, JSON.stringify(given))
  newcomer = desk('newcomer')
  pushAll(newcomer.store, central)
  before = shown(newcomer.store)
  schema = schemaOf(newcomer.store)
  newcomer.store.close()
  const clean = newcomer.store.reopen({ folder: inCopy(undefined).folder })
  await pullAll(clean, central)
  after = shown(clean)
  clean.close()
  await pullAll(maker, central)
  expect(after).toEqual(shown(maker))
}, 120_000)
afterAll(() => {
  for (const { store } of desks) store.remove()
  place.remove()
})

let copies = 0
function inCopy(death: JoiningInput['death']) {
  const folder = join(place.folder, `copy-${copies++}`)
  cpSync(newcomer.store.folder, folder, { recursive: true })
  const child = runProgram(program, { folder, snapshot, death } satisfies JoiningInput)
  expect(child.signal, child.stderr).toBe('SIGKILL')
  return { folder, output: child.stdout.split('\n') }
}

const take = (store: Store) => {
  const { key, ...given } = JSON.parse(readFileSync(snapshot, 'utf8')) as Given
  return store.sync.snapshots.take({ ...given, key: Buffer.from(key, 'base64'), parts: given.parts.map(ok) })
}

test.each<[where: string, death: NonNullable<JoiningInput['death']>, isIn: boolean]>([
  ['as the new database was begun', { part: -1, turns: 0 }, false],
  ['before the first part came', { part: -1, turns: 40 }, false],
  ['as the first part was handed over', { part: 0, turns: 0 }, false],
  ['while both threads are at work on parts', { part: 2, turns: 0 }, false],
  ['soon after', { part: 2, turns: 40 }, false],
  ['before the new database takes its place', { step: 'exchange.rename', when: 'before' }, false],
  ['when it has taken its place', { step: 'exchange.rename', when: 'after' }, true],
  ['before the desk’s own events are applied behind it', { step: 'commit', when: 'before' }, true],
  ['after that', { step: 'commit', when: 'after' }, true],
])(
  'killed %s, the desk is whole, as it was or with all of it, and goes on',
  {
    timeout: 60_000,
  },
  async (where, death, isIn) => {
    const { folder, output } = inCopy(death)
    expect(output, where).not.toContain('taken')
    const store = newcomer.store.reopen({ folder })
    try {
      expect(store.sync.position() > 0).toBe(isIn)
      expect(existsSync(join(folder, 'snapshot', isIn ? '' : 'fresh.db'))).toBe(false)
      expect(await store.check()).toMatchObject({ ok: true })
      if (!isIn) {
        expect(shown(store)).toEqual(before)
        expect(store.status().stale).toEqual([])
        unwrap(await take(store))
      }
      if (store.status().stale.length > 0) unwrap(await store.rebuild())
      await pullAll(store, central)
      expect(store.sync.waiting()).toBe(0)
      expect(shown(store)).toEqual(after)
    } finally {
      store.close()
    }
  },
)

test('not killed, the threads take everything in, into tables, indexes and triggers that are the same', () => {
  const { folder, output } = inCopy(undefined)
  expect(output).toContain('taken')
  const store = newcomer.store.reopen({ folder })
  expect(store.sync.position()).toBeGreaterThan(cases * 2)
  expect(store.status().stale).toEqual([])
  expect(schemaOf(store)).toEqual(schema)
  store.close()
})

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { nodeTimers } from '../../../src/main/ports/node.ts'
import type { SnapshotOutcome, SnapshotTask } from '../../../src/main/store/snapshot/snapshot.worker.ts'
import { snapshotTables } from '../../../src/main/store/snapshot/tables.ts'
import { startThread } from '../../../src/main/thread.ts'
import { officeId } from '../../../src/shared/domain/ports-of-entry.ts'
import { fail, ok, unwrap } from '../../../src/shared/result.ts'
import type { SnapshotManifest } from '../../../src/shared/sync/snapshot.ts'
import { testKey, testRandom } from '../../support/store.ts'
import { pullAll, pushAll, shown } from '../../support/sync/exchange.ts'
import { erases } from '../../support/sync/lacolle.ts'
import { createMemoryCentral } from '../../support/sync/memory-central.ts'
import { type Office, openOffice } from '../claims/support.ts'
import { openCases } from './many-cases.ts'

/** Threads that die while a snapshot comes in, and what their successors then lack. */
const workers = vi.hoisted((): Worker[] => [])
/** Those that handed a part over. */
const opening = vi.hoisted((): Worker[] => [])
vi.mock('node:worker_threads', async (original) => {
  const real = await original<typeof import('node:worker_threads')>()
  class Watched extends real.Worker {
    constructor(...given: ConstructorParameters<typeof Worker>) {
      super(...given)
      workers.push(this)
      this.on('message', ({ answer }) => answer?.value instanceof ArrayBuffer && opening.push(this))
    }
  }
  return { ...real, Worker: Watched }
})

const central = createMemoryCentral(officeId('lacolle-15'), erases)
let maker: Office
let joiner: Office
let made: SnapshotManifest
let claimed: Pick<Parameters<Office['store']['sync']['snapshots']['take']>[0], 'position' | 'heads' | 'places'>
const sealKey = () => Buffer.from(made.key, 'base64')
const parts = () => made.parts.map(({ sha }) => ({ sha, path: join(maker.store.sync.snapshots.folder, sha) }))

beforeAll(async () => {
  maker = openOffice({ random: testRandom('maker'), timers: nodeTimers }, 1)
  openCases(maker, 600)
  pushAll(maker.store, central)
  await pullAll(maker.store, central)
  const written = unwrap(await maker.store.sync.snapshots.make(central.epoch(), 100_000))
  if (!written) throw new Error('No snapshot')
  made = written
  expect(made.parts.length).toBeGreaterThan(2)
  claimed = { position: made.position, heads: central.heads(), places: central.places(made.position) }
  joiner = openOffice({ random: testRandom('joiner'), timers: nodeTimers }, 2)
  pushAll(joiner.store, central)
}, 120_000)
afterAll(() => {
  for (const { store } of [maker, joiner]) store.remove()
})

test('a thread that dies before the first part came is found out, even if its successor could go on', {
  timeout: 60_000,
}, async () => {
  const { store } = joiner
  const own = store.sync.snapshots
  const before = [shown(store), store.sync.position()]
  workers.length = 0
  async function* dyingFirst() {
    await vi.waitUntil(() => existsSync(join(own.folder, 'fresh.db')), { timeout: 30_000 })
    await workers[0]?.terminate()
    yield* parts().map(ok)
  }
  await expect(own.take({ ...claimed, key: sealKey(), parts: dyingFirst() })).rejects.toThrow('ended')
  expect([shown(store), store.sync.position()]).toEqual(before)
  expect(existsSync(join(own.folder, 'fresh.db'))).toBe(false)
})

test('a thread that dies between two parts takes the first with it: nothing is exchanged, and the desk takes all of it the next time', {
  timeout: 60_000,
}, async () => {
  const { store } = joiner
  const before = shown(store)
  opening.length = 0
  async function* dyingAfterTheFirst() {
    const [first, ...others] = parts()
    if (first) yield ok(first)
    await vi.waitUntil(() => opening.length > 0, { timeout: 30_000 })
    // It has answered, and nobody waits for it.
    await opening[0]?.terminate()
    for (const part of others) yield ok(part)
  }
  const take = (given: Parameters<typeof store.sync.snapshots.take>[0]['parts']) =>
    store.sync.snapshots.take({ ...claimed, key: sealKey(), parts: given })
  await expect(take(dyingAfterTheFirst())).rejects.toThrow('ended')
  expect(store.sync.position()).toBe(0)
  expect(shown(store)).toEqual(before)
  unwrap(await take(parts().map(ok)))
  await pullAll(store, central)
  await pullAll(maker.store, central)
  expect(shown(store)).toEqual(shown(maker.store))
})

test('a thread refuses parts that do not begin with the first, and a database without all of them', async () => {
  const failed = fail('store.io', { reason: 'failed' })
  const options = { data: null, name: 'A thread', timers: nodeTimers, timeoutSeconds: 60 }
  const start = () =>
    startThread<SnapshotTask, SnapshotOutcome>({
      ...{ ...options, file: join(import.meta.dirname, '../../../src/main/store/snapshot/snapshot.worker.ts') },
      ...{ cancelled: failed, late: failed, failed },
    })
  const { folder } = joiner.store
  const tables = [...snapshotTables([]), ...Object.keys(joiner.store.dumpProjections())]
  const place = { database: join(folder, 'desk.db'), key: testKey, tables, fresh: join(folder, 'beside.db') }
  const [part] = parts()
  if (!part) throw new Error('No part')
  const [first, second] = [start(), start()]
  const open = { kind: 'open', part, sealKey: sealKey(), ...place } as const
  expect(await first.ask({ ...open, ordinal: 1 })).toEqual(fail('store.io', { reason: 'thread' }))
  expect(await second.ask({ ...open, ordinal: 0 })).toMatchObject({ ok: true })
  const index = { kind: 'index', position: made.position, ...place } as const
  expect(await second.ask({ ...index, parts: 2 })).toEqual(fail('store.io', { reason: 'thread' }))
  expect(await second.ask({ ...index, parts: 1 })).toEqual(fail('sync.snapshot_unusable', { reason: 'incomplete' }))
  await second.ask({ kind: 'leave' })
  await Promise.all([first.close(), second.close()])
})

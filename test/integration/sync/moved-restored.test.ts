import { afterEach, expect, test } from 'vitest'
import { unwrap } from '../../../src/shared/result.ts'
import { testOffice } from '../../support/store.ts'
import { shown } from '../../support/sync/exchange.ts'
import { createMemoryBlobs } from '../../support/sync/memory-blobs.ts'
import { bringBetween, createMemoryCentral } from '../../support/sync/memory-central.ts'
import { createDesk, dice, erases, noCounters, profiles, type SimDesk } from '../../support/sync/world.ts'

const open: SimDesk[] = []
afterEach(() => {
  for (const { store } of open.splice(0)) store.remove()
})

test('a claim that the central brought before it was restored is brought again, and the desk that had it goes on with that', async () => {
  const otherOffice = '0198c0de-0000-7000-8000-0000000000f2'
  const [here, there] = [createMemoryCentral(testOffice, erases), createMemoryCentral(otherOffice, erases)]
  const common = {
    blobs: createMemoryBlobs(),
    profile: profiles.calm,
    counters: noCounters(),
    planted: new Set<string>(),
  }
  const made = (name: string, central: typeof here, stream: string) => {
    const desk = createDesk({ ...common, roll: dice(name), central, stream, name })
    open.push(desk)
    return desk
  }
  const [a, w] = [made('1 a', here, testOffice), made('1 d', there, otherOffice)]
  const claim = '0198c0de-0000-7000-8000-000000002001'
  for (const what of ['claim.opened', 'claim.noted', 'claim.moved_out']) await a.work(what, claim)
  const round = async () => {
    await a.settle()
    bringBetween(here, there, erases)
    await w.settle()
  }
  await round()
  await w.work('claim.noted', claim)
  await round()
  const before = shown(w.store)
  expect(before.toy_claim).toHaveLength(1)
  for (const central of [here, there]) central.begin()
  await round()
  await round()
  expect(there.rows().length).toBeGreaterThan(4)
  expect(w.store.sync.waiting()).toBe(0)
  unwrap(await w.store.verify())
  expect(shown(w.store).toy_note).toEqual(before.toy_note)
  unwrap(await w.store.rebuild())
  expect(shown(w.store).toy_note).toEqual(before.toy_note)
})

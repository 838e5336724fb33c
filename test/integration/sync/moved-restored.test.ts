import { afterEach, expect, test } from 'vitest'
import { unwrap } from '../../../src/shared/result.ts'
import { testOffice } from '../../support/store.ts'
import { shown } from '../../support/sync/exchange.ts'
import { createMemoryBlobs } from '../../support/sync/memory-blobs.ts'
import { type Brought, bringBetween, createMemoryCentral } from '../../support/sync/memory-central.ts'
import { createDesk, type SimDesk } from '../../support/sync/sim-desk.ts'
import { createMemoryLeases } from '../../support/sync/sim-line.ts'
import { createRegister } from '../../support/sync/sim-numbers.ts'
import { dice, erases, noCounters, profiles } from '../../support/sync/world.ts'

const open: SimDesk[] = []
afterEach(() => {
  for (const { store } of open.splice(0)) store.remove()
})

/** Two offices on memory centrals, and how to make a desk of each. */
function offices() {
  const otherOffice = '0198c0de-0000-7000-8000-0000000000f2'
  const [here, there] = [createMemoryCentral(testOffice, erases), createMemoryCentral(otherOffice, erases)]
  const common = {
    blobs: createMemoryBlobs(),
    profile: profiles.calm,
    counters: noCounters(),
    planted: new Set<string>(),
    leases: createMemoryLeases(),
    register: createRegister(),
    acknowledged: new Map(),
    plain: true,
  }
  const made = (name: string, central: typeof here, stream: string) => {
    const desk = createDesk({ ...common, roll: dice(name), central, stream, name })
    open.push(desk)
    return desk
  }
  const bring = () => bringBetween(here, there, erases)
  return {
    ...{ here, there, bring },
    hereDesk: (name: string) => made(name, here, testOffice),
    thereDesk: (name: string) => made(name, there, otherOffice),
  }
}

const lastOf = ({ store }: SimDesk) => {
  const { sequence = 0 } = store.since(0, 1000).at(-1) ?? {}
  const head = store.sync.chainAt(sequence)
  if (!head) throw new Error('A chain without an end')
  return head
}

const claim = '0198c0de-0000-7000-8000-000000002001'

test('a claim that the central brought before it was restored is brought again, and the desk that had it goes on with that', async () => {
  const { here, there, bring, hereDesk, thereDesk } = offices()
  const [a, w] = [hereDesk('1 a'), thereDesk('1 d')]
  for (const what of ['claim.opened', 'claim.noted', 'claim.moved_out']) await a.work(what, claim)
  const round = async () => {
    await a.settle()
    bring()
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

test.each(['first', 'last'])(
  'what another desk of the first office wrote before the move, and hands in %s after both centrals lost it, is shown alike everywhere',
  async (place) => {
    const { here, there, bring, hereDesk, thereDesk } = offices()
    const [a, b, w] = [hereDesk('1 a'), hereDesk('1 b'), thereDesk('1 d')]
    await a.work('claim.opened', claim)
    await a.settle()
    await b.settle()
    await b.work('claim.noted', claim) // b has no line from here on
    await a.work('claim.moved_out', claim)
    await a.settle()
    bring()
    await w.settle()
    await w.work('claim.noted', claim)
    await w.settle()
    for (const central of [here, there]) central.begin()
    const order = place === 'first' ? [b, a] : [a, b]
    for (let round = 0; round < 4; round++) {
      for (const desk of order) await desk.settle()
      bring()
      await w.settle()
    }
    for (const { store } of [a, b, w]) {
      expect(store.sync.waiting()).toBe(0)
      unwrap(await store.verify())
      const before = shown(store)
      unwrap(await store.rebuild())
      expect(shown(store)).toEqual(before)
    }
    expect(shown(b.store)).toEqual(shown(a.store))
    expect(shown(w.store).toy_claim).toHaveLength(1)
  },
)

test('a restored central gets back what it lost in an order that holds: work on another desk’s claim waits for that claim', async () => {
  const { here, hereDesk } = offices()
  const [a, b] = [hereDesk('1 a'), hereDesk('1 b')]
  const settle = async (...desks: SimDesk[]) => {
    for (const desk of desks) await desk.settle()
  }
  await a.work('claim.opened', claim)
  await settle(a, b)
  await b.work('claim.noted', claim)
  await settle(b, a)
  const before = shown(a.store)
  expect(before.toy_note).toHaveLength(1)
  here.begin()
  await settle(b, b)
  expect(b.store.sync.waiting()).toBeGreaterThan(0)
  await settle(a, b, a)
  for (const { store } of [a, b]) {
    expect(store.sync.waiting()).toBe(0)
    expect(shown(store)).toEqual(before)
    unwrap(await store.rebuild())
    expect(shown(store)).toEqual(before)
  }
})

test('where the central was restored but had it all, everything is sent in the same round', async () => {
  const { here, hereDesk } = offices()
  const [a, b] = [hereDesk('1 a'), hereDesk('1 b')]
  await a.work('claim.opened', claim)
  await a.settle()
  const chains = new Map([[a.store.identity()?.device ?? '', lastOf(a)]])
  await b.settle()
  await b.work('claim.noted', claim)
  here.restore(here.rows().length, chains)
  await b.settle()
  expect(b.store.sync.waiting()).toBe(0)
  await a.settle()
  expect(shown(a.store)).toEqual(shown(b.store))
})

test('a central that was restored is to bring a claim again before what the office that has it wrote since', async () => {
  const { here, there, bring, hereDesk, thereDesk } = offices()
  const [a, w] = [hereDesk('1 a'), thereDesk('1 d')]
  there.take([startOf(there)])
  for (const what of ['claim.opened', 'claim.noted', 'claim.moved_out']) await a.work(what, claim)
  await a.settle()
  bring()
  await w.settle()
  await w.work('claim.noted', claim)
  await w.settle()
  const before = shown(w.store)
  expect(before.toy_note).toHaveLength(2)
  for (const central of [here, there]) central.begin()
  there.take([startOf(there)])
  await w.settle()
  expect(w.store.sync.waiting()).toBeGreaterThan(0)
  await a.settle()
  bring()
  await w.settle()
  expect(w.store.sync.waiting()).toBe(0)
  expect(shown(w.store).toy_note).toEqual(before.toy_note)
  unwrap(await w.store.rebuild())
  expect(shown(w.store).toy_note).toEqual(before.toy_note)
})

/** How the chain of a real central begins. */
const startOf = (central: ReturnType<typeof createMemoryCentral>): Brought => ({
  event: {
    ...{ id: crypto.randomUUID(), sequence: 0, actor: central.author(), type: 'device.started', version: 1 },
    subject: { kind: 'device', id: central.author() },
    ...{ visibility: 'internal', at: 0, hlc: [0, 0] as [number, number], bases: [] },
    ...{ salt: Buffer.alloc(16).toString('base64'), body: JSON.stringify({ publicKey: '', as: 'portal' }) },
  },
  judged: { verdict: 'ok' },
})

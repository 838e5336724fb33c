import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { sql } from '../../../src/main/store/query.ts'
import { ok, unwrap } from '../../../src/shared/result.ts'
import {
  openTestStore,
  type TestStore,
  testOffice,
  testOfficer,
  testRandom,
  toyCatalogue,
} from '../../support/store.ts'
import { me, pullAll, pushAll, shown } from '../../support/sync/exchange.ts'
import { createMemoryCentral, type Faults } from '../../support/sync/memory-central.ts'
import { makeToyTables, toyProjection } from '../../support/toy-projection.ts'

const open: TestStore[] = []
afterEach(() => {
  for (const store of open.splice(0)) store.remove()
})

function desk(name: string): TestStore {
  const store = openTestStore({ random: testRandom(name), projections: [toyProjection] })
  makeToyTables(store)
  open.push(store)
  return store
}
const erases = (type: string) => type === 'claim.erased'
const central = (faults: Faults = {}) => createMemoryCentral(testOffice, erases, faults)

const claims = ['a', 'b', 'c'].map((_, i) => `0198c0de-0000-7000-8000-00000000100${i}`)
type Act = {
  readonly do: 'open' | 'note' | 'set' | 'erase' | 'push' | 'pull'
  readonly desk: number
  readonly claim: number
}
const acts = fc.array(
  fc.record({
    do: fc.constantFrom<Act['do']>('open', 'note', 'note', 'set', 'set', 'erase', 'push', 'pull', 'pull'),
    desk: fc.nat(2),
    claim: fc.nat(2),
  }),
  { minLength: 5, maxLength: 40 },
)

function act(store: TestStore, { do: what, claim }: Act): void {
  const subject = { kind: 'claim', id: claims[claim] ?? '' } as const
  store.clock.advance(1000)
  const done = store.transact({ actor: testOfficer }, (tx) => {
    const drafts = {
      open: { type: 'claim.opened', body: { label: `claim ${claim}` } },
      note: { type: 'claim.noted', body: { text: 'seen' } },
      set: { type: 'claim.fields_set', body: { fields: { name: store.newId() } } },
      erase: { type: 'claim.erased', body: { law: 'by its time' } },
    }
    const draft = drafts[what as keyof typeof drafts]
    tx.append({ subject, ...draft })
    return ok(undefined)
  })
  if (!done.ok && done.failure.code !== 'store.erased') throw new Error(done.failure.code)
}

describe('desks that settle with a central', () => {
  test('show the same, and the same as a rebuild, whatever they did in which order', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(acts, async (history) => {
        const service = central()
        const desks = [desk('a'), desk('b'), desk('c')] as const
        for (const store of desks) unwrap(store.sync.begin(service.epoch()))
        for (const next of history) {
          const store = desks[next.desk] ?? desks[0]
          if (next.do === 'push') pushAll(store, service, 3)
          else if (next.do === 'pull') await pullAll(store, service, 3)
          else tryAct(store, next)
        }
        for (const store of desks) pushAll(store, service)
        for (const store of desks) await pullAll(store, service)
        const [first, ...others] = desks.map(shown)
        for (const other of others) expect(other).toEqual(first)
        for (const store of desks) {
          expect(store.sync.waiting()).toBe(0)
          unwrap(await store.verify())
          unwrap(await store.rebuild())
          expect(shown(store)).toEqual(first)
        }
        for (const store of open.splice(0)) store.remove()
      }),
      { numRuns: 40 },
    )
  })
})

/** The toy projection refuses a second opening and a note on no claim: a command would not let it come so far. */
function tryAct(store: TestStore, next: Act): void {
  const there = store.dumpProjections().toy_claim?.some((row) => String(row).includes(claims[next.claim] ?? ''))
  if (next.do === 'open' ? !there : there || next.do === 'set') act(store, next)
}

describe('a page of the stream', () => {
  test('that was seen already changes nothing', async () => {
    const service = central()
    const [a, b] = [desk('a'), desk('b')]
    act(a, { do: 'open', desk: 0, claim: 0 })
    pushAll(a, service)
    unwrap(b.sync.begin(service.epoch()))
    const page = service.pull(me(b).device, 0)
    unwrap(b.sync.settle(page))
    const before = shown(b)
    expect(unwrap(b.sync.settle(page)).foreign).toEqual([])
    expect(shown(b)).toEqual(before)
  })

  test('that meets a damaged table blames no event: it is written down, and the tables are written anew', async () => {
    const service = central()
    const [a, b] = [desk('a'), desk('b')]
    act(a, { do: 'set', desk: 0, claim: 0 })
    pushAll(a, service)
    unwrap(b.sync.begin(service.epoch()))
    await pullAll(b, service)
    const damaged = b.transact({ actor: testOfficer }, (tx) =>
      ok(tx.run(sql`UPDATE field_holder SET fields = '#a-list-that-never-was' WHERE true`)),
    )
    expect(unwrap(damaged)).toBe(1)
    act(a, { do: 'set', desk: 0, claim: 0 })
    pushAll(a, service)
    expect(await pullAll(b, service)).toBe(1)
    expect(b.sync.position()).toBe(2)
    expect(shown(b)).toEqual(shown(a))
  })

  test('with a hole, a forged body or another desk’s chain cut is refused whole', () => {
    const service = central()
    const [a, b] = [desk('a'), desk('b')]
    for (const _ of [1, 2, 3]) act(a, { do: 'set', desk: 0, claim: 0 })
    pushAll(a, service)
    unwrap(b.sync.begin(service.epoch()))
    const page = service.pull(me(b).device, 0)
    const [first, second, third] = page.events
    const refused = (events: typeof page.events, code: string) =>
      expect(b.sync.settle({ ...page, events })).toMatchObject({ ok: false, failure: { code } })
    if (!first?.event || !second || !third) throw new Error('Three events were pushed')
    refused([first, third], 'sync.hole')
    refused([second, third], 'sync.hole')
    const forged = { ...first, event: { ...first.event, body: '{"fields":{"name":"somebody else"}}' } }
    refused([forged, second, third], 'sync.batch_unproved')
    expect(b.sync.settle({ ...page, batches: [] })).toMatchObject({ failure: { code: 'sync.batch_unproved' } })
    expect(b.sync.position()).toBe(0)
    expect(unwrap(b.sync.settle(page)).position).toBe(3)
  })

  test('that gives a second place to what has one is refused whole: another office’s, to which the claim went', async () => {
    const [service, elsewhere] = [central(), central()]
    const [a, b] = [desk('a'), desk('b')]
    for (const what of ['open', 'note'] as const) act(a, { do: what, desk: 0, claim: 0 })
    pushAll(a, service)
    unwrap(b.sync.begin(service.epoch()))
    await pullAll(b, service)
    act(b, { do: 'note', desk: 1, claim: 0 })
    const before = shown(b)
    elsewhere.take(service.rows().map(({ event }) => ({ event, judged: { verdict: 'ok' } })))
    for (const other of [elsewhere, service]) {
      const { events, batches } = other.pull(me(b).device, 0)
      const moved = events.map((event) => ({ ...event, position: event.position + b.sync.position() }))
      const page = { ...service.pull(me(b).device, 0), events: moved, batches }
      expect(b.sync.settle(page)).toMatchObject({ failure: { code: 'sync.bad_answer' } })
    }
    expect(shown(b)).toEqual(before)
    pushAll(b, service)
    await pullAll(b, service)
    expect(b.sync.waiting()).toBe(0)
    expect(shown(b)).toEqual(before)
  })

  test('of a desk that this store was copied from is a fork', () => {
    const service = central()
    const [a, twin] = [desk('a'), desk('a')]
    expect(me(twin).device).toBe(me(a).device)
    act(a, { do: 'set', desk: 0, claim: 0 })
    twin.newId() // chance goes on differently on the two
    act(twin, { do: 'set', desk: 0, claim: 1 })
    pushAll(a, service)
    unwrap(twin.sync.begin(service.epoch()))
    expect(service.push(me(twin).device, me(twin).publicKey, batchOf(twin, service.epoch()))).toMatchObject({
      failure: { code: 'sync.forked' },
    })
    expect(twin.sync.settle(service.pull(me(twin).device, 0))).toMatchObject({ failure: { code: 'sync.lost_own' } })
    const runs = service.pull(me(twin).device, 0, 500, 'runs')
    expect(runs).toMatchObject({ events: [], runs: [{ position: 1, sequence: 1 }] })
    expect(twin.sync.settle(runs)).toMatchObject({ failure: { code: 'sync.forked' } })
  })

  test('that names own events which this desk does not have loses nothing in silence', () => {
    const service = central()
    const a = desk('a')
    act(a, { do: 'open', desk: 0, claim: 0 })
    pushAll(a, service)
    const page = service.pull(me(a).device, 0, 500, 'runs')
    const [run] = page.runs ?? []
    const longer = { ...page, batches: [], runs: [{ position: 1, sequence: 1, count: (run?.count ?? 0) + 1 }] }
    expect(a.sync.settle(longer)).toMatchObject({ failure: { code: 'sync.lost_own' } })
    expect(a.sync.settle({ ...page, runs: [{ position: 2, sequence: 1, count: 1 }] })).toMatchObject({
      failure: { code: 'sync.hole' },
    })
    expect(a.sync.settle(page)).toMatchObject({ value: { position: run?.count } })
    expect(a.sync.waiting()).toBe(0)
    expect(a.sync.settle(page)).toMatchObject({ value: { position: run?.count } })
  })
})

function batchOf(store: TestStore, epoch: string) {
  const batch = store.sync.batch(0, { events: 10, bytes: 10_000 })
  if (!batch) throw new Error('Nothing to push')
  return { ...batch, epoch }
}

test('an erasure leaves nothing of the person at any desk, also of what was written meanwhile', async () => {
  const service = central()
  const [a, b] = [desk('a'), desk('b')]
  act(a, { do: 'open', desk: 0, claim: 0 })
  pushAll(a, service)
  pushAll(b, service)
  await pullAll(b, service)
  act(b, { do: 'note', desk: 1, claim: 0 })
  act(b, { do: 'set', desk: 1, claim: 0 })
  act(a, { do: 'erase', desk: 0, claim: 0 })
  pushAll(a, service)
  await pullAll(b, service)
  pushAll(b, service)
  for (const store of [a, b]) {
    await pullAll(store, service)
    expect(shown(store)).toMatchObject({ toy_claim: [], toy_note: [], field_holder: [] })
    expect(store.timeline({ kind: 'claim', id: claims[0] ?? '' }).filter(({ body }) => body !== null)).toHaveLength(1)
    unwrap(await store.verify())
  }
  expect(toyCatalogue['claim.erased'].erases).toBe(true)
})

import { statSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { headsOf, readFields } from '../../../src/main/store/field-heads.ts'
import { sql } from '../../../src/main/store/query.ts'
import type { Catalogue } from '../../../src/main/store/types.ts'
import type { Subject } from '../../../src/shared/domain/event.ts'
import { fail, ok, unwrap } from '../../../src/shared/result.ts'
import { openTestStore, type TestStore, testOfficer, toyCatalogue } from '../../support/store.ts'
import { eventCount, makeToyTables, toyProjection } from '../../support/toy-projection.ts'

const author = { actor: testOfficer }
let store: TestStore

beforeEach(() => {
  store = openTestStore({ projections: [toyProjection] })
  makeToyTables(store)
})
afterEach(() => store.remove())

const append = (subject: Subject, type: string, body: unknown, bases: readonly string[] = []) =>
  store.transact(author, (tx) => ok(tx.append({ subject, type, body, bases })))
const openClaim = (label = 'claim'): Subject => {
  const subject: Subject = { kind: 'claim', id: store.newId() }
  unwrap(append(subject, 'claim.opened', { label }))
  return subject
}
const set = (subject: Subject, fields: Record<string, string | number>, bases: readonly string[] = []) =>
  unwrap(append(subject, 'claim.fields_set', { fields }, bases)).id

type Act =
  | { do: 'open' | 'note' | 'erase' | 'fail' | 'throw'; claim: number }
  | { do: 'set'; claim: number; field: string; value: number; seen: boolean }
  | { do: 'clock'; by: number }

const claim = fc.nat(5)
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('open' as const), claim }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('note' as const), claim }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('set' as const),
      claim,
      field: fc.constantFrom('a', 'b'),
      value: fc.nat(2),
      seen: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('erase' as const, 'fail' as const, 'throw' as const), claim }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('clock' as const), by: fc.integer({ min: -5000, max: 5000 }) }) },
)

function perform(acts: readonly Act[]): void {
  const claims = Array.from({ length: 6 }, (): Subject => ({ kind: 'claim', id: store.newId() }))
  const state = new Map<number, 'open' | 'erased'>()
  for (const next of acts) {
    if (next.do === 'clock') {
      store.clock.advance(next.by)
      continue
    }
    const subject = claims[next.claim] as Subject
    const there = state.get(next.claim)
    if (next.do === 'open' && !there) {
      unwrap(append(subject, 'claim.opened', { label: `claim ${next.claim}` }))
      state.set(next.claim, 'open')
    }
    if (there !== 'open') continue
    if (next.do === 'note') unwrap(append(subject, 'claim.noted', { text: 'seen' }))
    if (next.do === 'set')
      set(subject, { [next.field]: next.value }, next.seen ? headsOf(store, subject, [next.field]) : [])
    if (next.do === 'erase') {
      unwrap(append(subject, 'claim.erased', { law: 'test' }))
      state.set(next.claim, 'erased')
    }
    if (next.do === 'fail')
      store.transact(author, (tx) => {
        tx.append({ subject, type: 'claim.noted', body: { text: 'undone' } })
        return fail('desk.not_allowed')
      })
    if (next.do === 'throw')
      expect(() =>
        store.transact(author, (tx) => {
          tx.append({ subject, type: 'claim.noted', body: { text: 'undone' } })
          throw new Error('bug')
        }),
      ).toThrow('bug')
  }
}

describe('rebuilding from the log', () => {
  test('gives the same rows after any history, and the chains hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 40 }), async (acts) => {
        perform(acts)
        const [live, digest] = [store.dumpProjections(), store.digestProjections()]
        expect(await store.rebuild()).toEqual(ok(eventCount(store)))
        expect(store.dumpProjections()).toEqual(live)
        expect(store.digestProjections()).toEqual(digest)
        expect((await store.verify()).ok).toBe(true)
      }),
      { numRuns: 25 },
    )
  })

  test('repairs tables that were changed behind its back', async () => {
    const subject = openClaim()
    const [live, digest] = [store.dumpProjections(), store.digestProjections()]
    unwrap(
      store.transact(author, (tx) => ok(tx.run(sql`UPDATE toy_claim SET label = 'forged' WHERE id = ${subject.id}`))),
    )
    expect(store.dumpProjections()).not.toEqual(live)
    expect(store.digestProjections()).not.toEqual(digest)
    expect(store.digestProjections()).toMatchObject({ toy_claim: { rows: digest.toy_claim?.rows } })
    unwrap(await store.rebuild())
    expect(store.dumpProjections()).toEqual(live)
  })

  test('lets nothing be written meanwhile; cancelled, it leaves everything as it was', async () => {
    for (let i = 0; i < 3; i++) openClaim(`claim ${i}`)
    const live = store.dumpProjections()
    const stop = new AbortController()
    const work = store.rebuild({ onProgress: () => stop.abort(), signal: stop.signal })
    expect(store.status().rebuilding).toBe(true)
    expect(store.transact(author, () => ok(1))).toEqual(fail('store.rebuilding'))
    expect(await store.rebuild()).toEqual(fail('store.rebuilding'))
    store.access.note({ actor: testOfficer, act: 'viewed' })
    expect(store.access.flush()).toEqual(fail('store.rebuilding'))
    expect(store.blobs.put(new Uint8Array(3))).toEqual(fail('store.rebuilding'))
    expect(store.close()).toEqual(fail('store.rebuilding'))
    expect(await work).toEqual(fail('store.cancelled'))
    expect(store.dumpProjections()).toEqual(live)
    expect(store.access.flush()).toEqual(ok(undefined))
    expect(store.transact(author, () => ok(1))).toEqual(ok(1))
  })

  test('is asked for when a projection has changed, and no more once it is done', async () => {
    openClaim()
    unwrap(await store.rebuild())
    expect(store.status().stale).toEqual([])
    const changed = store.reopen({ projections: [{ ...toyProjection, version: 2 }] })
    expect(changed.status().stale).toEqual(['toy'])
    unwrap(await changed.rebuild())
    expect(changed.reopen().status().stale).toEqual([])
  })
})

describe('types of event that this program does not know', () => {
  test('are kept and chained but mean nothing, until a program comes that knows them', async () => {
    const subject = openClaim()
    unwrap(append(subject, 'claim.noted', { text: 'from the future' }))
    const whole = store.dumpProjections()
    const { 'claim.noted': _, ...older }: Catalogue = toyCatalogue
    const old = store.reopen({ catalogue: older })
    unwrap(await old.rebuild())
    expect(old.dumpProjections().toy_note).toEqual([])
    expect(old.timeline(subject).map(({ type }) => type)).toEqual(['claim.opened', 'claim.noted'])
    expect(unwrap(await old.verify()).events).toBe(2)
    expect(old.status().stale).toEqual([])
    const updated = old.reopen({ catalogue: toyCatalogue })
    expect(updated.status().stale).toEqual(['claim.noted'])
    unwrap(await updated.rebuild())
    expect(updated.dumpProjections()).toEqual(whole)
    expect(updated.status().stale).toEqual([])
  })

  test('of a newer version of a known type wait as well', async () => {
    const newer = { ...toyCatalogue, 'claim.opened': { ...toyCatalogue['claim.opened'], version: 2 } }
    const ahead = store.reopen({ catalogue: newer })
    unwrap(
      ahead.transact(author, (tx) =>
        ok(tx.append({ subject: { kind: 'claim', id: tx.newId() }, type: 'claim.opened', body: { label: 'v2' } })),
      ),
    )
    const behind = ahead.reopen({ catalogue: toyCatalogue })
    unwrap(await behind.rebuild())
    expect(behind.dumpProjections().toy_claim).toEqual([])
  })
})

describe('fields', () => {
  test('an author who saw the present value replaces it', () => {
    const subject = openClaim()
    const first = set(subject, { name: 'Osman', sex: 'X' })
    const second = set(subject, { name: 'Ousmane' }, headsOf(store, subject, ['name']))
    expect(headsOf(store, subject, ['name'])).toEqual([second])
    expect(headsOf(store, subject, ['sex'])).toEqual([first])
    expect(readFields(store, subject)).toMatchObject({
      name: { value: 'Ousmane', conflict: false },
      sex: { value: 'X', conflict: false },
    })
  })

  test('two authors who did not see each other leave both values, the latest shown first', () => {
    const subject = openClaim()
    const seen = [set(subject, { name: 'Ana' })]
    set(subject, { name: 'Anna' }, seen)
    store.clock.advance(-60_000)
    const last = set(subject, { name: 'Hanna' }, seen)
    const { name } = readFields(store, subject)
    expect(name?.conflict).toBe(true)
    expect(name?.value).toBe('Hanna')
    expect(name?.heads.map(({ value }) => value)).toEqual(['Hanna', 'Anna'])
    set(subject, { name: 'Anna' }, headsOf(store, subject, ['name']))
    expect(readFields(store, subject).name).toMatchObject({ value: 'Anna', conflict: false })
    expect(name?.heads[0]?.event).toBe(last)
  })

  test('the same value twice is no conflict', () => {
    const subject = openClaim()
    set(subject, { name: 'Ana' })
    set(subject, { name: 'Ana' })
    expect(readFields(store, subject).name).toMatchObject({ value: 'Ana', conflict: false })
    expect(headsOf(store, subject, ['name'])).toHaveLength(2)
  })
})

describe('an erasure', () => {
  test('takes bodies and rows, keeps headers and chains, and nothing can follow it', async () => {
    const subject = openClaim('a name that must go')
    const other = openClaim('a name that stays')
    unwrap(append(subject, 'claim.noted', { text: 'must go too' }))
    unwrap(append(subject, 'claim.erased', { law: 'Library and Archives' }))
    expect(store.timeline(subject).map(({ body }) => body)).toEqual([null, null, { law: 'Library and Archives' }])
    expect(store.timeline(other)[0]?.body).toEqual({ label: 'a name that stays' })
    expect(JSON.stringify(store.dumpProjections())).not.toContain(subject.id)
    // The log beside the database would still hold what was overwritten in it.
    expect(statSync(join(store.folder, 'desk.db-wal')).size).toBe(0)
    expect(unwrap(await store.verify())).toMatchObject({ events: 4, erased: 2 })
    expect(append(subject, 'claim.noted', { text: 'late' })).toEqual(fail('store.erased'))
  })
})

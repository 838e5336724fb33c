import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { query, sql } from '../../../src/main/store/query.ts'
import type { AccessAct } from '../../../src/shared/domain/access-acts.ts'
import { fail, ok, unwrap } from '../../../src/shared/result.ts'
import { openTestStore, type TestStore, testOfficer } from '../../support/store.ts'

let store: TestStore

beforeEach(() => {
  store = openTestStore()
})
afterEach(() => store.remove())

const note = (act: AccessAct) => store.access.note({ actor: testOfficer, act })
const written = (from: TestStore = store) =>
  from.all(query.selectFrom('access').select(['act', 'at_ms']).orderBy('position'))

describe('the access log', () => {
  test('is written within the second, with the time at which each thing was done', () => {
    note('viewed')
    store.clock.advance(400)
    note('searched')
    expect(written()).toEqual([])
    expect(store.access.waiting).toBe(2)
    store.timers.runAll()
    const start = store.clock.now() - 400
    expect(written()).toEqual([
      { act: 'viewed', at_ms: start },
      { act: 'searched', at_ms: start + 400 },
    ])
    expect(store.access.waiting).toBe(0)
  })

  test('has what must not be lost as soon as it is flushed, and the rest when the store closes', async () => {
    note('refused')
    expect(store.access.flush()).toEqual(ok(undefined))
    expect(written().map(({ act }) => act)).toEqual(['refused'])
    note('viewed')
    const again = store.reopen()
    expect(written(again).map(({ act }) => act)).toEqual(['refused', 'viewed'])
    expect(unwrap(await again.verify()).access).toBe(2)
  })

  test('keeps what a full disk refused, says so, and writes it when there is room', () => {
    const pages = store.first<{ page_count: number }>(sql`PRAGMA page_count`)?.page_count ?? 0
    store.first(sql.raw(`PRAGMA max_page_count = ${pages}`))
    for (let i = 0; i < 500; i++) note('viewed')
    expect(store.access.flush()).toEqual(fail('store.full'))
    expect(store.status().access).toEqual({ waiting: 500, failure: { code: 'store.full', params: {} } })
    store.first(sql`PRAGMA max_page_count = 100000`)
    store.timers.runAll(2)
    expect(written()).toHaveLength(500)
    expect(store.status().access).toEqual({ waiting: 0, failure: undefined })
  })

  test('is no part of a rebuild', async () => {
    note('viewed')
    unwrap(store.access.flush())
    unwrap(await store.rebuild())
    expect(written()).toHaveLength(1)
  })
})

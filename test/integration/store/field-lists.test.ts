import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { headsOf, readFields } from '../../../src/main/store/field-heads.ts'
import { currentVersion } from '../../../src/main/store/migrations.ts'
import { query, sql } from '../../../src/main/store/query.ts'
import { ok, unwrap } from '../../../src/shared/result.ts'
import { openTestStore, type TestStore, testOfficer } from '../../support/store.ts'
import { fileAt } from '../../support/store-file.ts'

let store: TestStore
beforeEach(() => {
  store = openTestStore()
})
afterEach(() => store.remove())

const fields = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`field.number${i}`, i]))
const subjectOf = () => ({ kind: 'claim', id: store.newId() }) as const
function set(subject: { kind: 'claim'; id: string }, values: Record<string, unknown>): void {
  unwrap(
    store.transact({ actor: testOfficer }, (tx) => {
      const bases = headsOf(tx, subject, Object.keys(values))
      return ok(tx.append({ subject, type: 'claim.fields_set', body: { fields: values }, bases }))
    }),
  )
}
const lists = () => store.all(query.selectFrom('field_list').selectAll())
const held = () => store.all(query.selectFrom('field_holder').select('fields').distinct()).map((row) => row.fields)

describe('lists of fields', () => {
  test('that many claims hold are stored once, and what is left of one that lost a field, too', () => {
    const claims = [subjectOf(), subjectOf(), subjectOf()]
    for (const claim of claims) set(claim, fields)
    expect(lists()).toMatchObject([{ fields: JSON.stringify(Object.keys(fields).sort()) }])
    expect(held()).toEqual([lists()[0]?.name])
    for (const claim of claims) set(claim, { 'field.number3': 'changed' })
    expect(lists()).toHaveLength(2)
    expect(held().filter((text) => !text.startsWith('#'))).toEqual(['["field.number3"]'])
    for (const claim of claims) {
      const now = readFields(store, claim)
      expect(now['field.number3']).toMatchObject({ value: 'changed', conflict: false })
      expect(now['field.number4']).toMatchObject({ value: 4 })
      expect(Object.keys(now)).toHaveLength(12)
    }
  })

  test('are written anew by a rebuild, whatever stood there', async () => {
    set(subjectOf(), fields)
    const before = lists()
    const forged = sql`UPDATE field_list SET fields = '["elsewhere"]'`
    unwrap(store.transact({ actor: testOfficer }, (tx) => ok(tx.run(forged))))
    unwrap(await store.rebuild())
    expect(lists()).toEqual(before)
  })

  test('are found by their name', () => {
    const plan = fileAt(currentVersion)
      .prepare<[], { detail: string }>("EXPLAIN QUERY PLAN SELECT fields FROM field_list WHERE name = '#'")
      .all()
    expect(plan.map(({ detail }) => detail).join()).toMatch(/^SEARCH .* PRIMARY KEY/)
  })
})

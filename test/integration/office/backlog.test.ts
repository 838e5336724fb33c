import { afterEach, expect, test } from 'vitest'
import { decideClaim } from '../../../src/main/claims/decisions.ts'
import { ledgerPage, receiveSheets } from '../../../src/main/office/stock.ts'
import { todayView } from '../../../src/main/office/today.ts'
import { backlogByDay } from '../../../src/main/store/projections/tally.ts'
import { type Query, query, sql } from '../../../src/main/store/query.ts'
import type { Reader } from '../../../src/main/store/types.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { newClaim, type Office, openOffice, referClaim } from '../claims/support.ts'

const open: Office[] = []
afterEach(() => {
  for (const office of open.splice(0)) office.store.remove()
})
const opened = (): Office => {
  const office = openOffice()
  open.push(office)
  return office
}

/** How SQLite would answer what `ask` asks of a store. */
function plansOf({ store }: Office, ask: (reader: Reader) => unknown): string {
  const plans: string[] = []
  const explain = (asked: Query<unknown>) => {
    const { sql: text, parameters } = asked.compile(query)
    const filled = text.split('?').reduce((all, part, at) => `${all}'${String(parameters[at - 1])}'${part}`)
    plans.push(
      ...store.all(sql<{ detail: string }>`${sql.raw(`EXPLAIN QUERY PLAN ${filled}`)}`).map((row) => row.detail),
    )
    return []
  }
  ask({ all: explain, first: explain, event: () => undefined, timeline: () => [] } as unknown as Reader)
  return plans.join('; ')
}

const day = 86_400_000

test('open claims stand in the chart by the days that they wait, until they are decided', () => {
  const office = opened()
  const { tools, officer, store } = office
  const old = newClaim(office)
  store.clock.advance(60 * day)
  const middle = newClaim(office)
  unwrap(decideClaim(tools, officer, middle.claimId, { outcome: 'undecided', reason: 'no interpreter' }))
  store.clock.advance(10 * day)
  newClaim(office)
  const ages = () => {
    const { backlog, oldestDays } = todayView(tools, officer)
    const all = backlog.map(({ from, claims }) => [from, claims])
    return { all, oldestDays }
  }
  expect(ages()).toEqual({
    all: [
      [0, 1],
      [8, 1],
      [22, 0],
      [46, 1],
      [91, 0],
    ],
    oldestDays: 70,
  })
  unwrap(referClaim(office, old.claimId))
  expect(ages().oldestDays).toBe(10)
})

test('the chart costs a row a day, not a claim, and the ledger a page, whatever is behind it', () => {
  const office = opened()
  for (let n = 0; n < 5; n++) newClaim(office)
  expect(backlogByDay(office.store)).toEqual([{ day: '2026-11-23', state: 'intake', claims: 5 }])
  expect(plansOf(office, backlogByDay)).toMatch(/^SEARCH tally USING PRIMARY KEY \(name>\? AND name<\?\)$/)
  const all = plansOf(office, (reader) => ledgerPage(reader, { limit: 50, after: 'A1' }))
  expect(all).toContain('stock_moved')
  expect(all).not.toMatch(/TEMP B-TREE|SCAN stock(?! USING)/)
  const lying = plansOf(office, (reader) => ledgerPage(reader, { limit: 50, after: 'A1', state: 'in_office' }))
  expect(lying).not.toMatch(/TEMP B-TREE|SCAN stock(?! USING)/)
})

test('the ledger comes in pages that together are every sheet that left the pile, each once and in order', () => {
  const office = opened()
  const { store, tools, officer } = office
  unwrap(receiveSheets(tools, officer, 'B000001', 'B009000'))
  const pages = (state?: 'in_office' | 'checked_out') => {
    const serials: string[] = []
    for (let after: string | undefined, page = ledgerPage(store, { limit: 7, state }); ; ) {
      serials.push(...page.rows.map(({ serial }) => serial))
      after = page.next
      if (!after) return serials
      page = ledgerPage(store, { limit: 7, after, state })
    }
  }
  const out = pages()
  expect(out).toHaveLength(60)
  expect(out).toEqual([...new Set(out)].sort())
  expect(pages('checked_out')).toEqual(out)
  expect(pages('in_office')).toHaveLength(9040)
})

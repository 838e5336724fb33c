import fc from 'fast-check'
import { expect, test } from 'vitest'
import { limitCounts, limitsBetween } from '../../../src/main/casework/deadline-report.ts'
import { withdrawClaim } from '../../../src/main/casework/review/withdraw.ts'
import { caseworkStatistics, countQueries } from '../../../src/main/casework/statistics.ts'
import { meetDeadline } from '../../../src/main/claims/received.ts'
import { today } from '../../../src/main/claims/tools.ts'
import type { Sqlite } from '../../../src/main/store/file.ts'
import { currentVersion } from '../../../src/main/store/migrations.ts'
import { type Query, query } from '../../../src/main/store/query.ts'
import { ok, unwrap } from '../../../src/shared/result.ts'
import { fileAt } from '../../support/store-file.ts'
import { caseworkOffice, demoClaim, portalClaim, steps } from './support.ts'

test('counts what came, was decided and was missed on its day, whatever became of the claim later', () => {
  const office = caseworkOffice()
  const [first = '', second = ''] = [0, 1].map((at) => demoClaim(office, 5, at))
  portalClaim(office, 5, 2)
  unwrap(steps.refer(office, first))
  unwrap(steps.refer(office, second))
  const of = (from: string, to: string) => caseworkStatistics(office.tools, { from, to })
  expect(of('2026-11-20', '2026-11-23').stretches).toMatchObject([
    { from: '2026-11-20', arrivals: 1, referred: 0 },
    { from: '2026-11-21', arrivals: 0 },
    { from: '2026-11-22', arrivals: 0 },
    { from: '2026-11-23', to: '2026-11-23', arrivals: 2, referred: 2, ineligible: 0 },
  ])
  unwrap(steps.reopen(office, second))
  expect(of('2026-11-23', '2026-11-23').stretches).toMatchObject([{ referred: 2 }])
  expect(of('2026-11-24', '2026-11-30').stretches.every(({ referred }) => referred === 0)).toBe(true)
  unwrap(steps.bookSoon(office, second))
  unwrap(steps.missed(office, second))
  expect(of('2026-11-25', '2026-11-25').stretches).toMatchObject([{ noShows: 1, came: 0 }])
  // What is open today, whatever the period.
  expect(of('2020-01-01', '2020-01-02').backlog.reduce((sum, { claims }) => sum + claims, 0)).toBe(2)
  office.store.clock.advance(40 * 86_400_000)
  const withdrawal = { claimId: first, on: today(office.tools), how: 'in_writing', reason: 'goes home' } as const
  unwrap(withdrawClaim(office.tools, office.officer, withdrawal))
  expect(of('2026-11-23', '2026-11-23').stretches).toMatchObject([{ arrivals: 2, referred: 2 }])
})

test('a review that ended with its decision is in time, late, or past without one', () => {
  const office = caseworkOffice()
  const [first = '', second = ''] = [0, 1].map((at) => demoClaim(office, 5, at))
  const { store, officer } = office
  const append = (id: string, type: string, body: object) =>
    unwrap(
      store.transact({ actor: officer.id }, (tx) => {
        tx.append({ subject: { kind: 'claim', id }, type, body })
        return ok(null)
      }),
    )
  const judged = {
    proposed: 'eligible',
    ruleSet: '2026',
    claimDate: '2026-11-20',
    grounds: [],
    findings: [],
    facts: {},
  }
  const decided = (id: string, decisionDate: string) =>
    append(id, 'claim.decided', { outcome: 'referred', ...judged, decisionDate, deadlines: [] })
  for (const id of [first, second]) append(id, 'claim.received', { on: '2026-11-23', by: 'paper' })
  decided(first, '2026-11-30')
  const standard = () => caseworkStatistics(office.tools, { from: '2026-11-23', to: '2026-12-31' }).standard
  expect(standard()).toEqual({ met: 1, late: 0, missed: 0, running: 1 })
  store.clock.advance(40 * 86_400_000)
  expect(standard()).toEqual({ met: 1, late: 0, missed: 1, running: 0 })
  decided(second, '2027-01-02')
  expect(standard()).toEqual({ met: 1, late: 1, missed: 0, running: 0 })
})

test('a review that was missed stays missed, though the claim is withdrawn afterwards', () => {
  const office = caseworkOffice()
  const [late = '', early = ''] = [0, 1].map((at) => demoClaim(office, 5, at))
  const withdraw = (claimId: string) =>
    unwrap(
      withdrawClaim(office.tools, office.officer, {
        ...{ claimId, on: today(office.tools), how: 'in_writing', reason: 'goes home' },
      }),
    )
  for (const id of [late, early])
    unwrap(
      office.store.transact({ actor: office.officer.id }, (tx) => {
        const body = { on: '2026-11-23', by: 'paper' }
        tx.append({ subject: { kind: 'claim', id }, type: 'claim.received', body })
        return ok(null)
      }),
    )
  const standard = () => caseworkStatistics(office.tools, { from: '2026-11-23', to: '2026-12-31' }).standard
  withdraw(early)
  office.store.clock.advance(40 * 86_400_000)
  const before = standard()
  expect(before).toEqual({ met: 0, late: 0, missed: 1, running: 0 })
  withdraw(late)
  expect(standard()).toEqual(before)
})

test('the limits of one rule are those of the report of all, and sum up what stands in the table, whatever happened', {
  timeout: 60_000,
}, () => {
  const happening = fc.record({
    what: fc.constantFrom('received', 'limit', 'askTime', 'giveTime', 'meet', 'refer', 'withdraw', 'reopen', 'wait'),
    claim: fc.nat(2),
  })
  const property = fc.property(fc.array(happening, { maxLength: 14 }), (happenings) => {
    const office = caseworkOffice()
    const { tools, officer, store } = office
    const ids = [0, 1, 2].map((at) => demoClaim(office, 5, at))
    for (const { what, claim } of happenings) {
      const claimId = ids[claim] ?? ''
      const on = today(tools)
      if (what === 'wait') store.clock.advance(17 * 86_400_000)
      else if (what === 'meet') meetDeadline(tools, officer, claimId, { rule: 'medical.exam', on })
      else if (what === 'withdraw')
        withdrawClaim(tools, officer, { claimId, on, how: 'in_writing', reason: 'goes home' })
      else if (what === 'received') {
        store.transact({ actor: officer.id }, (tx) => {
          tx.append({ subject: { kind: 'claim', id: claimId }, type: 'claim.received', body: { on, by: 'paper' } })
          return ok(null)
        })
      } else steps[what](office, claimId)
    }
    const period = ['2026-11-25', '2027-02-28'] as const
    const all = limitsBetween(tools, ...period)
    for (const rule of ['officer.review', 'medical.exam', 'boc.poe.practice'])
      expect(limitsBetween(tools, ...period, rule)).toEqual(all.filter((row) => row.rule === rule))
    const rows = store.all(query.selectFrom('claim_limit').select(['rule', 'due']))
    const within = rows.filter(({ due }) => period[0] <= due && due <= period[1])
    const told = all.map(({ rule, met, late, missed, running, ended }) => [rule, met + late + missed + running + ended])
    const rules = [...new Set(within.map(({ rule }) => rule))].sort()
    expect(told).toEqual(rules.map((name) => [name, within.filter(({ rule }) => rule === name).length]))
  })
  fc.assert(property, { numRuns: 20 })
})

test('each count is read from an index alone', () => {
  const sqlite: Sqlite = fileAt(currentVersion)
  const planOf = (asked: Query<unknown>) => {
    const { sql, parameters } = asked.compile(query)
    const rows = sqlite.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters)
    return rows.map(({ detail }) => detail).join('; ')
  }
  const plans = countQueries('2026-01-01', '2026-12-31').map(planOf)
  // Of those that were reopened there are few: their index holds nothing else.
  for (const plan of plans)
    expect(plan).toMatch(/SEARCH \w+ USING (COVERING )?(INDEX|PRIMARY KEY)|SCAN claim USING INDEX claim_reopened/)
  // Every claim has a review: what became of each stands in the index too.
  expect(planOf(limitCounts('2026-11-23', '2026-01-01', '2026-12-31', 'officer.review'))).toContain(
    'SEARCH claim_limit USING COVERING INDEX claim_limit_counted (rule=? AND state=? AND due>? AND due<?)',
  )
})

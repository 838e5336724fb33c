import { expect, test } from 'vitest'
import { caseworkStatistics, countQueries } from '../../../src/main/casework/statistics.ts'
import type { Sqlite } from '../../../src/main/store/connection.ts'
import { currentVersion } from '../../../src/main/store/migrations.ts'
import { query } from '../../../src/main/store/query.ts'
import { ok, unwrap } from '../../../src/shared/result.ts'
import { fileAt } from '../../support/store-file.ts'
import { caseworkOffice, demoClaim, portalClaim, steps } from './support.ts'

test('counts what came, was decided and was missed on its day, and a reopened decision no more', () => {
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
  expect(of('2026-11-23', '2026-11-23').stretches).toMatchObject([{ referred: 1 }])
  expect(of('2026-11-24', '2026-11-30').stretches.every(({ referred }) => referred === 0)).toBe(true)
  unwrap(steps.bookSoon(office, second))
  unwrap(steps.missed(office, second))
  expect(of('2026-11-25', '2026-11-25').stretches).toMatchObject([{ noShows: 1, came: 0 }])
  // What is open today, whatever the period.
  expect(of('2020-01-01', '2020-01-02').backlog.reduce((sum, { claims }) => sum + claims, 0)).toBe(2)
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

test('each count is read from an index alone', () => {
  const sqlite: Sqlite = fileAt(currentVersion)
  const plans = countQueries('2026-01-01', '2026-12-31').map((asked) => {
    const { sql, parameters } = asked.compile(query)
    const rows = sqlite.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters)
    return rows.map(({ detail }) => detail).join('; ')
  })
  for (const plan of plans) expect(plan).toMatch(/SEARCH \w+ USING (COVERING )?(INDEX|PRIMARY KEY)/)
})

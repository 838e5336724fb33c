import { expect, test } from 'vitest'
import { currentVersion, migrate, versionOf } from '../../../src/main/store/migrations.ts'
import { fileAt, plain } from '../../support/store-file.ts'

test('0022-deadlines takes the limits of claims over one by one: met, running and of a reopened decision', () => {
  const sqlite = fileAt(21)
  const limits = [
    { rule: 'medical.exam', due: '2026-12-23', trigger: '2026-11-23', met: '2026-12-01' },
    { rule: 'boc.poe.practice', due: '2027-01-07', trigger: '2026-11-23' },
    { rule: 'boc.poe.practice', due: '2026-12-31', trigger: '2026-11-16', superseded: true },
    { rule: 'order.ineligible', due: '2026-12-01', trigger: '2026-11-24', effect: true },
  ]
  sqlite.exec(`INSERT INTO person (n, id) VALUES (1, 'p')`)
  sqlite
    .prepare(
      `INSERT INTO claim (n, id, person_n, application_number, office, channel, claim_date, state, owner, opened_ms, opened_on, updated_ms, deadlines)
       VALUES (1, 'c', 1, 'W1', 'o', 'port_of_entry', '2026-11-23', 'referred', 'a', 1, '2026-11-23', 1, ?)`,
    )
    .run(JSON.stringify(limits))
  migrate(sqlite, plain, 22)
  expect(versionOf(sqlite)).toBe(22)
  expect(sqlite.prepare('SELECT rule, counted_from, state, met FROM claim_limit ORDER BY 1, 2').raw().all()).toEqual([
    ['boc.poe.practice', '2026-11-16', 'ended', null],
    ['boc.poe.practice', '2026-11-23', 'open', null],
    ['medical.exam', '2026-11-23', 'met', '2026-12-01'],
  ])
  expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
})

test('0026-review adds the tables of the review and leaves claims as they were', () => {
  const sqlite = fileAt(25)
  migrate(sqlite, plain, 26)
  expect(versionOf(sqlite)).toBe(26)
  for (const table of ['claim_casework', 'partner_request', 'interview_note', 'quality_review'])
    expect(sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0)
  expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
})

test('limits are found by their day', () => {
  const sqlite = fileAt(currentVersion)
  const plan = sqlite
    .prepare<unknown[], { detail: string }>(
      "EXPLAIN QUERY PLAN SELECT rule FROM claim_limit WHERE due >= '2026-12-01' AND due <= '2026-12-31'",
    )
    .all()
  expect(plan.map(({ detail }) => detail).join()).toContain('claim_limit_due')
})

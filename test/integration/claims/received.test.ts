import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ClaimView } from '../../../src/shared/contract/views.ts'
import { codeOf, referredClaim } from '../../support/claims.ts'
import type { TestDesk } from '../../support/desk.ts'
import { refer } from '../../support/refer.ts'
import { borderDesk } from '../../support/set-up.ts'

let test_: TestDesk
let claimId: string
beforeEach(async () => {
  test_ = await borderDesk()
  claimId = (await referredClaim(test_, 'Osman')).claimId
})
afterEach(() => test_.close())

const view = () => test_.desk.claims.get({ claimId })
const metOf = ({ deadlines }: ClaimView) => Object.fromEntries(deadlines.map(({ rule, met }) => [rule, met]))
const meet = (rule: string, on = '2026-11-23') => test_.desk.claims.meetDeadline({ claimId, rule, on })

describe('what a deadline waits for', () => {
  test('is noted with its day: it no longer counts as the next one, nor as overdue', async () => {
    const before = await view()
    expect(before.row.nextDeadline).toBe('2026-12-23')
    const dueRules = async () => (await test_.desk.today()).due.map(({ due }) => due)
    expect(await dueRules()).toEqual(['2026-12-23'])
    const met = await meet('medical.exam', '2026-11-22')
    expect(metOf(met)).toMatchObject({ 'medical.exam': '2026-11-22', 'boc.poe.practice': undefined })
    expect(met.row.nextDeadline).toBe('2027-01-07')
    expect(await dueRules()).toEqual(['2027-01-07'])
    expect((await meet('boc.poe.practice')).row.nextDeadline).toBeUndefined()
    expect(await dueRules()).toEqual([])
  })

  test('is taken back by a correction with its reason, and both stay in the record', async () => {
    await meet('medical.exam')
    const reason = 'It was the form of another person'
    const corrected = await test_.desk.claims.reopenDeadline({ claimId, rule: 'medical.exam', reason })
    expect(metOf(corrected)).toMatchObject({ 'medical.exam': undefined })
    expect(corrected.row.nextDeadline).toBe('2026-12-23')
    const said = (await test_.desk.claims.timeline({ claimId })).map(({ text }) => text.en)
    expect(said).toContainEqual('Medical examination: received or done on 2026-11-23')
    expect(said).toContainEqual(`Medical examination: not received after all. ${reason}`)
    expect(metOf(await meet('medical.exam', '2026-11-22'))).toMatchObject({ 'medical.exam': '2026-11-22' })
  })

  test('is refused on a day to come, twice, for a deadline that does not run, and before the decision', async () => {
    expect(await codeOf(meet('medical.exam', '2026-11-24'))).toBe('claims.future_date')
    expect(await codeOf(meet('biometrics'))).toBe('claims.deadline_unknown')
    await meet('medical.exam')
    expect(await codeOf(meet('medical.exam'))).toBe('claims.deadline_unknown')
    const reopen = (rule: string) => test_.desk.claims.reopenDeadline({ claimId, rule, reason: 'a mistake' })
    expect(await codeOf(reopen('boc.poe.practice'))).toBe('claims.deadline_unknown')
    const { row } = await test_.desk.claims.open({ channel: 'port_of_entry' })
    const early = test_.desk.claims.meetDeadline({ claimId: row.claimId, rule: 'medical.exam', on: '2026-11-23' })
    expect(await codeOf(early)).toBe('claims.deadline_unknown')
  })
})

test('what was met before a second decision stays met', async () => {
  const { desk } = test_
  const { claimId: id } = (await desk.claims.open({ channel: 'port_of_entry' })).row
  await desk.eligibility.decide({ claimId: id, outcome: 'undecided', reason: 'no interpreter' })
  await desk.claims.meetDeadline({ claimId: id, rule: 'medical.exam', on: '2026-11-23' })
  const decided = await refer(desk, id)
  expect(metOf(decided)).toMatchObject({ 'medical.exam': '2026-11-23', 'boc.poe.practice': undefined })
})

import { afterEach, beforeEach, expect, test } from 'vitest'
import { judgeSample, sampledDecisions } from '../../../src/main/casework/review/samples.ts'
import { withdrawClaim } from '../../../src/main/casework/review/withdraw.ts'
import { reopenClaim } from '../../../src/main/claims/reopen.ts'
import { claimView } from '../../../src/main/claims/view.ts'
import { changeSettings } from '../../../src/main/office/change-settings.ts'
import { type Result, unwrap } from '../../../src/shared/result.ts'
import { newClaim, type Office, openOffice, referClaim } from '../claims/support.ts'

let office: Office
beforeEach(() => {
  office = openOffice()
})
afterEach(() => office.store.remove())

const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.failure.code)
const reason = 'as seen in the record'
const supervisor = () => ({ ...office.officer, id: office.store.newId(), roles: ['supervisor' as const] })

test('decisions of the sample go to the list of supervisors, once each, and nobody judges their own', async () => {
  const { tools, officer, store } = office
  const { claimId } = newClaim(office, { familyName: 'Osman' })
  unwrap(referClaim(office, claimId))
  unwrap(changeSettings(tools, officer, { qualitySample: { percent: 0, seed: 'a' } }))
  expect(sampledDecisions(tools)).toEqual([])
  unwrap(changeSettings(tools, officer, { qualitySample: { percent: 100, seed: 'a' } }))
  const [sampled] = sampledDecisions(tools)
  expect(sampled).toMatchObject({ claimId, name: 'OSMAN', outcome: 'referred' })
  const wish = { claimId, decidedAt: sampled?.decidedAt ?? 0, verdict: 'sound' as const, note: reason }
  expect(code(judgeSample(tools, officer, wish))).toBe('review.own_decision')
  expect(code(judgeSample(tools, supervisor(), { ...wish, decidedAt: 1 }))).toBe('review.not_sampled')
  unwrap(judgeSample(tools, supervisor(), wish))
  expect(sampledDecisions(tools)).toMatchObject([{ reviewed: { verdict: 'sound', note: reason } }])
  const before = sampledDecisions(tools)
  await store.rebuild()
  expect(sampledDecisions(tools)).toEqual(before)
})

test('a claim withdrawn after its referral is reinstated by a supervisor as one to be decided; the decision stays as what it was', async () => {
  const { tools, officer, store } = office
  const { claimId } = newClaim(office, { familyName: 'Osman' })
  unwrap(referClaim(office, claimId))
  const on = new Date(store.clock.now()).toISOString().slice(0, 10)
  unwrap(withdrawClaim(tools, officer, { claimId, on, how: 'from_the_board', reason }))
  expect(unwrap(claimView(tools, claimId)).row.state).toBe('withdrawn')
  unwrap(reopenClaim(tools, supervisor(), { claimId, reason }))
  const view = unwrap(claimView(tools, claimId))
  expect(view.row.state).toBe('undecided')
  expect(view.withdrawn).toBeUndefined()
  expect(view.earlierDecisions).toMatchObject([{ outcome: 'referred', reopened: { reason } }])
  expect(view.deadlines.every(({ superseded }) => superseded)).toBe(true)
  await store.rebuild()
  expect(unwrap(claimView(tools, claimId))).toEqual(view)
})

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { leaveLane, triageClaim } from '../../../src/main/claims/lane.ts'
import { claimPage } from '../../../src/main/claims/rows.ts'
import { keepDraft } from '../../../src/main/claims/take-in.ts'
import { claimTimeline } from '../../../src/main/claims/timeline.ts'
import { claimView } from '../../../src/main/claims/view.ts'
import { fail, unwrap } from '../../../src/shared/result.ts'
import { newClaim, type Office, openOffice, referClaim, setClaim } from '../claims/support.ts'

let office: Office
let claimId: string
beforeEach(() => {
  office = openOffice()
  claimId = newClaim(office, { familyName: 'Osman' }).claimId
})
afterEach(() => office.store.remove())

const view = () => unwrap(claimView(office.tools, claimId))
const triage = (lowRisk: boolean, lowNeed: boolean) =>
  unwrap(triageClaim(office.tools, office.officer, claimId, { lowRisk, lowNeed, reason: 'family, no alerts' }))
/** What the lane leaves to the claimant’s own time. */
const portal = ['grounds', 'journey', 'papers', 'background']
const later = () => view().steps.filter((step) => step.later)
const barred = () => view().bars.map(({ step }) => step)

describe('the One Touch lane', () => {
  test('leaves the grounds to the portal, due 45 days after the triage, and says who chose it and why', () => {
    expect(view().lane).toEqual({ lane: 'full_intake', tasks: [] })
    expect(barred()).toContain('grounds')
    triage(true, true)
    expect(view().lane).toMatchObject({
      lane: 'one_touch',
      triage: { lowRisk: true, lowNeed: true, reason: 'family, no alerts', by: 'Gwen Fitzgerald' },
      tasks: portal.map((step) => ({ step, rule: 'poe.online.completion', source: 'PRACTICE' })),
    })
    expect(barred()).not.toContain('grounds')
    expect(claimPage(office.store, { limit: 5 }).rows[0]?.oneTouch).toBe(true)
    expect(unwrap(claimTimeline(office.tools, claimId))[0]?.text.en).toContain('One Touch lane (low risk, low need)')
  })

  test.each([
    [false, true],
    [true, false],
    [false, false],
  ])('is not for low risk %s, low need %s', (lowRisk, lowNeed) => {
    triage(lowRisk, lowNeed)
    expect(view().lane).toMatchObject({ lane: 'full_intake', triage: { lowRisk, lowNeed }, tasks: [] })
    expect(later()).toEqual([])
  })

  test('is left for full intake with nothing lost: answers, half-typed text, every step', () => {
    unwrap(setClaim(office, claimId, { grounds: ['religion'] }))
    triage(true, true)
    unwrap(setClaim(office, claimId, { spokenLanguage: 'ar' }))
    unwrap(keepDraft(office.tools, office.officer, claimId, 'fearSummary', 'they came at'))
    const before = view()
    unwrap(leaveLane(office.tools, office.officer, claimId, 'needs an interpreter'))
    const after = view()
    expect([after.claim, after.person, after.drafts]).toEqual([before.claim, before.person, before.drafts])
    expect(after.lane).toMatchObject({ lane: 'full_intake', tasks: [], triage: { reason: 'needs an interpreter' } })
    expect(later()).toEqual([])
    expect(leaveLane(office.tools, office.officer, claimId, 'again')).toEqual(fail('families.not_one_touch'))
  })

  test('goes on after the referral, with its tasks', () => {
    triage(true, true)
    unwrap(referClaim(office, claimId))
    expect(view().lane).toMatchObject({ lane: 'one_touch', tasks: portal.map((step) => ({ step })) })
    expect(
      triageClaim(office.tools, office.officer, claimId, { lowRisk: true, lowNeed: true, reason: 'late' }),
    ).toEqual(fail('claims.not_in_this_state', { state: 'referred' }))
  })

  test('is not lost by another triage: the last one counts', () => {
    triage(true, true)
    triage(false, true)
    expect(view().lane.lane).toBe('full_intake')
    triage(true, true)
    expect(view().lane.lane).toBe('one_touch')
  })
})

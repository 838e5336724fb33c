import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { decideClaim } from '../../../src/main/claims/decisions.ts'
import { leaveLane, triageClaim } from '../../../src/main/claims/lane.ts'
import { claimView } from '../../../src/main/claims/view.ts'
import { todayView } from '../../../src/main/office/today.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { newClaim, type Office, openOffice, referClaim, setClaim } from '../claims/support.ts'

/** What One Touch claims owe the portal, on the first screen of the shift. */

let office: Office
beforeEach(() => {
  office = openOffice()
})
afterEach(() => office.store.remove())

const day = 86_400_000
const portalDays = 45
function touched(familyName = 'Osman'): string {
  const { claimId } = newClaim(office, { familyName })
  const low = { lowRisk: true, lowNeed: true, reason: 'family, no alerts' }
  unwrap(triageClaim(office.tools, office.officer, claimId, low))
  return claimId
}
const due = () => todayView(office.tools, office.officer).due
const dueOf = (claimId: string) => due().filter((each) => each.claimId === claimId)
const later = (days: number) => office.store.clock.advance(days * day)

describe('what a One Touch claim leaves to the portal', () => {
  test('is due 45 days after the triage, once however many tasks there are', () => {
    const claimId = touched()
    const [task] = unwrap(claimView(office.tools, claimId)).lane.tasks
    expect(dueOf(claimId)).toMatchObject([{ claimId, name: 'OSMAN', due: task?.due, label: task?.label }])
  })

  test.each([
    ['on its last day', portalDays, 1],
    ['the day after, overdue', portalDays + 1, 1],
    ['a week late', portalDays + 7, 1],
    ['more than a week late no more', portalDays + 8, 0],
  ])('stands among what is due %s', (_, days, times) => {
    const claimId = touched()
    const [task] = unwrap(claimView(office.tools, claimId)).lane.tasks
    later(days)
    expect(dueOf(claimId).map((each) => each.due)).toEqual(times ? [task?.due] : [])
  })

  test('is due beside what the referral started', () => {
    const claimId = touched()
    unwrap(referClaim(office, claimId))
    expect(dueOf(claimId).map(({ label }) => label.en)).toHaveLength(2)
  })

  test('is due no more once the claim left the lane, or was found ineligible', () => {
    const left = touched()
    unwrap(leaveLane(office.tools, office.officer, left, 'needs an interpreter'))
    expect(dueOf(left)).toEqual([])
    const undecided = touched('Tran')
    unwrap(decideClaim(office.tools, office.officer, undecided, { outcome: 'undecided' }))
    expect(dueOf(undecided).map(({ due }) => due).length).toBe(2)
  })

  test('comes after what is due before it, and twenty are shown', () => {
    const first = touched()
    later(1)
    for (let i = 0; i < 21; i++) touched(`Later ${i}`)
    expect(due()).toHaveLength(20)
    expect(due()[0]?.claimId).toBe(first)
    unwrap(setClaim(office, first, { spokenLanguage: 'ar' }))
    expect(due()[0]?.claimId).toBe(first)
  })
})

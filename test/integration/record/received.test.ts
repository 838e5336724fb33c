import { expect, test } from 'vitest'
import { reviewView } from '../../../src/main/claims/record/review.ts'
import { claimTimeline } from '../../../src/main/claims/timeline.ts'
import { settleReviews } from '../../../src/main/schedule/reviews.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { caseworkOffice, portalClaim } from '../casework/support.ts'
import { type Office, setClaim } from '../claims/support.ts'

/** Claims that a central filed before it said that they were received: the desk says it at its next settling. */

const day = 86_400_000
const noonOf = ({ store: { clock } }: Office, date: string) => clock.advance(Date.parse(`${date}T17:00Z`) - clock.now())

test('a claim of the portal that nobody received counts from the day on which it was sent, said once', () => {
  const office = caseworkOffice()
  const { store, tools } = office
  const claimId = portalClaim(office, 5, 0)
  const sent = '2026-11-20'
  noonOf(office, '2026-11-21')
  expect(reviewView(store, claimId)).toEqual({})
  unwrap(settleReviews(tools))
  // What is essential is missing: it came in, and its review stands still by itself.
  expect(reviewView(store, claimId)).toMatchObject({ receivedOn: sent, receivedBy: 'portal', paused: {} })
  store.clock.advance(day)
  unwrap(settleReviews(tools))
  const said = unwrap(claimTimeline(tools, claimId)).filter(({ type }) => type === 'claim.received')
  expect(said).toHaveLength(1)
})

test('one that was sent today waits for the central’s own word, and is looked at again once something changes', () => {
  const office = caseworkOffice()
  const { store, tools } = office
  noonOf(office, '2026-11-20')
  unwrap(settleReviews(tools))
  const claimId = portalClaim(office, 5, 0)
  unwrap(settleReviews(tools))
  expect(reviewView(store, claimId)).toEqual({})
  noonOf(office, '2026-11-22')
  unwrap(setClaim(office, claimId, { phone: '514 555 0100' }))
  unwrap(settleReviews(tools))
  expect(reviewView(store, claimId)).toMatchObject({ receivedOn: '2026-11-20' })
})

import type { ReviewView } from '../../../shared/contract/views.ts'
import { claimAllows } from '../../../shared/domain/states.ts'
import { essentialsOf } from '../../../shared/rules/completeness/essentials.ts'
import type { OwnRecord } from '../../../shared/rules/finding.ts'
import { type ReviewPause, reviewClock } from '../../../shared/rules/review-clock.ts'
import { deadlineSettingsOf, incompleteDelayOf } from '../../office/settings.ts'
import { query } from '../../store/query.ts'
import type { Reader, Tx } from '../../store/types.ts'
import { fieldsOf, valuesOf } from '../fields.ts'
import { present } from '../rows.ts'
import { type ClaimFile, findClaim } from '../tools.ts'
import { lastArrival } from './arrival.ts'
import { ownRecord } from './input.ts'

/** The clock of the review: it stands still while something essential is missing, by itself, and says so to the person. */

/**
 * Notes in the caller's transaction that the review stands still, or goes on. Nothing for a claim that did not come in
 * yet, or is decided. Called after every change of a claim and by the desk's own job: the state follows from the facts.
 */
export function settleReview(tx: Tx, claimId: string, today: string): void {
  const review = reviewRow(tx, claimId)
  if (!review?.received_on) return
  const claim = findClaim(tx, claimId)
  if (!claim.ok || !claimAllows(claim.value.state, 'decide')) return
  const input = inputOf(tx, claim.value, today)
  const missing = missingOf(input)
  const pauses = JSON.parse(review.pauses) as ReviewPause[]
  const open = pauses.find(({ to }) => to === undefined)
  const subject = { kind: 'claim', id: claimId } as const
  if (missing.length === 0) {
    // It goes on with the day on which what was missing came, whenever a desk wakes and sees it; never before it stopped.
    const came = open && (lastArrival(tx, claim.value, input) ?? today)
    const on = came && [open.from, came < today ? came : today].toSorted().at(-1)
    if (on) tx.append({ subject, type: 'claim.review_resumed', body: { on } })
    return
  }
  if (open && review.missing === JSON.stringify(missing)) return
  const weeks = incompleteDelayOf(tx)
  tx.append({ subject, type: 'claim.review_paused', body: { on: open?.from ?? today, missing, weeks } })
}

/**
 * Notes in the caller's transaction that a claim of the portal was received on the day on which it was sent, where nobody
 * said so: centrals of before did not, and its review stood still. Not on that day itself: the central's own word may
 * still be on its way.
 */
export function receiveOfPortal(tx: Tx, claimId: string, today: string): void {
  if (reviewRow(tx, claimId)?.received_on) return
  const sent = tx.first(query.selectFrom('portal_claim').select('sent_on').where('claim', '=', claimId))
  if (!sent || sent.sent_on >= today) return
  const claim = findClaim(tx, claimId)
  if (!claim.ok || !claimAllows(claim.value.state, 'decide')) return
  const body = { on: sent.sent_on, by: 'portal' } as const
  tx.append({ subject: { kind: 'claim', id: claimId }, type: 'claim.received', body })
}

function inputOf(reader: Reader, claim: ClaimFile, today: string): OwnRecord {
  const person = valuesOf(fieldsOf(reader, { kind: 'person', id: claim.personId }))
  const registers = valuesOf(fieldsOf(reader, { kind: 'claim', id: claim.id }))
  return ownRecord(reader, claim, { person, claim: registers }, today)
}

const missingOf = (input: OwnRecord) =>
  essentialsOf(input)
    .filter(({ met }) => met === undefined)
    .map(({ essential: { item, name } }) => ({ item, name: { en: name.en, fr: name.fr } }))

const reviewRow = (reader: Reader, claimId: string) =>
  reader.first(query.selectFrom('claim_review').selectAll().where('claim', '=', claimId))

/** Where the review stands, for the screens. */
export function reviewView(reader: Reader, claimId: string): ReviewView {
  const row = reviewRow(reader, claimId)
  if (!row?.received_on) return {}
  const pauses = JSON.parse(row.pauses) as ReviewPause[]
  const open = pauses.find(({ to }) => to === undefined)
  const paused = open &&
    row.missing && {
      on: open.from,
      missing: JSON.parse(row.missing) as NonNullable<ReviewView['paused']>['missing'],
      weeks: JSON.parse(row.weeks ?? '{"from":4,"to":6}') as { from: number; to: number },
    }
  return {
    ...present({ receivedOn: row.received_on, receivedBy: row.received_by }),
    ...reviewClock(row.received_on, pauses, deadlineSettingsOf(reader)),
    ...(paused ? { paused } : {}),
  }
}

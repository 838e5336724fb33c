import type { Acts } from '../../shared/domain/acts.ts'
import type { EventBody } from '../../shared/domain/catalogue.ts'
import { orderDeadlines, pausesOf } from '../../shared/domain/departure-order.ts'
import {
  consequences,
  type Deadline,
  type DeadlinePurpose,
  type DeadlineSettings,
  deadline,
  deadlineFor,
  type Evaluation,
  type Pause,
} from '../../shared/rules/index.ts'
import { type ReviewPause, reviewClock } from '../../shared/rules/review-clock.ts'
import { deadlineSettingsOf } from '../office/settings.ts'
import { query } from '../store/query.ts'
import { fieldsOf, valuesOf } from './fields.ts'
import { heldDeadline } from './received.ts'
import type { ClaimFile, Tools } from './tools.ts'

type Outcome = EventBody<'claim.decided'>['outcome']
type DeadlineBody = EventBody<'claim.decided'>['deadlines'][number]

/** The limits that start with a decision, each with its source. Dates are days of the office. */
export function deadlinesAfter(
  tools: Tools,
  claim: ClaimFile,
  outcome: Outcome,
  evaluation: Evaluation,
): DeadlineBody[] {
  const { decisionDate } = evaluation
  const received = evaluation.claimDate ?? claim.claimDate
  const settings = deadlineSettingsOf(tools.store)
  const limit = (purpose: DeadlinePurpose, trigger: string) => {
    const found = deadlineFor(purpose, trigger, settings)
    return found ? [deadlineBodyOf(found)] : []
  }
  // Of a person who was told another day, later than the claim, that day is what counts.
  const told = heldDeadline(tools.store, claim.id, 'medical.exam')
  const counted = limit('medical.exam', told?.trigger && told.trigger > received ? told.trigger : received)
  // Nobody can keep a limit that is over when they first hear of it: then it counts from the day on which they do.
  const over = !told && counted.some(({ due }) => due <= decisionDate)
  const medical = over ? limit('medical.exam', decisionDate) : counted
  if (outcome === 'ineligible') {
    const { detention } = valuesOf(fieldsOf(tools.store, { kind: 'claim', id: claim.id })) as Acts
    return departureOf(evaluation, pausesOf(detention))
  }
  if (outcome !== 'referred')
    return [...medical, ...(reviewOf(tools, claim.id, settings) ?? limit('officer.review', received))]
  const channel = tools.store.first(query.selectFrom('claim').select('channel').where('id', '=', claim.id))?.channel
  // Inland the form comes with the claim: the day of the decision is its last, and nobody can be late tomorrow.
  const boc =
    channel === 'inland'
      ? limit('boc.inland', decisionDate).map((due) => ({ ...due, effect: true }))
      : limit('boc.poe', decisionDate)
  return [...boc, ...medical]
}

/** The review as its clock stands, none while it stands still; undefined of a claim of which nobody said that it came in. */
function reviewOf({ store }: Tools, claim: string, settings: DeadlineSettings): DeadlineBody[] | undefined {
  const columns = query.selectFrom('claim_review').select(['received_on', 'pauses'])
  const review = store.first(columns.where('claim', '=', claim))
  if (!review?.received_on) return undefined
  const { due } = reviewClock(review.received_on, JSON.parse(review.pauses) as ReviewPause[], settings)
  return due ? [{ ...deadlineBodyOf(deadline('officer.review', review.received_on, settings)), due }] : []
}

function departureOf(evaluation: Evaluation, pauses: readonly Pause[]): DeadlineBody[] {
  const { order } = consequences(evaluation, evaluation.decisionDate).removalOrder
  if (!order) return []
  return orderDeadlines(order, pauses)
}

/** A limit as events keep it. */
export const deadlineBodyOf = ({ rule, due, triggerDate, title, citation, source }: Deadline): DeadlineBody => ({
  rule,
  due,
  trigger: triggerDate,
  label: title,
  citation,
  source,
})

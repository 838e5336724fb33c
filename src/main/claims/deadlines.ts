import type { EventBody } from '../../shared/domain/catalogue.ts'
import {
  consequences,
  type Deadline,
  type DeadlinePurpose,
  deadlineFor,
  departure,
  type Evaluation,
} from '../../shared/rules/index.ts'
import { settingsOf } from '../office/settings.ts'
import { query } from '../store/query.ts'
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
  const settings = { preferred: { 'boc.poe': settingsOf(tools.store).bocRule } }
  const limit = (purpose: DeadlinePurpose, trigger: string) => {
    const found = deadlineFor(purpose, trigger, settings)
    return found ? [body(found)] : []
  }
  const medical = limit('medical.exam', received)
  if (outcome === 'ineligible') return departureOf(evaluation)
  if (outcome !== 'referred') return [...medical, ...limit('officer.review', received)]
  const channel = tools.store.first(query.selectFrom('claim').select('channel').where('id', '=', claim.id))?.channel
  // Inland the form comes with the claim: the day of the decision is its last, and nobody can be late tomorrow.
  const boc =
    channel === 'inland'
      ? limit('boc.inland', decisionDate).map((due) => ({ ...due, effect: true }))
      : limit('boc.poe', decisionDate)
  return [...boc, ...medical]
}

function departureOf(evaluation: Evaluation): DeadlineBody[] {
  const { order } = consequences(evaluation, evaluation.decisionDate).removalOrder
  if (!order) return []
  const { leaveBy, citation } = departure(order.inForce)
  const start = {
    rule: order.rule,
    due: order.inForce,
    trigger: order.notice,
    label: { en: 'Departure order comes into force', fr: 'La mesure d’interdiction de séjour prend effet' },
    citation: order.citation,
    source: 'LAW',
    effect: true,
  }
  if (!leaveBy) return [start]
  const label = { en: 'Last day to leave and confirm departure', fr: 'Dernier jour pour partir et confirmer le départ' }
  return [start, { rule: 'departure.comply', due: leaveBy, trigger: order.inForce, label, citation, source: 'LAW' }]
}

const body = ({ rule, due, triggerDate, title, citation, source }: Deadline): DeadlineBody => ({
  rule,
  due,
  trigger: triggerDate,
  label: title,
  citation,
  source,
})

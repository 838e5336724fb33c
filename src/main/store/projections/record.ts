import type { EventBody } from '../../../shared/domain/catalogue.ts'
import { type HeldDeadline, nextDue } from '../../../shared/domain/deadlines.ts'
import type { LoggedEvent } from '../../../shared/domain/event.ts'
import { inBacklog } from '../../../shared/domain/states.ts'
import { deadlineTable } from '../../../shared/rules/deadlines/table.ts'
import type { DeadlineChange, DeadlineSettings } from '../../../shared/rules/deadlines.ts'
import { type ReviewPause, reviewClock } from '../../../shared/rules/review-clock.ts'
import { query } from '../query.ts'
import type { ProjectionTx } from '../types.ts'
import { settleItem } from './portal.ts'
import { projection, touchClaim } from './projection.ts'

/** Evidence on claims, and how long their review took without the days in which something essential was missing. */
export const recordProjection = projection({
  name: 'record',
  version: 2, // 2: the review of a claim that was left undecided goes on as it went
  tables: ['evidence', 'claim_review'],
  erase(subject, tx) {
    if (subject.kind !== 'claim') return
    tx.run(query.deleteFrom('evidence').where('claim', '=', subject.id))
    tx.run(query.deleteFrom('claim_review').where('claim', '=', subject.id))
  },
  on: {
    'claim.evidence_added': (event, body, tx) => {
      touchClaim(tx, event.subject.id, event)
      tx.run(
        query
          .insertInto('evidence')
          .values(evidenceRow(event, body))
          .onConflict((on) => on.doNothing()),
      )
      if (body.source === 'portal') settleItem(tx, event.subject.id, body.evidence, { state: 'taken' })
    },
    'claim.received': (event, { on, by }, tx) => {
      const row = { received_on: on, received_by: by }
      tx.run(
        query
          .insertInto('claim_review')
          .values({ claim: event.subject.id, missing: null, weeks: null, ...row })
          .onConflict((conflict) => conflict.column('claim').doUpdateSet(row)),
      )
      setDue(event, tx)
    },
    'claim.review_paused': (event, { on, missing, weeks }, tx) => {
      const pauses = pausesOf(tx, event.subject.id)
      // Two desks may notice the same: the first day counts.
      const open = pauses.some(({ to }) => to === undefined)
      const said = { missing: JSON.stringify(missing), weeks: JSON.stringify(weeks) }
      const set = { ...said, ...(open ? {} : { pauses: JSON.stringify([...pauses, { from: on }]) }) }
      tx.run(query.updateTable('claim_review').set(set).where('claim', '=', event.subject.id))
      setDue(event, tx)
    },
    'claim.review_resumed': (event, { on }, tx) => {
      const closed = pausesOf(tx, event.subject.id).map((pause) =>
        pause.to === undefined ? { ...pause, to: on } : pause,
      )
      const set = { pauses: JSON.stringify(closed), missing: null, weeks: null }
      tx.run(query.updateTable('claim_review').set(set).where('claim', '=', event.subject.id))
      setDue(event, tx)
    },
    // Left open, the review goes on as it went; the decision knows nothing of its pauses.
    'claim.ineligibility_proposed': (event, _body, tx) => setDue(event, tx),
    'claim.decided': (event, { outcome }, tx) => {
      if (inBacklog(outcome)) setDue(event, tx)
    },
    'claim.moved_in': (event, _body, tx) => setDue(event, tx),
  },
})

const evidenceRow = (event: LoggedEvent, body: EventBody<'claim.evidence_added'>) => ({
  id: body.evidence,
  n: event.position,
  claim: event.subject.id,
  file: body.file,
  thumbnail: body.thumbnail ?? null,
  mime: body.mime,
  bytes: body.bytes,
  pages: body.pages,
  name: body.name ?? null,
  source: body.source,
  replaces: body.replaces ?? null,
  officer: event.actor,
  at_ms: event.at,
})

const reviewOf = (tx: ProjectionTx, claim: string) =>
  tx.first(query.selectFrom('claim_review').selectAll().where('claim', '=', claim))

const pausesOf = (tx: ProjectionTx, claim: string): ReviewPause[] =>
  JSON.parse(reviewOf(tx, claim)?.pauses ?? '[]') as ReviewPause[]

/** The review among the limits of a claim that is still open; a decision that ends it sets its own limits in the place of all. */
function setDue(event: LoggedEvent, tx: ProjectionTx): void {
  const { id } = event.subject
  touchClaim(tx, id, event)
  const review = reviewOf(tx, id)
  const claim = tx.first(query.selectFrom('claim').select(['deadlines', 'state']).where('id', '=', id))
  if (!claim || !inBacklog(claim.state) || !review?.received_on) return
  const { due } = reviewClock(review.received_on, JSON.parse(review.pauses) as ReviewPause[], changesIn(tx))
  const others = (JSON.parse(claim.deadlines) as HeldDeadline[]).filter(
    ({ rule, superseded }) => rule !== 'officer.review' || superseded,
  )
  const { title, citation, source } = deadlineTable['officer.review']
  const limit = due
    ? [{ rule: 'officer.review', due, trigger: review.received_on, citation, label: title, source }]
    : []
  const deadlines = [...others, ...limit]
  const set = { deadlines: JSON.stringify(deadlines), next_deadline: nextDue(deadlines) ?? null }
  tx.run(query.updateTable('claim').set(set).where('id', '=', id))
}

/** Periods that the office counts otherwise: dated, so that a rebuild counts as it was counted then. */
function changesIn(tx: ProjectionTx): DeadlineSettings {
  const row = tx.first(query.selectFrom('setting').select('value').where('name', '=', 'deadlineChanges'))
  return row ? { changes: JSON.parse(row.value) as DeadlineChange[] } : {}
}

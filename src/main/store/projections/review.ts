import type { LoggedEvent } from '../../../shared/domain/event.ts'
import { query } from '../query.ts'
import type { CaseworkTables } from '../tables/casework.ts'
import type { ProjectionTx } from '../types.ts'
import { projection, touchClaim } from './projection.ts'

/** The review of claims: what it opened, withdrawals, partners, notes of interviews, the quality sample. */
export const reviewProjection = projection({
  name: 'review',
  tables: ['claim_casework', 'partner_request', 'interview_note', 'quality_review'],
  erase({ kind, id }, tx) {
    // What was given to whom is part of the record of the person, and goes with it.
    if (kind === 'person') tx.run(query.deleteFrom('partner_request').where('person', '=', id))
    if (kind !== 'claim') return
    for (const table of ['claim_casework', 'partner_request', 'interview_note', 'quality_review'] as const)
      tx.run(query.deleteFrom(table).where('claim', '=', id))
  },
  on: {
    'preliminary_review.passed': (event, { on, opens }, tx) =>
      set(event, tx, { passed: JSON.stringify({ on, opens }) }),
    'preliminary_review.taken_back': (event, _body, tx) => set(event, tx, { passed: null }),
    'claim.withdrawn': (event, { on, how, reason }, tx) =>
      set(event, tx, { withdrawn: JSON.stringify({ on, how, reason, by: event.actor }) }),
    'claim.reinstated': (event, _body, tx) => set(event, tx, { withdrawn: null }),
    'claim.partner_asked': (event, body, tx) => {
      touchClaim(tx, event.subject.id, event)
      const { request, person, partner, purpose, authority, consent, rules, due } = body
      const row = { request, person, partner, purpose, authority, consent, rules, due }
      const asked = { fields: JSON.stringify(body.fields), asked_on: body.on, asked_by: event.actor }
      tx.run(
        query
          .insertInto('partner_request')
          .values({ n: event.position, claim: event.subject.id, ...row, ...asked, ...noAnswer })
          .onConflict((conflict) => conflict.column('request').doNothing()),
      )
    },
    // Of two answers the first counts; yet a finding is never lost because another desk noted before that there was none.
    'claim.partner_answered': (event, { request, result, note, on }, tx) => {
      touchClaim(tx, event.subject.id, event)
      tx.run(
        query
          .updateTable('partner_request')
          .set({ result, note: note ?? null, answered_on: on, answered_by: event.actor })
          .where('request', '=', request)
          .where((is) => is.or([is('result', 'is', null), ...(result === 'hit' ? [is('result', '!=', 'hit')] : [])])),
      )
    },
    'claim.interview_noted': (event, { notes, template, state, answers, reason, on }, tx) => {
      touchClaim(tx, event.subject.id, event)
      const said = { state, answers: JSON.stringify(answers), on_day: on, reason: reason ?? null, officer: event.actor }
      tx.run(
        query
          .insertInto('interview_note')
          .values({ n: event.position, notes, claim: event.subject.id, template, began_on: on, ...said })
          // Closed ones never change: not by what another desk kept before it heard of that either.
          .onConflict((conflict) =>
            conflict.column('notes').doUpdateSet(said).where('interview_note.state', '!=', 'closed'),
          ),
      )
    },
    'claim.quality_reviewed': (event, { decidedAt, verdict, note, on }, tx) => {
      tx.run(
        query
          .insertInto('quality_review')
          .values({ claim: event.subject.id, decided_ms: decidedAt, verdict, note, on_day: on, officer: event.actor })
          .onConflict((conflict) => conflict.doNothing()),
      )
    },
  },
})

const noAnswer = { result: null, note: null, answered_on: null, answered_by: null }

function set(
  event: LoggedEvent,
  tx: ProjectionTx,
  changes: Partial<Omit<CaseworkTables['claim_casework'], 'claim'>>,
): void {
  touchClaim(tx, event.subject.id, event)
  tx.run(
    query
      .insertInto('claim_casework')
      .values({ claim: event.subject.id, passed: null, withdrawn: null, ...changes })
      .onConflict((conflict) => conflict.column('claim').doUpdateSet(changes)),
  )
}

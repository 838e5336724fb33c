import type { OfficerView } from '../../shared/contract/views.ts'
import type { InterviewOutcome } from '../../shared/domain/confirmation/vocabulary.ts'
import { ok, type Result } from '../../shared/result.ts'
import { noteAttendance } from '../appointments/attend.ts'
import { acceptProposal } from '../appointments/book.ts'
import { proposalsFor } from '../appointments/propose.ts'
import { today } from '../claims/tools.ts'
import { confirmationRound } from '../confirmations/rounds.ts'
import { findConfirmation } from '../confirmations/rows.ts'
import { workOn } from '../confirmations/work.ts'
import type { PaperTools } from '../documents/rendering.ts'
import { query } from '../store/query.ts'

/** Interviews of the demo's second service, and the end of its days. */

const kind = 'confirmation_interview'

/** Calls them to the earliest time that suits; somebody who was called once is not called again. */
export function book(tools: PaperTools, officer: OfficerView, id: string): Result<unknown> {
  const called = query.selectFrom('appointment').select('id').where('about_id', '=', id).where('kind', '=', kind)
  if (tools.store.first(called)) return ok(null)
  const whom = { about: { kind: 'confirmation', id }, kind } as const
  const [slots] = proposalsFor(tools, { ...whom, mode: 'in_person' }, 1).groups
  return slots ? acceptProposal(tools, officer, { ...whom, slots }) : ok(null)
}

/** Records the day's interviews, or that the person came; then the desk reminds whoever is to be reminded. */
export function endDay(
  tools: PaperTools,
  officer: OfficerView,
  outcomes: Readonly<Record<string, InterviewOutcome>>,
): Result<unknown> {
  const held = tools.store.all(
    query
      .selectFrom('appointment')
      .select(['id', 'about_id'])
      .where('kind', '=', kind)
      .where('state', '=', 'booked')
      .where('date', '<=', today(tools)),
  )
  for (const { id, about_id } of held) {
    const person = findConfirmation(tools.store, about_id)
    const outcome = person.ok ? outcomes[person.value.facts.identity.clientId] : undefined
    const done = outcome
      ? workOn(tools, officer, about_id, { act: 'record_interview', outcome, note: notes[outcome] })
      : noteAttendance(tools, officer, { id, attendance: 'attended' })
    if (!done.ok) return done
  }
  return confirmationRound(tools, tools.store.identity()?.device ?? '')
}

const notes: Readonly<Record<InterviewOutcome, string>> = {
  resumed: 'The answers agree with the file; originals seen.',
  not_satisfied: 'The answers contradict the application on three points.',
  no_show: 'Waited for half an hour; nobody came and nobody called.',
}

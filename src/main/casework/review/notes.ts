import { currentTemplate, interviewTemplate } from '../../../shared/domain/interview-template.ts'
import type { Uuid } from '../../../shared/ports.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { inClaim } from '../../claims/take-in.ts'
import { type ClaimFile, type Officer, type Tools, today } from '../../claims/tools.ts'
import { query } from '../../store/query.ts'

export interface Noted {
  readonly claimId: Uuid
  /** Notes that were begun; left out: new ones. */
  readonly notes?: Uuid | undefined
  readonly state: 'open' | 'suspended' | 'closed'
  readonly answers: readonly { readonly question: string; readonly text: string }[]
  readonly reason?: string | undefined
}

/**
 * Keeps the notes of an interview, whole. Suspended notes say why and are resumed; closed ones never change.
 * Errors: review.notes_unknown, review.notes_closed, review.notes_open (others are under way), review.reason_needed,
 * desk.bad_input (a question that the template does not have).
 */
export function noteInterview(tools: Tools, officer: Officer, given: Noted): Result<ClaimFile> {
  const { claimId, state, answers, reason } = given
  if (state === 'suspended' && !reason) return fail('review.reason_needed')
  return inClaim(tools, officer, claimId, 'check', (tx) => {
    const rows = tx.all(
      query.selectFrom('interview_note').select(['notes', 'state', 'template']).where('claim', '=', claimId),
    )
    const row = rows.find(({ notes }) => notes === given.notes)
    if (given.notes && !row) return fail('review.notes_unknown')
    if (row?.state === 'closed') return fail('review.notes_closed')
    if (!row && rows.some((each) => each.state !== 'closed')) return fail('review.notes_open')
    const template = row ? interviewTemplate(row.template) : currentTemplate
    const unknown = answers.find(({ question }) => !template?.questions.some(({ id }) => id === question))
    if (unknown) return fail('desk.bad_input', { field: unknown.question })
    const body = {
      notes: row?.notes ?? tx.newId(),
      template: template?.id ?? currentTemplate.id,
      state,
      answers: answers.filter(({ text }) => text.trim() !== ''),
      on: today(tools),
      ...(reason ? { reason } : {}),
    }
    tx.append({ subject: { kind: 'claim', id: claimId }, type: 'claim.interview_noted', body })
    return ok(null)
  })
}

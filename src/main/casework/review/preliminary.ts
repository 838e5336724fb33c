import type { ClaimView } from '../../../shared/contract/views.ts'
import { claimAllows } from '../../../shared/domain/states.ts'
import { benefits } from '../../../shared/domain/vocabulary.ts'
import type { Uuid } from '../../../shared/ports.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { reviewView } from '../../claims/record/review.ts'
import { inClaim } from '../../claims/take-in.ts'
import { type ClaimFile, type Officer, type Tools, today } from '../../claims/tools.ts'
import { claimView } from '../../claims/view.ts'
import { query } from '../../store/query.ts'
import type { Reader } from '../../store/types.ts'

/** The preliminary review: passed once, it opens work permit, study permit and health coverage by one event. */

const isPassed = (reader: Reader, claim: Uuid): boolean =>
  Boolean(reader.first(query.selectFrom('claim_casework').select('passed').where('claim', '=', claim))?.passed)

/**
 * Can it be passed? The claim came in and nothing essential is missing, the person is identified with photo and
 * biometrics, and the checks of the office were made. Errors: review.passed, review.incomplete, claims.not_in_this_state.
 */
export function mayPass(reader: Reader, claimId: Uuid, view: ClaimView): Result<null> {
  if (!claimAllows(view.row.state, 'decide')) return fail('claims.not_in_this_state', { state: view.row.state })
  if (isPassed(reader, claimId)) return fail('review.passed')
  const review = reviewView(reader, claimId)
  const lacks = view.steps.filter(
    ({ step, state }) => ['identity', 'photo', 'checks'].includes(step) && state !== 'complete',
  )
  const open = lacks.length + (review.receivedOn ? 0 : 1) + (review.paused?.missing.length ?? 0)
  return open > 0 ? fail('review.incomplete', { open }) : ok(null)
}

export function passPreliminary(tools: Tools, officer: Officer, claimId: Uuid): Result<ClaimFile> {
  const view = claimView(tools, claimId)
  if (!view.ok) return view
  return inClaim(tools, officer, claimId, 'decide', (tx) => {
    const may = mayPass(tx, claimId, view.value)
    if (!may.ok) return may
    const body = { on: today(tools), opens: [...benefits] }
    tx.append({ subject: { kind: 'claim', id: claimId }, type: 'preliminary_review.passed', body })
    return ok(null)
  })
}

/** It was a mistake: what it opened is open no more. Errors: review.not_passed. */
export function takeBackPreliminary(tools: Tools, officer: Officer, claimId: Uuid, reason: string): Result<ClaimFile> {
  return inClaim(tools, officer, claimId, 'decide', (tx) => {
    if (!isPassed(tx, claimId)) return fail('review.not_passed')
    const body = { on: today(tools), reason }
    tx.append({ subject: { kind: 'claim', id: claimId }, type: 'preliminary_review.taken_back', body })
    return ok(null)
  })
}

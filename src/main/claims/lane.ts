import { laneFor } from '../../shared/domain/lane.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { query } from '../store/query.ts'
import { append } from './family/link.ts'
import { inClaim } from './take-in.ts'
import { type ClaimFile, type Officer, type Tools, today } from './tools.ts'

/** Commands on the lane in which a claim is taken in. Changing it changes no answer: only what is asked at the counter. */

export interface Triage {
  readonly lowRisk: boolean
  readonly lowNeed: boolean
  readonly reason: string
}

/** Records the triage: low risk and low need make a One Touch claim, everything else is taken in whole. */
export function triageClaim(tools: Tools, officer: Officer, claimId: Uuid, triage: Triage): Result<ClaimFile> {
  return inClaim(tools, officer, claimId, 'edit', (tx, { id }) => {
    append(tx, id, 'claim.triaged', { 'intake.lane': laneFor(triage) }, { ...triage, date: today(tools) })
    return ok(null)
  })
}

/** Leaves the One Touch lane: every step is asked from now on, and nothing is left to the portal. */
export function leaveLane(tools: Tools, officer: Officer, claimId: Uuid, reason: string): Result<ClaimFile> {
  return inClaim(tools, officer, claimId, 'complete', (tx, { id }) => {
    const lane = tx.first(query.selectFrom('claim_lane').select('lane').where('claim', '=', id))
    if (lane?.lane !== 'one_touch') return fail('families.not_one_touch')
    append(tx, id, 'claim.lane_left', { 'intake.lane': 'full_intake' }, { reason })
    return ok(null)
  })
}

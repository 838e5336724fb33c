import type { EventBody } from '../../shared/domain/catalogue.ts'
import { type HeldDeadline, isOpen } from '../../shared/domain/deadlines.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { query } from '../store/query.ts'
import type { Reader } from '../store/types.ts'
import { inClaim } from './take-in.ts'
import { type Officer, type Tools, today } from './tools.ts'

/** What a limit waits for came in: the Basis of Claim Form, the medical examination. */

/**
 * Notes on which day it was received or done; the limit counts no more.
 * Errors: claims.future_date, claims.deadline_unknown (no such limit, or already met), desk.not_found.
 */
export function meetDeadline(
  tools: Tools,
  officer: Officer,
  claimId: Uuid,
  { rule, on }: EventBody<'claim.deadline_met'>,
): Result<unknown> {
  if (on > today(tools)) return fail('claims.future_date', { field: 'on' })
  return inClaim(tools, officer, claimId, 'meet_deadline', (tx) => {
    const deadline = heldDeadline(tx, claimId, rule)
    if (!deadline || !isOpen(deadline)) return fail('claims.deadline_unknown')
    tx.append({ subject: { kind: 'claim', id: claimId }, type: 'claim.deadline_met', body: { rule, on } })
    return ok(null)
  })
}

/** Takes a mistaken note back, with the reason: the limit counts again. Errors: claims.deadline_unknown, desk.not_found. */
export function reopenDeadline(
  tools: Tools,
  officer: Officer,
  claimId: Uuid,
  { rule, reason }: EventBody<'claim.deadline_reopened'>,
): Result<unknown> {
  return inClaim(tools, officer, claimId, 'meet_deadline', (tx) => {
    if (!heldDeadline(tx, claimId, rule)?.met) return fail('claims.deadline_unknown')
    tx.append({ subject: { kind: 'claim', id: claimId }, type: 'claim.deadline_reopened', body: { rule, reason } })
    return ok(null)
  })
}

/** The limit of a rule that counts for a claim, met or not. */
export function heldDeadline(reader: Reader, claimId: Uuid, rule: string): HeldDeadline | undefined {
  const row = reader.first(query.selectFrom('claim').select('deadlines').where('id', '=', claimId))
  const deadlines = row ? (JSON.parse(row.deadlines) as HeldDeadline[]) : []
  return deadlines.find((deadline) => deadline.rule === rule && !deadline.superseded)
}

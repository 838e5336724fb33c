import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { append } from '../claims/family/link.ts'
import { findClaim, type Officer, officerNames, type Tools } from '../claims/tools.ts'
import { query } from '../store/query.ts'
import type { Reader } from '../store/types.ts'

/** Who is at work on a claim: said, so that two do not do the same; nobody is ever stopped by it. */

const workingRow = (reader: Reader, claimId: Uuid) =>
  reader.first(query.selectFrom('claim_working').selectAll().where('claim', '=', claimId))

/**
 * The officer is at work on the claim from now on. In the place of somebody else only with a reason, which stays in the
 * record. Errors: casework.reason_needed, desk.not_found.
 */
export function startWork(
  { store }: Tools,
  officer: Officer,
  { claimId, reason }: { readonly claimId: Uuid; readonly reason?: string | undefined },
): Result<null> {
  return store.transact({ actor: officer.id }, (tx) => {
    const claim = findClaim(tx, claimId)
    if (!claim.ok) return claim
    const before = workingRow(tx, claimId)?.officer
    if (before === officer.id) return ok(null)
    if (before && !reason) return fail('casework.reason_needed')
    const rest = { ...(before ? { from: before } : {}), ...(reason ? { reason } : {}) }
    append(tx, claimId, 'claim.working_set', { 'case.working': officer.id }, rest)
    return ok(null)
  })
}

/** The officer is no longer at work on it; what somebody else said stays. Errors: desk.not_found. */
export function stopWork({ store }: Tools, officer: Officer, claimId: Uuid): Result<null> {
  return store.transact({ actor: officer.id }, (tx) => {
    const claim = findClaim(tx, claimId)
    if (!claim.ok) return claim
    if (workingRow(tx, claimId)?.officer === officer.id)
      append(tx, claimId, 'claim.working_set', { 'case.working': null })
    return ok(null)
  })
}

/** Who is at work on it, and since when. */
export function workingOn(reader: Reader, claimId: Uuid): { id: Uuid; name: string; since: string } | undefined {
  const row = workingRow(reader, claimId)
  return (
    row && { id: row.officer, name: officerNames(reader)(row.officer), since: new Date(row.since_ms).toISOString() }
  )
}

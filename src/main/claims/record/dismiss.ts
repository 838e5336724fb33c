import type { Uuid } from '../../../shared/ports.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { fieldsOf, valuesOf } from '../fields.ts'
import { basesFor, inClaim } from '../take-in.ts'
import { type ClaimFile, type Officer, type Tools, today } from '../tools.ts'
import { recordInput } from './input.ts'
import { dismissedRegister, judgedFindings } from './judged.ts'

/**
 * Says why nothing needs to be done about a finding; without a reason it counts again. The digest of the facts goes with
 * it. Errors: record.finding_gone (it is no longer found), claims.not_in_this_state, desk.not_found.
 */
export function dismissFinding(
  tools: Tools,
  officer: Officer,
  asked: { readonly claimId: Uuid; readonly finding: string; readonly reason?: string | undefined },
): Result<ClaimFile> {
  return inClaim(tools, officer, asked.claimId, 'edit', (tx, claim) => {
    const subject = { kind: 'claim', id: claim.id } as const
    const registers = valuesOf(fieldsOf(tx, subject))
    const person = valuesOf(fieldsOf(tx, { kind: 'person', id: claim.personId }))
    const input = recordInput(tx, claim, { person, claim: registers }, today(tools))
    const finding = judgedFindings(input, registers).find(({ key }) => key === asked.finding)
    if (!finding) return fail('record.finding_gone')
    const register = dismissedRegister(asked.finding)
    const fields = { [register]: asked.reason ? { facts: finding.digest, reason: asked.reason } : null }
    tx.append({
      subject,
      type: 'claim.finding_dismissed',
      body: { fields },
      bases: basesFor(tools, tx, subject, { fields, bases: [] }),
    })
    return ok(null)
  })
}

import type { EventBody } from '../../shared/domain/catalogue.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { query } from '../store/query.ts'
import type { Reader } from '../store/types.ts'
import { validDocument } from './settled.ts'
import { inClaim } from './take-in.ts'
import { type ClaimFile, type Officer, type Tools, today } from './tools.ts'

export interface Reopening {
  readonly claimId: Uuid
  readonly reason: string
  /** What becomes of the document issued on the decision; must be said where there is one. */
  readonly document?: 'keep' | 'revoke' | undefined
  /** The revoked document's sheet came back. */
  readonly returned?: boolean | undefined
}

/**
 * Takes a decision back so that the claim can be decided again; a withdrawn claim is reinstated, and a decision that it had is set
 * aside too, and the letters that told it no longer hold. The decision, its facts and its deadlines stay in the record as what they were. Fails with `claims.not_in_this_state` where there is nothing to reopen,
 * `claims.document_undecided` where nobody said what becomes of the document.
 */
export function reopenClaim(tools: Tools, officer: Officer, asked: Reopening): Result<ClaimFile> {
  return inClaim(tools, officer, asked.claimId, 'reopen', (tx, claim) => {
    const decision = decisionOf(tx, claim.id)
    if (!decision && claim.state !== 'withdrawn') return fail('claims.not_in_this_state', { state: claim.state })
    const issued = validDocument(tx, claim.personId)
    // One that was issued on another claim of the person stands on that claim's decision.
    const document = issued?.claim === claim.id ? issued : undefined
    if (document && !asked.document) return fail('claims.document_undecided', { number: document.number })
    const revoke = document !== undefined && asked.document === 'revoke'
    const fate = document && { id: document.id, number: document.number, as: revoke ? 'revoked' : 'kept' }
    const said = { reason: asked.reason, ...(fate ? { document: fate } : {}) }
    const subject = { kind: 'claim', id: claim.id } as const
    if (claim.state === 'withdrawn') {
      tx.append({ subject, type: 'claim.reinstated', body: { on: today(tools), ...said } })
    } else if (decision) {
      const { outcome, decisionDate } = decision
      tx.append({ subject, type: 'claim.reopened', body: { outcome, decisionDate, ...said } })
    }
    if (document && revoke) {
      const revocation = { why: 'reopened', on: today(tools), returned: asked.returned ?? false }
      tx.append({ subject: { kind: 'document', id: document.id }, type: 'document.revoked', body: revocation })
    }
    for (const id of lettersOfDecision(tx, claim.id)) {
      const revocation = { why: 'reopened', on: today(tools), returned: false } as const
      tx.append({ subject: { kind: 'document', id }, type: 'document.revoked', body: revocation })
    }
    return ok(null)
  })
}

/** Letters that tell the decision: whatever becomes of the document, they say what is no longer true. */
const lettersOfDecision = (reader: Reader, claim: Uuid): Uuid[] =>
  reader
    .all(
      query
        .selectFrom('document')
        .select('id')
        .where('claim', '=', claim)
        .where('kind', 'in', ['referral', 'decision'])
        .where('state', 'in', ['reserved', 'sent', 'confirmed']),
    )
    .map(({ id }) => id)

function decisionOf(reader: Reader, claim: Uuid): EventBody<'claim.decided'> | undefined {
  const row = reader.first(query.selectFrom('claim').select('decision').where('id', '=', claim))
  return row?.decision ? (JSON.parse(row.decision) as EventBody<'claim.decided'>) : undefined
}

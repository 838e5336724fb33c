import type { Uuid } from '../../../shared/ports.ts'
import { type AsideReason, asideRegister, asideWords } from '../../../shared/record/evidence.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { tellAgain } from '../../portal/take-sent.ts'
import { query } from '../../store/query.ts'
import type { Tx } from '../../store/types.ts'
import { fieldsOf, valuesOf } from '../fields.ts'
import { basesFor, inClaim } from '../take-in.ts'
import { type ClaimFile, type Officer, type Tools, today } from '../tools.ts'
import { evidenceRow } from './evidence.ts'

interface Asked {
  readonly claimId: Uuid
  readonly evidence: Uuid
  /** Left out: it counts again. */
  readonly why?: AsideReason | undefined
  /** Of a duplicate: the piece that stays. */
  readonly of?: Uuid | undefined
  readonly reason: string
}

/**
 * Sets a piece of evidence aside, or counts it again: the file stays, and everything that was said of it. Of one that the
 * person sent and that cannot be read they are asked for another. Errors: record.evidence_unknown,
 * claims.not_in_this_state, desk.not_found.
 */
export function setAside(
  tools: Tools,
  officer: Officer,
  { claimId, evidence, why, of, reason }: Asked,
): Result<ClaimFile> {
  return inClaim(tools, officer, claimId, 'complete', (tx, claim) => {
    const row = evidenceRow(tx, claim.id, evidence)
    const twin = why === 'duplicate'
    if (!row || (twin && (!of || of === evidence || !evidenceRow(tx, claim.id, of))))
      return fail('record.evidence_unknown')
    const subject = { kind: 'claim', id: claim.id } as const
    const register = asideRegister(evidence)
    const before = valuesOf(fieldsOf(tx, subject))[register]
    if (!why && before === undefined) return ok(null)
    const on = today(tools)
    const fields = { [register]: why ? { why, ...(twin && of ? { of } : {}), note: reason } : null }
    const body = { fields, on, ...(why ? {} : { reason }) }
    const bases = basesFor(tools, tx, subject, { fields, bases: [...(fieldsOf(tx, subject)[register]?.heads ?? [])] })
    tx.append({ subject, type: 'claim.evidence_set_aside', body, bases })
    if (why === 'illegible') askAgain(tx, claim, evidence, on)
    return ok(null)
  })
}

/** Asks whoever sent it through the portal for a copy that can be read. */
function askAgain(tx: Tx, claim: ClaimFile, evidence: Uuid, on: string): void {
  const sent = tx.first(
    query
      .selectFrom('portal_item')
      .select('body')
      .where('claim', '=', claim.id)
      .where('item', '=', evidence)
      .where('kind', '=', 'evidence'),
  )
  if (!sent) return
  const { title } = JSON.parse(sent.body) as { title: string }
  const item = (language: 'en' | 'fr') => `${title}. ${asideWords('illegible')[language]}.`
  tellAgain(tx, claim, { message: tx.newId(), template: 'file_again', item, on })
}

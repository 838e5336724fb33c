import type { EventBody } from '../../shared/domain/catalogue.ts'
import type { Subject } from '../../shared/domain/event.ts'
import type { ClaimValues } from '../../shared/domain/fields.ts'
import { futureField } from '../../shared/domain/past-dates.ts'
import type { Uuid } from '../../shared/ports.ts'
import { futureRegister } from '../../shared/record/past.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { heldBy, shareWithFamily } from '../claims/family/share.ts'
import { fieldsOf, valuesOf } from '../claims/fields.ts'
import { amendRecord } from '../claims/record/set.ts'
import { basesFor, dropDrafts, dropsSeized, inClaim } from '../claims/take-in.ts'
import { type ClaimFile, type Officer, type Tools, today } from '../claims/tools.ts'
import { query } from '../store/query.ts'
import type { Tx } from '../store/types.ts'

export interface Answered {
  readonly claimId: Uuid
  readonly correction: Uuid
  readonly answer: 'accepted' | 'declined'
  readonly reason?: string | undefined
}

/**
 * Answers a correction, or a corrected form, that the person sent. Accepted, it becomes an amendment by the officer's own
 * event: both values, the person's reason and where it came from. Declined, it stays readable with the reason. Once.
 * Errors: desk.not_found, portal.answered, portal.reason_missing, claims.future_date, claims.document_seized.
 */
export function answerCorrection(tools: Tools, officer: Officer, asked: Answered): Result<ClaimFile> {
  const { correction, answer, reason } = asked
  if (answer === 'declined' && !reason) return fail('portal.reason_missing')
  return inClaim(tools, officer, asked.claimId, 'complete', (tx, claim) => {
    const item = tx.first(
      query
        .selectFrom('portal_item')
        .select(['body', 'state'])
        .where('claim', '=', claim.id)
        .where('item', '=', correction)
        .where('kind', '=', 'correction'),
    )
    if (!item) return fail('desk.not_found')
    if (item.state !== 'waiting') return fail('portal.answered')
    if (answer === 'accepted') {
      const taken = accept(tools, tx, officer, claim, JSON.parse(item.body) as EventBody<'claim.correction_sent'>)
      if (!taken.ok) return taken
    }
    const body = { correction, answer, ...(reason ? { reason } : {}), on: today(tools) }
    tx.append({ subject: { kind: 'claim', id: claim.id }, type: 'claim.correction_answered', body })
    return ok(null)
  })
}

function accept(
  tools: Tools,
  tx: Tx,
  officer: Officer,
  claim: ClaimFile,
  sent: EventBody<'claim.correction_sent'>,
): Result<null> {
  const on = today(tools)
  const future = futureField({ ...sent.person, ...sent.claim }, on) ?? futureRegister(sent.record ?? {}, on)
  if (future) return fail('claims.future_date', { field: future })
  if (dropsSeized(tx, { kind: 'claim', id: claim.id }, sent.claim ?? {})) return fail('claims.document_seized')
  const before = heldBy(tx, claim.id)
  for (const kind of ['person', 'claim'] as const) {
    const wished = sent[kind]
    if (!wished) continue
    const subject: Subject = { kind, id: kind === 'person' ? claim.personId : claim.id }
    const values = valuesOf(fieldsOf(tx, subject))
    const changed = Object.entries(wished).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(values[field] ?? null),
    )
    if (changed.length === 0) continue
    const fields = Object.fromEntries(changed)
    // The officer saw what stands there now: it is replaced, and no conflict with it.
    const bases = basesFor(tools, tx, subject, { fields, bases: headsOf(tx, subject, Object.keys(fields)) })
    const was = Object.fromEntries(changed.map(([field]) => [field, values[field] ?? null]))
    const body = { fields, was, reason: sent.reason, correction: sent.correction }
    tx.append({
      subject,
      type: `${kind}.amended`,
      body: kind === 'person' ? { claim: claim.id, ...body } : body,
      bases,
    })
    dropDrafts(tx, claim.id, Object.keys(fields))
  }
  const { record: fields, reason, correction } = sent
  if (fields) {
    const heads = headsOf(tx, { kind: 'claim', id: claim.id }, Object.keys(fields))
    amendRecord(tools, tx, claim, { fields, reason, correction }, heads)
  }
  if (before && sent.claim) shareWithFamily(tx, officer, before, sent.claim as ClaimValues)
  return ok(null)
}

const headsOf = (tx: Tx, subject: Subject, fields: readonly string[]): Uuid[] => {
  const held = fieldsOf(tx, subject)
  return fields.flatMap((field) => [...(held[field]?.heads ?? [])])
}

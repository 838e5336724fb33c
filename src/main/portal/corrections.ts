import type { EventBody } from '../../shared/domain/catalogue.ts'
import type { Subject } from '../../shared/domain/event.ts'
import type { ClaimValues } from '../../shared/domain/fields.ts'
import { futureField } from '../../shared/domain/past-dates.ts'
import { changeKey, changesOf, without } from '../../shared/portal/correction.ts'
import type { Uuid } from '../../shared/ports.ts'
import { futureRegister } from '../../shared/record/past.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { heldBy, shareWithFamily } from '../claims/family/share.ts'
import { fieldsOf, valuesOf } from '../claims/fields.ts'
import { amendRecord } from '../claims/record/set.ts'
import { basesFor, dropDrafts, dropsSeized, inClaim } from '../claims/take-in.ts'
import { type ClaimFile, type Officer, type Tools, today } from '../claims/tools.ts'
import { query } from '../store/query.ts'
import type { Reader, Tx } from '../store/types.ts'

type Sent = EventBody<'claim.correction_sent'>

export interface Answered {
  readonly claimId: Uuid
  readonly correction: Uuid
  readonly answer: 'accepted' | 'declined'
  /** Changes of an accepted one that are not accepted, by `changeKey`. */
  readonly except?: readonly string[] | undefined
  readonly reason?: string | undefined
}

/**
 * Answers a correction, or a corrected form, that the person sent. Accepted, it becomes an amendment by the officer's own
 * event: both values, the person's reason and where it came from. Declined, it stays readable with the reason, and so do
 * single changes that are excepted from an accepted one. Once.
 * Errors: desk.not_found, portal.answered, portal.reason_missing, portal.no_change, portal.nothing_accepted,
 * claims.future_date, claims.document_seized.
 */
export function answerCorrection(tools: Tools, officer: Officer, asked: Answered): Result<ClaimFile> {
  const { correction, answer, except = [], reason } = asked
  if ((answer === 'declined' || except.length > 0) && !reason) return fail('portal.reason_missing')
  return inClaim(tools, officer, asked.claimId, 'complete', (tx, claim) => {
    const found = sentCorrection(tx, claim.id, correction)
    if (!found.ok) return found
    const { sent, state } = found.value
    if (state !== 'waiting') return fail('portal.answered')
    const parts = answer === 'accepted' ? acceptedPart(sent, except) : ok(null)
    if (!parts.ok) return parts
    if (parts.value) {
      const taken = accept(tools, tx, officer, claim, parts.value)
      if (!taken.ok) return taken
    }
    const left = parts.value && except.length > 0 ? { except: [...new Set(except)] } : {}
    const body = { correction, answer, ...left, ...(reason ? { reason } : {}), on: today(tools) }
    tx.append({ subject: { kind: 'claim', id: claim.id }, type: 'claim.correction_answered', body })
    return ok(null)
  })
}

/** A correction of this claim as it was sent, and what became of it. Errors: desk.not_found. */
export function sentCorrection(reader: Reader, claimId: string, correction: string) {
  const item = reader.first(
    query
      .selectFrom('portal_item')
      .select(['body', 'state'])
      .where('claim', '=', claimId)
      .where('item', '=', correction)
      .where('kind', '=', 'correction'),
  )
  return item ? ok({ sent: JSON.parse(item.body) as Sent, state: item.state }) : fail('desk.not_found')
}

/**
 * What is left of a correction without the excepted changes. Errors: portal.no_change when one of them is not in it,
 * portal.nothing_accepted when none is left.
 */
export function acceptedPart(sent: Sent, except: readonly string[]): Result<Sent> {
  const keys = changesOf(sent).map(changeKey)
  if (except.some((key) => !keys.includes(key))) return fail('portal.no_change')
  return keys.every((key) => except.includes(key)) ? fail('portal.nothing_accepted') : ok(without(sent, except))
}

function accept(tools: Tools, tx: Tx, officer: Officer, claim: ClaimFile, sent: Sent): Result<null> {
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

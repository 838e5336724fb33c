import type { Subject } from '../../shared/domain/event.ts'
import { type ClaimValues, contactFields } from '../../shared/domain/fields.ts'
import { futureField } from '../../shared/domain/past-dates.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Tx } from '../store/types.ts'
import { heldBy, shareWithFamily } from './family/share.ts'
import { fieldsOf, valuesOf } from './fields.ts'
import { isSettled } from './settled.ts'
import { basesFor, dropDrafts, dropsSeized, heldByAnother, inClaim } from './take-in.ts'
import { type ClaimFile, type Officer, type Tools, today } from './tools.ts'

/** Corrections: what was said stays readable beside what is right, with the reason and what was seen (facts: domain 0.8). */

type Values = Readonly<Record<string, unknown>>

/** What an officer corrects: new values by field; `null` for one that should not be there. */
export interface Correction {
  readonly claimId: Uuid
  readonly person?: Values | undefined
  readonly claim?: Values | undefined
  readonly reason?: string | undefined
  /** What the officer saw: a document, a letter, the person's word. */
  readonly evidence?: string | undefined
  readonly bases: readonly Uuid[]
}

/**
 * Corrects what a decision or a document rests on: one event for the person, one for the claim, in one transaction.
 * Contact details need no reason; everything else needs it and the evidence. Fails with `claims.not_settled` for what may
 * simply be changed, `claims.nothing_to_correct`, `claims.correction_unfounded`, `claims.future_date`,
 * `claims.client_id_held`.
 */
export function correctClaim(tools: Tools, officer: Officer, asked: Correction): Result<ClaimFile> {
  const future = futureField({ ...asked.person, ...asked.claim }, today(tools))
  if (future) return fail('claims.future_date', { field: future })
  if (!isFounded(asked)) return fail('claims.correction_unfounded')
  return inClaim(tools, officer, asked.claimId, 'amend', (tx, claim) => {
    const clientId = asked.person?.clientId
    if (typeof clientId === 'string' && heldByAnother(tx, clientId, claim.personN)) return fail('claims.client_id_held')
    if (dropsSeized(tx, { kind: 'claim', id: claim.id }, asked.claim ?? {})) return fail('claims.document_seized')
    const before = heldBy(tx, claim.id)
    const person = amend(tools, tx, claim, asked, 'person')
    if (!person.ok) return person
    const facts = amend(tools, tx, claim, asked, 'claim')
    if (!facts.ok) return facts
    // A family that moved is reached at its new address, each member by an event of their own.
    if (before) shareWithFamily(tx, officer, before, (asked.claim ?? {}) as ClaimValues)
    const corrected = [...person.value, ...facts.value]
    return corrected.length > 0 ? dropDrafts(tx, claim.id, corrected) : fail('claims.nothing_to_correct')
  })
}

function isFounded({ person, claim, reason, evidence }: Correction): boolean {
  const facts = Object.keys(claim ?? {}).filter((field) => !contactFields.has(field))
  return (Object.keys(person ?? {}).length === 0 && facts.length === 0) || (!!reason && !!evidence)
}

/** Writes the new values of one subject that differ from those held; gives the names of its fields. */
function amend(
  tools: Tools,
  tx: Tx,
  claim: ClaimFile,
  { reason, evidence, bases, ...asked }: Correction,
  kind: 'person' | 'claim',
): Result<readonly string[]> {
  const wished = Object.entries(asked[kind] ?? {})
  if (wished.length === 0) return ok([])
  if (!isSettled(tx, claim, kind)) return fail('claims.not_settled')
  const subject: Subject = { kind, id: kind === 'person' ? claim.personId : claim.id }
  const held = fieldsOf(tx, subject)
  const values = valuesOf(held)
  const changed = wished.filter(
    ([field, value]) => held[field]?.conflict || JSON.stringify(value) !== JSON.stringify(values[field] ?? null),
  )
  if (changed.length === 0) return ok([])
  const fields = Object.fromEntries(changed)
  const was = Object.fromEntries(changed.map(([field]) => [field, values[field] ?? null]))
  const body = {
    ...(kind === 'person' ? { claim: claim.id } : {}),
    fields,
    was,
    ...(reason ? { reason } : {}),
    ...(evidence ? { evidence } : {}),
  }
  tx.append({ subject, type: `${kind}.amended`, body, bases: basesFor(tools, tx, subject, { fields, bases }) })
  return ok(Object.keys(fields))
}

import { type ActName, actEvents, type RecordedAct, type Seizure } from '../../shared/domain/acts.ts'
import type { HeldDocument } from '../../shared/domain/full-intake.ts'
import { futureField } from '../../shared/domain/past-dates.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Tx } from '../store/types.ts'
import { fieldsOf, valuesOf } from './fields.ts'
import { basesFor, dropDrafts, inClaim } from './take-in.ts'
import { type ClaimFile, type Officer, type Tools, today } from './tools.ts'

/** Commands that record acts of law upon a claim. They happen in every state, and are recorded in every state. */

interface Recording {
  readonly claimId: Uuid
  /** One act, whole. */
  readonly act: RecordedAct
  /** Events that the officer saw holding it. */
  readonly bases: readonly Uuid[]
}

/** Records an act, or what became of it (a release, another document seized). Documents seized must be listed ones. */
export function recordAct(tools: Tools, officer: Officer, { claimId, act, bases }: Recording): Result<ClaimFile> {
  const [name] = Object.keys(act) as [ActName]
  const future = futureField(act, today(tools))
  if (future) return fail('claims.future_date', { field: future })
  return inClaim(tools, officer, claimId, 'record_act', (tx, claim) => {
    const subject = { kind: 'claim', id: claim.id } as const
    const unlisted = act.seizures && !allListed(tx, claim, act.seizures)
    if (unlisted) return fail('claims.document_not_listed')
    const change = { fields: act, bases }
    tx.append({ subject, type: actEvents[name], body: { fields: act }, bases: basesFor(tools, tx, subject, change) })
    return dropDrafts(tx, claim.id, [name])
  })
}

/** Sets an act aside that was recorded by mistake; the record of it stays in the log. */
export function withdrawAct(
  tools: Tools,
  officer: Officer,
  { claimId, act, reason, bases }: { claimId: Uuid; act: ActName; reason: string; bases: readonly Uuid[] },
): Result<ClaimFile> {
  return inClaim(tools, officer, claimId, 'record_act', (tx, claim) => {
    const subject = { kind: 'claim', id: claim.id } as const
    if (valuesOf(fieldsOf(tx, subject))[act] === undefined) return fail('claims.act_not_recorded')
    const fields = { [act]: null }
    const body = { fields, reason }
    tx.append({ subject, type: 'claim.act_withdrawn', body, bases: basesFor(tools, tx, subject, { fields, bases }) })
    return ok(null)
  })
}

function allListed(tx: Tx, claim: ClaimFile, seizures: readonly Seizure[]): boolean {
  const { heldDocuments = [] } = valuesOf(fieldsOf(tx, { kind: 'claim', id: claim.id })) as {
    heldDocuments?: readonly HeldDocument[]
  }
  return seizures.every(({ document }) => heldDocuments.some(({ id }) => id === document))
}

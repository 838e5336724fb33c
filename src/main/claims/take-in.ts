import type { Acts } from '../../shared/domain/acts.ts'
import type { Subject } from '../../shared/domain/event.ts'
import type { ClaimValues } from '../../shared/domain/fields.ts'
import { futureField } from '../../shared/domain/past-dates.ts'
import { claimAllows } from '../../shared/domain/states.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { takeNumber } from '../office/numbers.ts'
import { officeOf } from '../office/settings.ts'
import { query } from '../store/query.ts'
import type { Tx } from '../store/types.ts'
import { heldBy, shareWithFamily } from './family/share.ts'
import { fieldsOf, valuesOf } from './fields.ts'
import { settleReview } from './record/review.ts'
import { isSettled } from './settled.ts'
import { type ClaimFile, findClaim, type Officer, type Tools, today } from './tools.ts'

/** Commands that take a claim in: open it, fill its fields, keep half-typed text. */

/** Opens a claim with a new person and the next application number. */
export function openClaim(
  tools: Tools,
  officer: Officer,
  channel: 'port_of_entry' | 'inland',
): Result<{ claimId: Uuid }> {
  return tools.store.transact({ actor: officer.id }, (tx) => openClaimIn(tools, tx, channel))
}

/** Opens a claim within a transaction that does more: for a party of the waiting room, for one more of a family. */
export function openClaimIn(tools: Tools, tx: Tx, channel: 'port_of_entry' | 'inland'): Result<{ claimId: Uuid }> {
  const office = officeOf(tx).id
  const claimDate = today(tools)
  const applicationNumber = takeNumber(tx, 'application')
  if (!applicationNumber.ok) return applicationNumber
  const person = { kind: 'person', id: tx.newId() } as const
  const claim = { kind: 'claim', id: tx.newId() } as const
  tx.append({ subject: person, type: 'person.registered', body: { office } })
  const body = { person: person.id, office, applicationNumber: applicationNumber.value, channel, claimDate }
  tx.append({ subject: claim, type: 'claim.opened', body })
  tx.append({ subject: claim, type: 'claim.set', body: { fields: { channel, claimDate }, source: 'typed' } })
  return ok({ claimId: claim.id })
}

interface Change {
  readonly claimId: Uuid
  readonly fields: Readonly<Record<string, unknown>>
  /** Events that the officer saw holding these fields. */
  readonly bases: readonly Uuid[]
}

/**
 * Sets fields of the claim itself (address, language, entries, grounds ...). `null` clears one. What a family says once
 * changes the other members' claims too. What is settled is corrected instead: amend.ts.
 */
export function setClaimFields(tools: Tools, officer: Officer, change: Change): Result<ClaimFile> {
  const future = futureField(change.fields, today(tools))
  if (future) return fail('claims.future_date', { field: future })
  return inClaim(tools, officer, change.claimId, 'complete', (tx, claim) => {
    const body = { fields: change.fields, source: 'typed' }
    const subject = { kind: 'claim', id: claim.id } as const
    if (!mayGive(tx, claim, subject, Object.keys(change.fields))) return fail('claims.correct_instead')
    if (dropsSeized(tx, subject, change.fields)) return fail('claims.document_seized')
    const before = heldBy(tx, claim.id)
    tx.append({ subject, type: 'claim.set', body, bases: basesFor(tools, tx, subject, change) })
    if (before) shareWithFamily(tx, officer, before, change.fields as ClaimValues)
    return dropDrafts(tx, claim.id, Object.keys(change.fields))
  })
}

/** Sets fields of the person whom the claim is about. A client ID is one person's: another's is refused. */
export function setPersonFields(tools: Tools, officer: Officer, change: Change): Result<ClaimFile> {
  const future = futureField(change.fields, today(tools))
  if (future) return fail('claims.future_date', { field: future })
  return inClaim(tools, officer, change.claimId, 'complete', (tx, claim) => {
    const { clientId } = change.fields
    if (typeof clientId === 'string' && heldByAnother(tx, clientId, claim.personN)) return fail('claims.client_id_held')
    const body = { fields: change.fields, source: 'typed' }
    const subject = { kind: 'person', id: claim.personId } as const
    if (!mayGive(tx, claim, subject, Object.keys(change.fields))) return fail('claims.correct_instead')
    tx.append({ subject, type: 'person.set', body, bases: basesFor(tools, tx, subject, change) })
    return dropDrafts(tx, claim.id, Object.keys(change.fields))
  })
}

/** Keeps text that is not yet a value; an empty text removes it. Not an event: one row a field, overwritten. */
export function keepDraft(tools: Tools, officer: Officer, claimId: Uuid, field: string, text: string): Result<null> {
  const kept = inClaim(tools, officer, claimId, 'complete', (tx, claim) => {
    if (text === '') return dropDrafts(tx, claim.id, [field])
    tx.run(
      query
        .insertInto('draft')
        .values({ claim: claim.id, field, text })
        .onConflict((conflict) => conflict.columns(['claim', 'field']).doUpdateSet({ text })),
    )
    return ok(null)
  })
  return kept.ok ? ok(null) : kept
}

/**
 * What a change replaces: what the officer saw, and what this desk itself wrote since. Fast typing sends the next change
 * before the answer to the last one is back; that is no conflict with oneself.
 */
export function basesFor({ store }: Tools, tx: Tx, subject: Subject, change: Omit<Change, 'claimId'>): Uuid[] {
  const own = store.identity()?.device
  const fields = fieldsOf(tx, subject)
  const heads = Object.keys(change.fields).flatMap((field) => fields[field]?.heads ?? [])
  return [...new Set([...change.bases, ...heads.filter((head) => tx.event(head)?.device === own)])]
}

/** Runs `work` on a claim whose state allows `action`, in one transaction. */
export function inClaim(
  tools: Tools,
  officer: Pick<Officer, 'id'>,
  claimId: Uuid,
  action: Parameters<typeof claimAllows>[1],
  work: (tx: Tx, claim: ClaimFile) => Result<unknown>,
): Result<ClaimFile> {
  return tools.store.transact({ actor: officer.id }, (tx) => {
    const claim = findClaim(tx, claimId)
    if (!claim.ok) return claim
    if (!claimAllows(claim.value.state, action)) return fail('claims.not_in_this_state', { state: claim.value.state })
    const done = work(tx, claim.value)
    // What is missing can come with any change, and the clock of the review follows.
    if (done.ok) settleReview(tx, claimId, today(tools))
    return done.ok ? claim : done
  })
}

/** Before the decision anything; once it is settled only what was never said: a document needs it, and nothing rests on it. */
function mayGive(tx: Tx, claim: ClaimFile, subject: Subject, fields: readonly string[]): boolean {
  if (!isSettled(tx, claim, subject.kind)) return true
  const held = valuesOf(fieldsOf(tx, subject))
  return fields.every((field) => held[field] === undefined)
}

/** Would a document that was seized go from the list of documents held? */
export function dropsSeized(tx: Tx, subject: Subject, { heldDocuments }: Change['fields']): boolean {
  if (heldDocuments === undefined) return false
  const kept = ((heldDocuments ?? []) as ClaimValues['heldDocuments'])?.map(({ id }) => id) ?? []
  const { seizures = [] } = valuesOf(fieldsOf(tx, subject)) as Acts
  return seizures.some(({ document }) => !kept.includes(document))
}

/** Does another person carry this client ID? */
export const heldByAnother = (tx: Tx, clientId: string, personN: number): boolean =>
  tx.first(
    query
      .selectFrom('number_index')
      .innerJoin('person', 'person.n', 'number_index.person_n')
      .select('person.n')
      .where('number', '=', clientId)
      .where('kind', '=', 'client')
      .where('person.n', '!=', personN)
      // One that was cleared since is nobody's any more.
      .where('person.client_id', '=', clientId),
  ) !== undefined

/** What was half typed became a value. */
export function dropDrafts(tx: Tx, claim: Uuid, fields: readonly string[]): Result<null> {
  tx.run(query.deleteFrom('draft').where('claim', '=', claim).where('field', 'in', fields))
  return ok(null)
}

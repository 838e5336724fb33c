import { may } from '../../shared/domain/authority.ts'
import type { ArrivalValues } from '../../shared/domain/fields.ts'
import { type ArrivalAction, type ArrivalStage, arrivalActions, arrivalProblem } from '../../shared/domain/hall.ts'
import { officeOf as portOf } from '../../shared/domain/ports-of-entry.ts'
import { claimAllows } from '../../shared/domain/states.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { join, append as setClaimRegister } from '../claims/family/link.ts'
import { membersOf } from '../claims/family/members.ts'
import { fieldsOf, valuesOf } from '../claims/fields.ts'
import { basesFor, openClaimIn } from '../claims/take-in.ts'
import { findClaim, type Officer, officerRow, type Tools } from '../claims/tools.ts'
import { officeOf } from '../office/settings.ts'
import { headsOf } from '../store/field-heads.ts'
import { query } from '../store/query.ts'
import type { Tx } from '../store/types.ts'
import { firstInTurn } from './list.ts'

/** Commands of the waiting room. A party is there until it has left, seen or not; one officer has it at a time. */

/** Notes a party that came in; without a time of arrival, now. */
export function noteArrival(tools: Tools, officer: Officer, noted: ArrivalValues): Result<{ arrivalId: Uuid }> {
  return tools.store.transact({ actor: officer.id }, (tx) => {
    const fields = { arrivedAt: new Date(tx.now).toISOString(), ...noted }
    const problem = arrivalProblem(fields, tx.now)
    if (problem) return fail(problem)
    const subject = { kind: 'arrival', id: tx.newId() } as const
    tx.append({ subject, type: 'arrival.noted', body: { office: officeOf(tx).id, fields } })
    return ok({ arrivalId: subject.id })
  })
}

interface Correction {
  readonly arrivalId: Uuid
  /** `null` clears a field. */
  readonly fields: Readonly<Record<string, unknown>>
  readonly bases: readonly Uuid[]
}

/** Corrects what was noted of a party. */
export function correctArrival(tools: Tools, officer: Officer, change: Correction): Result<Uuid> {
  return inArrival(tools, officer, change.arrivalId, 'set', (tx, { id }) => {
    const subject = { kind: 'arrival', id } as const
    const after = { ...valuesOf(fieldsOf(tx, subject)), ...change.fields }
    const said = Object.fromEntries(Object.entries(after).filter(([, value]) => value !== null))
    // A clock that was set back since makes no other correction wrong.
    const problem = arrivalProblem(said, 'arrivedAt' in change.fields ? tx.now : Number.POSITIVE_INFINITY)
    if (problem) return fail(problem)
    const body = { fields: change.fields }
    tx.append({ subject, type: 'arrival.set', body, bases: basesFor(tools, tx, subject, change) })
    return ok(null)
  })
}

/** Takes a party. One that another officer has only when said to take it `over`. */
export function takeArrival(tools: Tools, officer: Officer, arrivalId: Uuid, over = false): Result<Uuid> {
  return inArrival(tools, officer, arrivalId, 'take', (tx, { id, holder }) => {
    if (holder === officer.id) return ok(null)
    if (holder !== null && !over) return fail('hall.already_taken')
    giveTo(tx, id, officer.id, 'arrival.taken')
    return ok(null)
  })
}

/** Takes the party whose turn it is. */
export function takeNext(tools: Tools, officer: Officer): Result<Uuid> {
  const next = firstInTurn(tools.store)
  return next ? takeArrival(tools, officer, next) : fail('hall.nobody_waits')
}

/** Puts a party back among those who wait for an officer. Its claims stay with who opened them. */
export function handBack(tools: Tools, officer: Officer, arrivalId: Uuid): Result<Uuid> {
  return inArrival(tools, officer, arrivalId, 'hand_back', (tx, { id }) => {
    setRegister(tx, id, 'arrival.handed_back', { holder: null })
    return ok(null)
  })
}

/** Hands a party over to another officer, with the claims opened for it. */
export function handOver(tools: Tools, officer: Officer, arrivalId: Uuid, to: Uuid): Result<Uuid> {
  return inArrival(tools, officer, arrivalId, 'hand_over', (tx, { id }) => {
    const row = tx.first(query.selectFrom('officer').selectAll().where('id', '=', to))
    const office = officeOf(tx).id
    if (!row || !may({ ...officerRow(row), office }, 'hall.work', { office }).allowed)
      return fail('hall.not_that_officer')
    giveTo(tx, id, to, 'arrival.handed_over')
    return ok(null)
  })
}

/** Opens the claim of one more member of a party, linked to the others, in the language noted at the door. */
export function openArrivalClaim(
  tools: Tools,
  officer: Officer,
  arrivalId: Uuid,
): Result<{ claimId: Uuid; arrivalId: Uuid }> {
  let claimId = ''
  const opened = inArrival(tools, officer, arrivalId, 'open_claim', (tx, { id, language }) => {
    const inland = portOf(officeOf(tx).code)?.kind === 'inland'
    const claim = openClaimIn(tools, tx, inland ? 'inland' : 'port_of_entry')
    if (!claim.ok) return claim
    claimId = claim.value.claimId
    tx.append({ subject: { kind: 'arrival', id }, type: 'arrival.claim_opened', body: { claim: claimId } })
    const first = membersOf(tx, id).length === 0
    join(tx, claimId, { family: id, principal: first })
    if (first && language) speak(tx, claimId, language)
    return ok(null)
  })
  return opened.ok ? ok({ claimId, arrivalId }) : opened
}

/** The party went away before anybody saw it. */
export function leaveUnseen(tools: Tools, officer: Officer, arrivalId: Uuid, reason: string): Result<Uuid> {
  return inArrival(tools, officer, arrivalId, 'leave', (tx, { id }) => {
    setRegister(tx, id, 'arrival.left', { stage: 'left' }, { reason })
    return ok(null)
  })
}

/** The party was seen to the end and left the office. */
export function finishArrival(tools: Tools, officer: Officer, arrivalId: Uuid): Result<Uuid> {
  return inArrival(tools, officer, arrivalId, 'finish', (tx, { id }) => {
    setRegister(tx, id, 'arrival.done', { stage: 'done' })
    return ok(null)
  })
}

/** The party is back, or had never gone: it waits as it did before. */
export function returnArrival(tools: Tools, officer: Officer, arrivalId: Uuid): Result<Uuid> {
  return inArrival(tools, officer, arrivalId, 'return', (tx, { id }) => {
    setRegister(tx, id, 'arrival.returned', { stage: 'waiting' })
    return ok(null)
  })
}

interface Party {
  readonly id: Uuid
  readonly holder: Uuid | null
  readonly language: string | null
}

function inArrival(
  tools: Tools,
  officer: Officer,
  arrivalId: Uuid,
  action: ArrivalAction,
  work: (tx: Tx, party: Party) => Result<unknown>,
): Result<Uuid> {
  return tools.store.transact({ actor: officer.id }, (tx) => {
    const row = tx.first(query.selectFrom('arrival').selectAll().where('id', '=', arrivalId))
    if (!row) return fail('desk.not_found')
    const allowed = arrivalActions(row.stage as ArrivalStage, row.holder !== null)
    if (!allowed.includes(action)) return fail('hall.not_in_this_state')
    const done = work(tx, row)
    return done.ok ? ok(arrivalId) : done
  })
}

/** The party and the claims opened for it, as long as they can be worked on, go to one officer. */
function giveTo(tx: Tx, arrivalId: Uuid, officer: Uuid, type: 'arrival.taken' | 'arrival.handed_over'): void {
  setRegister(tx, arrivalId, type, { holder: officer })
  for (const { claim } of membersOf(tx, arrivalId)) {
    const file = findClaim(tx, claim)
    if (file.ok && file.value.owner !== officer && claimAllows(file.value.state, 'edit'))
      setClaimRegister(tx, claim, 'claim.handed_over', { 'case.owner': officer })
  }
}

/** What was heard at the door is the first answer of the first claim; the members after it take it over. */
function speak(tx: Tx, claimId: Uuid, spokenLanguage: string): void {
  const body = { fields: { spokenLanguage }, source: 'typed' }
  tx.append({ subject: { kind: 'claim', id: claimId }, type: 'claim.set', body })
}

function setRegister(
  tx: Tx,
  id: Uuid,
  type: string,
  fields: Readonly<Record<string, unknown>>,
  rest: Readonly<Record<string, unknown>> = {},
): void {
  const subject = { kind: 'arrival', id } as const
  tx.append({ subject, type, body: { ...rest, fields }, bases: headsOf(tx, subject, Object.keys(fields)) })
}

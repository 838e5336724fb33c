import { type DeskState, shiftBrief } from '../../shared/domain/shift-brief.ts'
import { claimAllows } from '../../shared/domain/states.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { append as setClaimRegister } from '../claims/family/link.ts'
import { findClaim, type Officer, type Tools } from '../claims/tools.ts'
import { query } from '../store/query.ts'
import type { Reader, Store, Tx } from '../store/types.ts'
import { deskState } from './desk-state.ts'

/** Commands of the shift: handing over, accepting, taking over what was left half done. */

/** The desk itself, which its shifts and its paper packs are about. */
export function deskOf(store: Store): Uuid {
  const identity = store.identity()
  if (!identity) throw new Error('The desk was not set up')
  return identity.device
}

/** Signs off: the brief as it stands now goes to the log, with what the officer adds. */
export function handOverShift(
  tools: Tools,
  officer: Officer,
  { note, warnings }: { readonly note?: string | undefined; readonly warnings: DeskState['warnings'] },
): Result<Uuid> {
  const id = deskOf(tools.store)
  return tools.store.transact({ actor: officer.id }, (tx) => {
    const brief = shiftBrief(deskState(tools, id, warnings))
    const body = { brief, ...(note ? { note } : {}) }
    return ok(tx.append({ subject: { kind: 'device', id }, type: 'shift.handed_over', body }).id)
  })
}

/**
 * The officer who comes read the brief and answers for the desk from now on. With `takeOver` the half-done intakes of
 * whoever handed over become the officer's.
 * Fails with `shift.own` for one's own shift, `shift.accepted_already`.
 */
export function acceptShift(
  tools: Tools,
  officer: Officer,
  { handoverId, takeOver }: { readonly handoverId: Uuid; readonly takeOver: boolean },
): Result<number> {
  return tools.store.transact({ actor: officer.id }, (tx) => {
    const shift = tx.first(query.selectFrom('shift').selectAll().where('id', '=', handoverId))
    if (!shift) return fail('desk.not_found')
    if (shift.accepted_by !== null) return fail('shift.accepted_already')
    if (shift.officer === officer.id) return fail('shift.own')
    const tookOver = takeOver ? takeClaims(tx, officer, intakesOf(tx, shift.officer)) : 0
    const subject = { kind: 'device', id: shift.device } as const
    tx.append({ subject, type: 'shift.accepted', body: { handover: handoverId, tookOver } })
    return ok(tookOver)
  })
}

/** Claims become the officer's, whoever had them; those that cannot be worked on stay where they are. Gives how many did. */
export function takeOverClaims(tools: Tools, officer: Officer, claims: readonly Uuid[]): Result<number> {
  return tools.store.transact({ actor: officer.id }, (tx) => ok(takeClaims(tx, officer, claims)))
}

function takeClaims(tx: Tx, officer: Officer, claims: readonly Uuid[]): number {
  const taken = [...new Set(claims)].filter((id) => {
    const file = findClaim(tx, id)
    return file.ok && file.value.owner !== officer.id && claimAllows(file.value.state, 'edit')
  })
  for (const id of taken) setClaimRegister(tx, id, 'claim.handed_over', { 'case.owner': officer.id })
  return taken.length
}

/** What an officer who goes leaves half done. */
const intakesOf = (reader: Reader, owner: Uuid): Uuid[] =>
  reader
    .all(query.selectFrom('claim').select('id').where('owner', '=', owner).where('state', '=', 'intake'))
    .map(({ id }) => id)

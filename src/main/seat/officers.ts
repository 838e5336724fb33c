import type { OfficerView, Role, SetupSecrets } from '../../shared/contract/views.ts'
import { conflictingRoles } from '../../shared/domain/authority.ts'
import { foldUserName } from '../../shared/officers/user-name.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { officerRow } from '../claims/tools.ts'
import { officeOf } from '../office/settings.ts'
import { newSecondFactor } from '../officers/totp.ts'
import { query } from '../store/query.ts'
import type { Reader, Tx } from '../store/types.ts'
import type { Core, OpenDesk } from './core.ts'
import { keepSecret } from './secrets.ts'
import { secretsOf } from './set-up.ts'

/** An administrator's work on the officers of the desk. Who may do it is asked before (authority.ts). */

export const listOfficers = (reader: Reader): OfficerView[] =>
  reader.all(query.selectFrom('officer').selectAll().orderBy('disabled').orderBy('display_name')).map(officerRow)

export interface NewOfficer {
  readonly userName: string
  readonly displayName: string
  /** A temporary one: must be changed at the first sign-in. */
  readonly password: string
  readonly roles: readonly Role[]
  readonly jurisdiction: 'office' | 'all'
}

/** Enrols an officer: key slot, second factor and the event. The slot goes away again if the event cannot be written. */
export async function enrolOfficer(
  core: Core,
  desk: OpenDesk,
  by: Uuid,
  wish: NewOfficer,
): Promise<Result<{ officer: OfficerView; secrets: Omit<SetupSecrets, 'recoveryKey'> }>> {
  const conflict = conflictingRoles(wish.roles)
  if (conflict) return fail('officers.roles_conflict', { first: conflict[0], second: conflict[1] })
  const { store, keys } = desk
  const userName = foldUserName(wish.userName)
  const userId = store.newId()
  const avoid = [wish.displayName]
  const slot = await core.door.slots.addOfficer(keys, {
    userId,
    userName,
    password: wish.password,
    mustChange: true,
    avoid,
  })
  if (!slot.ok) return slot
  const second = newSecondFactor(core.options.random)
  const done = store.transact({ actor: by }, (tx) => {
    const body = { userName, displayName: wish.displayName, roles: [...wish.roles], jurisdiction: wish.jurisdiction }
    tx.append({ subject: { kind: 'officer', id: userId }, type: 'officer.enrolled', body })
    keepSecret(tx, userId, { factor: second.record, lastAt: null })
    return officerOf(tx, userId)
  })
  if (!done.ok) {
    await core.door.slots.removeOfficer(keys, userId)
    return done
  }
  return ok({ officer: done.value, secrets: secretsOf(second, officeOf(store).name.en, userName) })
}

export function setRoles(
  desk: OpenDesk,
  by: Uuid,
  officerId: Uuid,
  roles: readonly Role[],
  reason: string,
): Result<OfficerView> {
  const conflict = conflictingRoles(roles)
  if (conflict) return fail('officers.roles_conflict', { first: conflict[0], second: conflict[1] })
  return onOfficer(desk, by, officerId, (tx, subject) => {
    tx.append({ subject, type: 'officer.roles_set', body: { roles: [...roles], reason } })
  })
}

/** Disables an officer: the event first, then the key slot. A slot left by a crash opens nothing: the seat refuses it. */
export async function disableOfficer(
  core: Core,
  desk: OpenDesk,
  by: Uuid,
  officerId: Uuid,
  reason: string,
): Promise<Result<OfficerView>> {
  const done = onOfficer(desk, by, officerId, (tx, subject) => {
    tx.append({ subject, type: 'officer.disabled', body: { reason } })
  })
  if (!done.ok) return done
  const removed = await core.door.slots.removeOfficer(desk.keys, officerId)
  return removed.ok ? done : removed
}

/** A temporary password and a new second factor is the administrator's answer to a lost password. */
export async function resetPassword(
  core: Core,
  desk: OpenDesk,
  by: Uuid,
  officerId: Uuid,
  temporary: string,
): Promise<Result<{ officer: OfficerView }>> {
  const set = await core.door.slots.setPassword(desk.keys, officerId, { password: temporary, mustChange: true })
  if (!set.ok) return set
  const done = onOfficer(desk, by, officerId, (tx, subject) => {
    tx.append({ subject, type: 'officer.password_reset', body: {} })
  })
  return done.ok ? ok({ officer: done.value }) : done
}

function onOfficer(
  { store }: OpenDesk,
  by: Uuid,
  officerId: Uuid,
  work: (tx: Tx, subject: { kind: 'officer'; id: Uuid }) => void,
): Result<OfficerView> {
  return store.transact({ actor: by }, (tx) => {
    const found = officerOf(tx, officerId)
    if (!found.ok) return found
    work(tx, { kind: 'officer', id: officerId })
    return officerOf(tx, officerId)
  })
}

function officerOf(reader: Reader, id: Uuid): Result<OfficerView> {
  const row = reader.first(query.selectFrom('officer').selectAll().where('id', '=', id))
  return row ? ok(officerRow(row)) : fail('officers.no_such_officer')
}

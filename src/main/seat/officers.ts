import type { OfficerView, Role, SetupSecrets } from '../../shared/contract/views.ts'
import { conflictingRoles } from '../../shared/domain/authority.ts'
import { bareNumber } from '../../shared/domain/numbers.ts'
import { parseBadge } from '../../shared/officers/badge.ts'
import { checkNewPassword } from '../../shared/officers/password.ts'
import { foldUserName } from '../../shared/officers/user-name.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { officerRow } from '../claims/tools.ts'
import { officeOf } from '../office/settings.ts'
import { newSecondFactor } from '../officers/totp.ts'
import { query } from '../store/query.ts'
import type { Reader, Tx } from '../store/types.ts'
import type { Core, OpenDesk } from './core.ts'
import { rememberKeyFile } from './key-file.ts'
import { keepSecret, secretOf } from './secrets.ts'
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
  readonly badge?: string | undefined
}

type Secrets = Omit<SetupSecrets, 'recoveryKey'>

/** All of these are called in turn (Core.inTurn). In the demo nobody has a key slot. */

/** Enrols an officer: key slot, second factor and the event. The slot goes away again if the event cannot be written. */
export async function enrolOfficer(
  core: Core,
  desk: OpenDesk,
  by: Uuid,
  wish: NewOfficer,
): Promise<Result<{ officer: OfficerView; secrets: Secrets }>> {
  const conflict = conflictingRoles(wish.roles)
  if (conflict) return fail('officers.roles_conflict', { first: conflict[0], second: conflict[1] })
  const { store } = desk
  const userName = foldUserName(wish.userName)
  // Also the name of somebody who left: the record would confuse the two.
  const taken = store.first(
    query
      .selectFrom('officer')
      .select('id')
      .where((is) => is.or([is('user_name', '=', userName), is('badge', '=', bareNumber(userName))])),
  )
  if (taken) return fail('officers.user_name_taken')
  const badge = wish.badge === undefined ? ok(undefined) : freeBadge(store, wish.badge)
  if (!badge.ok) return badge
  const userId = store.newId()
  const slot = await addSlot(core, desk, { ...wish, userName, userId })
  if (!slot.ok) return slot
  const second = newSecondFactor(core.options.random)
  const done = store.transact({ actor: by }, (tx) => {
    const body = { userName, displayName: wish.displayName, roles: [...wish.roles], jurisdiction: wish.jurisdiction }
    tx.append({ subject: { kind: 'officer', id: userId }, type: 'officer.enrolled', body })
    if (badge.value) tx.append({ subject: { kind: 'officer', id: userId }, ...badgeSet(badge.value) })
    keepSecret(tx, userId, { factor: second.record, lastAt: null })
    return officerOf(tx, userId)
  })
  if (!done.ok) {
    // A slot that stays behind opens nothing: the seat knows no such officer, and `addSlot` takes it away next time.
    if (!core.options.demo) await core.door.slots.removeOfficer(desk.keys, userId)
    return done
  }
  const badged = badge.value ? await putBadge(core, desk, userId, badge.value) : ok(null)
  if (!badged.ok) return badged
  const remembered = rememberKeyFile(core, desk, by, true)
  if (!remembered.ok) return remembered
  return ok({ officer: done.value, secrets: secretsOf(second, officeOf(store).name.en, userName) })
}

/** The newcomer's key slot, in place of one that a crash left behind under this name. */
async function addSlot(
  core: Core,
  { keys, store }: OpenDesk,
  { userId, userName, password, displayName }: NewOfficer & { readonly userId: Uuid },
): Promise<Result<null>> {
  if (core.options.demo) return ok(null)
  const { slots } = core.door
  const users = slots.users()
  if (!users.ok) return users
  const orphan = users.value.find((user) => user.userName === userName)
  if (orphan && !officerOf(store, orphan.userId).ok) {
    const removed = await slots.removeOfficer(keys, orphan.userId)
    if (!removed.ok) return removed
  }
  return slots.addOfficer(keys, { userId, userName, password, mustChange: true, avoid: avoided(store, displayName) })
}

/** Gives an officer a badge, another one or none: the event first, then the key slot. Cut short, it is done again. */
export async function setBadge(
  core: Core,
  desk: OpenDesk,
  by: Uuid,
  officerId: Uuid,
  wish: string | null,
): Promise<Result<OfficerView>> {
  const badge = wish === null ? ok(null) : freeBadge(desk.store, wish, officerId)
  if (!badge.ok) return badge
  const done = onOfficer(desk, by, officerId, (tx, subject) => void tx.append({ subject, ...badgeSet(badge.value) }))
  if (!done.ok) return done
  const put = await putBadge(core, desk, officerId, badge.value ?? undefined)
  const remembered = put.ok ? rememberKeyFile(core, desk, by, true) : put
  return remembered.ok ? done : remembered
}

const badgeSet = (badge: string | null) => ({ type: 'officer.badge_set', body: { badge } })

const putBadge = async (core: Core, { keys }: OpenDesk, officer: Uuid, badge: string | undefined) =>
  core.options.demo ? ok(null) : core.door.slots.setBadge(keys, officer, badge)

/** The badge as it is compared, if it is nobody's and no user name of somebody else could be taken for it. */
function freeBadge(reader: Reader, text: string, officerId?: Uuid): Result<string> {
  const badge = parseBadge(text)
  if (!badge.ok) return badge
  const others = reader
    .all(query.selectFrom('officer').select(['id', 'user_name', 'badge']))
    .filter(({ id }) => id !== officerId)
  const taken = others.some((other) => other.badge === badge.value || bareNumber(other.user_name) === badge.value)
  return taken ? fail('officers.badge_taken') : badge
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

/**
 * Disables an officer: the event first, then the key slot. A slot left by a crash opens nothing: the seat refuses it,
 * and disabling once more takes it away.
 */
export async function disableOfficer(
  core: Core,
  desk: OpenDesk,
  by: Uuid,
  officerId: Uuid,
  reason: string,
): Promise<Result<OfficerView>> {
  const done = onOfficer(desk, by, officerId, (tx, subject, officer) => {
    if (!officer.disabled) tx.append({ subject, type: 'officer.disabled', body: { reason } })
  })
  if (!done.ok || core.options.demo) return done
  const removed = await core.door.slots.removeOfficer(desk.keys, officerId)
  if (!removed.ok && removed.failure.code !== 'officers.no_such_officer') return removed
  const remembered = rememberKeyFile(core, desk, by, true)
  return remembered.ok ? done : remembered
}

export interface Reset {
  /** Must be changed at the next sign-in. */
  readonly temporary: string
  /** The phone is lost too: the old second factor and its recovery codes end, and new ones are shown once. */
  readonly renewSecondFactor: boolean
}

/**
 * An administrator's answer to a lost password, and to a lost phone where that is asked for. The second factor is due at
 * the next sign-in in any case. The event comes first: no password changes without a record of it.
 */
export async function resetPassword(
  core: Core,
  desk: OpenDesk,
  by: Uuid,
  officerId: Uuid,
  { temporary, renewSecondFactor }: Reset,
): Promise<Result<{ officer: OfficerView; secrets?: Secrets }>> {
  const officer = resettable(core, desk, officerId, temporary)
  if (!officer.ok) return officer
  const { userName, displayName } = officer.value
  const second = renewSecondFactor ? newSecondFactor(core.options.random) : undefined
  const done = onOfficer(desk, by, officerId, (tx, subject) => {
    tx.append({ subject, type: 'officer.password_reset', body: {} })
    const factor = second?.record ?? secretOf(tx, officerId)?.factor
    if (factor) keepSecret(tx, officerId, { factor, lastAt: null })
  })
  if (!done.ok) return done
  const avoid = avoided(desk.store, displayName)
  const choice = { password: temporary, mustChange: true, avoid }
  const set = await core.door.slots.setPassword(desk.keys, officerId, choice)
  const remembered = set.ok ? rememberKeyFile(core, desk, by, true) : set
  if (!remembered.ok) return remembered
  const secrets = second && secretsOf(second, officeOf(desk.store).name.en, userName)
  return ok({ officer: done.value, ...(secrets ? { secrets } : {}) })
}

/** Would the reset go through? Asked before its event is written. */
function resettable(core: Core, { store }: OpenDesk, officerId: Uuid, temporary: string): Result<OfficerView> {
  if (core.options.demo) return fail('desk.not_allowed')
  const officer = officerOf(store, officerId)
  if (!officer.ok) return officer
  if (officer.value.disabled) return fail('officers.disabled')
  const users = core.door.slots.users()
  if (!users.ok) return users
  if (!users.value.some((user) => user.userId === officerId)) return fail('officers.no_such_officer')
  const { userName, displayName } = officer.value
  const judged = checkNewPassword(temporary, { userName, others: avoided(store, displayName) })
  return judged.ok ? officer : judged
}

/** What a password may not be built from. */
function avoided(reader: Reader, displayName: string): string[] {
  const { name } = officeOf(reader)
  return [displayName, name.en, name.fr]
}

function onOfficer(
  { store }: OpenDesk,
  by: Uuid,
  officerId: Uuid,
  work: (tx: Tx, subject: { kind: 'officer'; id: Uuid }, officer: OfficerView) => void,
): Result<OfficerView> {
  return store.transact({ actor: by }, (tx) => {
    const found = officerOf(tx, officerId)
    if (!found.ok) return found
    work(tx, { kind: 'officer', id: officerId }, found.value)
    return officerOf(tx, officerId)
  })
}

function officerOf(reader: Reader, id: Uuid): Result<OfficerView> {
  const row = reader.first(query.selectFrom('officer').selectAll().where('id', '=', id))
  return row ? ok(officerRow(row)) : fail('officers.no_such_officer')
}

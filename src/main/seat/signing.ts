import type { Role } from '../../shared/contract/views.ts'
import { actingOfficer, type Seat } from '../../shared/officers/seat.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { changePasswordAtDoor, passSecondFactor, recover, signIn } from '../officers/sign-in.ts'
import { query } from '../store/query.ts'
import { type Core, type OpenDesk, openDesk } from './core.ts'
import { rememberKeyFile } from './key-file.ts'
import { keepSecret, secretOf } from './secrets.ts'
import { mayBeHere, sitDown } from './sitting-down.ts'

/**
 * Signing in, unlocking, changing officers, the second factor, one's own password. Every refusal is counted before it is
 * answered. All of these are called in turn (Core.inTurn), so that nobody else sits down while one is under way; but the
 * officer may lock or leave meanwhile.
 */

/** Signs an officer in by password; from a lock screen it is the quick switch. */
export async function signInAt(core: Core, userName: string, password: string): Promise<Result<null>> {
  const door = doorOf(core)
  if (!door.ok) return door
  const keys = await signIn(core.door, userName, password)
  return keys.ok ? sitDown(core, keys.value, password) : keys
}

/** The password of the officer at the desk opens the lock. Whoever left meanwhile is not put back. */
export async function unlock(core: Core, password: string): Promise<Result<null>> {
  const here = atDesk(core)
  if (!here.ok) return here
  const { officer, userName, seat } = here.value
  if (core.options.demo) {
    core.session.take({ ...seat, type: 'password_accepted', officer })
    return ok(null)
  }
  const keys = await signIn(core.door, userName, password)
  if (!keys.ok) return keys
  if (!isStillHere(core, seat)) return fail('officers.not_signed_in')
  return sitDown(core, keys.value, password)
}

/** The code of the second factor, or a recovery code. The record is kept before the answer counts. */
export async function giveSecondFactor(core: Core, code: string): Promise<Result<null>> {
  const here = atDesk(core)
  if (!here.ok) return here
  const { desk, officer, userName, seat } = here.value
  if (seat.state === 'locked') return fail('officers.locked')
  if (seat.state !== 'needs_second_factor') return ok(null) // Given already: a second click, no second guess.
  const { store } = desk
  const secret = secretOf(store, officer)
  if (!secret) return fail('officers.no_such_officer')
  const passed = await passSecondFactor(core.door, { userName, record: secret.factor }, code, (factor) =>
    store.transact({ actor: officer }, (tx) => {
      keepSecret(tx, officer, { factor, lastAt: tx.now })
      return ok(null)
    }),
  )
  if (!passed.ok) return passed
  if (passed.value.by === 'recovery_code') store.access.note({ actor: officer, act: 'recovery_code_used' })
  core.session.take({ type: 'second_factor_accepted' })
  return ok(null)
}

/** An officer's own change of password: never from behind a lock or before the second factor. */
export async function changeOwnPassword(core: Core, current: string, next: string): Promise<Result<null>> {
  const here = atDesk(core)
  if (!here.ok) return here
  const { desk, officer, userName, displayName, seat } = here.value
  const mayAct = actingOfficer(seat)
  if (!mayAct.ok && mayAct.failure.code !== 'officers.must_change_password') return mayAct
  const door = doorOf(core)
  if (!door.ok) return door
  const keys = await changePasswordAtDoor(core.door, { userName, current, next, avoid: [displayName] })
  if (!keys.ok) return keys
  const adopted = core.open(keys.value)
  if (!adopted.ok) return adopted
  desk.store.access.note({ actor: officer, act: 'password_changed' })
  desk.store.access.flush() // What it cannot write now it keeps, shows as a warning and tries again.
  core.session.take({ type: 'password_changed' })
  return rememberKeyFile(core, desk, officer, false)
}

/**
 * The way back with the printed recovery key: a new password for one officer, in the record. The second factor is due,
 * however lately it was given: the key alone must not be enough.
 */
export async function recoverAt(
  core: Core,
  userName: string,
  recoveryKey: string,
  next: string,
): Promise<Result<null>> {
  const door = doorOf(core)
  if (!door.ok) return door
  const keys = await recover(core.door, userName, recoveryKey, next)
  return keys.ok ? sitDown(core, keys.value, next, 'recovered') : keys
}

/** Only in the demo: a made-up officer of that role sits down, no questions asked. */
export function demoSignIn(core: Core, role: Role): Result<null> {
  const desk = openDesk(core)
  if (!core.options.demo || !desk.ok) return fail('desk.not_allowed')
  const rows = desk.value.store.all(
    query.selectFrom('officer').select(['id', 'roles']).where('disabled', '=', 0).orderBy('user_name'),
  )
  const row = rows.find(({ roles }) => (JSON.parse(roles) as Role[])[0] === role)
  if (!row) return fail('officers.no_such_officer')
  const may = mayBeHere(core, row.roles)
  if (!may.ok) return may
  core.session.take({ type: 'password_accepted', officer: row.id, mustChangePassword: false, secondFactorDue: false })
  return ok(null)
}

/** Is there a door at all? Without a key file nobody's attempt is counted, and the demo has no passwords. */
function doorOf(core: Core): Result<null> {
  if (core.options.demo) return fail('desk.not_allowed')
  const keyed = core.door.slots.exists()
  if (!keyed.ok) return keyed
  return keyed.value ? ok(null) : fail('officers.key_file_missing')
}

interface AtDesk {
  readonly desk: OpenDesk
  readonly officer: Uuid
  readonly userName: string
  readonly displayName: string
  readonly seat: Seat
}

/** Who sits here now, locked or not. */
function atDesk(core: Core): Result<AtDesk> {
  const desk = core.opened()
  const seat = core.session.seat()
  const { officer } = seat
  if (!desk || !officer) return fail('officers.not_signed_in')
  const row = desk.store.first(
    query.selectFrom('officer').select(['user_name', 'display_name']).where('id', '=', officer),
  )
  if (!row) return fail('officers.no_such_officer')
  return ok({ desk, officer, userName: row.user_name, displayName: row.display_name, seat })
}

/** Does the same officer still sit here, without having left in between? */
function isStillHere(core: Core, before: Seat): boolean {
  const { officer, sitting } = core.session.seat()
  return officer === before.officer && sitting === before.sitting
}

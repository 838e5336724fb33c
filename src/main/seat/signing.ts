import type { Role } from '../../shared/contract/views.ts'
import { secondFactorDue } from '../../shared/officers/second-factor.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { settingsOf } from '../office/settings.ts'
import type { OpenedKeys } from '../officers/ports.ts'
import { changePasswordAtDoor, passSecondFactor, recover, signIn } from '../officers/sign-in.ts'
import { query } from '../store/query.ts'
import { type Core, openDesk } from './core.ts'
import { keepSecret, secretOf } from './secrets.ts'

/** Signing in and out, unlocking, changing officers. Every refusal is counted before it is answered. */

/** Signs an officer in by password; from a lock screen it is the quick switch. */
export async function signInAt(core: Core, userName: string, password: string): Promise<Result<null>> {
  const keys = await signIn(core.door, userName, password)
  return keys.ok ? sitDown(core, keys.value, password) : keys
}

/** The password of the officer at the desk opens the lock. */
export async function unlock(core: Core, password: string): Promise<Result<null>> {
  const desk = openDesk(core)
  const { officer, ...seat } = core.session.seat()
  if (!desk.ok || !officer) return fail('officers.not_signed_in')
  if (core.options.demo) {
    core.session.take({ type: 'password_accepted', officer, ...seat })
    return ok(null)
  }
  const row = desk.value.store.first(query.selectFrom('officer').select('user_name').where('id', '=', officer))
  return row ? signInAt(core, row.user_name, password) : fail('officers.no_such_officer')
}

/** The code of the second factor, or a recovery code. The record is kept before the answer counts. */
export async function giveSecondFactor(core: Core, code: string): Promise<Result<null>> {
  const desk = openDesk(core)
  const { officer } = core.session.seat()
  if (!desk.ok || !officer) return fail('officers.not_signed_in')
  const { store } = desk.value
  const row = store.first(query.selectFrom('officer').select('user_name').where('id', '=', officer))
  const secret = secretOf(store, officer)
  if (!row || !secret) return fail('officers.no_such_officer')
  const passed = await passSecondFactor(core.door, { userName: row.user_name, record: secret.factor }, code, (factor) =>
    store.transact({ actor: officer }, (tx) => {
      keepSecret(tx, officer, { factor, lastAt: tx.now })
      return ok(null)
    }),
  )
  if (!passed.ok) return passed
  core.session.take({ type: 'second_factor_accepted' })
  return ok(null)
}

/** An officer's own change of password. */
export async function changeOwnPassword(core: Core, current: string, next: string): Promise<Result<null>> {
  const desk = openDesk(core)
  const { officer } = core.session.seat()
  if (!desk.ok || !officer) return fail('officers.not_signed_in')
  const row = desk.value.store.first(
    query.selectFrom('officer').select(['user_name', 'display_name']).where('id', '=', officer),
  )
  if (!row) return fail('officers.no_such_officer')
  const keys = await changePasswordAtDoor(core.door, {
    userName: row.user_name,
    current,
    next,
    avoid: [row.display_name],
  })
  if (!keys.ok) return keys
  desk.value.keys = keys.value
  core.session.take({ type: 'password_changed' })
  return ok(null)
}

/** The way back with the printed recovery key: a new password for one officer; the second factor stays due. */
export async function recoverAt(
  core: Core,
  userName: string,
  recoveryKey: string,
  next: string,
): Promise<Result<null>> {
  const keys = await recover(core.door, userName, recoveryKey, next)
  return keys.ok ? sitDown(core, keys.value, next) : keys
}

/** Only in the demo: a made-up officer of that role sits down, no questions asked. */
export function demoSignIn(core: Core, role: Role): Result<null> {
  const desk = openDesk(core)
  if (!core.options.demo || !desk.ok) return fail('desk.not_allowed')
  const rows = desk.value.store.all(query.selectFrom('officer').select(['id', 'roles']).orderBy('user_name'))
  const row = rows.find(({ roles }) => (JSON.parse(roles) as Role[])[0] === role)
  if (!row) return fail('officers.no_such_officer')
  core.session.take({ type: 'password_accepted', officer: row.id, mustChangePassword: false, secondFactorDue: false })
  return ok(null)
}

/** Opens the store, hands waiting refusals to the access log, and takes the seat. */
async function sitDown(core: Core, keys: OpenedKeys, password: string): Promise<Result<null>> {
  if (keys.openedBy.kind !== 'officer') return fail('officers.not_signed_in')
  const { userId, mustChange } = keys.openedBy
  const desk = core.open(keys)
  if (!desk.ok) return desk
  const ready = await core.prepare()
  if (!ready.ok) return ready
  const { store } = desk.value
  const officer = store.first(query.selectFrom('officer').select('disabled').where('id', '=', userId))
  if (!officer || officer.disabled) return fail('officers.wrong_credentials')
  const drained = reportRefusals(core, userId)
  if (!drained.ok) return drained
  await core.door.slots.strengthen(keys, password)
  const due = secondFactorDue(secretOf(store, userId)?.lastAt ?? null, core.options.clock.now(), {
    shiftMs: settingsOf(store).shiftHours * 3_600_000,
    toleranceMs: 5 * 60_000,
  })
  core.session.take({
    type: 'password_accepted',
    officer: userId,
    mustChangePassword: mustChange,
    secondFactorDue: due,
  })
  return ok(null)
}

/** Refused sign-ins since the last opening go into the access log, before anybody can look at it. */
function reportRefusals(core: Core, actor: string): Result<unknown> {
  const desk = openDesk(core)
  if (!desk.ok) return desk
  const { store } = desk.value
  const officers = store.all(query.selectFrom('officer').select(['id', 'user_name']))
  const tampered = core.door.lockout.tampered()
  if (tampered.ok && tampered.value) store.access.note({ actor, act: 'counters_tampered' })
  return core.door.lockout.drainRefusals(
    officers.map((officer) => officer.user_name),
    (refusals, dropped) => {
      for (const { id, kind, reason, at, userName } of refusals) {
        const officer = officers.find((other) => other.user_name === userName)
        store.access.note({
          actor: store.identity()?.device ?? actor,
          act: 'refused',
          ...(officer ? { subject: { kind: 'officer', id: officer.id } as const } : {}),
          details: { id, kind, reason, at },
        })
      }
      if (dropped > 0) store.access.note({ actor, act: 'refusals_dropped', details: { count: dropped } })
      const flushed = store.access.flush()
      return flushed.ok ? ok(null) : flushed
    },
  )
}

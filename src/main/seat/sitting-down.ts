import type { Role } from '../../shared/contract/views.ts'
import { mayUseKiosk } from '../../shared/officers/badge.ts'
import { secondFactorDue } from '../../shared/officers/second-factor.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { settingsOf } from '../office/settings.ts'
import type { OpenedKeys } from '../officers/ports.ts'
import { query } from '../store/query.ts'
import type { Store } from '../store/types.ts'
import type { Core, OpenDesk } from './core.ts'
import { isKeyFileForeign, rememberKeyFile } from './key-file.ts'
import { removeMarker } from './marker.ts'
import { keepSecret, secretOf } from './secrets.ts'

/**
 * From a right password to the seat: opens the store, hands waiting refusals to the access log, and sits the officer
 * down. `recovered`: the password was set with the printed key just now.
 */
export async function sitDown(
  core: Core,
  keys: OpenedKeys,
  password: string,
  how?: 'recovered',
): Promise<Result<null>> {
  if (keys.openedBy.kind !== 'officer') return fail('officers.not_signed_in')
  const { userId, mustChange } = keys.openedBy
  const desk = core.open(keys)
  if (!desk.ok) return reported(core, desk, userId)
  const ready = await core.prepare()
  if (!ready.ok) return ready
  const known = knownOfficer(core, desk.value, userId)
  if (!known.ok) return known
  const written = writeArrival(core, desk.value, keys, userId, how)
  if (!written.ok) return written
  await strengthen(core, desk.value, userId, password)
  keys.databaseKey.fill(0) // The desk has its own copy.
  const remembered = rememberKeyFile(core, desk.value, userId, false)
  if (!remembered.ok) return remembered
  core.session.take({
    type: 'password_accepted',
    officer: userId,
    mustChangePassword: mustChange,
    secondFactorDue: isSecondFactorDue(core, desk.value.store, userId),
  })
  return ok(null)
}

/** A key file from another desk that holds this officer's name: the access log of the open store says so. */
function reported<F extends Result<never>>(core: Core, refusal: F, userId: Uuid): F {
  const access = core.opened()?.store.access
  if (refusal.ok || refusal.failure.code !== 'officers.key_file_changed') return refusal
  access?.note({ actor: userId, act: 'refused', details: { reason: refusal.failure.code } })
  access?.flush()
  return refusal
}

/** A key slot that a crash left behind opens the store, but nobody sits down by it. */
function knownOfficer(core: Core, { store }: OpenDesk, userId: Uuid): Result<null> {
  const officer = store.first(query.selectFrom('officer').select(['disabled', 'roles']).where('id', '=', userId))
  const known = !officer || officer.disabled ? fail('officers.disabled') : mayBeHere(core, officer.roles)
  if (known.ok) return known
  store.access.note({ actor: userId, act: 'refused', details: { reason: known.failure.code } })
  const flushed = store.access.flush()
  return flushed.ok ? known : flushed
}

/** At a kiosk the public stands by: only those who work there sit down. `roles` as the table of officers holds them. */
export const mayBeHere = ({ options }: Core, roles: string): Result<null> =>
  !options.kiosk || mayUseKiosk(JSON.parse(roles) as Role[]) ? ok(null) : fail('officers.not_at_kiosk')

/** Everything that must be on the disk before somebody sits here. */
function writeArrival(core: Core, desk: OpenDesk, keys: OpenedKeys, userId: Uuid, how?: 'recovered'): Result<unknown> {
  const { store } = desk
  removeMarker(core.slotPorts.files) // One that a set-up could not remove; the store is in use now.
  if (isKeyFileForeign(store, keys)) {
    desk.keyFileChanged = true
    store.access.note({ actor: userId, act: 'key_file_changed', details: { generation: keys.generation } })
  }
  const drained = reportRefusals(core, desk, userId)
  if (!drained.ok || how !== 'recovered') return drained
  return store.transact({ actor: userId }, (tx) => {
    tx.append({ subject: { kind: 'officer', id: userId }, type: 'officer.password_reset', body: {} })
    const secret = secretOf(tx, userId)
    if (secret) keepSecret(tx, userId, { ...secret, lastAt: null })
    return ok(null)
  })
}

/** Brings the slot to today's cost and keychain. What it cannot do now it tries at the next sign-in. */
async function strengthen(core: Core, { keys, store }: OpenDesk, userId: Uuid, password: string): Promise<void> {
  const done = await core.door.slots.strengthen(keys, password)
  if (!done.ok) store.access.note({ actor: userId, act: 'slot_not_renewed', details: { reason: done.failure.code } })
}

const isSecondFactorDue = (core: Core, store: Store, userId: Uuid): boolean =>
  secondFactorDue(secretOf(store, userId)?.lastAt ?? null, core.options.clock.now(), {
    shiftMs: settingsOf(store).shiftHours * 3_600_000,
    toleranceMs: 5 * 60_000,
  })

/** Refused sign-ins since the last opening go into the access log, before anybody can look at it. */
function reportRefusals(core: Core, { store }: OpenDesk, actor: Uuid): Result<unknown> {
  const officers = store.all(query.selectFrom('officer').select(['id', 'user_name']))
  const tampered = core.door.lockout.tampered()
  if (!tampered.ok) return tampered
  if (tampered.value) store.access.note({ actor, act: 'counters_tampered' })
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

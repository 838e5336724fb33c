import { bareNumber } from '../../shared/domain/numbers.ts'
import type { ErrorCode } from '../../shared/errors.ts'
import type { SecondFactorRecord } from '../../shared/officers/second-factor.ts'
import { foldUserName } from '../../shared/officers/user-name.ts'
import type { Clock } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Attempt, Lockout } from './lockout.ts'
import type { AttemptKind } from './lockout-file.ts'
import type { OpenedKeys } from './ports.ts'
import { acceptRecoveryCode, looksLikeRecoveryCode } from './recovery-codes.ts'
import type { KeySlots, PasswordChange } from './slots.ts'
import { acceptCode } from './totp.ts'

/** Somebody at the door who has not yet shown who they are, and what opens it. */
export interface Door {
  readonly slots: KeySlots
  readonly lockout: Lockout
  readonly clock: Clock
}

/** The failures that say "this was a guess": only these count against the officer. */
const guesses: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'officers.wrong_credentials',
  'officers.recovery_key_wrong',
  'officers.code_wrong',
  'officers.code_replayed',
  'officers.recovery_code_wrong',
])

/**
 * Opens the desk by user name or badge, and password, under the growing delays: guesses by badge and by name count
 * together. Errors: officers.wait and those of `openByPassword`.
 */
export function signIn(door: Door, given: string, password: string): Promise<Result<OpenedKeys>> {
  const userName = nameFor(door, given)
  return counted(door, 'password', userName, () => door.slots.openByPassword(userName, password))
}

/** The user name behind a badge; anything else is taken for a user name. */
function nameFor({ slots }: Door, given: string): string {
  const users = slots.users()
  if (!users.ok || users.value.some(({ userName }) => userName === foldUserName(given))) return given
  return users.value.find(({ badge }) => badge === bareNumber(given))?.userName ?? given
}

/** A change of password, under the same delays: it tries the current one. */
export const changePasswordAtDoor = (door: Door, wish: PasswordChange): Promise<Result<OpenedKeys>> =>
  counted(door, 'password', wish.userName, () => door.slots.changePassword(wish))

/**
 * The way back in with the printed key: opens the desk, mends the keychain's part and gives the officer the new
 * password. Errors: officers.wait, those of `openByRecoveryKey`, `setPassword` and the key file.
 */
export async function recover(
  door: Door,
  userName: string,
  recoveryKey: string,
  next: string,
): Promise<Result<OpenedKeys>> {
  const opened = await counted(door, 'recovery_key', '', async () => door.slots.openByRecoveryKey(recoveryKey))
  if (!opened.ok) return opened
  const rebound = await door.slots.rebindDevice(opened.value)
  // A machine whose keychain is gone for good gets a slot that the password alone opens.
  if (!rebound.ok && rebound.failure.code !== 'officers.keychain_unavailable') return rebound
  const users = door.slots.users()
  if (!users.ok) return users
  const user = users.value.find((other) => other.userName === foldUserName(userName))
  if (!user) return fail('officers.no_such_officer')
  const put = await door.slots.setPassword(opened.value, user.userId, { password: next, mustChange: false })
  return put.ok ? door.slots.openByPassword(user.userName, next) : put
}

/** What is to be kept of a second factor that was right. */
export interface SecondFactorPassed {
  readonly record: SecondFactorRecord
  readonly by: 'code' | 'recovery_code'
}

/**
 * Checks a code of the authenticator or a recovery code, under the growing delays. `keep` must store the record before
 * the answer counts, or a crash would let the code be used again. Errors: officers.wait, those of `acceptCode` and
 * `acceptRecoveryCode`, those of `keep`.
 */
export const passSecondFactor = (
  door: Door,
  officer: { readonly userName: string; readonly record: SecondFactorRecord },
  code: string,
  keep: (record: SecondFactorRecord) => Result<null>,
): Promise<Result<SecondFactorPassed>> =>
  counted(door, 'second_factor', officer.userName, async () => {
    const by = looksLikeRecoveryCode(code) ? 'recovery_code' : 'code'
    const accepted =
      by === 'code' ? acceptCode(officer.record, code, door.clock.now()) : acceptRecoveryCode(officer.record, code)
    if (!accepted.ok) return accepted
    const kept = keep(accepted.value)
    return kept.ok ? ok({ record: accepted.value, by }) : kept
  })

/** Runs an attempt between the counters: refused before, counted during, forgiven or delayed after. */
async function counted<T>(
  door: Door,
  kind: AttemptKind,
  userName: string,
  attempt: () => Promise<Result<T>>,
): Promise<Result<T>> {
  const begun = door.lockout.begin(kind, userName)
  if (!begun.ok) return begun
  const result = await attempt().catch((bug: unknown) => {
    begun.value.abandoned()
    throw bug
  })
  const settled = settle(begun.value, result)
  return result.ok && !settled.ok ? settled : result
}

function settle(attempt: Attempt, result: Result<unknown>): Result<null> {
  if (result.ok) return attempt.accepted()
  return guesses.has(result.failure.code) ? attempt.refused(result.failure.code) : attempt.abandoned()
}

import { checkNewPassword, normalisePassword } from '../../shared/officers/password.ts'
import { recoveryKeyBytes, writeRecoveryKey } from '../../shared/officers/recovery-key.ts'
import { parseUserName } from '../../shared/officers/user-name.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { newDevice, readDeviceSecret, renewDevice } from './device-secret.ts'
import { openByPassword, type SlotPorts } from './opening.ts'
import type { OpenedKeys } from './ports.ts'
import {
  isIntact,
  type KeyFile,
  type KeyFileContent,
  type OfficerSlot,
  readKeyFile,
  writeKeyFile,
} from './slot-file.ts'
import { type NewSlot, wrapForOfficer, wrapForRecovery } from './wrapping.ts'

/** An officer to be given a slot. */
export interface NewOfficer {
  readonly userId: Uuid
  readonly userName: string
  readonly password: string
  /** The password was chosen by somebody else and must be changed at the first sign-in. */
  readonly mustChange: boolean
  /** Names that the password may not be built from: the officer's, the office's. */
  readonly avoid?: readonly string[]
}

/** Each change reads the key file, makes the new content and writes it; the caller lets them in one at a time. */

export async function addOfficer(ports: SlotPorts, keys: OpenedKeys, newcomer: NewOfficer): Promise<Result<null>> {
  const officer = checkOfficer(newcomer)
  if (!officer.ok) return officer
  const file = readKeyFile(ports.files)
  if (!file.ok) return file
  const { userId, userName } = officer.value
  const taken = file.value.officers.some((slot) => slot.userId === userId || slot.userName === userName)
  return taken ? fail('officers.user_name_taken') : putOfficer(ports, keys, file.value, officer.value)
}

export interface PasswordChange {
  readonly userName: string
  readonly current: string
  readonly next: string
  readonly avoid?: readonly string[]
}

export async function changePassword(ports: SlotPorts, wish: PasswordChange): Promise<Result<OpenedKeys>> {
  const keys = await openByPassword(ports, wish.userName, wish.current)
  if (!keys.ok || keys.value.openedBy.kind !== 'officer') return keys
  if (normalisePassword(wish.current) === normalisePassword(wish.next)) return fail('officers.password_same')
  const choice = { password: wish.next, mustChange: false, avoid: wish.avoid ?? [] }
  const put = await setPassword(ports, keys.value, keys.value.openedBy.userId, choice)
  if (!put.ok) return put
  return openByPassword(ports, wish.userName, wish.next)
}

export type PasswordChoice = Pick<NewOfficer, 'password' | 'mustChange' | 'avoid'>

export async function setPassword(
  ports: SlotPorts,
  keys: OpenedKeys,
  userId: Uuid,
  choice: PasswordChoice,
): Promise<Result<null>> {
  const file = readKeyFile(ports.files)
  if (!file.ok) return file
  const slot = file.value.officers.find((other) => other.userId === userId)
  if (!slot) return fail('officers.no_such_officer')
  const officer = checkOfficer({ userId, userName: slot.userName, ...choice })
  return officer.ok ? putOfficer(ports, keys, file.value, officer.value) : officer
}

export function setBadge(ports: SlotPorts, keys: OpenedKeys, userId: Uuid, badge: string | undefined): Result<null> {
  const file = readKeyFile(ports.files)
  if (!file.ok) return file
  const slot = file.value.officers.find((other) => other.userId === userId)
  if (!slot) return fail('officers.no_such_officer')
  if (badge && file.value.officers.some((other) => other !== slot && other.badge === badge))
    return fail('officers.badge_taken')
  const { badge: _, ...rest } = slot
  const changed = badge ? { ...rest, badge } : rest
  const officers = file.value.officers.map((other) => (other === slot ? changed : other))
  return change(ports, keys, file.value, { officers })
}

export function removeOfficer(ports: SlotPorts, keys: OpenedKeys, userId: Uuid): Result<null> {
  const file = readKeyFile(ports.files)
  if (!file.ok) return file
  const officers = file.value.officers.filter((slot) => slot.userId !== userId)
  if (officers.length === file.value.officers.length) return fail('officers.no_such_officer')
  return officers.length === 0 ? fail('officers.last_slot') : change(ports, keys, file.value, { officers })
}

export function replaceRecoveryKey(ports: SlotPorts, keys: OpenedKeys): Result<string> {
  const file = readKeyFile(ports.files)
  if (!file.ok) return file
  const recovery = ports.random.bytes(recoveryKeyBytes)
  const done = change(ports, keys, file.value, { recovery: wrapForRecovery(ports, keys.databaseKey, recovery) })
  return done.ok ? ok(writeRecoveryKey(recovery)) : done
}

export async function rebindDevice(ports: SlotPorts, keys: OpenedKeys): Promise<Result<boolean>> {
  const file = readKeyFile(ports.files)
  if (!file.ok) return file
  const { keychain, random } = ports
  const entry = file.value.device
  if (entry === null || (await readDeviceSecret(keychain, entry)).ok) return ok(false)
  if (!(await keychain.available())) return fail('officers.keychain_unavailable')
  const renewed = await renewDevice(keychain, keys.databaseKey, entry, random)
  const device = renewed ?? (await newDevice(keychain, keys.databaseKey, random))
  const done = change(ports, keys, file.value, { device })
  return done.ok ? ok(true) : done
}

export async function strengthen(ports: SlotPorts, keys: OpenedKeys, password: string): Promise<Result<boolean>> {
  const file = readKeyFile(ports.files)
  if (!file.ok) return file
  const by = keys.openedBy
  const slot = file.value.officers.find((other) => by.kind === 'officer' && other.userId === by.userId)
  const bindable = await ports.keychain.available()
  if (!slot || !isWeak(slot, ports, bindable)) return ok(false)
  const made = bindable && !file.value.device ? await newDevice(ports.keychain, keys.databaseKey, ports.random) : null
  const { userId, userName, mustChange } = slot
  const officer = { userId, userName, password, mustChange }
  const put = await putOfficer(ports, keys, { ...file.value, device: made ?? file.value.device }, officer, file.value)
  return put.ok ? ok(true) : put
}

/** Judges user name and password of a new or changed officer. */
export function checkOfficer(officer: NewOfficer): Result<NewSlot> {
  const userName = parseUserName(officer.userName)
  if (!userName.ok) return userName
  const password = checkNewPassword(officer.password, { userName: userName.value, others: officer.avoid ?? [] })
  if (!password.ok) return password
  const { userId, mustChange } = officer
  return ok({ userId, userName: userName.value, password: password.value, mustChange })
}

/** Writes the officer's slot anew, bound to the device where its keychain works now, in place of any older one. */
async function putOfficer(
  ports: SlotPorts,
  keys: OpenedKeys,
  file: KeyFile,
  officer: NewSlot,
  asRead = file,
): Promise<Result<null>> {
  const secret = await readDeviceSecret(ports.keychain, file.device)
  const slot = await wrapForOfficer(ports, keys.databaseKey, officer, secret.ok ? secret.value : null)
  const index = file.officers.findIndex((other) => other.userId === officer.userId)
  const badge = file.officers[index]?.badge
  const kept = badge ? { ...slot, badge } : slot
  const officers = index < 0 ? [...file.officers, kept] : file.officers.with(index, kept)
  return change(ports, keys, asRead, { device: file.device, officers })
}

/** Signs and writes. A file changed from outside is not signed unless its opening already reported that. */
function change(ports: SlotPorts, keys: OpenedKeys, file: KeyFile, changes: Partial<KeyFileContent>): Result<null> {
  if (keys.fileIntact && !isIntact(file, keys.databaseKey)) return fail('officers.key_file_changed')
  const written = writeKeyFile(ports.files, keys.databaseKey, { ...file, ...changes })
  return written.ok ? ok(null) : written
}

const isWeak = (slot: OfficerSlot, { cost }: SlotPorts, bindable: boolean): boolean =>
  (bindable && !slot.deviceBound) || slot.cost.memoryKib < cost.memoryKib || slot.cost.passes < cost.passes

import { readRecoveryKey } from '../../shared/officers/recovery-key.ts'
import { foldUserName } from '../../shared/officers/user-name.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { readDeviceSecret } from './device-secret.ts'
import type { Files, Keychain, OpenedKeys } from './ports.ts'
import { isIntact, type KeyFile, type OfficerSlot, readKeyFile } from './slot-file.ts'
import { decoySlot, unwrapForOfficer, unwrapForRecovery, type WrappingTools } from './wrapping.ts'

/** What key slots need from outside. */
export interface SlotPorts extends WrappingTools {
  readonly files: Files
  readonly keychain: Keychain
}

/** The password's way in. See `KeySlots.openByPassword`. */
export async function openByPassword(
  ports: SlotPorts,
  userName: string,
  password: string,
): Promise<Result<OpenedKeys>> {
  const file = readKeyFile(ports.files)
  if (!file.ok) return file
  const secret = await readDeviceSecret(ports.keychain, file.value.device)
  const name = foldUserName(userName)
  const slot = file.value.officers.find((other) => other.userName === name)
  // An unknown name costs the same derivation and gets the same answer as a wrong password.
  const tried = slot ?? decoySlot(ports, name, file.value.device !== null)
  const key = await unwrapForOfficer(ports.deriveKey, tried, password, secret.ok ? secret.value : null)
  if (tried.deviceBound && !secret.ok) return secret
  return slot && key ? ok(opened(file.value, key, slot)) : fail('officers.wrong_credentials')
}

/** The printed key's way in. See `KeySlots.openByRecoveryKey`. */
export function openByRecoveryKey(ports: SlotPorts, text: string): Result<OpenedKeys> {
  const typed = readRecoveryKey(text)
  if (!typed.ok) return typed
  const file = readKeyFile(ports.files)
  if (!file.ok) return file
  const key = unwrapForRecovery(file.value.recovery, typed.value)
  return key ? ok(opened(file.value, key, null)) : fail('officers.recovery_key_wrong')
}

const opened = (file: KeyFile, databaseKey: Uint8Array, slot: OfficerSlot | null): OpenedKeys => ({
  databaseKey,
  openedBy: slot
    ? { kind: 'officer', userId: slot.userId, userName: slot.userName, mustChange: slot.mustChange }
    : { kind: 'recovery' },
  fileIntact: isIntact(file, databaseKey),
  generation: file.generation,
})

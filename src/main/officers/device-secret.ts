import type { Random } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Keychain } from './ports.ts'
import { authenticate, deriveSubkey, fromBase64, sameText, seal, toBase64, unseal } from './seal.ts'
import type { DeviceEntry } from './slot-file.ts'

/** The secret of this device: 32 random bytes that only this computer's keychain gives back. */

/** Makes a secret and the entry for the key file. Asks the keychain; call only where one is available. */
export async function newDevice(keychain: Keychain, databaseKey: Uint8Array, random: Random): Promise<DeviceEntry> {
  const secret = random.bytes(32)
  const entry = await protectAgain(keychain, databaseKey, secret, random)
  secret.fill(0)
  return entry
}

/**
 * The secret, as the keychain gives it back; null where the desk has none.
 * Errors: officers.keychain_unavailable (try again), officers.keychain_changed (another account, a lost keychain).
 */
export async function readDeviceSecret(
  keychain: Keychain,
  entry: DeviceEntry | null,
): Promise<Result<Uint8Array | null>> {
  if (entry === null) return ok(null)
  if (!(await keychain.available())) return fail('officers.keychain_unavailable')
  const secret = await keychain.unprotect(fromBase64(entry.protected))
  if (!secret.ok) return secret
  return sameText(checkOf(secret.value), entry.check) ? secret : fail('officers.keychain_changed')
}

/** The entry with the same secret given to the keychain anew; null (a damaged escrow) means a new one is needed. */
export async function renewDevice(
  keychain: Keychain,
  databaseKey: Uint8Array,
  entry: DeviceEntry,
  random: Random,
): Promise<DeviceEntry | null> {
  const secret = unseal(escrowKey(databaseKey), entry.escrow, 'device')
  if (secret === null || !sameText(checkOf(secret), entry.check)) return null
  const renewed = await protectAgain(keychain, databaseKey, secret, random)
  secret.fill(0)
  return renewed
}

async function protectAgain(keychain: Keychain, databaseKey: Uint8Array, secret: Uint8Array, random: Random) {
  return {
    protected: toBase64(await keychain.protect(secret)),
    escrow: seal(escrowKey(databaseKey), secret, 'device', random),
    check: checkOf(secret),
  }
}

const escrowKey = (databaseKey: Uint8Array) => deriveSubkey(databaseKey, new Uint8Array(), 'device escrow')
const checkOf = (secret: Uint8Array) => authenticate(secret, 'passerelle device check')

import { createHash, createPrivateKey, createPublicKey } from 'node:crypto'
import type { Clock, Random, Uuid } from '../../shared/ports.ts'
import type { Connection } from './connection.ts'
import { uuidBytes, uuidText } from './log/uuid.ts'
import type { Identity } from './types.ts'

/**
 * The UUID of a device: the first 16 bytes of the SHA-256 of its 32-byte Ed25519 public key, with the version 8 and
 * variant bits of RFC 9562 (5.8). Whoever holds the key can show that the chain is his; nobody has to hand out ids.
 */
export function deviceId(publicKey: Uint8Array): Uuid {
  const bytes = createHash('sha256').update(publicKey).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return uuidText(bytes)
}

/** The identity under which this store writes now, if it has one. */
export function currentIdentity(connection: Connection): Identity | undefined {
  const row = connection
    .prepare<{ device: Uint8Array; office: Uint8Array; public_key: Uint8Array }>(
      'SELECT device, office, public_key FROM desk_identity WHERE retired_ms IS NULL',
    )
    .get()
  return row && { device: uuidText(row.device), office: uuidText(row.office), publicKey: row.public_key }
}

/** Retires the present identity, if any: its private key is gone and its chain has ended. */
export function retireIdentity(connection: Connection, now: number): void {
  connection.prepare('UPDATE desk_identity SET retired_ms = ?, private_key = NULL WHERE retired_ms IS NULL').run(now)
}

/** Makes a key pair from 32 random bytes and writes the identity that follows from it. */
export function makeIdentity(connection: Connection, office: Uuid, clock: Clock, random: Random): Identity {
  const seed = random.bytes(32)
  const publicKey = publicKeyOf(seed)
  const device = deviceId(publicKey)
  connection
    .prepare('INSERT INTO desk_identity (device, office, public_key, private_key, since_ms) VALUES (?, ?, ?, ?, ?)')
    .run(uuidBytes(device), uuidBytes(office), publicKey, seed, clock.now())
  return { device, office, publicKey }
}

/** Everything of the PKCS#8 form of an Ed25519 private key that comes before its 32 bytes (RFC 8410, section 7). */
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex')

function publicKeyOf(seed: Uint8Array): Uint8Array {
  const key = createPrivateKey({ key: Buffer.concat([pkcs8Prefix, seed]), format: 'der', type: 'pkcs8' })
  // The SPKI form ends with the 32 bytes of the public key.
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32)
}

import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto'
import type { Clock, Random, Uuid } from '../../shared/ports.ts'
import { deviceIdOf } from '../../shared/sync/device-id.ts'
import type { Connection } from './connection.ts'
import { sha256 } from './log/header.ts'
import { uuidBytes, uuidText } from './log/uuid.ts'
import { openWith } from './sync/envelope.ts'
import type { Identity } from './types.ts'

/** The UUID of a device; see shared/sync/device-id.ts. */
export const deviceId = (publicKey: Uint8Array): Uuid => deviceIdOf(sha256, publicKey)

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

/** The Ed25519 signature of the desk's present identity, 64 bytes; undefined where it has none. */
export function signAsDesk(connection: Connection, bytes: Uint8Array): Uint8Array | undefined {
  const row = connection
    .prepare<{ private_key: Uint8Array }>('SELECT private_key FROM desk_identity WHERE retired_ms IS NULL')
    .get()
  return row && sign(null, bytes, privateKeyObject(row.private_key))
}

/** What was sealed to the desk's present identity (sync/envelope.ts); undefined where it is for another, or was changed. */
export function openAsDesk(connection: Connection, sealed: Uint8Array): Uint8Array | undefined {
  const row = connection
    .prepare<{ private_key: Uint8Array }>('SELECT private_key FROM desk_identity WHERE retired_ms IS NULL')
    .get()
  return row && openWith(sealed, row.private_key)
}

/** The public key of 32 bytes as Node takes it. */
export const publicKeyObject = (publicKey: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([spkiPrefix, publicKey]), format: 'der', type: 'spki' })

/** What stands before the 32 bytes of an Ed25519 key: private in PKCS#8 form, public in SPKI form (RFC 8410). */
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex')
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex')

const privateKeyObject = (seed: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.concat([pkcs8Prefix, seed]), format: 'der', type: 'pkcs8' })

const publicKeyOf = (seed: Uint8Array): Uint8Array =>
  createPublicKey(privateKeyObject(seed)).export({ format: 'der', type: 'spki' }).subarray(spkiPrefix.length)

import { createPublicKey, hash, verify } from 'node:crypto'
import type { Sha256 } from '../../shared/sync/event-header.ts'

/** On its way one letter a byte: a piece of memory of its own for each of two hashes an event costs more than to hash it. */
export const sha256: Sha256 = (...chunks) =>
  Buffer.from(hash('sha256', chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks), 'binary'), 'latin1')

/** Everything of the SPKI form of an Ed25519 public key that comes before its 32 bytes (RFC 8410, section 4). */
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex')

/** Is it a signature of whoever holds the private half of this key (32 bytes)? */
export function verifyEd25519(publicKey: Uint8Array, signature: Uint8Array, bytes: Uint8Array): boolean {
  const key = createPublicKey({ key: Buffer.concat([spkiPrefix, publicKey]), format: 'der', type: 'spki' })
  return verify(null, bytes, key, signature)
}

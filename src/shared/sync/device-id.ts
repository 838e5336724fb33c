import { stringify } from 'uuid'
import type { Sha256 } from './event-header.ts'

/**
 * The UUID of a device: the first 16 bytes of the SHA-256 of its 32-byte Ed25519 public key, with the version 8 and
 * variant bits of RFC 9562 (5.8). Whoever holds the key can show that the chain is theirs; nobody hands out ids.
 */
export function deviceIdOf(sha256: Sha256, publicKey: Uint8Array): string {
  const bytes = Uint8Array.from(sha256(publicKey).subarray(0, 16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return stringify(bytes)
}

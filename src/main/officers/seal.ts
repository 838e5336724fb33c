import { createCipheriv, createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { Random } from '../../shared/ports.ts'

/** The few primitives that keys and counters are made of: HKDF-SHA-256, AES-256-GCM, HMAC-SHA-256. */

/** A sealed secret: 96-bit nonce and ciphertext with its 128-bit tag, base64. */
export interface Sealed {
  readonly nonce: string
  readonly data: string
}

const tagLength = 16

/** A 32-byte key for one purpose out of good key material (RFC 5869). */
export const deriveSubkey = (material: Uint8Array, salt: Uint8Array, purpose: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', material, salt, `passerelle ${purpose}`, 32))

/** Encrypts and authenticates a secret together with the text that says what it belongs to. */
export function seal(key: Uint8Array, secret: Uint8Array, context: string, random: Random): Sealed {
  const nonce = random.bytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength })
  cipher.setAAD(Buffer.from(context))
  const data = Buffer.concat([cipher.update(secret), cipher.final(), cipher.getAuthTag()])
  return { nonce: toBase64(nonce), data: toBase64(data) }
}

/** The sealed secret, or null if the key or the context is not the one it was sealed with. */
export function unseal(key: Uint8Array, sealed: Sealed, context: string): Uint8Array | null {
  const data = fromBase64(sealed.data)
  const nonce = fromBase64(sealed.nonce)
  if (data.length < tagLength || nonce.length !== 12) return null
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength })
  decipher.setAAD(Buffer.from(context))
  decipher.setAuthTag(data.subarray(data.length - tagLength))
  const secret = decipher.update(data.subarray(0, data.length - tagLength))
  try {
    decipher.final()
  } catch {
    return null // A tag that does not match is the expected answer to a wrong key.
  }
  return new Uint8Array(secret)
}

/** HMAC-SHA-256, hex. */
export const authenticate = (key: Uint8Array, text: string): string =>
  createHmac('sha256', key).update(text).digest('hex')

/** Compares two texts in a time that depends on their length only. */
export function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

export const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
export const fromBase64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'))

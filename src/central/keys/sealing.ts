import { createCipheriv, createDecipheriv, createSecretKey } from 'node:crypto'
import type { Random } from '../../shared/ports.ts'

const nonceLength = 12
const tagLength = 16

/**
 * AES-256-GCM: nonce (12 random bytes), ciphertext, tag (16 bytes). `about` is authenticated with it, so that what was
 * sealed for one place opens in no other. (A key object costs a third of what checking raw bytes does.)
 */
export function seal(plain: Uint8Array, key: Uint8Array, about: Uint8Array, random: Random): Buffer {
  const nonce = random.bytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', createSecretKey(key), nonce).setAAD(about)
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** The plain bytes; undefined when any byte is not as it was, or the key is another. */
export function unseal(sealed: Uint8Array, key: Uint8Array, about: Uint8Array): Buffer | undefined {
  if (sealed.length < nonceLength + tagLength) return undefined
  const end = sealed.length - tagLength
  const decipher = createDecipheriv('aes-256-gcm', createSecretKey(key), sealed.subarray(0, nonceLength), {
    authTagLength: tagLength,
  })
    .setAAD(about)
    .setAuthTag(sealed.subarray(end))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(nonceLength, end)), decipher.final()])
  } catch {
    return undefined // The tag does not fit: the one way in which `final` fails.
  }
}

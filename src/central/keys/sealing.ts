import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto'
import type { Random } from '../../shared/ports.ts'

const nonceLength = 12
const tagLength = 16

/** A key that seals much is made an object once: a key object costs a third of what checking raw bytes does. */
type Key = Uint8Array | KeyObject
const objectOf = (key: Key): KeyObject => (key instanceof Uint8Array ? createSecretKey(key) : key)

/**
 * AES-256-GCM: nonce (12 random bytes), ciphertext, tag (16 bytes). `about` is authenticated with it, so that what was
 * sealed for one place opens in no other.
 */
export const seal = (plain: Uint8Array, key: Key, about: Uint8Array, random: Pick<Random, 'bytes'>): Buffer =>
  Buffer.concat(sealInPieces(plain, key, about, random))

/** The same, in pieces to be put in a row: for many at once, which go into one run of bytes anyway. */
export function sealInPieces(
  plain: Uint8Array,
  key: Key,
  about: Uint8Array,
  random: Pick<Random, 'bytes'>,
): readonly Uint8Array[] {
  const nonce = random.bytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', objectOf(key), nonce).setAAD(about)
  const hidden = cipher.update(plain)
  cipher.final() // Nothing is left: this cipher hides byte by byte.
  return [nonce, hidden, cipher.getAuthTag()]
}

/** Random bytes for many small needs, fetched together. */
export function randomInBulk(random: Random, size: number): Pick<Random, 'bytes'> {
  let [bulk, at]: [Uint8Array, number] = [new Uint8Array(0), 0]
  return {
    bytes(length) {
      if (at + length > bulk.length) [bulk, at] = [random.bytes(Math.max(size, length)), 0]
      at += length
      return bulk.subarray(at - length, at)
    },
  }
}

/** The plain bytes; undefined when any byte is not as it was, or the key is another. */
export function unseal(sealed: Uint8Array, key: Key, about: Uint8Array): Buffer | undefined {
  if (sealed.length < nonceLength + tagLength) return undefined
  const end = sealed.length - tagLength
  const decipher = createDecipheriv('aes-256-gcm', objectOf(key), sealed.subarray(0, nonceLength), {
    authTagLength: tagLength,
  })
    .setAAD(about)
    .setAuthTag(sealed.subarray(end))
  try {
    const plain = decipher.update(sealed.subarray(nonceLength, end))
    decipher.final() // Nothing is left but to see whether the tag fits.
    return plain
  } catch {
    return undefined // The tag does not fit: the one way in which `final` fails.
  }
}

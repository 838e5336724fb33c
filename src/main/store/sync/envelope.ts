import { createHash, createPrivateKey, createPublicKey, diffieHellman, hkdfSync, type KeyObject } from 'node:crypto'
import type { Random } from '../../../shared/ports.ts'
import { seal, unseal } from '../blobs/sealed-file.ts'

/**
 * Sealed to one desk: `PSCB`, the public half of a key made for this file alone (X25519, 32 bytes), then the sealed file
 * (store/blobs/sealed-file.ts) under HKDF-SHA-256 of what both halves have in common. A desk's X25519 key follows from its
 * Ed25519 key, by the map between the two curves (RFC 7748, section 4.1).
 */
const magic = Buffer.from('PSCB', 'latin1')
const headLength = 36

/** @param to Ed25519 public key of the desk that may open it, 32 bytes */
export function sealTo(plain: Uint8Array, to: Uint8Array, random: Random): Uint8Array {
  const own = privateKey(random.bytes(32))
  const ownPublic = rawPublic(own)
  const key = sharedKey(own, ownPublic, montgomery(to))
  return Buffer.concat([magic, ownPublic, ...seal(plain, key, random)])
}

/**
 * The plain bytes; undefined when it is none of ours, was changed, or is sealed to another desk.
 * @param seed of the desk's Ed25519 key, 32 bytes
 */
export function openWith(sealed: Uint8Array, seed: Uint8Array): Uint8Array | undefined {
  if (sealed.length < headLength || !magic.equals(sealed.subarray(0, 4))) return undefined
  const other = sealed.subarray(4, headLength)
  const scalar = createHash('sha512').update(seed).digest().subarray(0, 32)
  try {
    return unseal(sealed.subarray(headLength), sharedKey(privateKey(scalar), other, other))
  } catch {
    return undefined // A point of no use, which only somebody's bad file has.
  }
}

function sharedKey(own: KeyObject, salt: Uint8Array, other: Uint8Array): Uint8Array {
  const secret = diffieHellman({ privateKey: own, publicKey: publicKey(other) })
  return new Uint8Array(hkdfSync('sha256', secret, salt, 'passerelle/case-bundle/1', 32))
}

const field = 2n ** 255n - 19n

/** u = (1 + y) / (1 - y): the point of an Ed25519 public key on the curve of X25519. */
function montgomery(edwards: Uint8Array): Uint8Array {
  const y = BigInt(`0x${Buffer.from(edwards).reverse().toString('hex')}`) & (2n ** 255n - 1n)
  const u = mod((1n + y) * inverse(mod(1n - y)))
  return Buffer.from(u.toString(16).padStart(64, '0'), 'hex').reverse()
}

const mod = (n: bigint): bigint => ((n % field) + field) % field

/** By Fermat: n to the power of p - 2. */
function inverse(n: bigint): bigint {
  let [result, base, exponent] = [1n, n, field - 2n]
  for (; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = mod(result * base)
    base = mod(base * base)
  }
  return result
}

/** What stands before the 32 bytes of an X25519 key (RFC 8410). */
const pkcs8Prefix = Buffer.from('302e020100300506032b656e04220420', 'hex')
const spkiPrefix = Buffer.from('302a300506032b656e032100', 'hex')
const privateKey = (scalar: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.concat([pkcs8Prefix, scalar]), format: 'der', type: 'pkcs8' })
const publicKey = (point: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([spkiPrefix, point]), format: 'der', type: 'spki' })
const rawPublic = (key: KeyObject): Uint8Array =>
  new Uint8Array(createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32))

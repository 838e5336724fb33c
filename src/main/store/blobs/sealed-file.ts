import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'
import type { Random } from '../../../shared/ports.ts'

/**
 * The form of a blob on the disk:
 *
 *     4 bytes   `PSB1`
 *    32 bytes   random salt: the file's own key is HKDF-SHA-256(blob key, salt, 'passerelle/blob-file/1')
 *     8 bytes   length of the plain bytes (unsigned, big-endian)
 *    then segments of up to 1 MiB, each followed by its 16-byte tag: AES-256-GCM, nonce = number of the segment (8 bytes,
 *    big-endian) and 4 bytes that are 1 in the last segment and 0 in others; authenticated with it: the 44 bytes above.
 *
 * A key of its own for each file lets the nonce be a plain counter; the mark of the last segment shows a cut.
 */
const magic = Buffer.from('PSB1', 'latin1')
const headLength = 44
const segmentLength = 1024 * 1024
const tagLength = 16

/** The pieces of the sealed file, in order, each made when it is asked for. */
export function* seal(plain: Uint8Array, blobKey: Uint8Array, random: Random): Generator<Uint8Array> {
  const salt = random.bytes(32)
  const length = Buffer.alloc(8)
  length.writeBigUInt64BE(BigInt(plain.length))
  const head = Buffer.concat([magic, salt, length])
  const key = fileKey(blobKey, salt)
  yield head
  for (const [i, segment, last] of segments(plain, segmentLength)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonce(i, last)).setAAD(head)
    yield Buffer.concat([cipher.update(segment), cipher.final(), cipher.getAuthTag()])
  }
}

/** The plain bytes; undefined when any byte of the file is not as it was written, or the key is another. */
export function unseal(sealed: Uint8Array, blobKey: Uint8Array): Uint8Array | undefined {
  const head = sealed.subarray(0, headLength)
  if (head.length < headLength || !magic.equals(head.subarray(0, 4))) return undefined
  const key = fileKey(blobKey, head.subarray(4, 36))
  const plain: Uint8Array[] = []
  for (const [i, segment, last] of segments(sealed.subarray(headLength), segmentLength + tagLength)) {
    const opened = openSegment(segment, key, nonce(i, last), head)
    if (!opened) return undefined
    plain.push(opened)
  }
  return plain.length === 1 ? plain[0] : Buffer.concat(plain)
}

function openSegment(segment: Uint8Array, key: Uint8Array, iv: Uint8Array, head: Uint8Array): Uint8Array | undefined {
  if (segment.length < tagLength) return undefined
  const end = segment.length - tagLength
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: tagLength })
    .setAAD(head)
    .setAuthTag(segment.subarray(end))
  try {
    const plain = decipher.update(segment.subarray(0, end))
    decipher.final() // Nothing is left but to see whether the tag fits.
    return plain
  } catch {
    return undefined // The tag does not fit: the one way in which `final` fails.
  }
}

/** Number, bytes and "is it the last" of each piece; one empty piece for no bytes at all. */
function* segments(bytes: Uint8Array, size: number): Generator<[number, Uint8Array, boolean]> {
  const count = Math.max(1, Math.ceil(bytes.length / size))
  for (let i = 0; i < count; i++) yield [i, bytes.subarray(i * size, (i + 1) * size), i === count - 1]
}

function nonce(segment: number, last: boolean): Uint8Array {
  const bytes = Buffer.alloc(12)
  bytes.writeBigUInt64BE(BigInt(segment))
  bytes.writeUInt32BE(last ? 1 : 0, 8)
  return bytes
}

const fileKey = (blobKey: Uint8Array, salt: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', blobKey, salt, 'passerelle/blob-file/1', 32))

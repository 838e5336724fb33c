import { join } from '../photos/bytes.ts'
import { fail, ok, type Result } from '../result.ts'
import { writeC40 } from './c40.ts'
import { writeSealDate } from './dates.ts'
import { lengthRadix, longestSeal, type SealHeader, type SealMessage, sealMark, signatureTag } from './seal.ts'

/** Signs bytes with ECDSA and gives raw `r | s`, each as long as the curve's order; the hash by `hashBits`. */
export type SealSigner = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>

/** Length in bits of the SHA-2 hash that goes with a curve, by the length of its order (ICAO Doc 9303-13, 2.4). */
export const hashBits = (orderBits: number): 224 | 256 | 384 | 512 =>
  orderBits <= 224 ? 224 : orderBits <= 256 ? 256 : orderBits <= 384 ? 384 : 512

/** A whole seal. ECDSA draws lots: keep the bytes, since a second signing gives another seal. Fails like `coveredBytes`. */
export async function writeSeal(
  header: SealHeader,
  messages: readonly SealMessage[],
  sign: SealSigner,
): Promise<Result<Uint8Array>> {
  const covered = coveredBytes(header, messages)
  if (!covered.ok) return covered
  const signature = await sign(covered.value)
  const length = writeLength(signature.length, header.version)
  const whole = join([covered.value, Uint8Array.of(signatureTag), length ?? new Uint8Array(), signature])
  if (!length || whole.length > longestSeal) return fail('seal.unwritable', { reason: 'too_long' })
  return ok(whole)
}

/** What is signed: header and messages. Error: `seal.unwritable` (reason: the part of the seal). */
export function coveredBytes(header: SealHeader, messages: readonly SealMessage[]): Result<Uint8Array> {
  const start = headerBytes(header)
  if (!start.ok) return start
  const parts = [start.value]
  for (const { tag, value } of messages) {
    const length = writeLength(value.length, header.version)
    if (!Number.isInteger(tag) || tag < 0 || tag >= signatureTag) return fail('seal.unwritable', { reason: 'tag' })
    if (!length) return fail('seal.unwritable', { reason: 'length' })
    parts.push(Uint8Array.of(tag), length, value)
  }
  return ok(join(parts))
}

function headerBytes(header: SealHeader): Result<Uint8Array> {
  const { version, country, signer, reference, feature, category } = header
  const unwritable = (reason: string) => fail('seal.unwritable', { reason })
  if (!/^[A-Z]{1,3}$/.test(country)) return unwritable('country')
  if (!/^[A-Z]{2}[A-Z0-9]{2}$/.test(signer)) return unwritable('signer')
  if (!/^[0-9A-F]+$/.test(reference) || reference.length > longestReference(header)) return unwritable('reference')
  const [issued, signed] = [writeSealDate(header.issued), writeSealDate(header.signed)]
  if (!issued || !signed) return unwritable('date')
  if (!Number.isInteger(feature) || feature < 1 || feature > 254) return unwritable('feature')
  if (!Number.isInteger(category) || category < 0 || category > 255) return unwritable('category')
  const who = version === 3 ? [signer + reference.padStart(5, '0')] : [signer + lengthDigits(header), reference]
  const texts = [country.padEnd(3, '<'), ...who].map(writeC40)
  return ok(
    join([
      Uint8Array.of(sealMark, version - 1),
      ...texts.map((bytes) => bytes ?? new Uint8Array()),
      issued,
      signed,
      Uint8Array.of(feature, category),
    ]),
  )
}

const longestReference = ({ version, signer }: SealHeader) => (version === 3 ? 5 : lengthRadix(signer) ** 2 - 1)

const lengthDigits = ({ signer, reference }: SealHeader) =>
  reference.length.toString(lengthRadix(signer)).toUpperCase().padStart(2, '0')

/** The length of a value; undefined where the header's version has no way to write it. */
function writeLength(length: number, version: 3 | 4): Uint8Array | undefined {
  if (version === 3) return length < 256 ? Uint8Array.of(length) : undefined
  if (length < 0x80) return Uint8Array.of(length)
  if (length < 0x100) return Uint8Array.of(0x81, length)
  return length < 0x10000 ? Uint8Array.of(0x82, length >> 8, length & 255) : undefined
}

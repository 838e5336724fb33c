import { fail, ok, type Result } from '../result.ts'
import { c40Length, readC40 } from './c40.ts'
import { readSealDate } from './dates.ts'
import {
  lengthRadix,
  longestSeal,
  type Seal,
  type SealHeader,
  type SealMessage,
  sealMark,
  signatureTag,
} from './seal.ts'

/**
 * Takes a seal apart, strictly: nothing missing, nothing left over, no length written longer than it must be. Says
 * nothing of who signed it or whether that holds (see judge.ts). Never throws.
 * Error: `seal.malformed` (reason: `mark`, `version`, `country`, `signer`, `reference`, `date`, `length`, `truncated`,
 * `trailing`, `signature`, `too_long`).
 */
export function readSeal(bytes: Uint8Array): Result<Seal> {
  try {
    return ok(readWhole(new Source(bytes)))
  } catch (error) {
    if (error instanceof Malformed) return fail('seal.malformed', { reason: error.reason })
    throw error
  }
}

/** Stops the reading at once; never leaves this file. */
class Malformed extends Error {
  readonly reason: string
  constructor(reason: string) {
    super(reason)
    this.reason = reason
  }
}

class Source {
  at = 0
  readonly bytes: Uint8Array
  constructor(bytes: Uint8Array) {
    if (bytes.length > longestSeal) throw new Malformed('too_long')
    this.bytes = bytes
  }
  get left(): number {
    return this.bytes.length - this.at
  }
  take(length: number): Uint8Array {
    if (length > this.left) throw new Malformed('truncated')
    this.at += length
    return this.bytes.subarray(this.at - length, this.at)
  }
  byte(): number {
    return this.take(1)[0] ?? 0
  }
}

function readWhole(source: Source): Seal {
  const header = readHeader(source)
  const messages: SealMessage[] = []
  while (source.left > 0) {
    const covered = source.bytes.subarray(0, source.at)
    const tag = source.byte()
    const value = source.take(readLength(source, header.version))
    if (tag !== signatureTag) messages.push({ tag, value })
    else {
      if (source.left > 0) throw new Malformed('trailing')
      if (value.length === 0 || value.length % 2 !== 0) throw new Malformed('signature')
      return { header, messages, signature: value, covered }
    }
  }
  return { header, messages, signature: null, covered: source.bytes }
}

function readHeader(source: Source): SealHeader {
  if (source.byte() !== sealMark) throw new Malformed('mark')
  const version = source.byte() + 1
  if (version !== 3 && version !== 4) throw new Malformed('version')
  const country = readC40(source.take(2))?.trimEnd()
  if (!country || !/^[A-Z]{1,3}$/.test(country)) throw new Malformed('country')
  const { signer, reference } = version === 3 ? readFixedSigner(source) : readSigner(source)
  if (!/^[A-Z]{2}[A-Z0-9]{2}$/.test(signer)) throw new Malformed('signer')
  if (!/^[0-9A-F]+$/.test(reference)) throw new Malformed('reference')
  const issued = readDate(source)
  const signed = readDate(source)
  const feature = source.byte()
  return { version, country, signer, reference, issued, signed, feature, category: source.byte() }
}

/** Header version 3: four letters of the signer and five of the reference. */
function readFixedSigner(source: Source) {
  const text = readC40(source.take(c40Length(9))) ?? ''
  if (text.length !== 9) throw new Malformed('signer')
  return { signer: text.slice(0, 4), reference: text.slice(4) }
}

/** Header version 4: the signer, the length of the reference in two digits, the reference. */
function readSigner(source: Source) {
  const text = readC40(source.take(c40Length(6))) ?? ''
  const signer = text.slice(0, 4)
  const digits = text.slice(4)
  const radix = lengthRadix(signer)
  if (!(radix === 10 ? /^\d{2}$/ : /^[0-9A-F]{2}$/).test(digits)) throw new Malformed('reference')
  const bytes = source.take(c40Length(Number.parseInt(digits, radix)))
  // Real papers write a letter less than they announce: as many bytes are what counts.
  return { signer, reference: readC40(bytes) ?? '' }
}

function readDate(source: Source): string {
  const date = readSealDate(source.take(3))
  if (!date) throw new Malformed('date')
  return date
}

/** One plain byte under header version 3; a definite, shortest DER length under version 4. */
function readLength(source: Source, version: 3 | 4): number {
  const first = source.byte()
  if (version === 3 || first < 0x80) return first
  if (first === 0x81) return atLeast(source.byte(), 0x80)
  if (first === 0x82) return atLeast(source.byte() * 256 + source.byte(), 0x100)
  throw new Malformed('length')
}

function atLeast(length: number, least: number): number {
  if (length < least) throw new Malformed('length')
  return length
}

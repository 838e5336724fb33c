import { readMrz } from '../mrz/read.ts'
import { linesOf } from './judge.ts'
import { readMessages, sealedNumber, sealedZone } from './messages.ts'
import { profileOf } from './profiles.ts'
import { readSeal } from './read.ts'
import { sealMark } from './seal.ts'

/** Seals as a hand scanner gives them. */

/** The bytes: scanners give them in hex, or type the characters of the same numbers. Undefined for any other text. */
export function scannedSeal(text: string): Uint8Array | undefined {
  const digits = text.replace(/\s/g, '')
  if (/^([0-9a-f]{2})+$/i.test(digits))
    return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
  const codes = [...text].map((letter) => letter.codePointAt(0) ?? 0)
  return codes[0] === sealMark && codes.every((code) => code < 256) ? Uint8Array.from(codes) : undefined
}

/** The number of the paper that a seal of ours is on, as it says itself: nobody asks here who signed it. */
export function numberInSeal(bytes: Uint8Array, today: string): string | undefined {
  const seal = readSeal(bytes)
  if (!seal.ok) return undefined
  const messages = readMessages(seal.value.messages, profileOf(seal.value.header))
  const zone = sealedZone(messages)
  const read = zone ? readMrz(linesOf(zone).join('\n'), today) : undefined
  return read?.ok ? read.value.documentNumber : sealedNumber(seal.value.header, messages)
}

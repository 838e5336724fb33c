import { parse } from 'uuid'

/** The value of each hexadecimal digit, by its code; 255 for anything else. */
const digits = new Uint8Array(128).fill(255)
for (const [value, digit] of [...'0123456789abcdef'].entries()) {
  digits[digit.charCodeAt(0)] = value
  digits[digit.toUpperCase().charCodeAt(0)] = value
}

/** Where the two digits of each byte begin in the text. */
const places = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34]
const hyphens = [8, 13, 18, 23]

/**
 * The 16 bytes of a UUID (RFC 9562); throws a TypeError on text that is none. Every event has five of them, on both sides
 * of settling: as `parse` of the package uuid, in a fifth of its time.
 */
export function uuidToBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(16)
  putUuid(bytes, 0, text)
  return bytes
}

/** Writes the 16 bytes of a UUID at a place among others; as `uuidToBytes`. */
export function putUuid(bytes: Uint8Array, from: number, text: string): void {
  let wrong = text.length === 36 ? 0 : 16
  for (const at of hyphens) if (text.charCodeAt(at) !== 45) wrong |= 16
  for (let i = 0; i < 16; i++) {
    const at = places[i] as number
    const high = digits[text.charCodeAt(at)] ?? 255
    const low = digits[text.charCodeAt(at + 1)] ?? 255
    wrong |= high | low
    bytes[from + i] = (high << 4) | low
  }
  const version = (bytes[from + 6] as number) >> 4
  const usual = version >= 1 && version <= 8 && ((bytes[from + 8] as number) & 0xc0) === 0x80
  // The two that have no version, and everything that is none, are for the package to say.
  if (wrong >= 16 || !usual) bytes.set(parse(text), from)
}

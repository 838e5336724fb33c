/** Reading and joining bytes with strict bounds: past the end there is 0, never an exception. */

export const u8 = (bytes: Uint8Array, at: number): number => bytes[at] ?? 0
export const u16 = (bytes: Uint8Array, at: number): number => (u8(bytes, at) << 8) | u8(bytes, at + 1)
/** Unsigned 32-bit, big-endian. */
export const u32 = (bytes: Uint8Array, at: number): number => u16(bytes, at) * 0x10000 + u16(bytes, at + 2)

/** `length` bytes from `at` as Latin-1 text; shorter at the end of the file. `length` is small at every caller. */
export const text = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length))

export const asciiBytes = (value: string): Uint8Array => Uint8Array.from(value, (letter) => letter.charCodeAt(0))

/** One array out of many. */
export function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const text = Buffer.alloc(36, '-')
const digits = Buffer.from('0123456789abcdef')
/** Where the two digits of each byte begin. */
const places = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34]

/** The lower-case text of the 16 bytes of a UUID, in one piece: what is put together of slices is copied when it is first used. */
export function uuidText(bytes: Uint8Array): string {
  for (let i = 0; i < 16; i++) {
    const [byte, place] = [bytes[i] as number, places[i] as number]
    text[place] = digits[byte >> 4] as number
    text[place + 1] = digits[byte & 15] as number
  }
  return text.toString('latin1')
}

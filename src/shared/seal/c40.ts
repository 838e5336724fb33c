/**
 * C40 as seals write text (ICAO Doc 9303-13, 2.3.1 and appendix C): three letters in two bytes, the filler `<` of a
 * machine-readable zone as a space.
 */

const alphabet = ' 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
/** Values 0 to 2 shift to other sets, which no seal uses. */
const firstValue = 3
/** Back to plain ASCII for one letter: the last pair of a text whose length leaves one over. */
const unlatch = 0xfe
const most = 40 ** 3

/** Bytes that `length` letters take: two for each three begun. */
export const c40Length = (length: number): number => 2 * Math.ceil(length / 3)

/** The bytes of a text of A-Z, 0-9, space and `<`; undefined where a letter has no place in it. */
export function writeC40(text: string): Uint8Array | undefined {
  const letters = text.replaceAll('<', ' ')
  const values = Array.from(letters, (letter) => alphabet.indexOf(letter) + firstValue)
  if (values.some((value) => value < firstValue)) return undefined
  const bytes = new Uint8Array(c40Length(letters.length))
  for (let at = 0; at < letters.length; at += 3) {
    const [a = 0, b, c = 0] = values.slice(at, at + 3)
    const pair = b === undefined ? unlatch * 256 + letters.charCodeAt(at) + 1 : 1600 * a + 40 * b + c + 1
    bytes.set([pair >> 8, pair & 255], (at / 3) * 2)
  }
  return bytes
}

/** The text of C40 bytes, fillers as spaces; undefined for anything that no writer of the standard gives. */
export function readC40(bytes: Uint8Array): string | undefined {
  if (bytes.length % 2 !== 0) return undefined
  let text = ''
  for (let at = 0; at < bytes.length; at += 2) {
    const letters = readPair(bytes[at] ?? 0, bytes[at + 1] ?? 0, at + 2 === bytes.length)
    if (letters === undefined) return undefined
    text += letters
  }
  return text
}

function readPair(high: number, low: number, last: boolean): string | undefined {
  if (high === unlatch) return last ? letterOf(alphabet.indexOf(String.fromCharCode(low - 1)) + firstValue) : undefined
  const packed = high * 256 + low - 1
  if (packed < 0 || packed >= most) return undefined
  const values = [Math.floor(packed / 1600), Math.floor((packed % 1600) / 40), packed % 40]
  // A zero in the third place of the last pair only fills it up.
  if (last && values[2] === 0) values.pop()
  const letters = values.map(letterOf)
  return letters.includes(undefined) ? undefined : letters.join('')
}

const letterOf = (value: number): string | undefined => alphabet[value - firstValue]

import anyAscii from 'any-ascii'
import { withoutApostrophes } from '../names/fold.ts'

/**
 * National characters that do not simply lose their accent in the zone: first choice of the table of ICAO Doc 9303-3,
 * section 6 A. The rest of that table is what is left when marks are dropped.
 */
const icao: Readonly<Record<string, string>> = {
  Ä: 'AE',
  Å: 'AA',
  Æ: 'AE',
  Ð: 'D',
  Ö: 'OE',
  Ø: 'OE',
  Ü: 'UE',
  Þ: 'TH',
  Đ: 'D',
  Ħ: 'H',
  Ĳ: 'IJ',
  Ŀ: 'L',
  Ł: 'L',
  Ŋ: 'N',
  Œ: 'OE',
  Ŧ: 'T',
  ẞ: 'SS',
}

/** Words of A-Z, and whether another script had to be romanized, or characters that the zone cannot hold dropped. */
export interface Transliterated {
  readonly words: readonly string[]
  readonly romanized: boolean
  readonly dropped: boolean
}

/**
 * A name in the letters of the machine readable zone (9303-3, 4.6 and section 6 A): apostrophes are left out and their
 * parts joined, hyphens, commas and spaces part words, other punctuation and digits are left out.
 * Scripts other than Latin are romanized by any-ascii, not by the tables 6 B and 6 C (the Arabic one writes XKH for
 * kha and is meant for issuers whose visual zone is Arabic too): the caller must show that to an officer.
 */
export function transliterate(name: string): Transliterated {
  const capitals = withoutApostrophes(name).normalize('NFC').toUpperCase()
  const latin = [...capitals].map((letter) => icao[letter] ?? unaccented(letter)).join('')
  const parted = latin.replace(/[\p{Pd},\s_/]+/gu, ' ')
  const romanized = /(?![A-Z])\p{L}/u.test(parted)
  const ascii = romanized ? anyAscii(parted.replace(/[^\p{L}\p{M} ]/gu, '')).toUpperCase() : parted
  return {
    words: ascii
      .replace(/[^A-Z ]/g, '')
      .split(' ')
      .filter(Boolean),
    romanized,
    dropped: /[\p{N}\p{S}]/u.test(withoutApostrophes(name)),
  }
}

/** Only Latin letters lose their marks: those of other scripts are letters of their own, which any-ascii knows. */
function unaccented(letter: string): string {
  const [base = '', ...marks] = letter.normalize('NFD')
  return /[A-Z]/.test(base) && marks.every((mark) => /\p{M}/u.test(mark)) ? base : letter
}

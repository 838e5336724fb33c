import anyAscii from 'any-ascii'
import { foldName, isAscii } from './fold.ts'

/**
 * Letters that any-ascii leaves out or writes so that sound-alikes part: Arabic and Hebrew carriers of vowels, and the
 * Indic sign for a nasal before a consonant.
 */
const heard: Readonly<Record<string, string>> = {
  ا: 'a',
  أ: 'a',
  إ: 'i',
  آ: 'a',
  ٱ: 'a',
  ع: 'a',
  ة: 'a',
  ى: 'a',
  ء: '',
  א: 'a',
  ע: 'a',
  ו: 'w',
  ף: 'f',
  '\u0902': 'n',
  '\u0982': 'n',
  '\u0a02': 'n',
  '\u0a70': 'n',
  '\u0a82': 'n',
  '\u0b02': 'n',
  '\u0c02': 'n',
  '\u0c82': 'n',
  '\u0d02': 'n',
}
const rewritten = new RegExp(`[${Object.keys(heard).join('')}]`, 'g')
const syllabic = /[\p{sc=Han}\p{sc=Hangul}]/u

/**
 * The name in folded Latin letters: the folded name itself if it is Latin, else its transliteration by any-ascii
 * (Chinese and Korean by syllable, Arabic and Hebrew without the vowels that they do not write). A help for searching,
 * not a spelling to print: names in Japanese characters come out as Chinese ones.
 */
export function latinForms(text: string): string {
  const folded = foldName(text)
  if (isAscii(folded)) return folded
  const ready = text.normalize('NFKC').replace(rewritten, (letter) => heard[letter] ?? letter)
  const latin = anyAscii(ready)
  return foldName(syllabic.test(text) ? latin.replace(/(?<=[a-z])(?=[A-Z])/g, ' ') : latin)
}

/** Apostrophes and what is typed for one: quotes, primes, Hawaiian okina, Arabic and Hebrew half rings, geresh. */
const apostrophes = /['’‘‛`´ʹʻʼʽʾʿˈˊˋ′‵＇ꞌ՚׳״]/g

/**
 * Marks that people leave out when they type: accents, Hebrew points, Arabic harakat, Syriac points; and the invisible
 * signs that text editors leave in. Vowel signs of Indic and South-East Asian scripts and the voicing marks of kana
 * make other letters and stay.
 */
const marks =
  /(?=[\p{sc=Inherited}\p{sc=Cyrillic}\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Syriac}])(?!\u3099|\u309a)\p{M}|\p{Cf}/gu

/** Letters that Unicode does not take apart, and forms of one letter that are typed for one another. */
const letters: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
  đ: 'd',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'ng',
  // Əliyev is Aliyev abroad.
  ə: 'a',
  ɛ: 'e',
  ǝ: 'e',
  ɔ: 'o',
  ɓ: 'b',
  ɗ: 'd',
  ɖ: 'd',
  ƙ: 'k',
  ƴ: 'y',
  ɣ: 'g',
  ƒ: 'f',
  ʋ: 'v',
  ς: 'σ',
  ך: 'כ',
  ם: 'מ',
  ן: 'נ',
  ף: 'פ',
  ץ: 'צ',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ک: 'ك',
  ة: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  ء: '',
  ـ: '',
}
const special = new RegExp(`[${Object.keys(letters).join('')}]`, 'g')

const needsCleaning = /[^a-z0-9 ]| {2}|^ | $/
const beyondAscii = /[^\x20-\x7e]/

/**
 * A name as it is compared and searched: lower case, without accents, apostrophes removed, hyphens and other
 * punctuation as one space. Native scripts stay, their spelling variants unified (alef and yeh forms, tatweel,
 * harakat, Hebrew and Greek final letters). Folding twice changes nothing.
 */
export function foldName(text: string): string {
  const lower = (beyondAscii.test(text) ? foldLetters(text) : text).toLowerCase()
  if (!needsCleaning.test(lower)) return lower
  return lower
    .replace(apostrophes, '')
    .replace(/[\p{P}\p{Z}\p{C}<]+/gu, ' ')
    .trim()
}

/** Has the text nothing but the characters of a plain keyboard? */
export const isAscii = (text: string): boolean => !beyondAscii.test(text)

/** The text without apostrophes of any kind: their parts join, as in the machine readable zone. */
export const withoutApostrophes = (text: string): string => text.replace(apostrophes, '')

function foldLetters(text: string): string {
  return withoutApostrophes(text)
    .normalize('NFKD')
    .replace(marks, '')
    .toLowerCase()
    .replace(special, (letter) => letters[letter] ?? letter)
    .normalize('NFC')
}

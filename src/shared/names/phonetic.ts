import { doubleMetaphone } from 'double-metaphone'
import { latinForms } from './latin.ts'
import { skeletons } from './skeleton.ts'

/**
 * Keys under which names that sound alike meet, for names of many cultures written in many ways. Two algorithms over
 * the Latin form of each word, in one name space:
 *
 * 1. Double Metaphone (L. Philips, 2000), the published algorithm that knows the silent letters and spellings of
 *    English, French, German, Italian and Spanish (Knight/Night, Schmidt/Smith).
 * 2. A consonant skeleton (skeleton.ts) for what it does not know: vowels that Arabic, Persian and Hebrew do not write
 *    (محمد is Muhammad, Mohamed, Mehmet), transliteration from Cyrillic (Tchaikovsky, Chaykovskiy, Tschaikowski), from
 *    Chinese (Zhou, Chou), and names of one or two letters, where Double Metaphone gives Li, Lo and Lu one key.
 *
 * Daitch-Mokotoff was considered: it groups Slavic and Yiddish sounds well, and the skeleton has its groups; but it
 * drops the H inside a word (Muhammad is not محمد), cuts at six digits, and branches into up to sixteen keys a name.
 *
 * Particles (al, bin, van, de ...) give no key beside another word; a particle written as one word with the name
 * (Alhassan, Abdulrahman) gives the keys of the whole and of the rest.
 * A key is 1 to about 12 capital letters or digits; no name in letters is without one.
 */
export function phoneticKeys(text: string): readonly string[] {
  return [...new Set(phoneticWords(text).flat())]
}

/**
 * The keys word by word, for a search: every word must be found, by any one of its keys. Give it the whole text, not
 * word by word, since particles give no key beside another word.
 */
export function phoneticWords(text: string): readonly (readonly string[])[] {
  const words = latinForms(text)
    .split(' ')
    .map((word) => word.replace(/[^a-z]/g, ''))
    .filter(Boolean)
  const telling = words.filter((word) => !particles.has(word))
  return (telling.length > 0 ? telling : words).map(keysOf)
}

const particles = new Set(
  'al el ul ibn bin ben bint abd abdul abdel abdal de da do dos das del della di du la le van von der den ter'.split(
    ' ',
  ),
)

/** Arabic article or servant-of written as one word with the name; not Abdullah, Alan, Elena. */
const joined = /^(?:abd(?:[aeou]?l(?!l)|[aeou](?=([rsnztd])\1)|i(?![aeiou]))|[ae]l(?![aeioul]))([a-z]{3,})$/

function keysOf(word: string): readonly string[] {
  const rest = joined.exec(word)?.[2]
  return [...new Set(rest ? [...keysOfOne(word), ...keysOfOne(rest)] : keysOfOne(word))]
}

function keysOfOne(word: string): readonly string[] {
  const metaphones = doubleMetaphone(word).filter((key) => key.length > 1)
  return [...metaphones, ...skeletons(word)]
}

import { jaroWinkler } from './jaro-winkler.ts'
import { latinForms } from './latin.ts'
import { phoneticKeys } from './phonetic.ts'

/** Two words that sound alike are this close, however they are spelled. */
const soundAlike = 0.9

/** A word that the other name does not have counts this much against: people leave names out more than they change them. */
const missingWeight = 0.35

/**
 * How alike two names are, 0 to 1, for ranking candidates: words in any order, written in any script, spaces and
 * hyphens aside. 1 only for the same folded Latin form in any order; the same both ways round; 0 if one is empty.
 * A help to order a list: not a probability, and no threshold decides anything.
 */
export function nameSimilarity(a: string, b: string): number {
  const first = wordsOf(a)
  const second = wordsOf(b)
  if (first.length === 0 || second.length === 0) return 0
  if (first.join(' ') === second.join(' ')) return 1
  return Math.min(0.99, Math.max(wordByWord(first, second), jaroWinkler(first.join(''), second.join(''))))
}

/**
 * In one order, so that the order in which they were given does not matter; an Arabic article or servant-of joined to
 * its name, since passports write Abdul Rahman, Abdulrahman and Abdul-Rahman for one name.
 */
const wordsOf = (name: string): readonly string[] =>
  latinForms(name)
    .replace(/\b(abd(?:[aeu]l)?|[ae]l) (?=[a-z])/g, '$1')
    .split(' ')
    .filter(Boolean)
    .sort()

/** Pairs the closest words first; weighs each pair by its letters. */
function wordByWord(first: readonly string[], second: readonly string[]): number {
  const left = new Set(first.keys())
  const right = new Set(second.keys())
  let agreed = 0
  let weight = 0
  for (const { i, j, close } of pairsOf(first, second)) {
    if (!left.has(i) || !right.has(j)) continue
    left.delete(i)
    right.delete(j)
    const letters = (first[i] ?? '').length + (second[j] ?? '').length
    agreed += close * letters
    weight += letters
  }
  const missing = [...left].map((i) => first[i]).concat([...right].map((j) => second[j]))
  return agreed / (weight + missingWeight * missing.join('').length)
}

function pairsOf(first: readonly string[], second: readonly string[]) {
  return first
    .flatMap((one, i) =>
      second.map((other, j) => ({ i, j, close: closeness(one, other), words: [one, other].sort().join(' ') })),
    )
    .sort((a, b) => b.close - a.close || (a.words < b.words ? -1 : 1))
}

function closeness(one: string, other: string): number {
  const spelled = jaroWinkler(one, other)
  if (spelled >= soundAlike) return spelled
  const keys = new Set(phoneticKeys(one))
  return phoneticKeys(other).some((key) => keys.has(key)) ? soundAlike : spelled
}

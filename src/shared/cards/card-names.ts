/** How a name stands on a permanent resident card: facts of the card of 2015, family name and given names 28 characters each. */

export const longestCardName = 28

export interface CardName {
  readonly text: string
  /** Was anything left out? The officer and the production facility see it. */
  readonly cut: boolean
}

/**
 * The name in capitals, single spaces, at most 28 characters (a letter with its marks counts as one). A longer one gives
 * way from its end: its last parts become their first letters, the first part stays whole; then last parts are left out;
 * a single part that is longer still is cut.
 */
export function cardName(name: string): CardName {
  const parts = name.normalize('NFC').trim().toUpperCase().split(/\s+/).filter(Boolean)
  const whole = parts.join(' ')
  if (lettersOf(whole).length <= longestCardName) return { text: whole, cut: false }
  const short = [...parts]
  for (let at = short.length - 1; at > 0 && tooLong(short); at--) short[at] = lettersOf(short[at] ?? '')[0] ?? ''
  while (short.length > 1 && tooLong(short)) short.pop()
  return { text: lettersOf(short.join(' ')).slice(0, longestCardName).join('').trimEnd(), cut: true }
}

const tooLong = (parts: readonly string[]) => lettersOf(parts.join(' ')).length > longestCardName

const letters = new Intl.Segmenter('und', { granularity: 'grapheme' })
/** What a reader takes for letters. */
const lettersOf = (text: string): string[] => [...letters.segment(text)].map(({ segment }) => segment)

import type { FontFace, TextMetrics } from './display-list.ts'

/** A text set in a box: its size in points and its lines from the top. */
export interface SetText {
  readonly size: number
  readonly lines: readonly string[]
}

/** How a value gives way when it is long: first smaller on one line, then smaller still on several. */
export interface Fit {
  readonly size: number
  /** Smallest size on one line. */
  readonly oneLine: number
  /** Smallest size at all. */
  readonly smallest: number
  readonly maxLines: number
}

/**
 * Sets `text` as large as it goes: on one line down to `fit.oneLine`, else wrapped down to `fit.smallest`.
 * Nothing is ever cut off: undefined when it does not go in.
 */
export function fitText(
  text: string,
  face: FontFace,
  width: number,
  fit: Fit,
  metrics: TextMetrics,
): SetText | undefined {
  for (const size of sizes(fit.size, fit.oneLine)) {
    if (metrics.width(face, text, size) <= width) return { size, lines: [text] }
  }
  if (fit.maxLines === 1) return undefined
  for (const size of sizes(fit.oneLine, fit.smallest)) {
    const lines = wrapText(text, width, (part) => metrics.width(face, part, size))
    if (lines.length <= fit.maxLines) return { size, lines }
  }
  return undefined
}

function sizes(from: number, to: number): number[] {
  return Array.from({ length: Math.floor((from - to) * 2) + 1 }, (_, step) => from - step / 2)
}

/** A word with the spaces behind it, and its width with and without them. */
export interface Word {
  readonly text: string
  readonly width: number
  readonly bare: number
}

/** The words of a text: measure them once to break it at several widths. Nothing breaks at a no-break space. */
export const wordsOf = (text: string, measure: (part: string) => number): Word[] =>
  text.split(/(?<= )/).map((word) => ({ text: word, width: measure(word), bare: measure(word.trimEnd()) }))

/**
 * Lines of at most `width`: breaks at spaces (never at a no-break space), and inside a word only when it is longer than
 * a whole line (without adding a hyphen, which would change a name).
 */
export const wrapText = (text: string, width: number, measure: (part: string) => number): string[] =>
  wrapWords(wordsOf(text, measure), width, measure)

/** The same for words that were measured before, by the same `measure`. */
export function wrapWords(words: readonly Word[], width: number, measure: (part: string) => number): string[] {
  const lines: string[] = []
  let [line, sum] = ['', 0]
  for (const word of words) {
    if (fits(line, word, sum + word.bare, width, measure)) {
      line += word.text
      sum += word.width
      continue
    }
    if (line) lines.push(line.trimEnd())
    const pieces = word.bare <= width ? [word.text] : cutWord(word.text, width, measure)
    line = pieces.pop() ?? ''
    sum = line === word.text ? word.width : measure(line)
    lines.push(...pieces)
  }
  if (line.trim()) lines.push(line.trimEnd())
  return lines
}

/**
 * Words measured one by one are known from other lines; a line half set is new each time, and most of the time of a page
 * went into those. Only kerning across a space makes the sum wrong, by far less than this: near the edge the line is measured.
 */
const doubt = 0.02

function fits(line: string, word: Word, sum: number, width: number, measure: (part: string) => number): boolean {
  if (Math.abs(sum - width) > doubt * width) return sum <= width
  return measure((line + word.text).trimEnd()) <= width
}

/** A word longer than a line in pieces that fit, cut between what a reader takes for letters. */
function cutWord(word: string, width: number, measure: (part: string) => number): string[] {
  const pieces = ['']
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(word)) {
    const last = pieces.length - 1
    const longer = (pieces[last] ?? '') + segment
    if (pieces[last] && measure(longer) > width) pieces.push(segment)
    else pieces[last] = longer
  }
  return pieces
}

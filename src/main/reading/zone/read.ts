/** Reads the letters of a zone in a picture of a page: pixels to letters, and which of them to doubt. */
import type { MrzFormat } from '../../../shared/mrz/layout.ts'
import type { GreyPage } from '../../documents/page-picture.ts'
import { allowedIn, layoutOf } from './allowed.ts'
import { type FoundZone, findZone } from './find.ts'
import { type FittedLine, likenessOf, sampleLetter } from './fit.ts'
import { type LetterSheet, type ZoneAlphabet, zoneLetters } from './letters.ts'
import { settle } from './settle.ts'

export interface ReadZone {
  readonly format: MrzFormat
  readonly lines: readonly string[]
  /** Letters that an eye must compare with the picture. */
  readonly doubtful: readonly ZonePlace[]
  readonly cells: readonly (readonly ReadCell[])[]
  readonly found: FoundZone
}

export interface ZonePlace {
  readonly line: number
  readonly column: number
}

/** What stands in a cell. */
export interface ReadCell extends ZonePlace {
  readonly letter: string
  readonly likeness: number
  /** The letter that comes next, and how far behind in likeness it is. */
  readonly next: string
  readonly ahead: number
}

/** Nearer to the next letter than this, a letter is doubtful; on a page that is less clear, sooner. */
const leastAhead = 0.03
const clear = 0.9
const aheadByHaze = 0.7
/** So is one that is less like its picture than this. */
const leastLikeness = 0.6

/**
 * Reads the machine-readable zone (TD1, TD2, TD3, visas) in a picture of a page: any resolution at which a letter is 12
 * pixels wide or more, skewed to ten degrees, lying on any of its four sides. `alphabet` is of the font OCR-B in which all
 * zones are printed (ICAO Doc 9303-3). Pure. Undefined where no zone is found. A name has no check digit: whatever comes of
 * this, a person compares it with the picture.
 */
export function readZone(page: GreyPage, alphabet: ZoneAlphabet): ReadZone | undefined {
  const found = findZone(page, alphabet)
  if (!found) return undefined
  const sheet = likestSheet(found, alphabet)
  const scores = found.lines.map(({ place }) =>
    Array.from({ length: place.columns }, (_, column) => scoresOf(found.page, place, column, sheet)),
  )
  const width = scores[0]?.length ?? 0
  const first = pick(scores[0]?.[0] ?? new Float32Array(0), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')
  const layout = layoutOf(scores.length, width, first.letter)
  if (!layout) return undefined
  const allowed = allowedIn(layout)
  const cells = scores.map((line, at) =>
    line.map((each, column): ReadCell => ({ line: at, column, ...pick(each, allowed[at]?.[column] ?? zoneLetters) })),
  )
  const settled = settle(layout, cells)
  const all = settled.cells.flat()
  const mean = all.reduce((sum, { likeness }) => sum + likeness, 0) / all.length
  const enough = leastAhead + Math.max(0, clear - mean) * aheadByHaze
  const doubtful = all.filter((cell) => {
    // What may not stand there looks more like it than what may.
    const other = Math.max(...(scores[cell.line]?.[cell.column] ?? [])) - cell.likeness
    return cell.ahead < enough || cell.likeness < leastLikeness || other > forbiddenAhead || settled.isDoubtful(cell)
  })
  return {
    format: layout.format,
    lines: settled.cells.map((line) => line.map(({ letter }) => letter).join('')),
    doubtful: doubtful.map(({ line, column }) => ({ line, column })),
    cells: settled.cells,
    found,
  }
}

/** O and 0, I and 1 differ by this much at most: a letter that may not stand there and leads by more is strange. */
const forbiddenAhead = 0.08

/** Pages are printed with thin and with thick strokes: the sheet of letters that is most like this one. */
function likestSheet({ page, lines }: FoundZone, { fine }: ZoneAlphabet): LetterSheet {
  const likeness = (sheet: LetterSheet) =>
    lines.reduce((sum, { place }) => sum + likenessOf(page, place, sheet, 4, 1), 0)
  const scored = fine.map((sheet) => ({ sheet, likeness: likeness(sheet) }))
  return scored.reduce((best, each) => (each.likeness > best.likeness ? each : best)).sheet
}

/** So far a letter may stand from its place, in pitches: paper bends. */
const shifts = [-0.06, 0, 0.06]

/** Likeness of a cell to every letter, each at its best place. */
function scoresOf(
  page: GreyPage,
  place: FittedLine['place'],
  column: number,
  { width, height, pictures }: LetterSheet,
): Float32Array {
  const scores = new Float32Array(pictures.length).fill(-1)
  const seen = new Float32Array(width * height)
  for (const dx of shifts)
    for (const dy of shifts) {
      sampleLetter(page, place, column, { width, height }, seen, dx, dy)
      for (let letter = 0; letter < pictures.length; letter++) {
        const picture = pictures[letter] as Float32Array
        let sum = 0
        for (let at = 0; at < seen.length; at++) sum += (seen[at] as number) * (picture[at] as number)
        if (sum > (scores[letter] as number)) scores[letter] = sum
      }
    }
  return scores
}

/** The likeliest of the letters that may stand there, and the one after it. */
function pick(scores: Float32Array, allowed: string): Pick<ReadCell, 'letter' | 'likeness' | 'next' | 'ahead'> {
  let [letter, next, likeness, second] = ['<', '<', -1, -1]
  for (const each of allowed) {
    const score = scores[zoneLetters.indexOf(each)] ?? -1
    if (score > likeness) [letter, next, likeness, second] = [each, letter, score, likeness]
    else if (score > second) [next, second] = [each, score]
  }
  return { letter, likeness, next, ahead: likeness - second }
}

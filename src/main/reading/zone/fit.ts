/** Lays the cells of a line of letters over a picture, from coarse steps to fine ones, where they look most like letters. */
import type { GreyPage } from '../../documents/page-picture.ts'
import type { Point } from '../../seals/symbols.ts'
import { cell, type LetterSheet, normalize } from './letters.ts'

/** Where the letters of a line stand: `columns` cells from `start` to `end` on their baseline, in pixels. */
export interface LinePlace {
  readonly columns: number
  readonly start: Point
  readonly end: Point
  /** Height of a letter by its nominal one. */
  readonly tall: number
  /** How far the letters lean to the right, by their height. */
  readonly lean: number
}

export interface FittedLine {
  readonly place: LinePlace
  /** Mean likeness of the cells to their likest letters, -1 .. 1. */
  readonly likeness: number
}

/** The picture in a cell, row by row from the top, as a letter of mean 0 and square sum 1; moved by pitches. */
export function sampleLetter(
  page: GreyPage,
  place: LinePlace,
  column: number,
  size: Pick<LetterSheet, 'width' | 'height'>,
  into: Float32Array,
  dx = 0,
  dy = 0,
): void {
  sampleCell(page, place, column, size, into, dx, dy)
  normalize(into)
}

/** How dark the picture is in a cell, 0 .. 255, row by row from the top; white beyond it. */
export function sampleCell(
  page: GreyPage,
  place: LinePlace,
  column: number,
  { width: w, height: h }: Pick<LetterSheet, 'width' | 'height'>,
  into: Float32Array,
  dx = 0,
  dy = 0,
): void {
  const { start, end, columns, tall, lean } = place
  const { width, height, pixels } = page
  // One pitch to the right, and one pitch upwards.
  const [rx, ry] = [(end.x - start.x) / columns, (end.y - start.y) / columns]
  const [ux, uy] = [(ry + rx * lean) * tall, (-rx + ry * lean) * tall]
  const top = cell.above + dy
  const left = column + dx
  const [stepX, stepY] = [1 / w, (cell.above + cell.below) / h]
  let at = 0
  for (let row = 0; row < h; row++) {
    const up = top - (row + 0.5) * stepY
    let x = start.x + rx * (left + 0.5 * stepX) + ux * up
    let y = start.y + ry * (left + 0.5 * stepX) + uy * up
    for (let i = 0; i < w; i++, x += rx * stepX, y += ry * stepX) {
      const px = x | 0
      const py = y | 0
      if (x < 0 || y < 0 || px + 1 >= width || py + 1 >= height) {
        into[at++] = 0
        continue
      }
      const fx = x - px
      const fy = y - py
      const from = py * width + px
      const upper = (pixels[from] as number) * (1 - fx) + (pixels[from + 1] as number) * fx
      const lower = (pixels[from + width] as number) * (1 - fx) + (pixels[from + width + 1] as number) * fx
      into[at++] = 255 - (upper * (1 - fy) + lower * fy)
    }
  }
}

/** The greatest likeness of a picture to a letter of the sheet. */
export function likest(seen: Float32Array, { pictures }: LetterSheet): number {
  let best = -1
  for (const picture of pictures) {
    let sum = 0
    for (let at = 0; at < seen.length; at++) sum += (seen[at] as number) * (picture[at] as number)
    if (sum > best) best = sum
  }
  return best
}

/** Mean likeness of every `every`th cell from `first` on. */
export function likenessOf(page: GreyPage, place: LinePlace, sheet: LetterSheet, every = 1, first = 0): number {
  const seen = new Float32Array(sheet.width * sheet.height)
  let [sum, count] = [0, 0]
  for (let column = first; column < place.columns; column += every, count++) {
    sampleLetter(page, place, column, sheet, seen)
    sum += likest(seen, sheet)
  }
  return sum / count
}

/** What a step of the search moves, all in pitches or shares. */
type Move = readonly [along: number, stretch: number, across: number, tilt: number, tall: number, lean: number]

function moved(place: LinePlace, [along, stretch, across, tilt, tall, lean]: Move): LinePlace {
  const { start, end, columns } = place
  const [rx, ry] = [(end.x - start.x) / columns, (end.y - start.y) / columns]
  const by = (point: Point, right: number, down: number): Point => ({
    x: point.x + rx * right - ry * down,
    y: point.y + ry * right + rx * down,
  })
  return {
    columns,
    start: by(start, along - stretch, across - tilt),
    end: by(end, along + stretch, across + tilt),
    tall: place.tall + tall,
    lean: place.lean + lean,
  }
}

/** Lays a line whose ends are known to a letter and a half. Undefined where there are no letters. */
export function fitLine(page: GreyPage, guess: LinePlace, sheet: LetterSheet): FittedLine | undefined {
  const rough = roughly(page, guess, sheet, {
    across: [-0.15, 0.05, 0.25],
    along: [-1.2, -0.9, -0.6, -0.3, 0, 0.3, 0.6, 0.9, 1.2],
  })
  return rough.likeness < leastRough ? undefined : refined(page, rough.place, sheet, [0.12, 0.06, 0.03])
}

/** Lays the line above (-1) or below (1) one that was found: two and a half letters away, of the same length. */
export function fitNext(
  page: GreyPage,
  { place }: FittedLine,
  side: -1 | 1,
  sheet: LetterSheet,
): FittedLine | undefined {
  const guess = moved(place, [0, 0, side * lineSpacing, 0, 0, 0])
  const rough = roughly(page, guess, sheet, { across: [-0.45, -0.3, -0.15, 0, 0.15, 0.3, 0.45], along: [-0.3, 0, 0.3] })
  return rough.likeness < leastRough ? undefined : refined(page, rough.place, sheet, [0.1, 0.05, 0.025])
}

/** From line to line, in pitches: 6.35 mm (Doc 9303-4 to -6). */
const lineSpacing = 2.5
/** What is nowhere so like letters is no line of them. */
const leastRough = 0.45

function roughly(
  page: GreyPage,
  guess: LinePlace,
  sheet: LetterSheet,
  by: { readonly across: readonly number[]; readonly along: readonly number[] },
): FittedLine {
  let best: FittedLine = { place: guess, likeness: -1 }
  for (const across of by.across)
    for (const start of by.along)
      for (const end of by.along) {
        const place = moved(guess, [(start + end) / 2, (end - start) / 2, across, 0, 0, 0])
        const likeness = likenessOf(page, place, sheet, 5, 1)
        if (likeness > best.likeness) best = { place, likeness }
      }
  return best
}

/** Climbs by steps that grow smaller, each measure by itself. */
function refined(page: GreyPage, from: LinePlace, sheet: LetterSheet, steps: readonly number[]): FittedLine {
  let best = { place: from, likeness: -1 }
  for (const step of steps) {
    const every = step > 0.05 ? 3 : 2
    best = { ...best, likeness: likenessOf(page, best.place, sheet, every) }
    for (let again = 0; again < 4; again++) {
      const before = best.likeness
      for (const move of moves(step)) {
        for (const sign of [1, -1]) {
          const place = moved(best.place, move.map((by) => by * sign) as unknown as Move)
          const likeness = likenessOf(page, place, sheet, every)
          if (likeness > best.likeness) {
            best = { place, likeness }
            break
          }
        }
      }
      if (best.likeness - before < 0.002) break
    }
  }
  return inStep(page, { ...best, likeness: likenessOf(page, best.place, sheet) }, sheet)
}

const moves = (step: number): readonly Move[] => [
  [step, 0, 0, 0, 0, 0],
  [0, step, 0, 0, 0, 0],
  [0, 0, step, 0, 0, 0],
  [0, 0, 0, step, 0, 0],
  [0, 0, 0, 0, step / 2, 0],
  [0, 0, 0, 0, 0, step],
]

/** A line that lies one letter too far to a side is as like as the right one, but for its ends. */
function inStep(page: GreyPage, fitted: FittedLine, sheet: LetterSheet): FittedLine {
  for (const along of [-1, 1]) {
    const place = moved(fitted.place, [along, 0, 0, 0, 0, 0])
    const likeness = likenessOf(page, place, sheet)
    if (likeness > fitted.likeness) return inStep(page, { place, likeness }, sheet)
  }
  return fitted
}

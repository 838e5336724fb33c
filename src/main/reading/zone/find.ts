/** Finds the zone of a passport or a card in a picture of it, coarse to fine. */
import type { GreyPage } from '../../documents/page-picture.ts'
import { textAngles } from './angle.ts'
import { type FittedLine, fitLine, fitNext, type LinePlace } from './fit.ts'
import { inkOf, shrunk } from './ink.ts'
import type { LetterSheet, ZoneAlphabet } from './letters.ts'
import { likelyLines, type Straightened, straightened, type TextLine } from './lines.ts'

export interface FoundZone {
  /** The picture that the places are of: the given one, or a smaller one of a very large one. */
  readonly page: GreyPage
  /** From the first line to the last. */
  readonly lines: readonly FittedLine[]
}

/** Longest side of the picture in which lines are looked for, in pixels. */
const coarseSide = 1000
/** A letter's pitch in the picture in which letters are told apart, in pixels: not less than this where there are more. */
const finePitch = 22
/** Lines less like letters than this are none. */
const leastLikeness = 0.62
/** Lines that are tried in each direction of the text. */
const mostLines = 8

/** The zone, whichever way the page lies; undefined where there is none. */
export function findZone(page: GreyPage, { coarse }: ZoneAlphabet): FoundZone | undefined {
  const sheet = coarse[1]
  if (!sheet) throw new Error('An alphabet without letters')
  const by = Math.max(1, Math.ceil(Math.max(page.width, page.height) / coarseSide))
  const small = shrunk(page, by)
  const ink = inkOf(small, Math.round(Math.max(small.width, small.height) / 60))
  const sharper = finer(page)
  for (const angle of textAngles(ink)) {
    const straight = straightened(ink, angle)
    for (const line of likelyLines(straight.ink).slice(0, mostLines)) {
      const zone = zoneAt(line, straight, by, sharper, sheet)
      if (zone) return zone
    }
  }
  return undefined
}

/** Smaller copies of the page, each made once. */
function finer(page: GreyPage): (by: number) => GreyPage {
  const made = new Map<number, GreyPage>()
  return (by) => {
    const one = made.get(by) ?? shrunk(page, by)
    made.set(by, one)
    return one
  }
}

function zoneAt(
  line: TextLine,
  straight: Straightened,
  by: number,
  sharper: (by: number) => GreyPage,
  sheet: LetterSheet,
): FoundZone | undefined {
  const length = line.right - line.left
  for (const columns of [44, 36, 30]) {
    const pitch = length / columns
    const tall = (line.bottom - line.top) / pitch
    if (tall < 0.78 || tall > 1.5) continue
    const less = Math.max(1, Math.floor((pitch * by) / finePitch))
    const page = sharper(less)
    const fitted = eitherWay((upsideDown) =>
      fitLine(page, guessOf(line, columns, straight, by / less, upsideDown), sheet),
    )
    if (!fitted || fitted.likeness < leastLikeness) continue
    const lines = withNeighbours(page, fitted, sheet)
    if (lines.length === (columns === 30 ? 3 : 2)) return { page, lines }
  }
  return undefined
}

/** So like, and the letters do not stand on their heads: those that do are still somewhat like others. */
const surely = 0.87

function eitherWay(fit: (upsideDown: boolean) => FittedLine | undefined): FittedLine | undefined {
  const upright = fit(false)
  if (upright && upright.likeness >= surely) return upright
  const turned = fit(true)
  return (turned?.likeness ?? -1) > (upright?.likeness ?? -1) ? turned : upright
}

function withNeighbours(page: GreyPage, fitted: FittedLine, sheet: LetterSheet): readonly FittedLine[] {
  const lines = [fitted]
  for (const side of [-1, 1] as const) {
    // No zone has more than three lines.
    for (let from = fitted; lines.length < 3; ) {
      const next = fitNext(page, from, side, sheet)
      if (!next || next.likeness < leastLikeness) break
      if (side < 0) lines.unshift(next)
      else lines.push(next)
      from = next
    }
  }
  return lines
}

/** From the box of a line to its baseline; a page upside down is read from its other end. */
function guessOf(
  { left, right, top, bottom }: TextLine,
  columns: number,
  straight: Straightened,
  scale: number,
  upsideDown: boolean,
): LinePlace {
  const pitch = (right - left) / columns
  // Letters are as tall as their pitch.
  const y = (top + bottom) / 2 + (upsideDown ? -0.5 : 0.5) * pitch
  const at = (x: number) => {
    const point = straight.toPage(x, y)
    return { x: point.x * scale, y: point.y * scale }
  }
  const [start, end] = upsideDown ? [at(right), at(left)] : [at(left), at(right)]
  return { columns, start, end, tall: 1, lean: 0 }
}

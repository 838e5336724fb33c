/** Long even lines of letters on a page that lies straight: where a zone may be. */
import { blobs } from '../../photos/measure/blobs.ts'
import type { Point } from '../../seals/symbols.ts'
import type { Ink } from './ink.ts'

/** A line of text, or what looks like one: its box, in pixels of the straightened page. */
export interface TextLine {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export interface Straightened {
  readonly ink: Ink
  /** The pixel of the page as it was. */
  toPage(x: number, y: number): Point
}

/** The page turned so that lines at `angle` (degrees, see textAngles) run from left to right, or from right to left. */
export function straightened(ink: Ink, angle: number): Straightened {
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)]
  const width = Math.ceil(ink.width * Math.abs(cos) + ink.height * Math.abs(sin))
  const height = Math.ceil(ink.width * Math.abs(sin) + ink.height * Math.abs(cos))
  const amounts = new Uint8Array(width * height)
  const toPage = (x: number, y: number): Point => ({
    x: ink.width / 2 + (x - width / 2) * cos - (y - height / 2) * sin,
    y: ink.height / 2 + (x - width / 2) * sin + (y - height / 2) * cos,
  })
  for (let y = 0; y < height; y++) {
    let { x: px, y: py } = toPage(0, y)
    for (let x = 0; x < width; x++, px += cos, py += sin) {
      const column = (px + 0.5) | 0
      const row = (py + 0.5) | 0
      if (px >= 0 && py >= 0 && column < ink.width && row < ink.height)
        amounts[y * width + x] = ink.amounts[row * ink.width + column] as number
    }
  }
  return { ink: { width, height, amounts }, toPage }
}

/** Shares of the page's own darkness at which lines are told from their ground: pages differ. */
const levels = [0.45, 0.3, 0.2]

/** Lines that may be of a zone, the likeliest first: those of which two stand as the lines of a zone do. */
export function likelyLines({ width, height, amounts }: Ink): readonly TextLine[] {
  const smeared = smear(amounts, width, height, Math.max(6, Math.round(width / 32)))
  const dark = percentile(smeared, 0.985)
  const found: { line: TextLine; odd: number }[] = []
  for (const level of levels) {
    const least = Math.max(2, dark * level)
    const mask = new Uint8Array(smeared.length)
    for (let at = 0; at < mask.length; at++) if ((smeared[at] as number) >= least) mask[at] = 1
    const lines = blobs(mask, width, width / 2)
      .map(({ box }) => box)
      .filter((box) => isLine(box, width))
      .map((box) => trimmed(box, amounts, width))
    for (const line of lines) found.push({ line, odd: Math.min(1, ...lines.map((other) => oddness(line, other))) })
  }
  return found.toSorted((a, b) => a.odd - b.odd).map(({ line }) => line)
}

/** Two and a half letters from line to line, by the letters of a line (Doc 9303-4 to -6): 6.35 mm. */
const spacings = [2.5 / 44, 2.5 / 36, 2.5 / 30]

/** How little two lines stand as those of a zone do. */
function oddness(a: TextLine, b: TextLine): number {
  const apart = Math.abs(a.top + a.bottom - b.top - b.bottom) / 2
  const lengths = [a, b].map(({ left, right }) => right - left)
  const heights = [a, b].map(({ top, bottom }) => bottom - top)
  const spacing = apart / Math.max(...lengths)
  const off = Math.min(...spacings.map((usual) => Math.abs(Math.log(spacing / usual))))
  const shifted = Math.abs(a.left + a.right - b.left - b.right) / Math.max(...lengths)
  return off + shifted + unlike(lengths) + unlike(heights) / 2
}

const unlike = (values: readonly number[]): number => Math.log(Math.max(...values) / Math.min(...values))

function isLine({ left, right, top, bottom }: TextLine, width: number): boolean {
  const [length, height] = [right - left, bottom - top]
  return length >= width * 0.2 && height >= 4 && length / height >= 12 && length / height <= 70
}

/** Smearing made the line longer: its ends are where its own letters end. */
function trimmed(line: TextLine, amounts: Uint8Array, width: number): TextLine {
  const length = line.right - line.left
  const columns = new Float64Array(length)
  for (let y = line.top; y < line.bottom; y++)
    for (let x = 0; x < length; x++)
      columns[x] = (columns[x] as number) + (amounts[y * width + line.left + x] as number)
  // Half a letter at once: letters have gaps.
  const half = Math.max(2, Math.round(length / 80))
  const dense = Float64Array.from({ length: length - half }, (_, x) =>
    columns.subarray(x, x + half).reduce((sum, amount) => sum + amount, 0),
  )
  const least = ((dense.toSorted() as Float64Array)[dense.length >> 1] as number) * 0.3
  // Letters are as high as their pitch: a gap of that height is an end, whatever comes after it.
  const gap = line.bottom - line.top
  const end = (step: 1 | -1): number => {
    let last = dense.length >> 1
    for (let at = last; at >= 0 && at < dense.length && Math.abs(at - last) <= gap; at += step)
      if ((dense[at] as number) >= least) last = at
    return last
  }
  return { ...line, left: line.left + end(-1), right: line.left + end(1) + half }
}

/** The mean along the row, over `reach` pixels to either side: letters become a bar. */
function smear(amounts: Uint8Array, width: number, height: number, reach: number): Uint8Array {
  const out = new Uint8Array(amounts.length)
  const count = 2 * reach + 1
  for (let y = 0; y < height; y++) {
    const row = y * width
    let sum = 0
    for (let x = 0; x < Math.min(reach, width); x++) sum += amounts[row + x] as number
    for (let x = 0; x < width; x++) {
      if (x + reach < width) sum += amounts[row + x + reach] as number
      if (x > reach) sum -= amounts[row + x - reach - 1] as number
      out[row + x] = Math.min(255, (sum * 4) / count)
    }
  }
  return out
}

function percentile(values: Uint8Array, share: number): number {
  const counts = new Uint32Array(256)
  for (let at = 0; at < values.length; at += 3)
    counts[values[at] as number] = (counts[values[at] as number] as number) + 1
  let left = Math.ceil(values.length / 3) * share
  for (let value = 0; value < 256; value++) {
    left -= counts[value] as number
    if (left <= 0) return value
  }
  return 255
}

/** What is printed on a page, apart from its ground: the first step of finding a zone. */
import type { GreyPage } from '../../documents/page-picture.ts'

/** Numbers by pixel, row by row: how much darker than its surroundings, 0 .. `mostInk`. */
export interface Ink {
  readonly width: number
  readonly height: number
  readonly amounts: Uint8Array
}

/** Black letters count no more than grey ones: the edge of a photo would outweigh a line of text. */
const mostInk = 90
/** Paler than this is paper. */
const leastInk = 10

/** The page at 1 / `by` of its size, each pixel the mean of those it stands for. */
export function shrunk(page: GreyPage, by: number): GreyPage {
  if (by <= 1) return page
  const [width, height] = [Math.floor(page.width / by), Math.floor(page.height / by)]
  const pixels = new Uint8Array(width * height)
  const row = new Uint32Array(width)
  const count = by * by
  for (let y = 0; y < height; y++) {
    row.fill(0)
    for (let dy = 0; dy < by; dy++) {
      let from = (y * by + dy) * page.width
      for (let x = 0; x < width; x++) {
        let sum = 0
        for (let dx = 0; dx < by; dx++) sum += page.pixels[from++] as number
        row[x] = (row[x] as number) + sum
      }
    }
    for (let x = 0; x < width; x++) pixels[y * width + x] = (row[x] as number) / count
  }
  return { width, height, pixels }
}

/**
 * How much darker each pixel is than the mean of the square of `reach` pixels around it; where it is the stroke of a
 * letter, lighter on both its sides. The edge of a page and the hair of a portrait are dark on one.
 */
export function inkOf(page: GreyPage, reach: number): Ink {
  const { width, height, pixels } = page
  const away = Math.max(2, Math.round(Math.max(width, height) / 200))
  const amounts = new Uint8Array(width * height)
  const wide = width + 1
  const sums = new Uint32Array(wide * (height + 1))
  for (let y = 0; y < height; y++) {
    let row = 0
    for (let x = 0; x < width; x++) {
      row += pixels[y * width + x] as number
      sums[(y + 1) * wide + x + 1] = (sums[y * wide + x + 1] as number) + row
    }
  }
  for (let y = 0; y < height; y++) {
    const [top, bottom] = [Math.max(0, y - reach) * wide, Math.min(height, y + reach + 1) * wide]
    const rows = (bottom - top) / wide
    for (let x = 0; x < width; x++) {
      const left = x > reach ? x - reach : 0
      const right = x + reach + 1 < width ? x + reach + 1 : width
      const sum =
        (sums[bottom + right] as number) -
        (sums[bottom + left] as number) -
        (sums[top + right] as number) +
        (sums[top + left] as number)
      const darker = sum / (rows * (right - left)) - (pixels[y * width + x] as number) - leastInk
      if (darker > 0 && isStroke(page, x, y, away)) amounts[y * width + x] = darker > mostInk ? mostInk : darker
    }
  }
  return { width, height, amounts }
}

/** Is the page lighter on the left and on the right, or above and below? */
function isStroke({ width, height, pixels }: GreyPage, x: number, y: number, away: number): boolean {
  const at = y * width + x
  const least = (pixels[at] as number) + leastInk
  if (x >= away && x + away < width && (pixels[at - away] as number) > least && (pixels[at + away] as number) > least)
    return true
  const row = away * width
  return y >= away && y + away < height && (pixels[at - row] as number) > least && (pixels[at + row] as number) > least
}

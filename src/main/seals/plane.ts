import type { GreyPage } from '../documents/page-picture.ts'
import type { Point } from './symbols.ts'

/** Where a sheet lies in a picture: turned, moved and scaled, as a scanner or a still hand leaves it. */

/** Image = `origin` + x * `right` + y * (`right` turned upwards), x and y in points from the sheet's lower left corner. */
export interface Plane {
  readonly origin: Point
  /** A point to the right on the sheet, in pixels. */
  readonly right: Point
}

/** The pixel of a place on the sheet. On paper y runs upwards, in pictures downwards. */
export const pixelOf = ({ origin, right }: Plane, x: number, y: number): Point => ({
  x: origin.x + x * right.x + y * right.y,
  y: origin.y + x * right.y - y * right.x,
})

/** The plane on which two places of the sheet lie at two pixels. */
export function planeThrough(a: { sheet: Point; pixel: Point }, b: { sheet: Point; pixel: Point }): Plane {
  const [sheet, pixel] = [minus(b.sheet, a.sheet), minus(b.pixel, a.pixel)]
  const length = sheet.x ** 2 + sheet.y ** 2
  const right = {
    x: (pixel.x * sheet.x - pixel.y * sheet.y) / length,
    y: (pixel.x * sheet.y + pixel.y * sheet.x) / length,
  }
  const { x, y } = pixelOf({ origin: { x: 0, y: 0 }, right }, a.sheet.x, a.sheet.y)
  return { origin: { x: a.pixel.x - x, y: a.pixel.y - y }, right }
}

const minus = (a: Point, b: Point): Point => ({ x: a.x - b.x, y: a.y - b.y })

/** Darkness 0 .. 1 at a pixel, between its neighbours; white beyond the picture. */
export function darkness({ width, height, pixels }: GreyPage, { x, y }: Point): number {
  const [left, top] = [Math.floor(x), Math.floor(y)]
  if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) return 0
  const [dx, dy] = [x - left, y - top]
  const at = top * width + left
  const upper = (pixels[at] ?? 255) * (1 - dx) + (pixels[at + 1] ?? 255) * dx
  const lower = (pixels[at + width] ?? 255) * (1 - dx) + (pixels[at + width + 1] ?? 255) * dx
  return 1 - (upper * (1 - dy) + lower * dy) / 255
}

/** Likeness of two pictures of one size, -1 .. 1, whatever their brightness and contrast; 0 where one is blank. */
export function likeness(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let [sumA, sumB, squareA, squareB, product] = [0, 0, 0, 0, 0]
  for (let at = 0; at < a.length; at++) {
    const [one, other] = [a[at] ?? 0, b[at] ?? 0]
    sumA += one
    sumB += other
    squareA += one * one
    squareB += other * other
    product += one * other
  }
  const n = a.length
  const spread = (squareA - (sumA * sumA) / n) * (squareB - (sumB * sumB) / n)
  return spread > 1e-9 ? (product - (sumA * sumB) / n) / Math.sqrt(spread) : 0
}

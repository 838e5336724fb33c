/** Points and affine maps of the plane; x to the right, y down, pixel centres at whole numbers. */
import type { Point } from '../../../shared/photos/geometry.ts'

/** `[a, b, c, d, e, f]` maps (x, y) to (a x + b y + c, d x + e y + f). */
export type Affine = readonly [number, number, number, number, number, number]

export const distance = (one: Point, other: Point): number => Math.hypot(one.x - other.x, one.y - other.y)

export function middle(points: readonly Point[]): Point {
  let x = 0
  let y = 0
  for (const point of points) {
    x += point.x
    y += point.y
  }
  return { x: x / points.length, y: y / points.length }
}

export const apply = ([a, b, c, d, e, f]: Affine, { x, y }: Point): Point => ({
  x: a * x + b * y + c,
  y: d * x + e * y + f,
})

export function inverse([a, b, c, d, e, f]: Affine): Affine {
  const area = a * e - b * d
  return [e / area, -b / area, (b * f - e * c) / area, -d / area, a / area, (d * c - a * f) / area]
}

/** From a square of `side` pixels to the square of the picture that has this centre, size and turn (radians). */
export function squareMap(centre: Point, size: number, turn: number, side: number): Affine {
  const cos = (Math.cos(turn) * size) / side
  const sin = (Math.sin(turn) * size) / side
  const half = (side - 1) / 2
  return [cos, -sin, centre.x - (cos - sin) * half, sin, cos, centre.y - (sin + cos) * half]
}

/** From a crop in which the eyes lie level around `at`, `apart` pixels from each other, to the picture. */
export function eyesMap(left: Point, right: Point, at: Point, apart: number): Affine {
  const centre = middle([left, right])
  const cos = (right.x - left.x) / apart
  const sin = (right.y - left.y) / apart
  return [cos, -sin, centre.x - cos * at.x + sin * at.y, sin, cos, centre.y - sin * at.x - cos * at.y]
}

/** 1 inside the closed outline, 0 outside (even-odd rule), `width` x `height`. */
export function filled(outline: readonly Point[], width: number, height: number): Uint8Array {
  const mask = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const cuts = crossings(outline, y)
    for (let k = 0; k + 1 < cuts.length; k += 2) {
      const from = Math.max(0, Math.ceil(cuts[k] as number))
      const to = Math.min(width - 1, Math.floor(cuts[k + 1] as number))
      if (to >= from) mask.fill(1, y * width + from, y * width + to + 1)
    }
  }
  return mask
}

/** Where the outline crosses the row, from left to right. */
function crossings(outline: readonly Point[], y: number): number[] {
  const cuts: number[] = []
  for (const [at, one] of outline.entries()) {
    const other = outline.at(at - 1) as Point
    if (one.y > y !== other.y > y) cuts.push(one.x + ((y - one.y) * (other.x - one.x)) / (other.y - one.y))
  }
  return cuts.sort((a, b) => a - b)
}

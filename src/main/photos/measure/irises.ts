/** Whether the eyes are seen between the lids: an iris is darker than the white beside it, a lid is not. */
import type { Point } from '../../../shared/photos/geometry.ts'
import { cropEyes, cropIed, cropWidth, eyeBoxes, type FaceCrop } from './crop.ts'
import type { Face } from './face.ts'
import { apply, inverse } from './geometry.ts'
import type { Places, Readings } from './readings.ts'
import { luminance } from './tone.ts'

/** Pixels of the crop to either side of the middle of the iris, which is 24 wide: within it, and where the white is. */
const iris = 8
const white = { from: 13, to: 26 } as const
/** Share of the opening that lashes above and the lower rim may take. */
const rim = 0.15
/** An opening is looked at over as many pixels at least: the mesh closes eyes that only squint. */
const leastHeight = 4
/** Fewer pixels of white say nothing: the person looks aside, and the other side shows it. */
const leastWhite = 12

/**
 * The light of the iris over that of the white beside it, of the eye that shows less: small where an eye is open, about
 * 1 where a lid lies over an eye that the mesh still takes for open, whatever the tone of the skin. Where the mesh sees
 * the lids closed (`eye_gap`), only lashes are left to look at.
 */
export function measureIrises(crop: FaceCrop, { mesh }: Face, places: Places): Readings {
  const back = inverse(crop.map)
  const eyes = ([-1, 1] as const).map((side) => {
    const lids = (side < 0 ? mesh.lids.left : mesh.lids.right).map((point) => apply(back, point))
    return irisLight(crop, cropEyes.x + (side * cropIed) / 2, lids)
  })
  const seen = eyes.filter((each) => each !== null)
  if (seen.length < eyes.length) return {}
  return {
    values: { iris_light: Math.max(...seen) },
    regions: { iris_light: eyeBoxes.map((box) => places.frame(box, crop.map)) },
  }
}

/** Null where too little of the opening is seen. */
function irisLight(crop: FaceCrop, x: number, lids: readonly Point[]): number | null {
  const below = lids.slice(0, 9)
  const above = [lids[0] as Point, ...lids.slice(9, 16), lids[8] as Point]
  const [first, last] = [Math.min(...lids.map((point) => point.x)), Math.max(...lids.map((point) => point.x))]
  const column = (aside: number): number[] => {
    if (x + aside < first || x + aside > last) return []
    const [high, low] = [heightAt(above, x + aside), heightAt(below, x + aside)]
    const half = Math.max(leastHeight, (low - high) * (1 - 2 * rim)) / 2
    const middle = (high + low) / 2
    const values: number[] = []
    for (let y = Math.round(middle - half); y <= middle + half; y++) values.push(lightAt(crop, x + aside, y))
    return values
  }
  const columns = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, at) => column(from + at))
      .flat()
      .sort((a, b) => a - b)
  const centre = columns(-iris, iris)
  const whites = [columns(-white.to, -white.from), columns(white.from, white.to)]
    .filter((values) => values.length >= leastWhite)
    .map((values) => values[(values.length * 3) >> 2] as number)
  if (whites.length === 0) return null
  return (centre[centre.length >> 1] as number) / Math.max(...whites)
}

/** The height of a lid, of points from one corner to the other, above a place; that of the corner beyond it. */
function heightAt(lid: readonly Point[], x: number): number {
  const points = lid.toSorted((a, b) => a.x - b.x)
  const next = points.findIndex((point) => point.x >= x)
  const [to, from] = [points[next < 0 ? points.length - 1 : next] as Point, points[Math.max(0, next - 1)] as Point]
  if (next <= 0 || to.x === from.x) return to.y
  return from.y + ((to.y - from.y) * (x - from.x)) / (to.x - from.x)
}

/** Y; a little is added, so that noise in the dark counts little. */
function lightAt({ rgb }: FaceCrop, x: number, y: number): number {
  const from = (Math.round(y) * cropWidth + Math.round(x)) * 3
  return luminance(rgb[from] as number, rgb[from + 1] as number, rgb[from + 2] as number) + 0.0015
}

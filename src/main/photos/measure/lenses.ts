/** Whether lenses before the eyes swallow light: tinted glasses. Clear lenses do not, and mirrored ones shine instead. */
import { cropEyes, cropIed, cropWidth, eyeBoxes, type FaceCrop } from './crop.ts'
import type { Places, Readings } from './readings.ts'
import { luminance } from './tone.ts'

/** A patch by its distance from the centre of the eye, outwards and down, and half its size; distances of the eyes. */
type Patch = readonly [out: number, down: number, wide: number, high: number]

/** Skin that lies behind every lens: below the eye, below both its corners, beside the outer one. */
const behind: readonly Patch[] = [
  [0, 0.2, 0.1, 0.04],
  [0.17, 0.18, 0.05, 0.04],
  [-0.17, 0.19, 0.05, 0.04],
  [0.29, 0.06, 0.03, 0.05],
]
/** Skin that no lens covers: three places of the cheek, bridge and side of the nose, between the brows, the temple. */
const around: readonly Patch[] = [
  [0, 0.58, 0.1, 0.06],
  [0.22, 0.52, 0.06, 0.06],
  [-0.2, 0.55, 0.05, 0.05],
  [-0.5, 0.08, 0.05, 0.06],
  [-0.5, 0.3, 0.06, 0.06],
  [-0.5, -0.55, 0.1, 0.08],
  [0.58, 0.22, 0.05, 0.06],
]
/** Straight down from below the eye to the cheek, pixels of the crop. */
const [lineFrom, lineLength, lineHalf] = [13, 67, 20]
/** Half a rim, which may be darker than either side; and what is compared beyond it. */
const [rim, band] = [4, 8]

/**
 * The light behind the lenses over the light around them, 1 at most. A filter takes the same share of every skin's
 * light, so the ratio is that of the glass and not of the tone; shade that deepens an eye by nature has no border. Both
 * must speak for a lens, at both eyes: the brightest patch behind it against the middle one around it, and the step
 * across its lower edge. Of two eyes and two signs the weakest counts.
 */
export function measureLenses(crop: FaceCrop, places: Places): Readings {
  const lost = Math.min(
    ...([-1, 1] as const).map((side) => {
      const at = (patches: readonly Patch[]) => patches.map((patch) => light(crop, side, patch))
      return Math.min(middle(at(around)) - Math.max(...at(behind)), step(lineDown(crop, side)))
    }),
  )
  return {
    values: { lens_light: Math.exp(-Math.max(0, lost)) },
    regions: { lens_light: eyeBoxes.map((box) => places.frame(box, crop.map)) },
  }
}

/** Median of the logarithm of Y. */
function light(crop: FaceCrop, side: -1 | 1, [out, down, wide, high]: Patch): number {
  const x = cropEyes.x + side * cropIed * (0.5 + out)
  const y = cropEyes.y + down * cropIed
  const values: number[] = []
  for (let dy = -high * cropIed; dy <= high * cropIed; dy += 2)
    for (let dx = -wide * cropIed; dx <= wide * cropIed; dx += 2) values.push(logLight(crop, x + dx, y + dy))
  return middle(values)
}

/** The same, row by row. */
function lineDown(crop: FaceCrop, side: -1 | 1): number[] {
  const x = cropEyes.x + (side * cropIed) / 2
  return Array.from({ length: lineLength }, (_, row) => {
    const values: number[] = []
    for (let dx = -lineHalf; dx <= lineHalf; dx += 4) values.push(logLight(crop, x + dx, cropEyes.y + lineFrom + row))
    return middle(values)
  })
}

/** The largest rise from a band above to a band below, the rim between them left out; a crease or a spot is none. */
function step(line: readonly number[]): number {
  let most = Number.NEGATIVE_INFINITY
  for (let at = rim + band; at < line.length - rim - band; at++) {
    const above = line.slice(at - rim - band, at - rim).sort(ascending)
    const below = line.slice(at + rim, at + rim + band).sort(ascending)
    most = Math.max(most, (below[band >> 2] as number) - (above[band - (band >> 2)] as number))
  }
  return most
}

/** A little is added, so that noise in the dark counts little. */
function logLight({ rgb }: FaceCrop, x: number, y: number): number {
  const from = (Math.round(y) * cropWidth + Math.round(x)) * 3
  return Math.log(luminance(rgb[from] as number, rgb[from + 1] as number, rgb[from + 2] as number) + 0.004)
}

const ascending = (a: number, b: number): number => a - b
const middle = (values: readonly number[]): number => values.toSorted(ascending)[values.length >> 1] as number

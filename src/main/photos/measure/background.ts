/** The background beside and above the head: how light, even and free of detail, colour and shadow it is. */
import type { Point } from '../../../shared/photos/geometry.ts'
import { blobs } from './blobs.ts'
import type { Face } from './face.ts'
import { type Affine, eyesMap } from './geometry.ts'
import type { PersonMask } from './person.ts'
import { ranked } from './rank.ts'
import { type Picture, sample } from './raster.ts'
import { absent, type Places, type Readings } from './readings.ts'
import { lightness, luminance, toLab } from './tone.ts'

/** A square frame around the head, eyes 48 pixels apart (as ISO/IEC 29794-5 does). */
const side = 354
const ied = 48
const eyes: Point = { x: 177, y: 150 }
/** Person below this share is background; as far from any person as `apart` pixels, so that hair does not count. */
const leastPerson = 0.05
const surelyPerson = 0.5
const apart = 4
/** Fewer pixels say nothing. */
const leastPixels = 300

export interface Background {
  /** Mean L*. */
  readonly lightness: number
  readonly readings: Readings
  /** Mean gradient of Y x 255, the raw value of the ISO component. */
  readonly gradient: number
}

/** Null when too little background is seen. */
export function measureBackground(picture: Picture, face: Face, person: PersonMask, places: Places): Background | null {
  const map = eyesMap(...face.eyes, eyes, ied)
  const mask = eroded(maskOf(picture, face, person, map))
  const pixels = mask.reduce((sum, one) => sum + one, 0)
  if (pixels <= leastPixels) return null
  const rgb = sample(picture, map, side, side)
  const { light, grey } = tones(rgb)
  const flat = colours(rgb, light, mask, pixels)
  const shadow = darkCorner(light, mask, pixels)
  return {
    lightness: flat.mean,
    gradient: meanStep(grey, mask, pixels),
    readings: {
      values: {
        background_deviation: flat.deviation,
        background_lightness: flat.mean,
        background_chroma: flat.chroma,
        background_detail: meanStep(light, mask, pixels) * detailGain,
        background_shadow: shadow.depth,
      },
      regions: shadow.box ? { background_shadow: [places.frame(shadow.box, map)] } : {},
    },
  }
}

/**
 * Detail is measured on L*, so that it counts in dark backgrounds as the eye sees it; the gain makes a step on a light
 * wall (Y about 0.7) the same number as a step of Y x 255.
 */
const detailGain = 5.2

/** When no background could be measured. */
export const noBackground: Readings = absent(
  'little_background',
  'background_deviation',
  'background_lightness',
  'background_chroma',
  'background_detail',
  'background_shadow',
)

/**
 * Wall beside and above the head. What stands under hair, an ear or a hat is more of the person, whatever the network
 * makes of it: grey hair on a grey wall is taken for the wall as soon as it falls below the jaw.
 */
function maskOf(picture: Picture, face: Face, person: PersonMask, map: Affine): Uint8Array {
  const mask = new Uint8Array(side * side)
  const covered = new Uint8Array(side)
  const below = Math.min(side, eyes.y + (face.t / face.ied) * ied)
  const [edgeX, edgeY] = [picture.width * 0.005, picture.height * 0.005]
  for (let y = 0; y < below; y++) {
    for (let x = 0; x < side; x++) {
      const px = map[0] * x + map[1] * y + map[2]
      const py = map[3] * x + map[4] * y + map[5]
      if (px < edgeX || py < edgeY || px > picture.width - edgeX || py > picture.height - edgeY) continue
      const share = person.at(px, py)
      if (share > surelyPerson) covered[x] = 1
      if (share < leastPerson && covered[x] === 0) mask[y * side + x] = 1
    }
  }
  return mask
}

/** Keeps what is `apart` pixels from anything else, along rows, then along columns. */
function eroded(mask: Uint8Array): Uint8Array {
  return shrunk(shrunk(mask, 1, side), side, 1)
}

function shrunk(mask: Uint8Array, step: number, line: number): Uint8Array {
  const out = new Uint8Array(mask.length)
  for (let first = 0; first < side; first++) {
    let run = 0
    for (let k = 0; k < side; k++) {
      const at = first * line + k * step
      run = mask[at] === 1 ? run + 1 : 0
      if (run > 2 * apart) out[at - apart * step] = 1
    }
  }
  return out
}

/** Steps of the table of L*: finer than the codes of a picture. */
const steps = 4096
const lightnesses = Float32Array.from({ length: steps + 1 }, (_, step) => lightness(step / steps))

/** L* and Y x 255 by pixel. */
function tones(rgb: Float32Array): { light: Float32Array; grey: Float32Array } {
  const light = new Float32Array(side * side)
  const grey = new Float32Array(side * side)
  for (let at = 0, from = 0; at < light.length; at++, from += 3) {
    const y = luminance(rgb[from] as number, rgb[from + 1] as number, rgb[from + 2] as number)
    light[at] = y < 0.05 ? lightness(y) : (lightnesses[(y * steps + 0.5) | 0] as number)
    grey[at] = y * 255
  }
  return { light, grey }
}

function colours(rgb: Float32Array, light: Float32Array, mask: Uint8Array, pixels: number) {
  const lab = new Float64Array(3)
  const sums = { l: 0, squares: 0, a: 0, b: 0, coloured: 0 }
  for (let at = 0; at < mask.length; at++) {
    if (mask[at] === 0) continue
    const l = light[at] as number
    sums.l += l
    sums.squares += l * l
    if ((at & 3) !== 0) continue // colour changes slowly
    sums.coloured++
    toLab(rgb[3 * at] as number, rgb[3 * at + 1] as number, rgb[3 * at + 2] as number, lab)
    sums.a += lab[1] as number
    sums.b += lab[2] as number
  }
  const mean = sums.l / pixels
  return {
    mean,
    deviation: Math.sqrt(Math.max(0, sums.squares / pixels - mean * mean)),
    chroma: Math.hypot(sums.a, sums.b) / Math.max(1, sums.coloured),
  }
}

/** Mean Sobel step over the mask, whose pixels are never at the border. */
function meanStep(values: Float32Array, mask: Uint8Array, pixels: number): number {
  let sum = 0
  for (let at = side + 1; at < mask.length - side - 1; at++) {
    if (mask[at] === 0) continue
    const nw = values[at - side - 1] as number
    const ne = values[at - side + 1] as number
    const sw = values[at + side - 1] as number
    const se = values[at + side + 1] as number
    const gx = ne - nw + se - sw + 2 * ((values[at + 1] as number) - (values[at - 1] as number))
    const gy = sw - nw + se - ne + 2 * ((values[at + side] as number) - (values[at - side] as number))
    sum += Math.sqrt(gx * gx + gy * gy)
  }
  return sum / pixels
}

/** Median L* minus the mean L* of the largest connected part of the darkest tenth; 0 when that is scattered. */
function darkCorner(light: Float32Array, mask: Uint8Array, pixels: number) {
  const smooth = smoothed(light)
  const wall = new Float32Array(pixels)
  for (let at = 0, to = 0; at < mask.length; at++) if (mask[at] === 1) wall[to++] = smooth[at] as number
  const limit = ranked(wall, Math.floor(pixels / 10))
  const median = ranked(wall, pixels >> 1)
  const dark = new Uint8Array(mask.length)
  for (let at = 0; at < mask.length; at++) if (mask[at] === 1 && (smooth[at] as number) <= limit) dark[at] = 1
  const [largest] = blobs(dark.slice(), side, pixels / 50)
  if (!largest) return { depth: 0, box: null }
  const { left, top, right, bottom } = largest.box
  let [sum, count] = [0, 0]
  for (let y = top; y < bottom; y++) {
    for (let at = y * side + left; at < y * side + right; at++) {
      if (dark[at] === 0) continue
      sum += smooth[at] as number
      count++
    }
  }
  return { depth: Math.max(0, median - sum / count), box: largest.box }
}

/** Mean of 5 x 5: noise is no shadow. */
function smoothed(values: Float32Array): Float32Array {
  return boxed(boxed(values, 1), side)
}

function boxed(values: Float32Array, step: number): Float32Array {
  const out = Float32Array.from(values)
  for (let at = 2 * step; at < values.length - 2 * step; at++) {
    out[at] =
      ((values[at - 2 * step] as number) +
        (values[at - step] as number) +
        (values[at] as number) +
        (values[at + step] as number) +
        (values[at + 2 * step] as number)) /
      5
  }
  return out
}

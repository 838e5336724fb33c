/** How much light there is: too little, too much, flat, glaring. Written to be fair to every skin tone. */
import type { Background } from './background.ts'
import { blobs } from './blobs.ts'
import { type Box, cropWidth, eyeBoxes, type FaceCrop, lumaOf } from './crop.ts'
import type { FaceLight } from './light.ts'
import type { Picture, Raster } from './raster.ts'
import type { Places, Readings } from './readings.ts'
import { percentile } from './tone.ts'

/**
 * Exposure is the brighter of the highlights of the face and of the background: a dark face in good light is not
 * "too dark", and a rule on the face's mean or median would say so of most well-lit dark faces.
 */
export function measureExposure(picture: Picture, light: FaceLight, background: Background | null): Readings {
  const [p5, p50, p95] = [0.05, 0.5, 0.95].map((share) => percentile(light.luma, light.count, share)) as [
    number,
    number,
    number,
  ]
  let burnt = 0
  for (let at = 247; at < 256; at++) burnt += light.linear[at] as number
  return {
    values: {
      exposure: Math.max(p95 / 2.55, background?.lightness ?? 0),
      peak: peakOf(picture),
      face_p50: p50,
      face_p95: p95,
      burnt: burnt / light.count,
      clipped: light.clipped,
      saturated: light.saturated,
      contrast: p95 - p5,
    },
  }
}

/** Long enough that a highlight is a place, not a pixel. */
const peakSide = 400

/**
 * The brightest places of the whole picture. White with three tenths of the light is 149, with half of it 188; a light
 * wall in good light (L* 75) is 185 by itself.
 */
function peakOf({ levels }: Picture): number {
  const { rgb } = levels.find(({ width, height }) => Math.min(width, height) <= peakSide) ?? (levels.at(-1) as Raster)
  const counts = new Uint32Array(256)
  for (const luma of lumaOf(rgb)) counts[Math.round(luma)] = (counts[Math.round(luma)] as number) + 1
  return percentile(counts, rgb.length / 3, 0.995)
}

/** Blobs of near-white without colour on the face, brighter than its own skin; and on lenses. */
export function measureGlare(crop: FaceCrop, light: FaceLight, places: Places): Readings {
  const median = percentile(light.luma, light.count, 0.5)
  const least = Math.max(225, Math.min(250, median + 55))
  const near = nearWhite(crop, least)
  const lenses = eyeBoxes.map((box) => share(near, box)) // before `blobs` uses the mask up
  for (let at = 0; at < near.length; at++) near[at] = (near[at] as number) & (crop.face[at] as number)
  const spots = blobs(near, cropWidth, crop.area * 0.0005)
  const largest = spots[0]
  const lensGlare = Math.max(...lenses)
  return {
    values: { glare: largest ? largest.area / crop.area : 0, lens_glare: lensGlare },
    regions: {
      ...(largest ? { glare: spots.slice(0, 4).map(({ box }) => places.frame(box, crop.map)) } : {}),
      ...(lensGlare > 0.01 ? { lens_glare: eyeBoxes.map((box) => places.frame(box, crop.map)) } : {}),
    },
  }
}

function nearWhite({ rgb, luma }: FaceCrop, least: number): Uint8Array {
  const mask = new Uint8Array(luma.length)
  for (let at = 0, from = 0; at < mask.length; at++, from += 3) {
    if ((luma[at] as number) < least) continue
    const red = rgb[from] as number
    const green = rgb[from + 1] as number
    const blue = rgb[from + 2] as number
    const most = red > green ? (red > blue ? red : blue) : green > blue ? green : blue
    const fewest = red < green ? (red < blue ? red : blue) : green < blue ? green : blue
    if (fewest >= least - 15 && most - fewest < 45) mask[at] = 1
  }
  return mask
}

function share(mask: Uint8Array, { left, top, right, bottom }: Box): number {
  let count = 0
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) count += mask[y * cropWidth + x] as number
  return count / ((right - left) * (bottom - top))
}

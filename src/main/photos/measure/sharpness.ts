/** How sharp the face is, at 128 pixels between the eyes; out of focus and moved are told apart. */
import { cropEyes, cropHeight, cropIed, cropWidth, type FaceCrop } from './crop.ts'
import type { FaceLight } from './light.ts'
import type { Readings } from './readings.ts'
import { percentile } from './tone.ts'

export function measureSharpness(crop: FaceCrop, light: FaceLight): Readings {
  const range = percentile(light.luma, light.count, 0.95) - percentile(light.luma, light.count, 0.05)
  return {
    values: {
      blur: Math.max(lostEdges(crop, 1), lostEdges(crop, cropWidth)),
      eye_detail: eyeDetail(crop.luma) / (range + 8),
      motion: directedness(crop),
    },
  }
}

/** Of the box that blurs again. */
const box = 9

/**
 * Crete et al. 2007 (The blur effect), turned round: the share of the steps between neighbours that another blur, a
 * box of 9 pixels along `step`, does not take away. A sharp picture loses most of them.
 */
function lostEdges({ luma, face }: FaceCrop, step: number): number {
  const half = box >> 1
  let [all, kept] = [0, 0]
  for (let at = (half + 1) * step; at < luma.length - half * step; at++) {
    if (face[at] === 0) continue
    const change = Math.abs((luma[at] as number) - (luma[at - step] as number))
    // Two boxes next to each other differ by their ends alone.
    const blurred = Math.abs((luma[at + half * step] as number) - (luma[at - (half + 1) * step] as number)) / box
    all += change
    if (change > blurred) kept += change - blurred
  }
  return all > 0 ? (all - kept) / all : 1
}

/** Root mean square of the Laplacian over the strip of the eyes: lashes and lids are the finest that a face has. */
function eyeDetail(luma: Float32Array): number {
  const [left, right] = [cropEyes.x - Math.round(cropIed * 0.82), cropEyes.x + Math.round(cropIed * 0.82)]
  let [squares, count] = [0, 0]
  for (let y = cropEyes.y - 30; y < cropEyes.y + 30; y++) {
    for (let at = y * cropWidth + left; at < y * cropWidth + right; at++) {
      const around =
        (luma[at - 1] as number) +
        (luma[at + 1] as number) +
        (luma[at - cropWidth] as number) +
        (luma[at + cropWidth] as number)
      const bend = 4 * (luma[at] as number) - around
      squares += bend * bend
      count++
    }
  }
  return Math.sqrt(squares / count)
}

/** Two pairs of directions at right angles. */
const directions = [
  [1, cropWidth],
  [cropWidth + 1, cropWidth - 1],
] as const

/**
 * Fine detail over coarse detail by direction: a lens out of focus loses the fine in every direction, a moved camera
 * along its way only. The ratio of the two directions of a pair, the larger of both pairs; 1 is equal.
 */
function directedness(crop: FaceCrop): number {
  const ratios = directions.map(([one, other]) => {
    const [a, b] = [fineness(crop, one), fineness(crop, other)]
    return Math.max(a, b) / Math.max(1e-6, Math.min(a, b))
  })
  return Math.max(...ratios)
}

const coarse = 14

function fineness({ luma, face }: FaceCrop, step: number): number {
  let [fine, wide] = [0, 0]
  const margin = coarse * (cropWidth + 1)
  for (let at = margin; at < cropWidth * cropHeight - margin; at++) {
    if (face[at] === 0) continue
    const here = luma[at] as number
    const small = here - (luma[at + step] as number)
    const large = here - (luma[at + coarse * step] as number)
    fine += small * small
    wide += large * large
  }
  return Math.sqrt(fine / (wide + 1))
}

/** One pass over the face: its luma, luminance and colour, as numbers and histograms. */
import type { FaceCrop } from './crop.ts'
import { luminance, toLab } from './tone.ts'

export interface FaceLight {
  /** Counts by code of luma; and by linear luminance (0 to 255 for 0 to 1). */
  readonly luma: Uint32Array
  readonly linear: Uint32Array
  /** Pixels of the face. */
  readonly count: number
  /** Mean and variance of Y (0 to 1). */
  readonly mean: number
  readonly variance: number
  /** Share of the face with every channel >= 235 and one >= 250; with its largest channel at the end of the scale. */
  readonly clipped: number
  readonly saturated: number
  /** Mean L*, a*, b*. */
  readonly lab: readonly [number, number, number]
}

export function readLight({ rgb, luma, face }: FaceCrop): FaceLight {
  const lumaCounts = new Uint32Array(256)
  const linearCounts = new Uint32Array(256)
  const lab = new Float64Array(3)
  const sums = { y: 0, squares: 0, clipped: 0, saturated: 0, l: 0, a: 0, b: 0, coloured: 0, count: 0 }
  for (let at = 0, from = 0; at < face.length; at++, from += 3) {
    if (face[at] === 0) continue
    const red = rgb[from] as number
    const green = rgb[from + 1] as number
    const blue = rgb[from + 2] as number
    const y = luminance(red, green, blue)
    count(lumaCounts, luma[at] as number)
    count(linearCounts, y * 255)
    sums.count++
    sums.y += y
    sums.squares += y * y
    const most = red > green ? (red > blue ? red : blue) : green > blue ? green : blue
    if (most >= 250 && red >= 235 && green >= 235 && blue >= 235) sums.clipped++
    if (most >= saturatedFrom) sums.saturated++
    if ((at & 3) !== 0) continue // colour changes slowly: every fourth pixel is enough
    toLab(red, green, blue, lab)
    sums.l += lab[0] as number
    sums.a += lab[1] as number
    sums.b += lab[2] as number
    sums.coloured++
  }
  const mean = sums.y / sums.count
  return {
    luma: lumaCounts,
    linear: linearCounts,
    count: sums.count,
    mean,
    variance: Math.max(0, sums.squares / sums.count - mean * mean),
    clipped: sums.clipped / sums.count,
    saturated: sums.saturated / sums.count,
    lab: [sums.l / sums.coloured, sums.a / sums.coloured, sums.b / sums.coloured],
  }
}

/** Of 255: JPEG puts what was cut off at 255 a little below. */
const saturatedFrom = 252.5

function count(histogram: Uint32Array, value: number): void {
  const code = (value + 0.5) | 0
  histogram[code] = (histogram[code] as number) + 1
}

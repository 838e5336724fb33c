/** A photo of a paper photo or of a screen: print, perspective, light of a room, raster, moire. */
import type { Draw } from '../../../src/main/demo/draw.ts'
import type { Raster } from '../../../src/main/photos/measure/raster.ts'
import { canvasOf, sharpOf } from './canvas.ts'
import type { Subject } from './subject.ts'

export interface Recapture {
  /** The edge of the paper and the table are seen. */
  readonly edge: boolean
  /** Contrast of the print's raster, 0 to 1, and of the moire of a screen. */
  readonly raster?: number
  readonly moire?: number
  /** How far a corner may be moved by perspective, share of the side. */
  readonly perspective?: number
}

const output = { width: 1200, height: 1600 }

/** Photographs the print from a little aside, in uneven light, with a phone's grain. */
export function recaptured({ canvas }: Subject, draw: Draw, options: Recapture): Promise<Raster> {
  const { width, height } = output
  const { edge, raster = 0, moire = 0, perspective = 0.05 } = options
  const toPrint = homography(cornersOf(draw, edge, perspective))
  const margin = edge ? 0.05 : 0
  const table = [90 + draw.next() * 80, 70 + draw.next() * 60, 50 + draw.next() * 50]
  const wave = waves(draw)
  const angle = draw.next() * Math.PI * 2
  const [lightX, lightY] = [Math.cos(angle), Math.sin(angle)]
  const rgb = new Uint8Array(width * height * 3)
  const colour = [0, 0, 0]
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 3) {
      const [u, v] = toPrint(x / width, y / height)
      if (u < 0 || v < 0 || u > 1 || v > 1) {
        const grain = Math.sin(x * 0.02 + Math.sin(y * 0.004) * 6) * 12
        for (let c = 0; c < 3; c++) colour[c] = (table[c] ?? 0) + grain
      } else if (u < margin || v < margin * 0.8 || u > 1 - margin || v > 1 - margin * 0.8) {
        for (let c = 0; c < 3; c++) colour[c] = [236, 234, 228][c] ?? 0
      } else {
        print(canvas, (u - margin) / (1 - 2 * margin), (v - margin * 0.8) / (1 - 1.6 * margin), colour)
        if (raster > 0) dots(colour, u * width, v * height, raster)
        for (let c = 0; c < 3; c++) colour[c] = 18 + (colour[c] ?? 0) * 0.86
      }
      const light = 1 - 0.3 * (0.5 + (x / width - 0.5) * lightX + (y / height - 0.5) * lightY)
      const beat = moire > 0 ? moire * wave(x, y) : 0
      const noise = (draw.next() + draw.next() - 1) * 6
      const tints = [1 + beat, 1 - beat * 0.4, 1 + beat * 0.8]
      for (let c = 0; c < 3; c++) {
        rgb[at + c] = Math.max(0, Math.min(255, Math.round((colour[c] ?? 0) * (tints[c] ?? 1) * light + noise)))
      }
    }
  }
  return canvasOf(sharpOf({ width, height, rgb }).blur(0.6))
}

/** The paper's corners in the photo, shares of its sides; without an edge the print is a little larger than the photo. */
function cornersOf(draw: Draw, edge: boolean, perspective: number): [number, number][] {
  const move = () => (draw.next() - 0.5) * 2 * perspective * (edge ? 1 : 0.4)
  const inset = edge ? 0.14 : -0.04
  return [
    [inset + move(), inset + move()],
    [1 - inset + move(), inset + move()],
    [1 - inset + move(), 1 - inset + move()],
    [inset + move(), 1 - inset + move()],
  ]
}

/** From the photo to the print (Heckbert 1989: square to quadrilateral, inverted by its adjoint). */
function homography(corners: readonly (readonly [number, number])[]): (x: number, y: number) => [number, number] {
  const [p0, p1, p2, p3] = corners as [[number, number], [number, number], [number, number], [number, number]]
  const [dx1, dy1] = [p1[0] - p2[0], p1[1] - p2[1]]
  const [dx2, dy2] = [p3[0] - p2[0], p3[1] - p2[1]]
  const [sx, sy] = [p0[0] - p1[0] + p2[0] - p3[0], p0[1] - p1[1] + p2[1] - p3[1]]
  const det = dx1 * dy2 - dx2 * dy1
  const g = (sx * dy2 - dx2 * sy) / det
  const h = (dx1 * sy - sx * dy1) / det
  const [a, b, c] = [p1[0] - p0[0] + g * p1[0], p3[0] - p0[0] + h * p3[0], p0[0]]
  const [d, e, f] = [p1[1] - p0[1] + g * p1[1], p3[1] - p0[1] + h * p3[1], p0[1]]
  return (x, y) => {
    const u = (e - f * h) * x + (c * h - b) * y + (b * f - c * e)
    const v = (f * g - d) * x + (a - c * g) * y + (c * d - a * f)
    const w = (d * h - e * g) * x + (b * g - a * h) * y + (a * e - b * d)
    return [u / w, v / w]
  }
}

/** The print's colour at (u, v), bilinear. */
function print({ width, height, rgb }: Raster, u: number, v: number, out: number[]): void {
  const [x, y] = [u * width - 0.5, v * height - 0.5]
  const x0 = Math.max(0, Math.min(width - 2, Math.floor(x)))
  const y0 = Math.max(0, Math.min(height - 2, Math.floor(y)))
  const [fx, fy] = [Math.max(0, Math.min(1, x - x0)), Math.max(0, Math.min(1, y - y0))]
  const at = (y0 * width + x0) * 3
  for (let c = 0; c < 3; c++) {
    const above = (rgb[at + c] ?? 0) * (1 - fx) + (rgb[at + 3 + c] ?? 0) * fx
    const below = (rgb[at + width * 3 + c] ?? 0) * (1 - fx) + (rgb[at + width * 3 + 3 + c] ?? 0) * fx
    out[c] = above * (1 - fy) + below * fy
  }
}

/** Printed dots, 4.2 pixels apart, at 15 degrees: strongest in the middle tones. */
function dots(colour: number[], x: number, y: number, contrast: number): void {
  const [px, py] = [(x / 4.2) * Math.PI * 2, (y / 4.2) * Math.PI * 2]
  const wave = Math.sin(px * 0.966 + py * 0.259) + Math.sin(py * 0.966 - px * 0.259)
  for (let c = 0; c < 3; c++) {
    const tone = (colour[c] ?? 0) / 255
    colour[c] = (colour[c] ?? 0) + wave * contrast * 255 * tone * (1 - tone) * 2
  }
}

/** Two gratings that beat against the sensor's. */
function waves(draw: Draw): (x: number, y: number) => number {
  const period = 2.6 + draw.next() * 1.5
  const one = draw.next() * Math.PI
  const other = one + 1.2 + draw.next() * 0.6
  const [ax, ay] = [(Math.cos(one) * Math.PI * 2) / period, (Math.sin(one) * Math.PI * 2) / period]
  const [bx, by] = [
    (Math.cos(other) * Math.PI * 2) / (period * 1.13),
    (Math.sin(other) * Math.PI * 2) / (period * 1.13),
  ]
  return (x, y) => Math.sin(ax * x + ay * y + 0.00004 * x * y) + Math.sin(bx * x + by * y)
}

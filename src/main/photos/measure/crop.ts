/** The face as every measure sees it: eyes level, 128 pixels apart, the oval of the mesh told from the rest. */
import type { Point } from '../../../shared/photos/geometry.ts'
import type { Face } from './face.ts'
import { type Affine, apply, eyesMap, filled, inverse } from './geometry.ts'
import { type Picture, sample } from './raster.ts'

export const cropWidth = 416
export const cropHeight = 544
/** Between the eyes. */
export const cropIed = 128
export const cropEyes: Point = { x: 208, y: 232 }

export interface FaceCrop {
  /** From the crop to the picture. */
  readonly map: Affine
  /** RGB codes, rows of `cropWidth`. */
  readonly rgb: Float32Array
  /** Luma codes (ITU-R BT.601). */
  readonly luma: Float32Array
  /** 1 within the oval of the face. */
  readonly face: Uint8Array
  /** Pixels of the oval. */
  readonly area: number
  /** The mesh, in the crop. */
  readonly points: readonly Point[]
}

/** Outline of the face in the canonical model. */
export const ovalIndices = [
  10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149, 150, 136,
  172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
] as const

export function cropFace(picture: Picture, { eyes, mesh }: Face): FaceCrop {
  const map = eyesMap(...eyes, cropEyes, cropIed)
  const rgb = sample(picture, map, cropWidth, cropHeight)
  const back = inverse(map)
  const points = mesh.points.map((point) => apply(back, point))
  const face = filled(
    ovalIndices.map((at) => points[at] as Point),
    cropWidth,
    cropHeight,
  )
  let area = 0
  for (const inside of face) area += inside
  return { map, rgb, luma: lumaOf(rgb), face, area, points }
}

/** Luma of rows of RGB. */
export function lumaOf(rgb: Float32Array | Uint8Array): Float32Array {
  const luma = new Float32Array(rgb.length / 3)
  for (let at = 0, from = 0; at < luma.length; at++, from += 3) {
    luma[at] = 0.299 * (rgb[from] as number) + 0.587 * (rgb[from + 1] as number) + 0.114 * (rgb[from + 2] as number)
  }
  return luma
}

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The box of `halfWidth` and `halfHeight` around a point, cut to the crop; right and bottom are outside. */
export const boxAround = ({ x, y }: Point, halfWidth: number, halfHeight = halfWidth): Box => ({
  left: Math.max(0, Math.round(x - halfWidth)),
  top: Math.max(0, Math.round(y - halfHeight)),
  right: Math.min(cropWidth, Math.round(x + halfWidth)),
  bottom: Math.min(cropHeight, Math.round(y + halfHeight)),
})

/** Boxes over the eyes, lids and lenses included. */
export const eyeBoxes: readonly [Box, Box] = [
  boxAround({ x: cropEyes.x - cropIed / 2, y: cropEyes.y }, 36, 20),
  boxAround({ x: cropEyes.x + cropIed / 2, y: cropEyes.y }, 36, 20),
]

/**
 * Perceptual hashes (DCT, 64 bits): the same photo saved again, resized, darkened or framed anew keeps most of its bits.
 * Personal data: kept as long as the photo.
 */
import type { Fingerprints } from '../../../shared/photos/measures.ts'
import { cropWidth, type FaceCrop, lumaOf } from './crop.ts'
import { type Picture, sample } from './raster.ts'

const side = 32
/** Frequencies kept in each direction. */
const kept = 8

/** Of the whole picture, and of the aligned face: the face survives a new frame. */
export function fingerprintsOf(picture: Picture, crop: FaceCrop | null): Fingerprints {
  const [across, down] = [picture.width / side, picture.height / side]
  const map = [across, 0, across / 2 - 0.5, 0, down, down / 2 - 0.5] as const
  return { whole: hash(lumaOf(sample(picture, map, side, side))), face: crop ? hash(faceGrid(crop)) : null }
}

/** Cells of the crop from brow to chin, 12 x 14 pixels each. */
const grid = { left: 16, top: 36, width: 12, height: 14 }

function faceGrid({ luma }: FaceCrop): Float32Array {
  const cells = new Float32Array(side * side)
  for (let y = 0; y < side * grid.height; y++) {
    const row = Math.floor(y / grid.height) * side
    const from = (grid.top + y) * cropWidth + grid.left
    for (let x = 0; x < side * grid.width; x++) {
      const cell = row + Math.floor(x / grid.width)
      cells[cell] = (cells[cell] as number) + (luma[from + x] as number)
    }
  }
  return cells
}

const cosines = Array.from({ length: kept }, (_, u) =>
  Float64Array.from({ length: side }, (_, x) => Math.cos(((2 * x + 1) * u * Math.PI) / (2 * side))),
)

/** 16 hex digits: which of the 64 lowest frequencies lie above their median; the mean light itself is left out of it. */
function hash(grey: Float32Array): string {
  const rows = cosines.map((wave) =>
    Float64Array.from({ length: side }, (_, y) =>
      wave.reduce((sum, c, x) => sum + c * (grey[y * side + x] as number), 0),
    ),
  )
  const terms = cosines.flatMap((wave) =>
    rows.map((row) => wave.reduce((sum, c, y) => sum + c * (row[y] as number), 0)),
  )
  const median = terms.slice(1).sort((a, b) => a - b)[31] as number
  const bits = terms.map((term) => (term > median ? 1 : 0))
  return Array.from({ length: 16 }, (_, digit) =>
    bits
      .slice(4 * digit, 4 * digit + 4)
      .reduce<number>((sum, bit) => 2 * sum + bit, 0)
      .toString(16),
  ).join('')
}

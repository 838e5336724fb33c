/** What compression left: steps at the edges of 8 x 8 blocks, and the tables that the file was quantised with. */
import { jpegQuality } from '../../../shared/photos/quantiser.ts'
import type { Picture } from './raster.ts'
import type { Readings } from './readings.ts'

/**
 * `bytes` is the file. Steps are measured on pictures that were not reduced, whatever the format: a PNG made of a bad JPEG
 * shows them as well.
 */
export function measureCompression(bytes: Uint8Array, picture: Picture): Readings {
  const quality = jpegQuality(bytes)
  const reduced = picture.full.scale > 1.001
  return {
    values: {
      ...(reduced ? {} : { blocks: blockSteps(picture) }),
      ...(quality === null ? {} : { jpeg_quality: quality }),
    },
    notes: { ...(reduced ? { blocks: 'reduced' } : {}), ...(quality === null ? { jpeg_quality: 'not_jpeg' } : {}) },
  }
}

/** Of these, every one is looked at; of the other direction one in `thin`. */
const thin = 4

/**
 * Mean step between neighbours by its place in the grid of eight: the largest place over the middle one, both directions
 * together. The grid need not start at the corner: pictures are turned and cut.
 */
function blockSteps({ width, height, rgb }: Picture): number {
  const across = phases(rgb, width, height, 3, width * 3)
  const down = phases(rgb, height, width, width * 3, 3)
  return (across.largest + down.largest) / (across.middle + down.middle + 0.05)
}

/** Steps of green, which is most of luma, along lines of `length`, on one line in `thin`. */
function phases(rgb: Uint8Array, length: number, lines: number, along: number, aside: number) {
  const sums = new Float64Array(8)
  const counts = new Float64Array(8)
  for (let line = 0; line < lines; line += thin) {
    let at = line * aside + 1
    let last = rgb[at] as number
    for (let k = 1; k < length; k++) {
      at += along
      const here = rgb[at] as number
      const step = here > last ? here - last : last - here
      // A real edge says nothing of blocks.
      if (step < 48) {
        sums[k & 7] = (sums[k & 7] as number) + step
        counts[k & 7] = (counts[k & 7] as number) + 1
      }
      last = here
    }
  }
  const means = [...sums].map((sum, phase) => sum / Math.max(1, counts[phase] as number)).sort((a, b) => a - b)
  return { largest: means[7] as number, middle: ((means[3] as number) + (means[4] as number)) / 2 }
}

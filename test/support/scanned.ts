import sharp from 'sharp'
import { greyPage } from '../../src/main/documents/page-picture.ts'
import { zonePlace } from '../../src/shared/documents/layout/closing.ts'

/** A paper as it comes back from a scanner or a hand: at some resolution, turned, noisy, spotted. */

export interface Wear {
  readonly dpi: number
  /** Degrees. */
  readonly turned?: number
  /** Standard width of the noise, of 255. */
  readonly noise?: number
  /** Spots of ink, in points from the lower left corner. */
  readonly blots?: readonly { readonly x: number; readonly y: number; readonly side: number }[]
  /** Letters of the first line of its zone that were printed in the place of others, by their columns. */
  readonly forged?: readonly { readonly from: number; readonly to: number }[]
  /** The same number gives the same noise. */
  readonly seed?: number
}

/** The first page of a PDF as JPEG. */
export async function scanned(
  pdf: Uint8Array,
  { dpi, turned = 0, noise = 0, blots = [], forged = [], seed = 1 }: Wear,
): Promise<Uint8Array> {
  const { width, height, pixels } = await greyPage(pdf, 0, dpi)
  const page = Uint8Array.from(pixels)
  for (const { x, y, side } of blots) {
    const [left, top, size] = [(x * dpi) / 72, height - ((y + side) * dpi) / 72, (side * dpi) / 72].map(Math.round)
    for (let row = 0; row < (size ?? 0); row++)
      page.fill(40, ((top ?? 0) + row) * width + (left ?? 0), ((top ?? 0) + row) * width + (left ?? 0) + (size ?? 0))
  }
  const points = (length: number) => Math.round((length * dpi) / 72)
  for (const { from, to } of forged)
    for (let row = 0; row < points(9); row++) {
      const line = (height - points(zonePlace.baselines[0] + 7.5) + row) * width
      const [source, target] = [from, to].map((column) => line + points(zonePlace.x + column * zonePlace.pitch))
      page.copyWithin(target ?? 0, source ?? 0, (source ?? 0) + points(zonePlace.pitch))
    }
  let state = seed
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32 - 0.5
  }
  if (noise > 0)
    for (let at = 0; at < page.length; at++)
      page[at] = Math.max(0, Math.min(255, (page[at] ?? 0) * 0.94 + 8 + (random() + random()) * 2 * noise))
  const picture = sharp(page, { raw: { width, height, channels: 1 } }).rotate(turned, { background: 'white' })
  return new Uint8Array(await picture.greyscale().jpeg({ quality: 80 }).toBuffer())
}

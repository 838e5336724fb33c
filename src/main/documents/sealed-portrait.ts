import sharp, { type OutputInfo } from 'sharp'
import { frameOfWebp } from '../../shared/seal/portrait.ts'

/** Size of the portrait in a seal, and the most it may take: the symbol with it must stay within its 34 mm. */
export const sealedPortraitSize = { width: 56, height: 72 }
const mostBytes = 380

/** From the poorest to the best. */
const qualities = [8, 16, 24, 32, 40, 48, 56, 64, 72, 80]

/** The small portrait: a grey VP8 frame as good as the room allows; undefined where even the poorest takes more. */
export async function sealedPortrait(jpeg: Uint8Array): Promise<Uint8Array | undefined> {
  const { width, height } = sealedPortraitSize
  const { data, info } = await sharp(jpeg)
    .resize(width, height, { fit: 'fill' })
    .greyscale()
    .normalise()
    .raw()
    .toBuffer({ resolveWithObject: true })
  let [best, low, high]: [Uint8Array | undefined, number, number] = [undefined, 0, qualities.length - 1]
  // Better pictures are longer ones: by halves, the best is found in four tries at most.
  while (low <= high) {
    const middle = (low + high) >> 1
    const frame = await encoded(data, info, qualities[middle] ?? 0)
    if (frame && frame.length <= mostBytes) {
      best = frame
      low = middle + 1
    } else high = middle - 1
  }
  return best
}

/** Effort 4 of 6: the last two take three times as long and save a byte in a hundred. */
async function encoded(data: Buffer, raw: OutputInfo, quality: number): Promise<Uint8Array | undefined> {
  const { width, height, channels } = raw
  const file = sharp(data, { raw: { width, height, channels } }).webp({ quality, effort: 4, smartSubsample: false })
  return frameOfWebp(new Uint8Array(await file.toBuffer()))
}

import sharp from 'sharp'
import { frameOfWebp } from '../../shared/seal/portrait.ts'

/** Size of the portrait in a seal, and the most it may take: the symbol with it must stay within its 34 mm. */
export const sealedPortraitSize = { width: 56, height: 72 }
const mostBytes = 380

/** The small portrait: a grey VP8 frame as good as the room allows; undefined where even the poorest takes more. */
export async function sealedPortrait(jpeg: Uint8Array): Promise<Uint8Array | undefined> {
  const small = sharp(jpeg)
    .resize(sealedPortraitSize.width, sealedPortraitSize.height, { fit: 'fill' })
    .greyscale()
    .normalise()
  for (let quality = 80; quality > 0; quality -= 8) {
    const file = await small.clone().webp({ quality, effort: 6, smartSubsample: false }).toBuffer()
    const frame = frameOfWebp(new Uint8Array(file))
    if (frame && frame.length <= mostBytes) return frame
  }
  return undefined
}

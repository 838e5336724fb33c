import { frameOfWebp } from '../../shared/seal/portrait.ts'
import { pictures } from '../photos/decode.ts'
import { type PortraitRead, sealedPortraitSize } from './portrait.ts'

/** The most that it may take: the symbol with it must stay within its 34 mm. */
const mostBytes = 380

/** From the poorest to the best; most faces end at the third or fourth, which two tries find out from the fourth. */
const qualities = [8, 16, 24, 32, 40, 48, 56, 64, 72, 80]
const usual = 3

/** The small portrait: a grey VP8 frame as good as the room allows; undefined where even the poorest takes more. */
export async function sealedPortrait({ small }: PortraitRead): Promise<Uint8Array | undefined> {
  const picture = tripled(stretched(greyOf(small)))
  const fitting = async (step: number) => {
    const quality = qualities[step]
    const frame = quality === undefined ? undefined : await encoded(picture, quality)
    return frame && frame.length <= mostBytes ? frame : undefined
  }
  // Better pictures are longer ones: up from where most end while they fit, else down until one does.
  let best = await fitting(usual)
  for (let step = usual + 1; best; step++) {
    const better = await fitting(step)
    if (!better) return best
    best = better
  }
  for (let step = usual - 1; step >= 0 && !best; step--) best = await fitting(step)
  return best
}

/** Made grey here: through sharp's own colour space it takes longer than all the rest of a page. */
function greyOf({ channels, pixels }: PortraitRead['small']): Buffer {
  if (channels === 1) return pixels
  const grey = Buffer.alloc(pixels.length / 3)
  // Luma of ITU-R BT.601, as JPEG has it.
  for (let at = 0; at < grey.length; at++) {
    const from = 3 * at
    grey[at] = Math.round(
      0.299 * (pixels[from] ?? 0) + 0.587 * (pixels[from + 1] ?? 0) + 0.114 * (pixels[from + 2] ?? 0),
    )
  }
  return grey
}

/** From black to white: the darkest and the brightest hundredth become both ends. */
function stretched(grey: Buffer): Buffer {
  const sorted = Uint8Array.from(grey).sort()
  const [dark, bright] = [0.01, 0.99].map((share) => sorted[Math.floor(share * (sorted.length - 1))]) as [
    number,
    number,
  ]
  if (bright - dark < 2) return grey
  return Buffer.from(
    grey.map((value) => Math.max(0, Math.min(255, Math.round((255 * (value - dark)) / (bright - dark))))),
  )
}

/** Three equal channels: WebP knows no grey, and sharp's way there takes a third of the encoding. */
function tripled(grey: Buffer): Buffer {
  const picture = Buffer.alloc(3 * grey.length)
  for (const [at, value] of grey.entries()) picture.fill(value, 3 * at, 3 * at + 3)
  return picture
}

/** Effort 4 of 6: the last two take three times as long and save a byte in a hundred. */
async function encoded(picture: Buffer, quality: number): Promise<Uint8Array | undefined> {
  const raw = { ...sealedPortraitSize, channels: 3 } as const
  const file = pictures()(picture, { raw }).webp({ quality, effort: 4, smartSubsample: false })
  return frameOfWebp(new Uint8Array(await file.toBuffer()))
}

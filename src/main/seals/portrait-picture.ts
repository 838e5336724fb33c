import type { Sharp } from 'sharp'
import { webpOfFrame } from '../../shared/seal/portrait.ts'
import { attempt, pictures } from '../photos/decode.ts'

/** The portrait of a seal as a picture: hostile, for a seal is read before it is known who made it. */

const limits = { maxBytes: 10_000, maxPixels: 10_000, timeoutSeconds: 5 }
/** Many times the size in the seal: it is looked at beside a face. */
const shownHeight = 432

/** What `draw` makes of a VP8 frame; undefined for a frame that cannot be decoded. */
export async function openFrame<T>(frame: Uint8Array, draw: (picture: Sharp) => Promise<T>): Promise<T | undefined> {
  const drawn = await attempt(limits, () =>
    draw(pictures()(webpOfFrame(frame), { limitInputPixels: limits.maxPixels, failOn: 'warning' })),
  )
  return drawn.ok ? drawn.value : undefined
}

/** The portrait for the screen, JPEG; undefined for a frame that cannot be decoded. */
export const portraitJpeg = (frame: Uint8Array): Promise<Uint8Array | undefined> =>
  openFrame(frame, (picture) =>
    picture.resize({ height: shownHeight, kernel: 'cubic' }).jpeg({ quality: 90 }).toBuffer(),
  )

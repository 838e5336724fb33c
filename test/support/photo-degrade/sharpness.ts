/** Out of focus, moved, enlarged, compressed. */
import sharp from 'sharp'
import type { Raster } from '../../../src/main/photos/measure/raster.ts'
import { canvasOf, jpegOf, sharpOf } from './canvas.ts'
import type { Subject } from './subject.ts'

/** Sizes in pixels are those of a picture 1000 pixels high, which is what the card asks for at least. */
const unit = ({ canvas }: Subject): number => canvas.height / 1000

export const blurred = (subject: Subject, sigma: number): Promise<Raster> =>
  canvasOf(sharpOf(subject.canvas).blur(Math.max(0.3, sigma * unit(subject))))

/** The camera moved sideways by `length` pixels while the shutter was open. */
export function moved(subject: Subject, length: number): Raster {
  const { width, height, rgb } = subject.canvas
  const half = Math.max(1, Math.round((length * unit(subject) - 1) / 2))
  const made = new Uint8Array(rgb.length)
  for (let y = 0; y < height; y++) {
    for (let c = 0; c < 3; c++) {
      const code = (x: number) => rgb[(y * width + Math.max(0, Math.min(width - 1, x))) * 3 + c] ?? 0
      let sum = 0
      for (let x = -half; x <= half; x++) sum += code(x)
      for (let x = 0; x < width; x++) {
        made[(y * width + x) * 3 + c] = Math.round(sum / (2 * half + 1))
        sum += code(x + half + 1) - code(x - half)
      }
    }
  }
  return { width, height, rgb: made }
}

/** Reduced to `width` pixels and enlarged again. */
export async function enlarged({ canvas }: Subject, width: number): Promise<Raster> {
  const height = Math.round((canvas.height * width) / canvas.width)
  const small = await sharpOf(canvas).resize(width, height, { fit: 'fill' }).png().toBuffer()
  return canvasOf(sharp(small).resize(canvas.width, canvas.height, { fit: 'fill', kernel: 'cubic' }))
}

/** Saved badly, then saved well: the file looks fine, the picture is not. */
export const compressedTwice = async ({ canvas }: Subject, quality: number): Promise<Uint8Array> =>
  new Uint8Array(
    await sharp(await jpegOf(canvas, quality))
      .jpeg({ quality: 95 })
      .toBuffer(),
  )

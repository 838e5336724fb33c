/** Plain pictures that degradations paint on: rows of red, green, blue. */
import sharp, { type Sharp } from 'sharp'
import type { Raster } from '../../../src/main/photos/measure/raster.ts'

/** Decodes a picture, upright, sRGB, on white. */
export const openCanvas = (bytes: Uint8Array): Promise<Raster> => canvasOf(sharp(bytes).autoOrient())

/** What a chain of sharp gives. */
export async function canvasOf(picture: Sharp): Promise<Raster> {
  const { data, info } = await picture
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  if (channels === 3) return { width, height, rgb: new Uint8Array(data) }
  // Grey, or with the opacity that composing leaves behind (everything is opaque by then).
  const rgb = new Uint8Array(width * height * 3)
  for (let at = 0; at < width * height; at++) {
    for (let c = 0; c < 3; c++) rgb[at * 3 + c] = data[at * channels + (channels > 2 ? c : 0)] ?? 0
  }
  return { width, height, rgb }
}

export const sharpOf = ({ width, height, rgb }: Raster): Sharp => sharp(rgb, { raw: { width, height, channels: 3 } })

/** As a photographer saves it; below quality 90 with the colours at half size, as most programs do. */
export const jpegOf = async (canvas: Raster, quality = 95): Promise<Uint8Array> =>
  new Uint8Array(
    await sharpOf(canvas)
      .jpeg({ quality, chromaSubsampling: quality < 90 ? '4:2:0' : '4:4:4' })
      .toBuffer(),
  )

export const pngOf = async (canvas: Raster): Promise<Uint8Array> =>
  new Uint8Array(await sharpOf(canvas).png().toBuffer())

/** Draws SVG over the picture, in its own pixels; `soften` (from 0.3 on) blurs the drawing, not the picture. */
export async function drawnOver(canvas: Raster, shapes: string, soften = 0): Promise<Raster> {
  const { width, height } = canvas
  const svg = new TextEncoder().encode(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${shapes}</svg>`,
  )
  const layer = await (soften >= 0.3 ? sharp(svg).blur(soften) : sharp(svg)).png().toBuffer()
  return canvasOf(sharpOf(canvas).composite([{ input: layer }]))
}

/** Gives every pixel new codes; `change` writes into `out` (0 to 255, rounded and cut by the canvas). */
export function repainted(
  { width, height, rgb }: Raster,
  change: (out: [number, number, number], x: number, y: number) => void,
): Raster {
  const made = new Uint8Array(rgb.length)
  const pixel: [number, number, number] = [0, 0, 0]
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 3) {
      for (let c = 0; c < 3; c++) pixel[c] = rgb[at + c] ?? 0
      change(pixel, x, y)
      for (let c = 0; c < 3; c++) made[at + c] = Math.max(0, Math.min(255, Math.round(pixel[c] ?? 0)))
    }
  }
  return { width, height, rgb: made }
}

const linear = Float64Array.from({ length: 256 }, (_, code) => {
  const value = code / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
})

/** Linear light of an sRGB code, 0 to 1 (IEC 61966-2-1). */
export const lightOf = (code: number): number => linear[Math.max(0, Math.min(255, Math.round(code)))] ?? 0

/** The sRGB code of linear light, 0 to 255, not rounded. */
export function codeOf(light: number): number {
  const value = Math.max(0, Math.min(1, light))
  return 255 * (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055)
}

/** Codes at a place, the nearest pixel's. */
export function pixelAt({ width, height, rgb }: Raster, x: number, y: number): [number, number, number] {
  const column = Math.max(0, Math.min(width - 1, Math.round(x)))
  const row = Math.max(0, Math.min(height - 1, Math.round(y)))
  const at = (row * width + column) * 3
  return [rgb[at] ?? 0, rgb[at + 1] ?? 0, rgb[at + 2] ?? 0]
}

export const rgbText = (colour: readonly number[], share = 1): string =>
  `rgb(${colour.map((code) => Math.max(0, Math.min(255, Math.round(code * share)))).join(',')})`

import sharp from 'sharp'
import { create } from '../documents/pdf/fontkit.ts'

/** The letters of a machine-readable zone as small pictures, drawn from the font that our papers print them in. */

/** A cell of the zone: one letter of 7.2 points, from 1.6 points beneath its baseline to 8.0 above, at 2.5 pixels a point. */
export const cell = { width: 18, height: 24, scale: 2.5, below: 1.6 } as const
export const zoneLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<'

export type ZoneLetters = ReadonlyMap<string, Float32Array>

/** Size of the printed letters, points (layout/closing.ts). */
const size = 7.2 / 0.723

/** Darkness of each letter in its cell, row by row from the top. */
export async function drawLetters(ocrb: Uint8Array): Promise<ZoneLetters> {
  const font = create(ocrb)
  const scale = (size / font.unitsPerEm) * cell.scale
  const baseline = cell.height - cell.below * cell.scale
  const paths = [...zoneLetters].map((letter, at) => {
    const path = font.glyphForCodePoint(letter.codePointAt(0) ?? 0)?.path?.toSVG() ?? ''
    return `<path transform="translate(${at * cell.width} ${baseline}) scale(${scale} ${-scale})" d="${path}"/>`
  })
  const width = zoneLetters.length * cell.width
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${cell.height}">${paths.join('')}</svg>`
  const { data } = await sharp(Buffer.from(svg))
    .flatten({ background: 'white' })
    .greyscale()
    .blur(0.7) // as ink, lens and sampling soften it
    .raw()
    .toBuffer({ resolveWithObject: true })
  return new Map(
    [...zoneLetters].map((letter, at) => {
      const one = new Float32Array(cell.width * cell.height)
      for (let y = 0; y < cell.height; y++)
        for (let x = 0; x < cell.width; x++)
          one[y * cell.width + x] = 1 - (data[y * width + at * cell.width + x] ?? 255) / 255
      return [letter, one]
    }),
  )
}

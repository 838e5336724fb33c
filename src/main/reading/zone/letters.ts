/** The letters of OCR-B as small pictures, in several weights and two sizes: what cells of a zone are compared with. */
import sharp from 'sharp'
import { create } from '../../documents/pdf/fontkit.ts'

export const zoneLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<'

/**
 * A cell of the zone, in pitches of its letters (2.54 mm): one wide, from `below` beneath the baseline to `above` above
 * it, so that it holds the tallest letter and a little of its ground.
 */
export const cell = { above: 1.12, below: 0.2 } as const

/** Every letter at one size: `width` x `height` numbers a letter, of mean 0 and square sum 1. */
export interface LetterSheet {
  readonly width: number
  readonly height: number
  readonly pictures: readonly Float32Array[]
}

/** The same letters drawn with thinner and thicker strokes. */
export interface ZoneAlphabet {
  /** Small, for finding where the letters stand. */
  readonly coarse: readonly LetterSheet[]
  /** Large, for telling them apart. */
  readonly fine: readonly LetterSheet[]
}

const sizes = { coarse: { width: 9, height: 12 }, fine: { width: 18, height: 24 } } as const
/** Added to every stroke, in pitches; below 0: taken away. */
const weights = [-0.035, 0, 0.05]

/** Draws the letters from an OCR-B font, whose letters are one pitch wide. */
export async function drawAlphabet(ocrb: Uint8Array): Promise<ZoneAlphabet> {
  const sheets = async (size: (typeof sizes)['coarse' | 'fine']) =>
    Promise.all(weights.map((weight) => drawSheet(ocrb, size.width, size.height, weight)))
  return { coarse: await sheets(sizes.coarse), fine: await sheets(sizes.fine) }
}

async function drawSheet(ocrb: Uint8Array, width: number, height: number, weight: number): Promise<LetterSheet> {
  const font = create(ocrb)
  const finer = 4
  const [w, h] = [width * finer, height * finer]
  const advance = font.glyphForCodePoint(0x3c)?.advanceWidth ?? font.unitsPerEm
  const [sx, sy] = [w / advance, h / (cell.above + cell.below) / advance]
  const baseline = (cell.above / (cell.above + cell.below)) * h
  const stroke = `stroke="${weight > 0 ? 'black' : 'white'}" stroke-width="${Math.abs(weight) * advance}"`
  const paths = [...zoneLetters].map((letter, at) => {
    const path = font.glyphForCodePoint(letter.codePointAt(0) ?? 0)?.path?.toSVG() ?? ''
    return `<path ${stroke} transform="translate(${at * w} ${baseline}) scale(${sx} ${-sy})" d="${path}"/>`
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${w * zoneLetters.length}" height="${h}"><rect width="100%" height="100%" fill="white"/>${paths.join('')}</svg>`
  const { data } = await sharp(Buffer.from(svg))
    .flatten({ background: 'white' })
    .toColourspace('b-w')
    .blur(0.6) // as ink, lens and sampling soften it
    .resize(width * zoneLetters.length, height, { kernel: 'linear', fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const pictures = [...zoneLetters].map((_, at) => {
    const picture = new Float32Array(width * height)
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++)
        picture[y * width + x] = 255 - (data[y * width * zoneLetters.length + at * width + x] ?? 255)
    normalize(picture)
    return picture
  })
  return { width, height, pictures }
}

/** Brings numbers to mean 0 and square sum 1; all 0 where they are all the same. */
export function normalize(picture: Float32Array): void {
  let sum = 0
  for (let at = 0; at < picture.length; at++) sum += picture[at] as number
  const mean = sum / picture.length
  let squares = 0
  for (let at = 0; at < picture.length; at++) {
    const value = (picture[at] as number) - mean
    picture[at] = value
    squares += value * value
  }
  const by = squares > 1e-6 ? 1 / Math.sqrt(squares) : 0
  for (let at = 0; at < picture.length; at++) picture[at] = (picture[at] as number) * by
}

import sharp, { type Sharp } from 'sharp'
import type { Draw } from './draw.ts'

/** What goes wrong with photos that people send: about one in seven, seeded. */
export const photoFaults = [
  'dark',
  'blurred',
  'small_head',
  'glare',
  'mouth_covered',
  'busy_background',
  'small_file',
] as const
export type PhotoFault = (typeof photoFaults)[number]

/** The portrait (715 x 1000 pixels or larger, card frame) with one fault, as JPEG. The same arguments give the same bytes. */
export async function withFault(portrait: Uint8Array, fault: PhotoFault): Promise<Uint8Array> {
  const { width = 0, height = 0 } = await sharp(portrait).metadata()
  const picture = sharp(portrait)
  switch (fault) {
    case 'dark':
      return jpeg(picture.linear(0.28, 0))
    case 'blurred':
      return jpeg(picture.blur(height / 250))
    case 'small_head': {
      const [x, y] = [Math.round(width * 0.4), Math.round(height * 0.4)]
      return jpeg(picture.extend({ left: x, right: x, top: y, bottom: y, extendWith: 'copy' }).resize(width, height))
    }
    case 'glare':
      return over(picture, spot(width, height))
    case 'mouth_covered':
      return over(picture, mask(width, height))
    case 'busy_background':
      return over(picture, shelves(width, height))
    case 'small_file':
      return jpeg(picture.resize(Math.round(width * 0.35)))
  }
}

/** A fault for about one photo in seven. */
export const faultByLot = (draw: Draw): PhotoFault | undefined =>
  draw.between(1, 7) === 1 ? photoFaults[draw.between(0, photoFaults.length - 1)] : undefined

const jpeg = async (picture: Sharp) => new Uint8Array(await picture.jpeg({ quality: 90 }).toBuffer())
const over = (picture: Sharp, drawing: string) => jpeg(picture.composite([{ input: Buffer.from(drawing) }]))
const svg = (width: number, height: number, parts: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${parts}</svg>`

/** A lamp on the forehead. */
const spot = (width: number, height: number) =>
  svg(
    width,
    height,
    `<defs><radialGradient id="g"><stop offset=".5" stop-color="#fff"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient></defs><ellipse cx="${width * 0.46}" cy="${height * 0.36}" rx="${width * 0.08}" ry="${width * 0.06}" fill="url(#g)"/>`,
  )

/** A mask from the nose to the chin. */
const mask = (width: number, height: number) =>
  svg(
    width,
    height,
    `<path d="M${width * 0.3} ${height * 0.53} Q${width * 0.5} ${height * 0.5} ${width * 0.7} ${height * 0.53} L${width * 0.66} ${height * 0.68} Q${width * 0.5} ${height * 0.75} ${width * 0.34} ${height * 0.68} Z" fill="#a9c4d4"/>`,
  )

/** Shelves to the left and right of the head. */
const shelves = (width: number, height: number) =>
  svg(
    width,
    height,
    [0.06, 0.2, 0.34, 0.48]
      .flatMap((y, row) =>
        [0.02, 0.09, 0.15, 0.82, 0.88, 0.94].map(
          (x, at) =>
            `<rect x="${width * x}" y="${height * y}" width="${width * 0.045}" height="${height * 0.12}" fill="${['#7a3e3e', '#2f3b52', '#c7a14a', '#36514a'][(row + at) % 4]}"/>`,
        ),
      )
      .join(''),
  )

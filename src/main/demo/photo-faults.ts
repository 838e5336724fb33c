import sharp, { type Sharp } from 'sharp'
import type { Draw } from './draw.ts'
import { type PortraitFrame, tight } from './portraits.ts'

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

/** How a portrait is framed of which a fault is made: the head of `counter` fills more of it. */
type Frame = Exclude<PortraitFrame, 'document'>

/** The portrait in this frame with one fault, as JPEG. The same arguments give the same bytes. */
export async function withFault(portrait: Uint8Array, fault: PhotoFault, frame: Frame = 'card'): Promise<Uint8Array> {
  const { width = 0, height = 0 } = await sharp(portrait).metadata()
  const picture = sharp(portrait)
  switch (fault) {
    case 'dark':
      return jpeg(picture.linear(0.28, 0))
    case 'blurred':
      return jpeg(picture.blur(height / 250))
    case 'small_head': {
      // The picture library always makes smaller first and then adds the wall around.
      const [x, y] = [Math.round(width * 0.22), Math.round(height * 0.22)]
      const smaller = picture.resize(width - 2 * x, height - 2 * y)
      return jpeg(smaller.extend({ left: x, right: x, top: y, bottom: y, extendWith: 'copy' }))
    }
    case 'glare':
      return over(picture, svg(width, height, onFace(spot(width, height), frame, { width, height })))
    case 'mouth_covered':
      return over(picture, svg(width, height, onFace(mask(width, height), frame, { width, height })))
    case 'busy_background':
      return over(picture, svg(width, height, shelves(width, height, shelfPlaces[frame])))
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

/** Drawn for the face of a card; in another frame it goes where the face is. */
function onFace(parts: string, frame: Frame, { width, height }: { width: number; height: number }): string {
  const [own, card] = [tight[frame], tight.card]
  const larger = card.height / own.height
  const wider = (larger * card.shape) / own.shape
  const [x, y] = [(0.5 - 0.5 * wider) * width, (own.eyes - card.eyes * larger) * height]
  return `<g transform="translate(${x} ${y}) scale(${wider} ${larger})">${parts}</g>`
}

/** A lamp on the forehead. */
const spot = (width: number, height: number) =>
  `<defs><radialGradient id="g"><stop offset=".5" stop-color="#fff"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient></defs><ellipse cx="${width * 0.46}" cy="${height * 0.36}" rx="${width * 0.08}" ry="${width * 0.06}" fill="url(#g)"/>`

/** A mask from the nose to the chin. */
const mask = (width: number, height: number) =>
  `<path d="M${width * 0.3} ${height * 0.53} Q${width * 0.5} ${height * 0.5} ${width * 0.7} ${height * 0.53} L${width * 0.66} ${height * 0.68} Q${width * 0.5} ${height * 0.75} ${width * 0.34} ${height * 0.68} Z" fill="#a9c4d4"/>`

/** Where the head leaves room for shelves, shares of the width. */
const shelfPlaces = { card: [0.02, 0.09, 0.15, 0.82, 0.88, 0.94], counter: [0.01, 0.07, 0.88, 0.94] } as const

/** Shelves to the left and right of the head. */
const shelves = (width: number, height: number, places: readonly number[]) =>
  [0.06, 0.2, 0.34, 0.48]
    .flatMap((y, row) =>
      places.map(
        (x, at) =>
          `<rect x="${width * x}" y="${height * y}" width="${width * 0.045}" height="${height * 0.12}" fill="${['#7a3e3e', '#2f3b52', '#c7a14a', '#36514a'][(row + at) % 4]}"/>`,
      ),
    )
    .join('')

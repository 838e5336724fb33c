/** The same photo framed badly: head too small or too large, cut, aside, crooked, on its side. */
import sharp from 'sharp'
import type { Draw } from '../../../src/main/demo/draw.ts'
import type { Raster } from '../../../src/main/photos/measure/raster.ts'
import { canvasOf, pngOf, rgbText, sharpOf } from './canvas.ts'
import type { Subject } from './subject.ts'

/** The whole picture smaller on its own wall, standing on the lower edge. */
export async function smaller(subject: Subject, share: number): Promise<Raster> {
  const { width, height } = subject.canvas
  const small = await sharpOf(subject.canvas)
    .resize(Math.round(width * share), Math.round(height * share), { fit: 'fill' })
    .png()
    .toBuffer()
  const left = Math.round((width - Math.round(width * share)) / 2)
  const top = height - Math.round(height * share)
  return canvasOf(sharp(await wallOf(subject)).composite([{ input: small, left, top }]))
}

/** A part of the picture, enlarged to its size. Shares of width and height. */
async function part(subject: Subject, left: number, top: number, width: number, height: number): Promise<Raster> {
  const { canvas } = subject
  const x = Math.max(0, Math.min(canvas.width - 2, Math.round(left)))
  const y = Math.max(0, Math.min(canvas.height - 2, Math.round(top)))
  const cut = await sharpOf(canvas)
    .extract({
      left: x,
      top: y,
      width: Math.min(canvas.width - x, Math.round(width)),
      height: Math.min(canvas.height - y, Math.round(height)),
    })
    .png()
    .toBuffer()
  return canvasOf(sharp(cut).resize(canvas.width, canvas.height, { fit: 'fill' }))
}

/** The head `times` larger, the chin still in the picture. */
export function larger(subject: Subject, times: number): Promise<Raster> {
  const { canvas, face } = subject
  const [width, height] = [canvas.width / times, canvas.height / times]
  const top = Math.max(0, Math.min(canvas.height - height, face.middle.y - height * 0.5))
  return part(subject, face.middle.x - width / 2, top, width, height)
}

/** The chin is below the lower edge. */
export function chinCut(subject: Subject): Promise<Raster> {
  const { canvas, face } = subject
  const low = Math.min(canvas.height, face.chin.y - face.t * 0.08)
  const high = Math.min(low, canvas.height)
  const width = (high * canvas.width) / canvas.height
  return part(subject, face.middle.x - width / 2, low - high, width, high)
}

/** Forehead and hair are above the upper edge. */
export function crownCut(subject: Subject): Promise<Raster> {
  const { canvas, face } = subject
  const top = face.middle.y - face.t * 0.55
  const height = canvas.height - top
  const width = (height * canvas.width) / canvas.height
  return part(subject, face.middle.x - width / 2, top, width, height)
}

/** Moved sideways by a share of the width. */
export async function shifted(subject: Subject, draw: Draw, share: number): Promise<Raster> {
  const { width, height } = subject.canvas
  const by = Math.round(width * share)
  const toRight = draw.chance(0.5)
  const kept = await sharpOf(subject.canvas)
    .extract({ left: toRight ? 0 : by, top: 0, width: width - by, height })
    .png()
    .toBuffer()
  return canvasOf(sharp(await wallOf(subject)).composite([{ input: kept, left: toRight ? by : 0, top: 0 }]))
}

/** Crooked by so many degrees, to either side. */
export async function rolled(subject: Subject, draw: Draw, degrees: number): Promise<Raster> {
  const { width, height } = subject.canvas
  const turnedBy = degrees * (draw.chance(0.5) ? 1 : -1)
  const turned = sharp(
    await sharpOf(subject.canvas)
      .rotate(turnedBy, { background: rgbText(subject.wall) })
      .png()
      .toBuffer(),
  )
  const size = await turned.metadata()
  const left = Math.floor((size.width - width) / 2)
  const top = Math.floor((size.height - height) / 2)
  return canvasOf(sharp(await turned.extract({ left, top, width, height }).png().toBuffer()))
}

/** On its side or upside down, with no word of it in the file. */
export const turnedBy = ({ canvas }: Subject, degrees: 90 | 180 | 270): Promise<Raster> =>
  canvasOf(sharpOf(canvas).rotate(degrees))

/** An empty wall of the picture's size. */
export function wallOf({ canvas, wall }: Subject): Promise<Uint8Array> {
  const rgb = new Uint8Array(canvas.rgb.length)
  for (let at = 0; at < rgb.length; at++) rgb[at] = wall[at % 3] ?? 255
  return pngOf({ ...canvas, rgb })
}

/** Pictures with nobody, with two, with a dog. */
import sharp from 'sharp'
import type { Raster } from '../../../src/main/photos/measure/raster.ts'
import { canvasOf, drawnOver, openCanvas, sharpOf } from './canvas.ts'
import { wallOf } from './framing.ts'
import type { Subject } from './subject.ts'

/** The wall and a coat on a hook. */
export async function nobody(subject: Subject): Promise<Raster> {
  const { width: w, height: h } = subject.canvas
  const empty = await openCanvas(await wallOf(subject))
  const coat = `<path d="M${w * 0.5},${h * 0.2}C${w * 0.3},${h * 0.26} ${w * 0.26},${h * 0.5} ${w * 0.22},${h}H${w * 0.78}C${w * 0.74},${h * 0.5} ${w * 0.7},${h * 0.26} ${w * 0.5},${h * 0.2}Z" fill="#3a4658"/><circle cx="${w * 0.5}" cy="${h * 0.18}" r="${w * 0.02}" fill="#555"/>`
  return drawnOver(empty, coat, w / 200)
}

/** A second person behind, so much smaller. */
export async function withSecond(subject: Subject, other: Subject, share: number): Promise<Raster> {
  const { width, height } = subject.canvas
  const { face, canvas, person } = other
  // Only the other's head and shoulders, cut out along the segmentation.
  const cut = new Uint8Array(canvas.width * canvas.height * 4)
  for (let y = 0, at = 0; y < canvas.height; y++) {
    for (let x = 0; x < canvas.width; x++, at++) {
      for (let c = 0; c < 3; c++) cut[at * 4 + c] = canvas.rgb[at * 3 + c] ?? 0
      cut[at * 4 + 3] = Math.round(255 * Math.max(0, Math.min(1, (person(x, y) - 0.3) / 0.4)))
    }
  }
  const scale = (share * subject.face.ied) / face.ied
  const [w, h] = [Math.round(canvas.width * scale), Math.round(canvas.height * scale)]
  const layer = sharp(cut, { raw: { width: canvas.width, height: canvas.height, channels: 4 } }).resize(w, h)
  // Into the upper left: beside the first head, wholly in the picture.
  const left = Math.round(width * 0.16 - face.middle.x * scale)
  const top = Math.round(height * 0.2 - face.middle.y * scale)
  const [x, y] = [Math.max(0, -left), Math.max(0, -top)]
  const size = { width: Math.min(w - x, width - Math.max(0, left)), height: Math.min(h - y, height - Math.max(0, top)) }
  const input = await sharp(await layer.png().toBuffer())
    .extract({ left: x, top: y, ...size })
    .png()
    .toBuffer()
  return canvasOf(sharpOf(subject.canvas).composite([{ input, left: Math.max(0, left), top: Math.max(0, top) }]))
}

/** A dog that looks into the camera: the detector takes it for a face, the mesh does not. */
export async function dog(subject: Subject): Promise<Raster> {
  const { width: w, height: h } = subject.canvas
  const [x, y, u] = [w / 2, h * 0.45, w / 10]
  const draw = subject.draw('dog')
  const fur = draw.pick(['#8a6a45', '#5a4a3c', '#b79a72'])
  const empty = await openCanvas(await wallOf(subject))
  const body = `<path d="M${x - u * 3.4},${h}C${x - u * 3},${y + u * 3} ${x + u * 3},${y + u * 3} ${x + u * 3.4},${h}Z" fill="${fur}"/>`
  const head = `<path d="M${x - u * 1.9},${y - u * 1.6}C${x - u * 1.2},${y - u * 2.4} ${x + u * 1.2},${y - u * 2.4} ${x + u * 1.9},${y - u * 1.6}C${x + u * 2.2},${y} ${x + u * 1.5},${y + u} ${x + u * 1.2},${y + u * 1.6}C${x + u},${y + u * 3.2} ${x - u},${y + u * 3.2} ${x - u * 1.2},${y + u * 1.6}C${x - u * 1.5},${y + u} ${x - u * 2.2},${y} ${x - u * 1.9},${y - u * 1.6}Z" fill="${fur}"/>`
  const sides = [1, -1].map(
    (s) =>
      `<path d="M${x + s * u * 1.2},${y - u * 2.1}L${x + s * u * 2.3},${y - u * 3.9}L${x + s * u * 2.1},${y - u * 1.2}Z" fill="#4b3727"/><ellipse cx="${x + s * u * 1.1}" cy="${y - u * 0.7}" rx="${u * 0.24}" ry="${u * 0.2}" fill="#120c08"/>`,
  )
  const snout = `<path d="M${x - u * 0.5},${y - u * 0.4}L${x - u},${y + u * 2}Q${x},${y + u * 3} ${x + u},${y + u * 2}L${x + u * 0.5},${y - u * 0.4}Z" fill="${draw.pick(['#6f5233', '#2a211a'])}"/><ellipse cx="${x}" cy="${y + u * 1.6}" rx="${u * 0.55}" ry="${u * 0.42}" fill="#0d0a08"/>`
  return drawnOver(empty, body + head + sides.join('') + snout, u / 30)
}

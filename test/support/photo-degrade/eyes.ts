/** Eyes that are hidden or closed, glasses of every kind. Drawn: simple, as the probes' own training is not. */
import type { Draw } from '../../../src/main/demo/draw.ts'
import type { Raster } from '../../../src/main/photos/measure/raster.ts'
import type { Point } from '../../../src/shared/photos/geometry.ts'
import { codeOf, drawnOver, lightOf, pixelAt, repainted, rgbText } from './canvas.ts'
import { outline, type Subject } from './subject.ts'

/** A black bar, as newspapers print it. */
export function barred({ canvas, face }: Subject): Promise<Raster> {
  const { ied, middle } = face
  return drawnOver(
    canvas,
    `<g transform="rotate(${face.pose.roll} ${middle.x} ${middle.y})"><rect x="${middle.x - ied * 1.1}" y="${middle.y - ied * 0.22}" width="${ied * 2.2}" height="${ied * 0.44}" fill="#000"/></g>`,
  )
}

/** Oval glasses of this colour and opacity. */
export function ovalGlasses({ canvas, face }: Subject, fill: string, opacity: number): Promise<Raster> {
  const { ied } = face
  const [left, right] = face.eyes
  const lens = ({ x, y }: Point) =>
    `<ellipse cx="${x}" cy="${y + ied * 0.05}" rx="${ied * 0.4}" ry="${ied * 0.3}" fill="${fill}" fill-opacity="${opacity}" stroke="#111" stroke-width="${ied * 0.03}"/>`
  const bridge = `<line x1="${left.x + ied * 0.35}" y1="${left.y}" x2="${right.x - ied * 0.35}" y2="${right.y}" stroke="#111" stroke-width="${ied * 0.05}"/>`
  return drawnOver(canvas, lens(left) + lens(right) + bridge, ied / 170)
}

/** Lenses that let `through` of the light pass, as a filter does: every skin behind them loses the same share. */
export function filterGlasses({ canvas, face }: Subject, through: number): Promise<Raster> {
  const { ied, eyes } = face
  const [half, above, below] = [ied * 0.36, ied * 0.2, ied * 0.28]
  const inLens = (x: number, y: number) =>
    eyes.some((eye) => Math.abs(x - eye.x) < half && y - eye.y > -above && y - eye.y < below)
  const filtered = repainted(canvas, (pixel, x, y) => {
    if (!inLens(x, y)) return
    for (let c = 0; c < 3; c++) pixel[c] = codeOf(lightOf(pixel[c] ?? 0) * through)
  })
  const rims = eyes.map(
    ({ x, y }) =>
      `<rect x="${x - half}" y="${y - above}" width="${half * 2}" height="${above + below}" fill="none" stroke="#333" stroke-width="${ied * 0.02}"/>`,
  )
  return drawnOver(filtered, rims.join(''), ied / 170)
}

/** Clear glasses with a dark frame: nothing to object to. */
export function clearGlasses({ canvas, face }: Subject): Promise<Raster> {
  const { ied } = face
  const [left, right] = face.eyes
  const lens = ({ x, y }: Point) =>
    `<rect x="${x - ied * 0.36}" y="${y - ied * 0.24}" width="${ied * 0.72}" height="${ied * 0.54}" rx="${ied * 0.12}" fill="#fff" fill-opacity=".04" stroke="#222" stroke-width="${ied * 0.035}"/>`
  const bridge = `<line x1="${left.x + ied * 0.36}" y1="${left.y}" x2="${right.x - ied * 0.36}" y2="${right.y}" stroke="#222" stroke-width="${ied * 0.035}"/>`
  return drawnOver(canvas, lens(left) + lens(right) + bridge, ied / 170)
}

/** Colour on the lids and its opacity; how thick the lashes are, eye distances; how much brighter the round of the ball is. */
interface MakeUp {
  readonly colour: string
  readonly opacity: number
  readonly lashes: number
  readonly shine: number
}
const bare: MakeUp = { colour: '#000', opacity: 0, lashes: 0.02, shine: 0 }

/** Shadow on the lids, mascara, light on the ball of the eye. */
export const madeUp = (draw: Draw): MakeUp => ({
  colour: draw.pick(['#3a2b3f', '#5b3a2a', '#26303f', '#7a5a66']),
  opacity: 0.3 + draw.next() * 0.3,
  lashes: 0.025 + draw.next() * 0.025,
  shine: 0.1 + draw.next() * 0.2,
})

/** Lids painted over both eyes in the colour of the upper lid, with lashes below. */
export function closedLids({ canvas, face }: Subject, { colour, opacity, lashes, shine } = bare): Promise<Raster> {
  const { ied } = face
  const { lids } = face.mesh
  const shapes = [lids.left, lids.right].map((eye) => {
    const below = eye.slice(0, 9)
    const above = eye.slice(9, 16).toReversed()
    const centre = mean(eye)
    const skin = pixelAt(canvas, centre.x, centre.y - ied * 0.14)
    const whole = [...below, ...above].map(({ x, y }) => ({
      x: centre.x + (x - centre.x) * 1.04,
      y: centre.y + (y - centre.y) * 1.2,
    }))
    const lash = below.map(({ x, y }) => ({ x, y: y - ied * 0.005 }))
    const lid = (fill: string, share = 1) =>
      `<polygon points="${outline(whole)}" fill="${fill}" fill-opacity="${share}" stroke="${fill}" stroke-opacity="${share}" stroke-width="${ied * 0.03}"/>`
    const ball = `<ellipse cx="${centre.x}" cy="${centre.y - ied * 0.03}" rx="${ied * 0.09}" ry="${ied * 0.035}" fill="#fff" fill-opacity="${shine}"/>`
    return `${lid(rgbText(skin))}${opacity > 0 ? lid(colour, opacity) + ball : ''}<polyline points="${outline(lash)}" fill="none" stroke="${rgbText(skin, 0.35)}" stroke-width="${ied * lashes}"/>`
  })
  return drawnOver(canvas, shapes.join(''), ied / 200)
}

/** A fringe that falls over one eye. */
export function hairOverEye({ canvas, face }: Subject, draw: Draw): Promise<Raster> {
  const { ied, middle, t } = face
  const eye = draw.chance(0.5) ? face.eyes[0] : face.eyes[1]
  const found = pixelAt(canvas, middle.x, Math.max(4, middle.y - t * 0.9))
  const hair = found[0] + found[1] + found[2] > 380 ? [58, 41, 30] : found
  const strands = Array.from({ length: 30 }, (_, at) => {
    const x = eye.x - ied * 0.36 + at * ied * 0.025
    const start = x + ied * 0.3 * (draw.next() - 0.2)
    const end = x + (draw.next() - 0.5) * ied * 0.1
    const colour = hair.map((code) => code + (draw.next() - 0.5) * 40)
    return `<path d="M${start},${middle.y - t * 0.85}Q${x},${middle.y - ied * 0.4} ${end},${middle.y + ied * (0.25 + draw.next() * 0.2)}" stroke="${rgbText(colour)}" stroke-width="${ied * 0.035}" fill="none"/>`
  })
  return drawnOver(canvas, strands.join(''), ied / 220)
}

const mean = (points: readonly Point[]): Point => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
  y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
})

/** Too little light, too much, haze, light that falls from one side, reflections. */
import type { Draw } from '../../../src/main/demo/draw.ts'
import type { Raster } from '../../../src/main/photos/measure/raster.ts'
import { codeOf, drawnOver, lightOf, repainted } from './canvas.ts'
import { outline, type Subject } from './subject.ts'

/** `gain` times the light and the noise of a sensor that got less of it (standard deviation, linear). */
export function litBy({ canvas }: Subject, draw: Draw, gain: number, noise = 0, veil = 0): Raster {
  return repainted(canvas, (pixel) => {
    for (let c = 0; c < 3; c++) {
      const grain = noise > 0 ? (draw.next() + draw.next() + draw.next() - 1.5) * 2 * noise : 0
      pixel[c] = codeOf(lightOf(pixel[c] ?? 0) * gain + veil + grain)
    }
  })
}

/** One half of everything gets `share` of the light; the border lies on the nose, soft as a turning face. */
export function halfLit({ canvas, face }: Subject, draw: Draw, share: number): Raster {
  const side = draw.chance(0.5) ? 1 : -1
  return repainted(canvas, (pixel, x) => {
    const dark = 1 / (1 + Math.exp((-(x - face.middle.x) * side) / (face.ied * 0.12)))
    for (let c = 0; c < 3; c++) pixel[c] = codeOf(lightOf(pixel[c] ?? 0) * (1 - (1 - share) * dark))
  })
}

/** A window's frame, a post: one side lies in a shade with a hard border across the face. */
export function hardShade(subject: Subject, draw: Draw, share: number): Raster {
  const { middle } = subject.face
  const slope = (draw.next() - 0.5) * 0.8
  const side = draw.chance(0.5) ? 1 : -1
  return shaded(subject, share, (x, y) => (x - middle.x + (y - middle.y) * slope) * side)
}

/** The brim of a hat: eyes and brow lie in its shade, the border runs over cheeks and nose. */
export function brimShade(subject: Subject, draw: Draw, share: number): Raster {
  const { middle, ied } = subject.face
  const slope = (draw.next() - 0.5) * 0.4
  const low = middle.y + ied * (0.3 + draw.next() * 0.25)
  const bow = 0.1 + draw.next() * 0.15
  return shaded(subject, share, (x, y) => {
    const aside = (x - middle.x) / ied
    return low + ied * (aside * slope - aside * aside * bow) - y
  })
}

/** Skin keeps `share` of the sun's light where `inside` (pixels from the border) is positive, and of the sky's a little more blue. */
function shaded({ canvas, face }: Subject, share: number, inside: (x: number, y: number) => number): Raster {
  const sky = [0.94, 1, 1.12]
  return repainted(canvas, (pixel, x, y) => {
    const dark = 1 / (1 + Math.exp(-inside(x, y) / (face.ied * 0.015)))
    for (let c = 0; c < 3; c++) pixel[c] = codeOf(lightOf(pixel[c] ?? 0) * (1 - (1 - share * (sky[c] ?? 1)) * dark))
  })
}

/** Places where flat skin shines: brow, cheeks, bridge of the nose. */
const shining = [151, 9, 117, 346, 50, 280, 108, 337]

/** A spot of reflected light, `radius` eye distances, softer at its rim. */
export function glareSpot(subject: Subject, draw: Draw, radius: number, strength: number): Promise<Raster> {
  const { x, y } = subject.at(draw.pick(shining))
  const [rx, ry] = [subject.face.ied * radius * 1.5, subject.face.ied * radius * 1.1]
  const stops = [0, 0.55, 1].map(
    (at) => `<stop offset="${at}" stop-color="#fff" stop-opacity="${at === 1 ? 0 : strength}"/>`,
  )
  return drawnOver(
    subject.canvas,
    `<defs><radialGradient id="g">${stops.join('')}</radialGradient></defs><ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="url(#g)"/>`,
  )
}

/** Windows mirrored in both lenses. */
export function lensGlare({ canvas, face }: Subject): Promise<Raster> {
  const { ied } = face
  const lens = face.eyes.map(({ x, y }) => {
    const corners = [
      [-0.2, -0.1],
      [0.12, -0.14],
      [0.2, 0.1],
      [-0.1, 0.13],
    ].map(([dx = 0, dy = 0]) => ({ x: x + dx * ied, y: y + dy * ied }))
    return `<polygon points="${outline(corners)}" fill="#fff" fill-opacity=".92"/><rect x="${x - ied * 0.34}" y="${y - ied * 0.22}" width="${ied * 0.68}" height="${ied * 0.5}" rx="${ied * 0.1}" fill="none" stroke="#222" stroke-width="${ied * 0.03}"/>`
  })
  return drawnOver(canvas, lens.join(''), ied / 110)
}

/** A band of light as a lamp throws it on glossy paper, across the whole picture. */
export function lightBand({ canvas, face }: Subject, draw: Draw): Raster {
  const angle = draw.next() * Math.PI
  const [ux, uy] = [Math.cos(angle), Math.sin(angle)]
  const through = (draw.next() - 0.5) * face.ied * 0.8
  const wide = face.ied * 0.45
  return repainted(canvas, (pixel, x, y) => {
    const off = (x - face.middle.x) * ux + (y - face.middle.y - face.ied * 0.5) * uy - through
    const light = 190 * Math.exp(-((off / wide) ** 2))
    for (let c = 0; c < 3; c++) pixel[c] = (pixel[c] ?? 0) + light
  })
}

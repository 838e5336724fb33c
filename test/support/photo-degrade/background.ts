/** Other walls behind the same person. */
import type { Draw } from '../../../src/main/demo/draw.ts'
import type { Raster } from '../../../src/main/photos/measure/raster.ts'
import { canvasOf, drawnOver, repainted, sharpOf } from './canvas.ts'
import type { Subject } from './subject.ts'

/** The same person before what `wall` paints. */
export function before({ canvas, person }: Subject, wall: (x: number, y: number) => ArrayLike<number>): Raster {
  return repainted(canvas, (pixel, x, y) => {
    const share = Math.max(0, Math.min(1, (person(x, y) - 0.15) / 0.6))
    const behind = wall(x, y)
    for (let c = 0; c < 3; c++) pixel[c] = (pixel[c] ?? 0) * share + (behind[c] ?? 0) * (1 - share)
  })
}

export const beforeColour = (subject: Subject, colour: readonly number[]): Raster => before(subject, () => colour)

/** A room: shelves with books, a window, a door; out of focus as behind a person. */
export async function beforeRoom(subject: Subject, draw: Draw): Promise<Raster> {
  const { width, height } = subject.canvas
  const unit = width / 100
  const shapes = [`<rect width="${width}" height="${height}" fill="${draw.pick(['#cfc8bb', '#b9c2c9', '#d8d0c4'])}"/>`]
  const box = (x: number, y: number, w: number, h: number, fill: string) =>
    `<rect x="${x * unit}" y="${y * unit}" width="${w * unit}" height="${h * unit}" fill="${fill}"/>`
  for (let shelf = 0; shelf < 4; shelf++) {
    const y = 4 + shelf * 26 + draw.between(0, 4)
    shapes.push(box(0, y + 20, 100, 2, '#7a5f45'))
    for (let x = 1; x < 98; ) {
      const [wide, high] = [draw.between(2, 5), draw.between(11, 18)]
      if (draw.chance(0.82)) shapes.push(box(x, y + 20 - high, wide - 0.4, high, draw.pick(books)))
      x += wide
    }
  }
  shapes.push(box(draw.between(60, 72), 8, 22, 40, '#f2f6fa'), box(draw.between(0, 10), 20, 14, 60, '#8c7b68'))
  const white = await drawnOver(
    { ...subject.canvas, rgb: new Uint8Array(width * height * 3).fill(255) },
    shapes.join(''),
  )
  const room = await canvasOf(sharpOf(white).blur(unit * 0.25))
  return before(subject, (x, y) => {
    const at = (y * width + x) * 3
    return room.rgb.subarray(at, at + 3)
  })
}

const books = ['#8b2f2f', '#2f4f6b', '#3f6b4f', '#c9a24a', '#4a4458', '#d6d2c8', '#1f2a33', '#a65f3a']

/** Leaves and sky: what stands behind a selfie taken outdoors. */
export async function beforeGarden(subject: Subject, draw: Draw): Promise<Raster> {
  const { width, height } = subject.canvas
  const shapes = [`<rect width="${width}" height="${height}" fill="#b9d2e6"/>`]
  for (let leaf = 0; leaf < 260; leaf++) {
    const [x, y] = [draw.next() * width, draw.next() ** 0.7 * height]
    const size = width * (0.02 + draw.next() * 0.06)
    const fill = draw.pick(['#3d5a2e', '#55763f', '#6f8f52', '#2c4424', '#8aa86a', '#7d6a4a'])
    shapes.push(
      `<ellipse cx="${x}" cy="${y}" rx="${size}" ry="${size * 0.6}" fill="${fill}" transform="rotate(${draw.between(0, 180)} ${x} ${y})"/>`,
    )
  }
  const leaves = await drawnOver({ ...subject.canvas, rgb: new Uint8Array(width * height * 3) }, shapes.join(''))
  const soft = await canvasOf(sharpOf(leaves).blur(width / 240))
  return before(subject, (x, y) => {
    const at = (y * width + x) * 3
    return soft.rgb.subarray(at, at + 3)
  })
}

/** The person's own shadow on a near wall, as a flash throws it. */
export function withShadow(subject: Subject, draw: Draw, hard: boolean): Raster {
  const { face } = subject
  const side = draw.chance(0.5) ? 1 : -1
  const [cx, cy] = [face.middle.x + face.ied * 1.1 * side, face.middle.y + face.ied * 0.4]
  const light = subject.wall.map((code) => Math.max(code, 200))
  return before(subject, (x, y) => {
    const away = Math.hypot((x - cx) / (face.ied * 1.5), (y - cy) / (face.ied * 2.1))
    const dark = 1 / (1 + Math.exp((away - 1) / (hard ? 0.01 : 0.07)))
    const under = y > cy ? 1 / (1 + Math.exp((Math.abs(x - cx) / (face.ied * 1.8) - 1) / 0.03)) : 0
    const share = 1 - 0.5 * Math.max(dark, under)
    return light.map((code) => code * share)
  })
}

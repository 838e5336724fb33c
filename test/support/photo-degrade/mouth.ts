/** Mouths that are open or hidden. The masks here are of another design than those the probes are trained on. */
import type { Raster } from '../../../src/main/photos/measure/raster.ts'
import { drawnOver, repainted, rgbText } from './canvas.ts'
import { between, outline, type Subject } from './subject.ts'

/** Along the jaw from one ear to the other, then over the nose. */
const maskLine = [93, 132, 58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365, 397, 288, 361, 323, 5]

/** A surgical mask with its folds. */
export function masked({ canvas, face, at }: Subject, colour: string, fold: string): Promise<Raster> {
  const tip = at(1)
  const line = maskLine.map((index) => {
    const { x, y } = at(index)
    return { x: face.middle.x + (x - face.middle.x) * 1.03, y: y > tip.y ? y + (y - tip.y) * 0.05 : y }
  })
  const folds = [0.3, 0.5, 0.7].map((share) => {
    const left = between(at(93), at(172), share)
    const right = between(at(323), at(397), share)
    return `<path d="M${left.x},${left.y}Q${tip.x},${left.y + face.ied * 0.16} ${right.x},${right.y}" fill="none" stroke="${fold}" stroke-width="${face.ied * 0.025}"/>`
  })
  return drawnOver(canvas, `<polygon points="${outline(line)}" fill="${colour}"/>${folds.join('')}`, face.ied / 150)
}

/** Four fingers of the person's own colour. */
export function hand({ canvas, face, at, skin }: Subject): Promise<Raster> {
  const { ied } = face
  const mouth = between(at(13), at(14))
  const fingers = [0, 1, 2, 3].map(
    (finger) =>
      `<rect x="${mouth.x - ied * 0.75}" y="${mouth.y - ied * 0.38 + finger * ied * 0.2}" width="${ied * 1.6}" height="${ied * 0.2}" rx="${ied * 0.1}" fill="${rgbText(skin, 0.9 + 0.04 * finger)}" stroke="${rgbText(skin, 0.6)}" stroke-width="${ied * 0.014}"/>`,
  )
  return drawnOver(canvas, fingers.join(''), ied / 150)
}

/** The jaw pulled down and the dark of the mouth between the lips. */
export function open({ canvas, face, at }: Subject, gap: number): Raster {
  const { width, height, rgb } = canvas
  const lips = between(at(13), at(14))
  const [left, right] = [at(78).x, at(308).x]
  const [centre, half] = [(left + right) / 2, (right - left) / 2]
  const drop = face.ied * gap
  const low = face.chin.y + face.t * 0.25
  const code = (x: number, y: number, c: number) => rgb[(Math.max(0, Math.min(height - 1, y)) * width + x) * 3 + c] ?? 0
  return repainted(canvas, (pixel, x, y) => {
    if (y < lips.y || y > low + drop) return
    const here = drop * Math.exp(-(((x - centre) / face.ied) ** 4))
    const opening = ((x - centre) / half) ** 2 + ((y - (lips.y + here / 2)) / (here / 2 + 0.001)) ** 2
    if (opening < 1) {
      pixel[0] = 46
      pixel[1] = 16
      pixel[2] = 18
      return
    }
    const share = Math.max(0, Math.min(1, (low + drop - y) / (low + drop - lips.y - here + 1)))
    const from = Math.max(lips.y, y - here * share)
    for (let c = 0; c < 3; c++) pixel[c] = code(x, Math.round(from), c)
  })
}

/** Allowed, and near to what is not. */
import type { Point } from '../../../../src/shared/photos/geometry.ts'
import { rgbText } from '../../../support/photo-degrade/canvas.ts'
import { between, outline } from '../../../support/photo-degrade/subject.ts'
import { bridge, cloths, type Occlusion } from './common.ts'

/** Clear glasses of any frame: the eyes are seen. */
const spectacles: Occlusion = ({ face }, draw) => {
  const { ied } = face
  const frame = draw.pick(['#1a1a1d', '#5a3a22', '#8a8d92', '#7a1f2c', '#b08d4a'])
  const [w, h] = [ied * (0.62 + draw.next() * 0.2), ied * (0.36 + draw.next() * 0.26)]
  const width = ied * (0.015 + draw.next() * 0.055)
  return `${face.eyes
    .map(
      ({ x, y }) =>
        `<rect x="${x - w / 2}" y="${y - h * 0.46}" width="${w}" height="${h}" rx="${h * draw.next() * 0.5}" fill="#e8f0ff" fill-opacity="${draw.next() * 0.1}" stroke="${frame}" stroke-width="${width}"/>`,
    )
    .join('')}${bridge(face.eyes, ied, frame)}`
}

/** A beard or a moustache: hair over the skin, the lips free. */
const beard: Occlusion = ({ at, face }, draw) => {
  const colour = draw.pick([
    [20, 16, 14],
    [52, 36, 26],
    [96, 70, 46],
    [140, 136, 132],
    [205, 202, 198],
    [120, 62, 34],
  ])
  const density = draw.pick([70, 160, 420])
  const full = draw.chance(0.7)
  return Array.from({ length: density }, () => {
    const line = between(
      at(draw.pick([58, 172, 136, 150, 149, 176, 148, 152])),
      at(draw.pick([288, 397, 365, 379, 378, 400, 377, 152])),
      draw.next(),
    )
    const lip = between(between(at(2), at(0)), at(draw.chance(0.5) ? 61 : 291), draw.next() * 0.9)
    const { x, y } = full && draw.chance(0.8) ? { x: line.x, y: line.y + (draw.next() - 0.6) * face.ied * 0.25 } : lip
    const onLips = Math.abs(x - at(13).x) < face.ied * 0.38 && Math.abs(y - at(13).y) < face.ied * 0.13
    if (onLips) return ''
    const tint = colour.map((code) => code + (draw.next() - 0.5) * 30)
    return `<path d="M${x},${y}l${(draw.next() - 0.5) * face.ied * 0.1},${face.ied * (0.06 + draw.next() * 0.1)}" stroke="${rgbText(tint)}" stroke-width="${face.ied * 0.025}" stroke-opacity=".85"/>`
  }).join('')
}

/** Painted lips, a scarf or collar just below the chin, a mark on the skin. */
const allowed: Occlusion = (subject, draw) => {
  const { at, face, skin } = subject
  const lips = [61, 40, 37, 0, 267, 270, 291, 321, 314, 17, 84, 91].map(at)
  const paint = `<polygon points="${outline(lips)}" fill="${draw.pick(['#a3182c', '#5a1420', '#c94f6a', '#7a3b30'])}" fill-opacity="${0.4 + draw.next() * 0.5}"/><path d="M${at(61).x},${at(61).y}Q${at(13).x},${at(13).y + face.ied * 0.04} ${at(291).x},${at(291).y}" stroke="#300" stroke-width="${face.ied * 0.02}" fill="none"/>`
  const top = face.chin.y + face.ied * (0.06 + draw.next() * 0.1)
  const collar = `<rect x="${at(58).x - face.ied * 0.4}" y="${top}" width="${at(288).x - at(58).x + face.ied * 0.8}" height="${face.t * 0.6}" fill="${draw.pick(cloths)}"/>`
  const mark = at(draw.pick([50, 280, 205, 425, 151]))
  const spot = `<circle cx="${mark.x}" cy="${mark.y}" r="${face.ied * (0.02 + draw.next() * 0.1)}" fill="${rgbText(skin, 0.55)}" fill-opacity=".7"/>`
  return draw.pick([paint, collar, spot, paint + collar])
}

/** Cloth that frames the face and leaves it free: hood, hijab, turban, cap. */
const headCloth: Occlusion = ({ at, face }, draw) => {
  const { middle, t, ied } = face
  const rim = [
    234, 93, 132, 58, 172, 150, 152, 379, 397, 288, 361, 323, 454, 356, 251, 332, 297, 10, 67, 103, 21, 127,
  ].map(at)
  const whole = draw.chance(0.6)
  const fill = draw.pick(cloths)
  const ring = (points: readonly Point[]) => `M${points.map(({ x, y }) => `${x},${y}`).join('L')}Z`
  if (whole) {
    const outer = rim.map(({ x, y }) => ({ x: middle.x + (x - middle.x) * 1.5, y: middle.y + (y - middle.y) * 1.45 }))
    const inner = rim.map(({ x, y }) => ({ x: middle.x + (x - middle.x) * 1.02, y: middle.y + (y - middle.y) * 1.03 }))
    return `<path d="${ring(outer)}${ring(inner)}" fill-rule="evenodd" fill="${fill}"/>`
  }
  const brow = middle.y - ied * (0.45 + draw.next() * 0.2)
  return `<path d="M${at(127).x - ied * 0.2},${brow + ied * 0.1}Q${middle.x},${brow - ied * 0.1} ${at(356).x + ied * 0.2},${brow + ied * 0.1}L${at(356).x},${middle.y - t * 1.1}H${at(127).x}Z" fill="${fill}"/>`
}

/** Allowed, and near to what is not: every one of them leaves mouth and eyes free. */
export const harmless: readonly Occlusion[] = [spectacles, beard, allowed, headCloth, spectacles, beard]

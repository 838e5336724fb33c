/** Masks, cloth, hands and things over a mouth. */
import type { Point } from '../../../../src/shared/photos/geometry.ts'
import { rgbText } from '../../../support/photo-degrade/canvas.ts'
import { between, outline, type Subject } from '../../../support/photo-degrade/subject.ts'
import { clothOf, cloths, type Occlusion } from './common.ts'

const jaw = [234, 93, 132, 58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365, 397, 288, 361, 323, 454]

/** Points of the jaw, pushed out from the nose by `out`. */
const jawLine = ({ at, face }: Subject, from: number, to: number, out: number): Point[] =>
  jaw.slice(from, to).map((index) => ({
    x: face.middle.x + (at(index).x - face.middle.x) * out,
    y: at(1).y + (at(index).y - at(1).y) * out,
  }))

const shape = (points: readonly Point[], fill: string, more = ''): string =>
  `<polygon points="${outline(points)}" fill="${fill}" stroke="${fill}" stroke-linejoin="round" stroke-width="6" ${more}/>`

/** A cup with a seam in the middle, high on the nose. */
const cup: Occlusion = (subject, draw) => {
  const { at, face } = subject
  const fill = clothOf(draw, subject)
  const bridge = between(at(6), at(195), draw.next() * 0.8)
  const line = [...jawLine(subject, 2, 19, 1.02 + draw.next() * 0.08), bridge]
  const bottom = { x: face.chin.x, y: face.chin.y + face.ied * 0.05 }
  return `${shape(line, fill)}<path d="M${bridge.x},${bridge.y}Q${at(1).x + face.ied * 0.06},${at(1).y} ${bottom.x},${bottom.y}" stroke="#000" stroke-opacity=".3" stroke-width="${face.ied * 0.02}" fill="none"/>${loops(subject)}`
}

const loops = ({ at, face }: Subject): string =>
  [
    [93, 234],
    [323, 454],
  ]
    .map(
      ([from = 0, to = 0]) =>
        `<path d="M${at(from).x},${at(from).y}L${at(to).x},${at(to).y - face.ied * 0.15}" stroke="#eee" stroke-width="${face.ied * 0.025}"/>`,
    )
    .join('')

/** A home-made mask with a pattern, its upper edge straight. */
const patterned: Occlusion = (subject, draw) => {
  const { face } = subject
  const id = `p${draw.between(0, 1e6)}`
  const size = face.ied * (0.06 + draw.next() * 0.14)
  const mark = draw.chance(0.5)
    ? `<circle cx="${size / 2}" cy="${size / 2}" r="${size * 0.28}" fill="${draw.pick(cloths)}"/>`
    : `<rect width="${size / 2}" height="${size}" fill="${draw.pick(cloths)}"/>`
  const line = [...jawLine(subject, 2, 19, 1.03), between(subject.at(5), subject.at(195), draw.next())]
  return `<defs><pattern id="${id}" width="${size}" height="${size}" patternUnits="userSpaceOnUse"><rect width="${size}" height="${size}" fill="${clothOf(draw, subject)}"/>${mark}</pattern></defs>${shape(line, `url(#${id})`, 'stroke-opacity="0"')}`
}

/** Cloth that hangs from the nose over chin and neck. */
const veil: Occlusion = (subject, draw) => {
  const { at, face } = subject
  const low = face.chin.y + face.t * (0.3 + draw.next() * 0.6)
  const sides = [
    { x: at(234).x - face.ied * 0.25, y: low },
    { x: at(234).x - face.ied * 0.08, y: at(93).y - face.ied * 0.1 },
    between(at(195), at(5), draw.next()),
    { x: at(454).x + face.ied * 0.08, y: at(323).y - face.ied * 0.1 },
    { x: at(454).x + face.ied * 0.25, y: low },
  ]
  const fill = clothOf(draw, subject)
  const fold = (share: number) => {
    const x = at(234).x + (at(454).x - at(234).x) * share
    return `<path d="M${x},${at(1).y + face.ied * 0.1}Q${x + face.ied * 0.1},${face.chin.y} ${x},${low}" stroke="#000" stroke-opacity=".16" stroke-width="${face.ied * 0.04}" fill="none"/>`
  }
  return shape(sides, fill) + [0.25, 0.45, 0.7].map(fold).join('')
}

/** A scarf wound over mouth and chin only. */
const scarf: Occlusion = (subject, draw) => {
  const { at, face } = subject
  const top = at(2).y + face.ied * draw.next() * 0.06
  const [left, right] = [at(58).x - face.ied * 0.3, at(288).x + face.ied * 0.3]
  const fill = clothOf(draw, subject)
  const rows = [0, 0.22, 0.44, 0.66, 0.88].map(
    (share) =>
      `<path d="M${left},${top + face.t * share * 0.9}Q${at(1).x},${top + face.t * (share * 0.9 + 0.12)} ${right},${top + face.t * share * 0.9 - face.ied * 0.05}" stroke="#000" stroke-opacity=".2" stroke-width="${face.ied * 0.03}" fill="none"/>`,
  )
  const block = `<path d="M${left},${top - face.ied * 0.08}Q${at(1).x},${top + face.ied * 0.1} ${right},${top - face.ied * 0.08}V${top + face.t}H${left}Z" fill="${fill}"/>`
  return block + rows.join('')
}

/** A flat hand, its fingers upwards, or a fist. */
const palm: Occlusion = (subject, draw) => {
  const { at, face, skin } = subject
  const mouth = between(at(13), at(14))
  const tone = rgbText(skin, 0.85 + draw.next() * 0.25)
  const edge = rgbText(skin, 0.6)
  const turn = draw.between(-50, 50)
  if (draw.chance(0.4)) {
    const knuckles = [-0.3, -0.1, 0.1, 0.3].map(
      (dx) =>
        `<ellipse cx="${mouth.x + dx * face.ied}" cy="${mouth.y - face.ied * 0.12}" rx="${face.ied * 0.11}" ry="${face.ied * 0.16}" fill="${tone}" stroke="${edge}" stroke-width="2"/>`,
    )
    return `<g transform="rotate(${turn / 3} ${mouth.x} ${mouth.y})"><ellipse cx="${mouth.x}" cy="${mouth.y + face.ied * 0.1}" rx="${face.ied * 0.45}" ry="${face.ied * 0.36}" fill="${tone}"/>${knuckles.join('')}</g>`
  }
  const fingers = [-0.27, -0.09, 0.09, 0.27].map(
    (dx) =>
      `<rect x="${mouth.x + (dx - 0.085) * face.ied}" y="${mouth.y - face.ied * (0.5 + draw.next() * 0.15)}" width="${face.ied * 0.17}" height="${face.ied * 0.9}" rx="${face.ied * 0.085}" fill="${tone}" stroke="${edge}" stroke-width="2"/>`,
  )
  return `<g transform="rotate(${turn} ${mouth.x} ${mouth.y})">${fingers.join('')}<rect x="${mouth.x - face.ied * 0.38}" y="${mouth.y + face.ied * 0.1}" width="${face.ied * 0.76}" height="${face.ied * 0.7}" rx="${face.ied * 0.2}" fill="${tone}"/></g>`
}

/** A cup, a telephone, a sheet of paper, a bar. */
const thing: Occlusion = ({ at, face }, draw) => {
  const mouth = between(at(13), at(14))
  const [w, h] = [face.ied * (0.7 + draw.next() * 1.1), face.ied * (0.36 + draw.next() * 0.6)]
  return `<rect x="${mouth.x - w / 2}" y="${mouth.y - h / 2}" width="${w}" height="${h}" rx="${face.ied * draw.next() * 0.15}" fill="${draw.pick(cloths)}" transform="rotate(${draw.between(-25, 25)} ${mouth.x} ${mouth.y})"/>`
}

export const mouthOcclusions: readonly Occlusion[] = [cup, patterned, veil, scarf, palm, thing, cup, patterned]

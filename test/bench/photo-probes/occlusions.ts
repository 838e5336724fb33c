/**
 * What the probes learn from: things drawn over mouths and eyes, and things that look like it and are allowed. Other
 * designs than those of test/support/photo-degrade, on which the probes are tested.
 */
import type { Draw } from '../../../src/main/demo/draw.ts'
import type { Point } from '../../../src/shared/photos/geometry.ts'
import { rgbText } from '../../support/photo-degrade/canvas.ts'
import { between, outline, type Subject } from '../../support/photo-degrade/subject.ts'

/** SVG over the subject's own pixels. */
export type Occlusion = (subject: Subject, draw: Draw) => string

const cloths = [
  '#f4f4f2',
  '#dfe7ee',
  '#9fc3d8',
  '#6fa7a0',
  '#1c1c1f',
  '#2b3550',
  '#5c2733',
  '#7d8a5f',
  '#c8a27a',
  '#d9b8c4',
  '#8f8f94',
  '#e2c9a0',
  '#3f2f27',
]

const clothOf = (draw: Draw, { skin }: Subject): string =>
  draw.chance(0.15) ? rgbText(skin, 0.85 + draw.next() * 0.3) : draw.pick(cloths)

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

const lenses = ['#0e0e12', '#1d1a18', '#20242c', '#2e2119', '#11131a']

/** Sunglasses: nearly square lenses, tear-shaped lenses, one shield. */
const squareSunglasses: Occlusion = ({ face }, draw) => {
  const { ied } = face
  const [w, h] = [ied * (0.64 + draw.next() * 0.2), ied * (0.42 + draw.next() * 0.2)]
  const fill = draw.pick(lenses)
  const opacity = 0.86 + draw.next() * 0.14
  return `${face.eyes
    .map(
      ({ x, y }) =>
        `<rect x="${x - w / 2}" y="${y - h * 0.45}" width="${w}" height="${h}" rx="${h * 0.3}" fill="${fill}" fill-opacity="${opacity}" stroke="${fill}" stroke-width="${ied * 0.05}"/>`,
    )
    .join('')}${bridge(face.eyes, ied, fill)}`
}

const aviators: Occlusion = ({ face }, draw) => {
  const { ied } = face
  const fill = draw.pick(lenses)
  const size = ied * (0.36 + draw.next() * 0.1)
  return `${face.eyes
    .map(({ x, y }, at) => {
      const s = at === 0 ? -1 : 1
      return `<path d="M${x - s * size},${y - size * 0.6}C${x},${y - size * 0.9} ${x + s * size},${y - size * 0.7} ${x + s * size},${y - size * 0.3}C${x + s * size},${y + size} ${x - s * size * 0.2},${y + size * 1.3} ${x - s * size * 0.7},${y + size * 0.3}Z" fill="${fill}" fill-opacity="${0.88 + draw.next() * 0.12}" stroke="#b9a26a" stroke-width="${ied * 0.02}"/>`
    })
    .join('')}${bridge(face.eyes, ied, '#b9a26a')}`
}

const shield: Occlusion = ({ face }, draw) => {
  const { ied, middle } = face
  const h = ied * (0.4 + draw.next() * 0.2)
  const id = `s${draw.between(0, 1e6)}`
  const [top, low] = [
    draw.pick(['#223a5a', '#552a55', '#222', '#8a5a20']),
    draw.pick(['#101318', '#3a1420', '#20303a']),
  ]
  return `<defs><linearGradient id="${id}" x2="0" y2="1"><stop offset="0" stop-color="${top}"/><stop offset="1" stop-color="${low}"/></linearGradient></defs><rect x="${middle.x - ied}" y="${middle.y - h / 2}" width="${ied * 2}" height="${h}" rx="${h * 0.4}" fill="url(#${id})"/>`
}

/** A bar, a blindfold, a hand laid over both eyes. */
const blindfold: Occlusion = (subject, draw) => {
  const { at, face } = subject
  const h = face.ied * (0.36 + draw.next() * 0.4)
  const y = face.middle.y + (draw.next() - 0.5) * face.ied * 0.08
  const fill = draw.chance(0.3) ? '#000' : clothOf(draw, subject)
  const [left, right] = [at(127).x - face.ied * draw.next() * 0.15, at(356).x + face.ied * draw.next() * 0.15]
  return `<path d="M${left},${y - h / 2}Q${face.middle.x},${y - h * 0.4} ${right},${y - h / 2}V${y + h / 2}Q${face.middle.x},${y + h * 0.6} ${left},${y + h / 2}Z" fill="${fill}"/>`
}

const handOverEyes: Occlusion = ({ face, skin }, draw) => {
  const { ied, middle } = face
  const fingers = [0, 1, 2, 3].map(
    (finger) =>
      `<rect x="${middle.x - ied * 1.15}" y="${middle.y - ied * 0.36 + finger * ied * 0.18}" width="${ied * (2 + draw.next() * 0.3)}" height="${ied * 0.18}" rx="${ied * 0.09}" fill="${rgbText(skin, 0.88 + finger * 0.04)}" stroke="${rgbText(skin, 0.6)}" stroke-width="2"/>`,
  )
  return `<g transform="rotate(${draw.between(-12, 12)} ${middle.x} ${middle.y})">${fingers.join('')}</g>`
}

/** Hair down to the nose. */
const fringe: Occlusion = ({ face, at }, draw) => {
  const { ied, middle } = face
  const colour = draw.pick([
    [24, 18, 15],
    [60, 42, 30],
    [110, 80, 52],
    [150, 148, 145],
  ])
  return Array.from({ length: 90 }, (_, strand) => {
    const x = middle.x - ied * 1.05 + (strand / 90) * ied * 2.1
    const tint = colour.map((code) => code + (draw.next() - 0.5) * 34)
    return `<path d="M${x + (draw.next() - 0.5) * ied * 0.3},${at(10).y}Q${x},${middle.y - ied * 0.5} ${x + (draw.next() - 0.5) * ied * 0.16},${middle.y + ied * (0.2 + draw.next() * 0.2)}" stroke="${rgbText(tint)}" stroke-width="${ied * 0.045}" fill="none"/>`
  }).join('')
}

const bridge = (eyes: readonly [Point, Point], ied: number, stroke: string): string =>
  `<path d="M${eyes[0].x + ied * 0.3},${eyes[0].y - ied * 0.05}Q${(eyes[0].x + eyes[1].x) / 2},${eyes[0].y - ied * 0.14} ${eyes[1].x - ied * 0.3},${eyes[1].y - ied * 0.05}" stroke="${stroke}" stroke-width="${ied * 0.04}" fill="none"/>`

export const eyeOcclusions: readonly Occlusion[] = [
  squareSunglasses,
  aviators,
  shield,
  blindfold,
  handOverEyes,
  fringe,
  squareSunglasses,
  blindfold,
]

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

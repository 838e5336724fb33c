/** Sunglasses, blindfolds, hands and hair over both eyes. */
import { rgbText } from '../../../support/photo-degrade/canvas.ts'
import { bridge, clothOf, type Occlusion } from './common.ts'

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

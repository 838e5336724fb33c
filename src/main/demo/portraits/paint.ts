/** Colours and shapes shared by the parts of a drawn portrait. */
import type { Look } from './look.ts'

/** Mid tones of ten skins, light to dark, after the Monk Skin Tone scale (Google, CC BY 4.0), a little warmer. */
const skins = [
  '#f3dccf',
  '#efd3c0',
  '#e9c6a8',
  '#dfb491',
  '#cf9f78',
  '#b98560',
  '#9c6b49',
  '#7d5238',
  '#5f3d2b',
  '#473026',
]

export const skinOf = ({ tone }: Look): string => skins[Math.max(0, Math.min(9, Math.round(tone)))] ?? '#cf9f78'

/** Mixes two colours `#rrggbb`; 0 gives the first, 1 the second. */
export function blend(from: string, to: string, share: number): string {
  const channel = (colour: string, at: number) => Number.parseInt(colour.slice(at, at + 2), 16)
  const mixed = [1, 3, 5].map((at) => Math.round(channel(from, at) * (1 - share) + channel(to, at) * share))
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

export const darker = (colour: string, share: number): string => blend(colour, '#1a0b06', share)
/** How much more a dark skin shines where the light falls on it: it reflects less, so its highlights stand out more. */
export const shine = ({ tone }: Look): number => 1 + Math.max(0, tone - 4) * 0.24

/** Light keeps the warmth of a dark colour: mixed with cream alone it would turn grey. */
export const lighter = (colour: string, share: number): string => blend(colour, blend(colour, '#ffe9d2', 0.72), share)

/** The drawing board: 35 x 45 mm at 20 units a millimetre. */
export const board = { width: 700, height: 900, middle: 350 } as const

/** Landmarks of the head in board units; everything else hangs on them. */
export interface Head {
  readonly crown: number
  readonly eyes: number
  readonly nose: number
  readonly mouth: number
  readonly chin: number
  /** Half widths at cheekbone, jaw and chin. */
  readonly half: number
  readonly jaw: number
  readonly chinHalf: number
  /** Distance of a pupil from the middle, and half the width of an eye. */
  readonly eyeX: number
  readonly eyeHalf: number
}

/** Proportions of a head: children have lower eyes, smaller jaws and larger eyes. */
export function headOf(look: Look): Head {
  const child = look.childhood
  const crown = 148 + child * 20
  const chin = 706 - child * 16
  const half = 193 + look.faceWidth * 11 + child * 8
  const eyes = 428 + child * 20
  const mouth = eyes + (chin - eyes) * (0.665 + look.noseLength * 0.018)
  return {
    crown,
    chin,
    half,
    eyes,
    mouth,
    nose: eyes + (chin - eyes) * (0.43 + look.noseLength * 0.025 - child * 0.02),
    jaw: half * (0.79 + look.jaw * 0.045 - child * 0.01),
    chinHalf: 62 + look.jaw * 13 - child * 4,
    eyeX: half * 0.425,
    eyeHalf: 37 + look.eyeSize * 2.5 + child * 5,
  }
}

/** Both sides of a face: the same drawing, once as it is and once mirrored about the middle. */
export const bothSides = (drawing: string): string =>
  `<g>${drawing}</g><g transform="translate(${board.width} 0) scale(-1 1)">${drawing}</g>`

/** A number short enough for SVG. */
export const n = (value: number): string => String(Math.round(value * 10) / 10)

/** A tagged template that shortens every number. */
export const svg = (parts: TemplateStringsArray, ...values: readonly (string | number)[]): string =>
  parts
    .map((part, index) => {
      const value = values[index]
      return part + (value === undefined ? '' : typeof value === 'number' ? n(value) : value)
    })
    .join('')

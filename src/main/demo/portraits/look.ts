/** What a drawn person looks like: everything the drawing needs, chosen from a seed within given traits. */
import { type Draw, drawOf } from '../draw.ts'

export const headCoverings = ['none', 'hijab', 'turban', 'headwrap', 'kufi', 'kippah', 'cap'] as const
export type HeadCovering = (typeof headCoverings)[number]

/** What is known of the person; all else is drawn by lot. */
export interface Traits {
  /** 0 lightest to 9 darkest (after the ten Monk skin tones); by lot when left out. */
  readonly tone?: number
  readonly sex?: 'F' | 'M' | 'X'
  /** Years. */
  readonly age?: number
  readonly covering?: HeadCovering
  /** Families of hair: by lot when left out. */
  readonly hair?: 'straight' | 'wavy' | 'coily'
  readonly glasses?: Look['glasses']
  readonly beard?: Look['beard']
}

export interface Look {
  readonly tone: number
  readonly feminine: boolean
  readonly age: number
  /** 1 for a small child, 0 from 16 years. */
  readonly childhood: number
  readonly covering: HeadCovering
  readonly coveringColour: string
  readonly hairColour: string
  readonly hairKind: 'straight' | 'wavy' | 'coily'
  readonly hairStyle: 'bald' | 'cropped' | 'short' | 'side' | 'bun' | 'bob' | 'long' | 'afro' | 'braids'
  readonly beard: 'none' | 'stubble' | 'moustache' | 'goatee' | 'full'
  readonly glasses: 'none' | 'round' | 'square' | 'half' | 'tinted'
  readonly eyeColour: string
  readonly clothes: 'crew' | 'shirt' | 'vneck' | 'jacket' | 'tunic'
  readonly clothesColour: string
  /** Proportions, each about -1 to 1. */
  readonly faceWidth: number
  readonly jaw: number
  readonly eyeSize: number
  readonly eyeTilt: number
  readonly noseWidth: number
  readonly noseLength: number
  readonly lips: number
  readonly brow: number
  readonly mole: boolean
  readonly seed: number
}

const coverColours = ['#3b4a63', '#7c5a6b', '#2e2f36', '#8a8f9c', '#56705f', '#a7886a', '#5f3f4f', '#c7b9a5', '#284a54']
const clothColours = [
  '#2f3b52',
  '#5b6472',
  '#7a3e3e',
  '#36514a',
  '#8b6f4e',
  '#494457',
  '#9aa5b1',
  '#253036',
  '#7d8a6a',
  '#b08c7c',
]
const darkHair = ['#15110f', '#1d1714', '#261b15', '#2c2019']
const lightHair = ['#3a291d', '#553a25', '#6f5032', '#8a6a43', '#7b3f22']

/** The look of one person. The same seed and traits give the same look. */
export function lookOf(seed: number, traits: Traits = {}): Look {
  const draw = drawOf(seed, 0x10ca1)
  const tone = traits.tone ?? draw.between(0, 9)
  const age = traits.age ?? ageByLot(draw)
  const feminine = traits.sex === 'F' || (traits.sex !== 'M' && draw.chance(0.5))
  const childhood = Math.max(0, Math.min(1, (16 - age) / 14))
  const hairKind = traits.hair ?? (tone >= 7 ? 'coily' : draw.pick(['straight', 'wavy', 'straight']))
  const covering = traits.covering ?? coveringByLot(draw, feminine, age)
  const signed = () => draw.next() + draw.next() - 1
  return {
    tone,
    feminine,
    age,
    childhood,
    covering,
    coveringColour: draw.pick(
      covering === 'kufi' || covering === 'kippah' ? ['#22252b', '#3a4258', '#d9d4c8', '#5a4634'] : coverColours,
    ),
    hairColour: hairColourOf(draw, tone, age),
    hairKind,
    hairStyle: hairStyleOf(draw, feminine, hairKind, age),
    beard: traits.beard ?? (feminine || age < 19 ? 'none' : beardOf(draw, covering)),
    glasses:
      traits.glasses ??
      (draw.chance(age > 45 ? 0.4 : age < 10 ? 0.04 : 0.16) ? draw.pick(['round', 'square', 'half']) : 'none'),
    eyeColour:
      tone <= 2
        ? draw.pick(['#5d7687', '#6b7a5a', '#5b4330', '#46332a', '#75614a'])
        : draw.pick(['#2c1d15', '#38251a', '#452d1e', '#221712']),
    clothes: draw.pick(feminine ? ['crew', 'vneck', 'tunic', 'shirt'] : ['crew', 'shirt', 'jacket', 'tunic', 'crew']),
    clothesColour: draw.pick(clothColours),
    faceWidth: signed(),
    jaw: signed() + (feminine ? -0.35 : 0.35),
    eyeSize: signed(),
    eyeTilt: signed(),
    noseWidth: signed() + (tone - 4) * 0.09,
    noseLength: signed(),
    lips: signed() + (tone - 4) * 0.1 + (feminine ? 0.2 : -0.15),
    brow: signed(),
    mole: draw.chance(0.12),
    seed,
  }
}

const ageByLot = (draw: Draw): number =>
  draw.chance(0.15) ? draw.between(3, 15) : 17 + Math.floor(55 * draw.next() ** 1.6)

const coveringByLot = (draw: Draw, feminine: boolean, age: number): HeadCovering =>
  age < 12
    ? 'none'
    : feminine
      ? draw.weighted([
          ['none', 74],
          ['hijab', 19],
          ['headwrap', 7],
        ])
      : draw.weighted([
          ['none', 87],
          ['turban', 7],
          ['kufi', 4],
          ['kippah', 2],
        ])

function hairColourOf(draw: Draw, tone: number, age: number): string {
  if (age > 48 && draw.chance((age - 40) / 40)) return draw.pick(['#8d8a86', '#b9b6b1', '#6b6763', '#d3d0cb'])
  return tone <= 2 && draw.chance(0.7) ? draw.pick(lightHair) : draw.pick(darkHair)
}

function hairStyleOf(draw: Draw, feminine: boolean, kind: Look['hairKind'], age: number): Look['hairStyle'] {
  if (feminine)
    return kind === 'coily'
      ? draw.pick(['afro', 'braids', 'bun', 'cropped'])
      : draw.pick(['long', 'bob', 'bun', 'long'])
  if (age > 40 && draw.chance(0.35)) return 'bald'
  return kind === 'coily'
    ? draw.pick(['cropped', 'cropped', 'short'])
    : draw.pick(['short', 'side', 'cropped', 'short'])
}

const beardOf = (draw: Draw, covering: HeadCovering): Look['beard'] =>
  covering === 'turban'
    ? draw.weighted([
        ['full', 90],
        ['stubble', 10],
      ])
    : draw.weighted([
        ['none', 45],
        ['stubble', 22],
        ['moustache', 9],
        ['goatee', 8],
        ['full', 16],
      ])

import { deflateSync } from 'node:zlib'
import { asciiBytes, join } from '../../shared/photos/bytes.ts'
import { crc32 } from '../../shared/photos/crc32.ts'
import type { Chance } from './random.ts'

/** What is wrong with a picture, as people's pictures are wrong. */
export const pictureFaults = ['dark', 'background', 'small', 'glare'] as const
export type PictureFault = (typeof pictureFaults)[number]

type Colour = readonly [number, number, number]
const skins: readonly [Colour, ...Colour[]] = [
  [236, 200, 172],
  [198, 150, 112],
  [150, 104, 74],
  [96, 64, 46],
]
const hairs: readonly [Colour, ...Colour[]] = [
  [30, 24, 22],
  [70, 46, 30],
  [120, 120, 122],
]

/** A head and shoulders, drawn: PNG, true colour. Nobody's likeness. */
export function drawPicture(chance: Chance, fault?: PictureFault): Uint8Array {
  const width = fault === 'small' ? 240 : 720
  const height = Math.round(width * 1.4)
  const back: Colour = fault === 'background' ? [90, 140, 110] : [244, 244, 242]
  const skin = chance.pick('skin', skins)
  const hair = chance.pick('hair', hairs)
  const shirt: Colour = [chance.between('r', 20, 120), chance.between('g', 20, 120), chance.between('b', 60, 180)]
  const light = fault === 'dark' ? 0.3 : 1
  const raw = Buffer.alloc(height * (1 + width * 3))
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [u, v] = [x / width, y / width]
      const at = y * (1 + width * 3) + 1 + x * 3
      const colour = colourAt(u, v, { back, skin, hair, shirt, glare: fault === 'glare' })
      // A little grain, as every sensor has.
      const grain = ((x * 31 + y * 17) % 7) - 3
      for (let i = 0; i < 3; i++) raw[at + i] = Math.max(0, Math.min(255, (colour[i] ?? 0) * light + grain))
    }
  return png(width, height, raw)
}

interface Paint {
  readonly back: Colour
  readonly skin: Colour
  readonly hair: Colour
  readonly shirt: Colour
  readonly glare: boolean
}

const inside = (u: number, v: number, x: number, y: number, rx: number, ry: number): boolean =>
  ((u - x) / rx) ** 2 + ((v - y) / ry) ** 2 <= 1

function colourAt(u: number, v: number, { back, skin, hair, shirt, glare }: Paint): Colour {
  if (glare && inside(u, v, 0.42, 0.52, 0.09, 0.07)) return [255, 255, 255]
  for (const eye of [0.41, 0.59]) {
    if (inside(u, v, eye, 0.6, 0.012, 0.012)) return [20, 20, 24]
    if (inside(u, v, eye, 0.6, 0.035, 0.018)) return [250, 250, 250]
  }
  if (inside(u, v, 0.5, 0.79, 0.07, 0.014)) return [150, 70, 70]
  if (inside(u, v, 0.5, 0.64, 0.21, 0.29)) return v < 0.46 ? hair : skin
  if (inside(u, v, 0.5, 0.57, 0.25, 0.29) && v < 0.62) return hair
  if (Math.abs(u - 0.5) < 0.09 && v > 0.85 && v < 1.08) return skin
  if (inside(u, v, 0.5, 1.45, 0.46, 0.42)) return shirt
  return back
}

function png(width: number, height: number, raw: Uint8Array): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8) // 8 bits, true colour
  return join([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(raw)),
    chunk('IEND', new Uint8Array()),
  ])
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = join([asciiBytes(type), data])
  const frame = Buffer.alloc(8 + body.length)
  frame.writeUInt32BE(data.length, 0)
  frame.set(body, 4)
  frame.writeUInt32BE(crc32(body) >>> 0, 4 + body.length)
  return frame
}

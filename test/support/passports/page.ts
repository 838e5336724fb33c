import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { create, type Font } from '../../../src/main/documents/pdf/fontkit.ts'
import { seeded } from './random.ts'

/** Draws pages of passports and cards of nobody, as a scanner or a camera gives them: what the reader of zones is tried on. */

export interface DrawnPage {
  /** The lines of the zone. */
  readonly lines: readonly string[]
  readonly dpi: number
  /** The cut of the letters: not the one that the reader's own letters are drawn from. */
  readonly font: 'OCRBL' | 'OCRBS'
  /** Strokes thinner (below 0) or thicker, of -1 .. 1; letters wider and taller than their nominal size. */
  readonly weight: number
  readonly stretch: readonly [number, number]
  /** Degrees, of skew and of quarter turns together. */
  readonly turned: number
  /** Softness in millimetres, standard width of the noise of 255, quality of the JPEG. */
  readonly blur: number
  readonly noise: number
  readonly quality: number
  /** Darkness of the letters and of the pattern beneath them, 0 .. 1. */
  readonly ink: number
  readonly pattern: number
  /** Lies on the glass of a scanner, Letter size; else the page fills the picture. */
  readonly onGlass: boolean
  /** The same number draws the same page. */
  readonly seed: number
}

const cache = new Map<string, Font>()
function fontOf(name: DrawnPage['font'] | 'NotoSans-Regular'): Font {
  const file = name === 'NotoSans-Regular' ? `assets/fonts/${name}.ttf` : `test/support/passports/${name}.otf`
  const known = cache.get(name) ?? create(new Uint8Array(readFileSync(file)))
  cache.set(name, known)
  return known
}

/** Millimetres: ICAO Doc 9303-4 (TD3), -5 (TD1), -6 (TD2). */
const sizes = { 44: [125, 88], 36: [105, 74], 30: [85.6, 54] } as const
const pitch = 2.54
const lineSpacing = 6.35
const letterSize = 2.54 / 0.723

/** The page as JPEG. */
export async function passportPage(page: DrawnPage): Promise<Uint8Array> {
  const { dpi, lines, turned, seed } = page
  const [width, height] = sizes[(lines[0]?.length ?? 44) as 44]
  const dots = dpi / 25.4
  const random = seeded(seed)
  const [w, h] = [Math.round(width * dots), Math.round(height * dots)]
  const ground = await sharp(Buffer.from(background(width, height, w, h, page, random)))
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .raw()
    .toBuffer()
  stamp(ground, w, h, await zoneMask(page, width, height, w, h), page.ink)
  let picture = sharp(ground, { raw: { width: w, height: h, channels: 3 } })
  const glass = random() < 0.5 ? '#f4f4f2' : '#3a3a3c'
  if (page.onGlass) {
    const [sheetWidth, sheetHeight] = [Math.round(215.9 * dots), Math.round(279.4 * dots)]
    const left = Math.round((sheetWidth - w) * (0.2 + 0.6 * random()))
    const top = Math.round((sheetHeight - h) * (0.2 + 0.6 * random()))
    const page = await picture.png({ compressionLevel: 0 }).toBuffer()
    const sheet = sharp({ create: { width: sheetWidth, height: sheetHeight, channels: 3, background: glass } })
    picture = sharp(
      await sheet
        .composite([{ input: page, left, top }])
        .png({ compressionLevel: 0 })
        .toBuffer(),
    )
  }
  const { data, info } = await picture
    .removeAlpha()
    .rotate(turned, { background: glass })
    .blur(Math.max(0.3, page.blur * dots))
    .raw()
    .toBuffer({ resolveWithObject: true })
  if (page.noise > 0)
    for (let at = 0; at < data.length; at++)
      data[at] = Math.max(0, Math.min(255, (data[at] ?? 0) + (random() + random() + random() - 1.5) * 2 * page.noise))
  const raw = { width: info.width, height: info.height, channels: 3 } as const
  return new Uint8Array(await sharp(data, { raw }).jpeg({ quality: page.quality }).toBuffer())
}

/** Colours, waves, a portrait and the printed lines of a page; one unit is a millimetre. */
function background(
  width: number,
  height: number,
  w: number,
  h: number,
  { pattern, seed, lines }: DrawnPage,
  random: () => number,
): string {
  const hue = Math.floor(random() * 360)
  const waves = Array.from({ length: 26 }, (_, at) => {
    const [amplitude, length, phase] = [1 + 4 * random(), 12 + 30 * random(), random() * 40]
    const points = Array.from({ length: 64 }, (_, i) => {
      const x = (i / 63) * width
      return `${x.toFixed(2)},${((at / 25) * height + amplitude * Math.sin((x + phase) / (length / 6.28))).toFixed(2)}`
    })
    const colour = `hsl(${hue + 90 * random()},45%,${Math.round(45 + 20 * random())}%)`
    return `<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="${(0.15 + 0.3 * random()).toFixed(2)}" opacity="${pattern.toFixed(2)}"/>`
  })
  // The zone of a small card stands on its back: no portrait there, and few words.
  const isBack = lines.length === 3
  const words = [
    'Republic of Utopia / République d’Utopie',
    'Type  Code  Passport No. / No de passeport',
    'Surname / Nom',
  ]
    .concat(['ERIKSSON', 'Given names / Prénoms', 'ANNA MARIA', 'Date of birth / Date de naissance', '12 AUG 1974'])
    .slice(0, isBack ? 2 : 8)
    .map((text, at) => line(text, width * 0.36, 8 + at * ((height - 32) / 8), at % 2 ? 2.6 : 2.1))
  const skin = ['#8d5a3a', '#e0b08c', '#c68f66'][seed % 3]
  const [px, py, size] = [width * 0.06, height * 0.14, height * 0.5]
  const face = `<clipPath id="frame"><rect width="35" height="45"/></clipPath>
    <g transform="translate(${px} ${py}) scale(${size / 45})" clip-path="url(#frame)"><rect width="35" height="45" fill="#dfe4ea"/>
    <ellipse cx="17.5" cy="47" rx="16" ry="12" fill="#27324a"/><ellipse cx="17.5" cy="21" rx="8.6" ry="11.5" fill="${skin}"/>
    <path d="M8 18 q9 -17 19 0 q1 -15 -9.5 -15 t-9.5 15" fill="#1d1511"/><circle cx="14" cy="20" r="1" /><circle cx="21" cy="20" r="1"/>
    <path d="M14.5 26.5 q3 1.6 6 0" stroke="#7a3b33" fill="none"/></g>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${width} ${height}">
    <rect width="${width}" height="${height}" fill="hsl(${hue},40%,90%)"/>${waves.join('')}${isBack ? '' : face}${words.join('')}</svg>`
}

function line(text: string, x: number, y: number, size: number): string {
  const font = fontOf('NotoSans-Regular')
  const scale = size / font.unitsPerEm
  let at = x
  return [...text]
    .map((letter) => {
      const glyph = font.glyphForCodePoint(letter.codePointAt(0) ?? 32)
      const path = `<path fill="#2b2b33" transform="translate(${at.toFixed(2)} ${y.toFixed(2)}) scale(${scale} ${-scale})" d="${glyph?.path?.toSVG() ?? ''}"/>`
      at += (glyph?.advanceWidth ?? 0) * scale
      return path
    })
    .join('')
}

/** How much of each dot the letters of the zone cover: softened and cut at another level, strokes change their weight. */
async function zoneMask(
  { lines, font: name, weight, stretch }: DrawnPage,
  width: number,
  height: number,
  w: number,
  h: number,
) {
  const font = fontOf(name)
  const [sx, sy] = stretch.map((by) => (by * letterSize) / font.unitsPerEm) as [number, number]
  const left = (width - (lines[0]?.length ?? 0) * pitch) / 2
  const lowest = height - (lines.length === 3 ? 4.6 : 8.2)
  const letters = lines.flatMap((text, row) =>
    [...text].map((letter, column) => {
      const glyph = font.glyphForCodePoint(letter.codePointAt(0) ?? 0)
      const x = left + column * pitch + (pitch * (1 - stretch[0])) / 2
      const y = lowest - (lines.length - 1 - row) * lineSpacing
      return `<path transform="translate(${x.toFixed(3)} ${y.toFixed(3)}) scale(${sx} ${-sy})" d="${glyph?.path?.toSVG() ?? ''}"/>`
    }),
  )
  const finer = 2
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${w * finer}" height="${h * finer}" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="black"/><g fill="white">${letters.join('')}</g></svg>`
  const soft = ((0.07 * w) / width) * finer
  const mask = await sharp(Buffer.from(svg))
    .flatten()
    .toColourspace('b-w')
    .blur(soft)
    .raw()
    .toBuffer({ resolveWithObject: true })
  const channels = mask.info.channels
  const cutAt = 127 - weight * 80
  const sharpened = new Uint8Array(w * finer * h * finer)
  for (let at = 0; at < sharpened.length; at++)
    sharpened[at] = Math.max(0, Math.min(255, ((mask.data[at * channels] ?? 0) - cutAt) * 6 + 127))
  const raw = { width: w * finer, height: h * finer, channels: 1 } as const
  return sharp(sharpened, { raw }).resize(w, h, { kernel: 'linear' }).toColourspace('b-w').raw().toBuffer()
}

function stamp(ground: Uint8Array, w: number, h: number, mask: Uint8Array, ink: number): void {
  for (let at = 0; at < w * h; at++) {
    const covered = ((mask[at] ?? 0) / 255) * ink
    if (covered > 0)
      for (let c = 0; c < 3; c++) ground[at * 3 + c] = (ground[at * 3 + c] ?? 0) * (1 - covered) + 24 * covered
  }
}

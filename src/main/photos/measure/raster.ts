/** Pictures as plain bytes: decoded once, upright, sRGB, small enough to measure quickly; and samples of them. */
import type { Sharp } from 'sharp'
import type { ErrorCode } from '../../../shared/errors.ts'
import type { Decoded } from '../../../shared/photos/measures.ts'
import { deskLimits } from '../../../shared/photos/policy.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { attempt, openPicture } from '../decode.ts'
import type { IntakeLimits } from '../intake.ts'
import type { Affine } from './geometry.ts'

export interface Raster {
  readonly width: number
  readonly height: number
  /** Rows of red, green, blue. */
  readonly rgb: Uint8Array
}

export interface Picture extends Raster {
  /** Upright size of the file's own picture, and its pixels by one pixel of this raster (1 where nothing was reduced). */
  readonly full: { readonly width: number; readonly height: number; readonly scale: number }
  /** Halved again and again: this raster first. */
  readonly levels: readonly Raster[]
}

/** Pictures up to this long are measured as they are: what compression left is seen only so. */
const longestWhole = 2000
/** Longer ones are reduced to this while they are decoded, which costs less than decoding them whole. */
const reducedTo = 1600
/** Shorter side below which halving stops. */
const smallestLevel = 64

export interface Opened {
  readonly picture: Picture
  readonly decoded: Decoded
}

/**
 * Decodes a cleaned JPEG or PNG: orientation applied, see-through parts on white, any colour space to sRGB, grey to
 * three channels. Data that makes no sense here and there is told as damage; more of it fails, as `photo.*` values.
 */
export async function openRaster(bytes: Uint8Array, limits: IntakeLimits = deskLimits): Promise<Result<Opened>> {
  const strict = await attempt(limits, () => open(bytes, limits, 'warning'))
  if (strict.ok || !damage.has(strict.failure.code)) return strict
  const lenient = await attempt(limits, () => open(bytes, limits, 'error'))
  return lenient.ok ? ok({ ...lenient.value, decoded: { ...lenient.value.decoded, damaged: true } }) : lenient
}

const damage: ReadonlySet<ErrorCode> = new Set(['photo.unreadable', 'photo.truncated'])

async function open(bytes: Uint8Array, limits: IntakeLimits, failOn: 'warning' | 'error'): Promise<Opened> {
  const source = openPicture(bytes, limits, failOn)
  const { autoOrient, hasAlpha } = await source.metadata()
  const long = Math.max(autoOrient.width, autoOrient.height)
  const side = long > longestWhole ? reducedTo : long
  const { data, info } = await source
    .clone()
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .resize(side, side, { fit: 'inside', withoutEnlargement: true, kernel: 'linear' })
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  const picture = pictureOf({ width: info.width, height: info.height, rgb: inColour(data, info.channels) }, autoOrient)
  const transparent = hasAlpha && (await isSeeThrough(source))
  return { picture, decoded: { greyscale: isGrey(picture), transparent, damaged: false } }
}

/** Side of the small copies on which colour and transparency are judged: one hair of colour does not count. */
const smallSide = 64
/** Channels that differ by less than this (of 255) everywhere are grey to the eye; JPEG adds about 2 by itself. */
const greyTolerance = 6

function isGrey(picture: Picture): boolean {
  const [across, down] = [picture.width / smallSide, picture.height / smallSide]
  const map = [across, 0, across / 2 - 0.5, 0, down, down / 2 - 0.5] as const
  const small = sample(picture, map, smallSide, smallSide)
  for (let at = 0; at < small.length; at += 3) {
    const [red, green, blue] = [small[at] as number, small[at + 1] as number, small[at + 2] as number]
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > greyTolerance) return false
  }
  return true
}

async function isSeeThrough(source: Sharp): Promise<boolean> {
  const small = { fit: 'fill', kernel: 'linear' } as const
  const alpha = await source
    .clone()
    .extractChannel('alpha')
    .resize(smallSide, smallSide, small)
    .raw({ depth: 'uchar' })
    .toBuffer()
  return alpha.some((value) => value < 250)
}

/** A raster as a picture of the file's own size; by default it is the whole of it. */
export function pictureOf(raster: Raster, full: { width: number; height: number } = raster): Picture {
  const levels = [raster]
  let last = raster
  while (Math.min(last.width, last.height) > smallestLevel) {
    last = halved(last)
    levels.push(last)
  }
  return { ...raster, full: { ...full, scale: full.width / raster.width }, levels }
}

export type Turn = 0 | 90 | 180 | 270

/** The same picture turned clockwise. */
export function turned(picture: Picture, turn: Turn): Picture {
  if (turn === 0) return picture
  const { width, height, rgb, full } = picture
  const out = new Uint8Array(rgb.length)
  const upright = turn === 180
  const size = upright ? { width, height } : { width: height, height: width }
  for (let y = 0, from = 0; y < height; y++) {
    for (let x = 0; x < width; x++, from += 3) {
      const row = turn === 90 ? x : turn === 180 ? height - 1 - y : width - 1 - x
      const column = turn === 90 ? height - 1 - y : turn === 180 ? width - 1 - x : y
      const to = (row * size.width + column) * 3
      out[to] = rgb[from] as number
      out[to + 1] = rgb[from + 1] as number
      out[to + 2] = rgb[from + 2] as number
    }
  }
  const fullSize = upright ? full : { width: full.height, height: full.width }
  return pictureOf({ ...size, rgb: out }, fullSize)
}

/**
 * Samples `width` x `height` pixels through `map` (from the sample to the picture), from the level of about the same
 * fineness, bilinear. Values are `code * gain + offset`; outside the picture stands `offset`.
 */
export function sample(
  picture: Picture,
  map: Affine,
  width: number,
  height: number,
  gain = 1,
  offset = 0,
): Float32Array {
  const fineness = Math.hypot(map[0], map[3])
  const level = Math.max(0, Math.min(picture.levels.length - 1, Math.floor(Math.log2(fineness / 1.6)) + 1))
  const from = picture.levels[level] ?? picture
  const reduced = 2 ** level
  const shift = (reduced - 1) / 2
  const [a, b, c, d, e, f] = map
  const out = new Float32Array(width * height * 3)
  if (offset !== 0) out.fill(offset)
  for (let y = 0; y < height; y++) {
    const startX = (b * y + c - shift) / reduced
    const startY = (e * y + f - shift) / reduced
    sampleRow(from, startX, startY, a / reduced, d / reduced, out, y * width, width, gain, offset)
  }
  return out
}

/** One row of `sample`: from (x, y) by (stepX, stepY). */
function sampleRow(
  { width, height, rgb }: Raster,
  startX: number,
  startY: number,
  stepX: number,
  stepY: number,
  out: Float32Array,
  first: number,
  count: number,
  gain: number,
  offset: number,
): void {
  for (let at = 0; at < count; at++) {
    const x = startX + stepX * at
    const y = startY + stepY * at
    if (x < -1 || y < -1 || x > width || y > height) continue
    const left = Math.floor(x)
    const top = Math.floor(y)
    const fx = x - left
    const fy = y - top
    let nw = (top * width + left) * 3
    let ne = nw + 3
    let sw = nw + width * 3
    let se = sw + 3
    if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) {
      // The pixels of the rim stand for those beyond it.
      const [x0, x1] = [within(left, width), within(left + 1, width)]
      const [y0, y1] = [within(top, height) * width, within(top + 1, height) * width]
      nw = (y0 + x0) * 3
      ne = (y0 + x1) * 3
      sw = (y1 + x0) * 3
      se = (y1 + x1) * 3
    }
    const wNw = (1 - fx) * (1 - fy) * gain
    const wNe = fx * (1 - fy) * gain
    const wSw = (1 - fx) * fy * gain
    const wSe = fx * fy * gain
    const to = (first + at) * 3
    for (let k = 0; k < 3; k++) {
      out[to + k] =
        (rgb[nw + k] as number) * wNw +
        (rgb[ne + k] as number) * wNe +
        (rgb[sw + k] as number) * wSw +
        (rgb[se + k] as number) * wSe +
        offset
    }
  }
}

const within = (place: number, count: number): number => (place < 0 ? 0 : place >= count ? count - 1 : place)

/** Half the size, each pixel the mean of four. */
function halved({ width, height, rgb }: Raster): Raster {
  const [w, h, row] = [width >> 1, height >> 1, width * 3]
  const out = new Uint8Array(w * h * 3)
  for (let y = 0, to = 0; y < h; y++) {
    for (let x = 0, from = 2 * y * row; x < w; x++, from += 6) {
      for (let k = from; k < from + 3; k++, to++) {
        const four =
          (rgb[k] as number) + (rgb[k + 3] as number) + (rgb[k + row] as number) + (rgb[k + row + 3] as number)
        out[to] = (four + 2) >> 2
      }
    }
  }
  return { width: w, height: h, rgb: out }
}

function inColour(data: Uint8Array, channels: number): Uint8Array {
  if (channels === 3) return new Uint8Array(data.buffer, data.byteOffset, data.length)
  const pixels = data.length / channels
  const rgb = new Uint8Array(pixels * 3)
  for (let at = 0, from = 0, to = 0; at < pixels; at++, from += channels, to += 3) {
    const grey = data[from] as number
    rgb[to] = grey
    rgb[to + 1] = channels < 3 ? grey : (data[from + 1] as number)
    rgb[to + 2] = channels < 3 ? grey : (data[from + 2] as number)
  }
  return rgb
}

/** Opening pictures with sharp (libvips): bounded in pixels and time, off the main thread, failures as values. */
import sharp, { type Sharp } from 'sharp'
import type { Measured } from '../../shared/photos/judge.ts'
import { deskLimits } from '../../shared/photos/policy.ts'
import { sniff } from '../../shared/photos/sniff.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Decode, IntakeLimits } from './intake.ts'

// Pictures of people stay in memory no longer than their own call.
sharp.cache(false)

/** Channels that differ by less than this (of 255) everywhere are grey to the eye; JPEG adds about 2 by itself. */
const greyTolerance = 6
/** Side of the small copy on which colour is measured: one hair or button of colour does not count. */
const measuredSide = 64

/** Decodes every pixel, so that damage anywhere is found, and measures colour and transparency. */
export const decode: Decode = (clean, limits) =>
  attempt(limits, async () => {
    const picture = openPicture(clean, limits)
    const { channels, hasAlpha } = await picture.metadata()
    // Two passes would decode twice: shrink once, with alpha, and look at the small copy.
    const { data, info } = await picture
      .clone()
      .toColourspace('srgb')
      .resize(measuredSide, measuredSide, { fit: 'fill', kernel: 'linear', fastShrinkOnLoad: false })
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
    return {
      greyscale: channels < 3 || isGrey(data, info.channels),
      transparent: hasAlpha && seeThrough(data, info.channels),
    } satisfies Measured
  })

/** Opens a cleaned JPEG or PNG for reading; nothing else is ever given to the decoder. */
export function openPicture(bytes: Uint8Array, limits: IntakeLimits = deskLimits): Sharp {
  return sharp(bytes, { failOn: 'error', limitInputPixels: limits.maxPixels, sequentialRead: true, pages: 1 }).timeout({
    seconds: limits.timeoutSeconds,
  })
}

/** Runs work of sharp on a picture; what the picture causes becomes a `photo.*` failure. */
export async function attempt<T>(limits: IntakeLimits, work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work())
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    if (/timeout/i.test(message)) return fail('photo.timeout', { seconds: limits.timeoutSeconds })
    if (/pixel limit/i.test(message))
      return fail('photo.too_many_pixels', { width: 0, height: 0, limit: limits.maxPixels / 1e6 })
    return fail(/premature end|truncated|not enough data/i.test(message) ? 'photo.truncated' : 'photo.unreadable')
  }
}

/** Only what takeIn accepted may be opened: sharp itself would also open SVG, TIFF and more. */
export const isPicture = (bytes: Uint8Array): boolean => ['jpeg', 'png'].includes(sniff(bytes))

function isGrey(data: Uint8Array, channels: number): boolean {
  if (channels < 3) return true
  for (let at = 0; at + 2 < data.length; at += channels) {
    const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3)
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > greyTolerance) return false
  }
  return true
}

function seeThrough(data: Uint8Array, channels: number): boolean {
  for (let at = channels - 1; at < data.length; at += channels) if ((data[at] ?? 255) < 250) return true
  return false
}

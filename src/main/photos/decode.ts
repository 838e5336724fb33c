/** Opening pictures with sharp (libvips): bounded in pixels and time, off the main thread, failures as values. */
import { createRequire } from 'node:module'
import type { default as Library, Sharp } from 'sharp'
import type { ErrorCode } from '../../shared/errors.ts'
import type { Decoded } from '../../shared/photos/measures.ts'
import { deskLimits } from '../../shared/photos/policy.ts'
import { sniff } from '../../shared/photos/sniff.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Decode, IntakeLimits } from './intake.ts'

let library: typeof Library | undefined

/**
 * The picture library, loaded with the first picture: the desk answers sooner without it. The desk loads it before the
 * worker of the photo checks does, because a library that was first opened in a thread goes when that thread goes
 * (sharp issue 2263).
 */
export function pictures(): typeof Library {
  if (library) return library
  library = createRequire(import.meta.url)('sharp') as typeof Library
  // Pictures of people stay in memory no longer than their own call.
  library.cache(false)
  // One thread a picture: the desk's other work goes on beside it.
  library.concurrency(1)
  return library
}

/** Channels that differ by less than this (of 255) everywhere are grey to the eye; JPEG adds about 2 by itself. */
const greyTolerance = 6
/** Side of the small copy on which colour is measured: one hair or button of colour does not count. */
const measuredSide = 64

/** Decodes every pixel, so that damage anywhere is found, and measures colour and transparency. */
export const decode: Decode = async (clean, limits) => {
  const strict = await attempt(limits, () => measure(clean, limits, 'warning'))
  if (strict.ok || !damage.has(strict.failure.code)) return strict
  // Some warnings are harmless and some mean a garbled stripe: what still opens is for the officer's eye.
  const lenient = await attempt(limits, () => measure(clean, limits, 'error'))
  return lenient.ok ? ok({ ...lenient.value, damaged: true }) : lenient
}

const damage: ReadonlySet<ErrorCode> = new Set(['photo.unreadable', 'photo.truncated'])

async function measure(clean: Uint8Array, limits: IntakeLimits, failOn: 'warning' | 'error'): Promise<Decoded> {
  const picture = openPicture(clean, limits, failOn)
  const { channels, hasAlpha } = await picture.metadata()
  const { data, info } = await picture
    .clone()
    .toColourspace('srgb')
    .resize(measuredSide, measuredSide, { fit: 'fill', kernel: 'linear' })
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  return {
    greyscale: channels < 3 || isGrey(data, info.channels),
    transparent: hasAlpha && seeThrough(data, info.channels),
    damaged: false,
  }
}

/** Opens a cleaned JPEG or PNG for reading; nothing else is ever given to the decoder. */
export function openPicture(
  bytes: Uint8Array,
  limits: IntakeLimits = deskLimits,
  failOn: 'warning' | 'error' = 'error',
): Sharp {
  return pictures()(bytes, { failOn, limitInputPixels: limits.maxPixels, sequentialRead: true, pages: 1 }).timeout({
    seconds: limits.timeoutSeconds,
  })
}

/** Runs work of sharp on a picture; what the picture causes becomes a `photo.*` failure. */
export async function attempt<T>(limits: IntakeLimits, work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work())
  } catch (error) {
    // Sharp reports what a picture does wrong as a plain Error, and our own wrong arguments as `Expected ...`.
    if (!(error instanceof Error) || error.constructor !== Error || error.message.startsWith('Expected ')) throw error
    const { message } = error
    if (/timeout/i.test(message)) return fail('photo.timeout', { seconds: limits.timeoutSeconds })
    if (/pixel limit/i.test(message))
      return fail('photo.too_many_pixels', { width: 0, height: 0, limit: limits.maxPixels / 1e6 })
    return fail(
      /premature end of JPEG|premature end of input|truncated|not enough data/i.test(message)
        ? 'photo.truncated'
        : 'photo.unreadable',
    )
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

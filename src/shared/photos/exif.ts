/** The few facts we read from an EXIF block before it is cut (Exif 2.32, TIFF 6.0), and the one we write back. */
import { asciiBytes, join, text, u8 } from './bytes.ts'

export interface ExifFacts {
  /** 1 to 8 as TIFF 6.0 defines it; 1 is upright. */
  readonly orientation: number
  /** `YYYY-MM-DD` that the camera wrote, in the camera's own time; null when absent or impossible. */
  readonly takenOn: string | null
  /** There was a place. The coordinates themselves are never read. */
  readonly hadGps: boolean
  readonly hadThumbnail: boolean
}

export const noExif: ExifFacts = { orientation: 1, takenOn: null, hadGps: false, hadThumbnail: false }

const orientationTag = 0x0112
const exifTag = 0x8769
const gpsTag = 0x8825
/** DateTimeOriginal, DateTimeDigitized, then DateTime (of the last change) for want of better. */
const dateTags = [0x9003, 0x9004, 0x0132]
/** Real cameras write far fewer entries; more is an attempt to keep us busy. */
const maxEntries = 512

/** Reads a TIFF block (without the `Exif\0\0` of JPEG). Any bytes give an answer. */
export function readExif(tiff: Uint8Array): ExifFacts {
  const order = text(tiff, 0, 2)
  if (order !== 'II' && order !== 'MM') return noExif
  const reader = readerOf(tiff, order === 'II')
  if (reader.short(2) !== 42) return noExif
  const first = reader.directory(reader.long(4))
  const exif = reader.directory(first.values.get(exifTag) ?? 0)
  return {
    orientation: validOrientation(first.values.get(orientationTag)),
    takenOn: firstDate(tiff, [exif, first]),
    hadGps: first.values.has(gpsTag),
    hadThumbnail: first.next > 0 && first.next < tiff.length,
  }
}

/** A TIFF block that says nothing but how to turn the picture: 26 bytes, big-endian. */
export const orientationExif = (orientation: number): Uint8Array =>
  join([
    asciiBytes('MM\0*\0\0\0\x08'),
    Uint8Array.of(0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0),
  ])

interface Directory {
  /** Value of one SHORT, or the value-or-offset word of anything else, by tag. */
  readonly values: ReadonlyMap<number, number>
  readonly next: number
}

const readerOf = (tiff: Uint8Array, little: boolean) => {
  const short = (at: number) =>
    little ? u8(tiff, at) | (u8(tiff, at + 1) << 8) : (u8(tiff, at) << 8) | u8(tiff, at + 1)
  const long = (at: number) => (little ? short(at) + short(at + 2) * 0x10000 : short(at) * 0x10000 + short(at + 2))
  const directory = (at: number): Directory => {
    const values = new Map<number, number>()
    if (at < 8 || at + 2 > tiff.length) return { values, next: 0 }
    const count = short(at)
    if (count > maxEntries) return { values, next: 0 }
    for (let index = 0; index < count; index++) {
      const entry = at + 2 + index * 12
      const isShort = short(entry + 2) === 3
      if (!values.has(short(entry))) values.set(short(entry), isShort ? short(entry + 8) : long(entry + 8))
    }
    return { values, next: long(at + 2 + count * 12) }
  }
  return { short, long, directory }
}

const validOrientation = (value: number | undefined): number =>
  value !== undefined && value >= 1 && value <= 8 ? value : 1

function firstDate(tiff: Uint8Array, directories: readonly Directory[]): string | null {
  for (const tag of dateTags) {
    for (const { values } of directories) {
      const at = values.get(tag)
      const date = at === undefined ? null : exifDate(text(tiff, at, 10))
      if (date) return date
    }
  }
  return null
}

/** `2026:11:22` as `2026-11-22`, or null when it is no day of the calendar. */
export function exifDate(written: string): string | null {
  const match = /^(\d{4}):(\d{2}):(\d{2})$/.exec(written)
  if (!match) return null
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number)
  if (year < 1900 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null
  return written.replaceAll(':', '-')
}

const daysIn = (year: number, month: number): number => {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** The zone in a file that somebody hands over: opened with limits, read, and shown beside what was read. */
import sharp from 'sharp'
import type { MrzFormat } from '../../../shared/mrz/layout.ts'
import { sniff } from '../../../shared/photos/sniff.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { GreyPage } from '../../documents/page-picture.ts'
import { attempt, openPicture } from '../../photos/decode.ts'
import { pagesOf, pictureLimits } from '../../seals/pages.ts'
import { sampleCell } from './fit.ts'
import { drawAlphabet, type ZoneAlphabet } from './letters.ts'
import { type ReadZone, readZone, type ZonePlace } from './read.ts'

export interface SeenZone {
  readonly format: MrzFormat
  readonly lines: readonly string[]
  /** Letters that an eye must compare with the picture. */
  readonly doubtful: readonly ZonePlace[]
  /** Each line as it stands on the page, straightened: PNG, all letters of one width. */
  readonly strips: readonly Uint8Array[]
}

/** Reads the zone in a PDF, PNG or JPEG. Errors: `mrz.picture_kind`, `mrz.picture_damaged`, `mrz.no_zone`. */
export async function seeZone(file: Uint8Array, ocrb: () => Uint8Array): Promise<Result<SeenZone>> {
  const pages = await zonePages(file)
  if (!pages.ok) return pages
  alphabet ??= drawAlphabet(ocrb())
  for (const page of pages.value) {
    const read = readZone(page, await alphabet)
    if (read) return ok(await withStrips(read))
  }
  return fail('mrz.no_zone')
}

let alphabet: Promise<ZoneAlphabet> | undefined

/** The pages of a file as light and dark. Errors: `mrz.picture_kind`, `mrz.picture_damaged`. */
export async function zonePages(file: Uint8Array): Promise<Result<readonly GreyPage[]>> {
  const kind = sniff(file)
  if (kind === 'png' || kind === 'jpeg') return lightest(file)
  if (kind !== 'pdf') return fail('mrz.picture_kind', { kind })
  const pages = await pagesOf(file)
  return pages.ok ? pages : fail('mrz.picture_damaged')
}

/** The brightest of three colours: the patterns of a passport are coloured, and its zone is black. */
async function lightest(file: Uint8Array): Promise<Result<readonly GreyPage[]>> {
  const opened = await attempt(pictureLimits, () =>
    openPicture(file, pictureLimits)
      .rotate()
      .flatten({ background: 'white' })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true }),
  )
  if (!opened.ok) return fail('mrz.picture_damaged')
  const { data, info } = opened.value
  const { width, height, channels } = info
  const pixels = new Uint8Array(width * height)
  for (let at = 0, from = 0; at < pixels.length; at++, from += channels) {
    let most = data[from] as number
    for (let channel = 1; channel < channels; channel++) {
      const value = data[from + channel] as number
      if (value > most) most = value
    }
    pixels[at] = most
  }
  return ok([{ width, height, pixels }])
}

/** Pixels of a letter in the picture of its line. */
const shown = { width: 20, height: 28 } as const

async function withStrips({ format, lines, doubtful, found }: ReadZone): Promise<SeenZone> {
  const strips = await Promise.all(
    found.lines.map(({ place }) => {
      const width = place.columns * shown.width
      const strip = new Float32Array(width * shown.height)
      const seen = new Float32Array(shown.width * shown.height)
      for (let column = 0; column < place.columns; column++) {
        sampleCell(found.page, place, column, shown, seen)
        for (let y = 0; y < shown.height; y++)
          strip.set(seen.subarray(y * shown.width, (y + 1) * shown.width), y * width + column * shown.width)
      }
      const grey = Uint8Array.from(strip, (dark) => 255 - dark)
      return sharp(grey, { raw: { width, height: shown.height, channels: 1 } })
        .png()
        .toBuffer()
    }),
  )
  return { format, lines, doubtful, strips: strips.map((strip) => new Uint8Array(strip)) }
}

import { sniff } from '../../shared/photos/sniff.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { GreyPage } from '../documents/page-picture.ts'
import { attempt, openPicture } from '../photos/decode.ts'

/** The pages of a file that somebody hands over to be verified: hostile until it is a picture. */

/** The most that is opened, in bytes. */
export const largestFile = 25_000_000
/** Of a PDF no more pages are looked at: a paper has its seal on the first. */
const mostPages = 4
/** Dots an inch at which a PDF is looked at: a module of a seal is four dots wide. */
const pdfDpi = 300
export const pictureLimits = { maxBytes: largestFile, maxPixels: 100_000_000, timeoutSeconds: 20 }

/** Grey pages of a PDF, PNG or JPEG. Errors: `seal.file_kind`, `seal.file_damaged`. */
export async function pagesOf(file: Uint8Array): Promise<Result<readonly GreyPage[]>> {
  const kind = sniff(file)
  if (kind === 'pdf') return pdfPages(file)
  if (kind === 'png' || kind === 'jpeg') return picturePage(file)
  return fail('seal.file_kind', { kind })
}

async function pdfPages(file: Uint8Array): Promise<Result<readonly GreyPage[]>> {
  const { greyPage, pageCount } = await import('../documents/page-picture.ts')
  try {
    const count = Math.min(await pageCount(file), mostPages)
    const pages: GreyPage[] = []
    for (let page = 0; page < count; page++) pages.push(await greyPage(file, page, pdfDpi))
    return ok(pages)
  } catch (error) {
    // PDFium says what is wrong with a file as a plain Error with its own words.
    if (!(error instanceof Error)) throw error
    return fail('seal.file_damaged')
  }
}

async function picturePage(file: Uint8Array): Promise<Result<readonly GreyPage[]>> {
  const opened = await attempt(pictureLimits, () =>
    openPicture(file, pictureLimits)
      .rotate()
      .flatten({ background: 'white' })
      .greyscale()
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true }),
  )
  if (!opened.ok) return fail('seal.file_damaged')
  const { data, info } = opened.value
  if (info.channels !== 1) throw new Error(`A grey picture of ${info.channels} channels`)
  return ok([{ width: info.width, height: info.height, pixels: new Uint8Array(data) }])
}

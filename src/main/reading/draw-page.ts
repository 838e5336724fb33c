import sharp from 'sharp'
import { fail, ok, type Result } from '../../shared/result.ts'
import { drawColourPage } from '../documents/page-picture.ts'
import type { DrawnPage, PageTask } from './words.ts'

/**
 * Draws a page of a PDF that somebody sent: only its picture is ever shown, nothing in it runs. A file that PDFium
 * cannot open (damaged, locked by a password) is `record.file_damaged`.
 */
export async function drawPage({ file, page, side }: PageTask): Promise<Result<DrawnPage>> {
  const drawn = await drawColourPage(file, page, side).catch(() => undefined)
  if (!drawn) return fail('record.file_damaged')
  if (!drawn.page) return fail('record.no_such_page', { pages: drawn.pages })
  const { width, height, pixels } = drawn.page
  const picture = await sharp(pixels, { raw: { width, height, channels: 4 } })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 82 })
    .toBuffer()
  return ok({ picture: new Uint8Array(picture), pages: drawn.pages })
}

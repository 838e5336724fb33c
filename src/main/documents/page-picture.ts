import { PDFiumLibrary } from '@hyzyla/pdfium'
import sharp from 'sharp'

/** Pictures of finished pages, by PDFium: the engine of Chromium's own viewer, so what is seen is what is printed. */

export interface GreyPage {
  readonly width: number
  readonly height: number
  /** One byte a pixel, 0 black .. 255 white, row by row. */
  readonly pixels: Uint8Array
}

type Library = Awaited<ReturnType<typeof PDFiumLibrary.init>>
let library: Promise<Library> | undefined

/** Its WebAssembly lies within a chunk of the built program: found wherever that is, loaded only when a picture is asked for. */
async function loadLibrary(): Promise<Library> {
  const { default: dataUrl } = await import('@hyzyla/pdfium/pdfium.wasm?url&inline')
  const wasm = new Uint8Array(Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64'))
  return PDFiumLibrary.init({ wasmBinary: wasm.buffer })
}

/** Page `page` (from 0) of a PDF of ours in grey at `dpi`. */
export async function greyPage(pdf: Uint8Array, page: number, dpi: number): Promise<GreyPage> {
  library ??= loadLibrary()
  const document = await (await library).loadDocument(pdf)
  try {
    const { width, height, data } = await document
      .getPage(page)
      .render({ scale: dpi / 72, colorSpace: 'Gray', render: 'bitmap' })
    return { width, height, pixels: data }
  } finally {
    document.destroy()
  }
}

/** How many pages a PDF has. Throws what PDFium says of bytes that are none. */
export async function pageCount(pdf: Uint8Array): Promise<number> {
  library ??= loadLibrary()
  const document = await (await library).loadDocument(pdf)
  try {
    return document.getPageCount()
  } finally {
    document.destroy()
  }
}

/** The same as PNG: for previews and the command line. */
export async function pagePicture(pdf: Uint8Array, page: number, dpi: number): Promise<Uint8Array> {
  const { width, height, pixels } = await greyPage(pdf, page, dpi)
  return sharp(pixels, { raw: { width, height, channels: 1 } })
    .png()
    .withMetadata({ density: dpi })
    .toBuffer()
}

/** What a reader of the text layer finds on the page. */
export async function pageText(pdf: Uint8Array, page: number): Promise<string> {
  library ??= loadLibrary()
  const document = await (await library).loadDocument(pdf)
  try {
    return document.getPage(page).getText()
  } finally {
    document.destroy()
  }
}

/** A page in colour (RGBA), its longest side in pixels; no `page` where the file has fewer. Throws what PDFium says. */
export async function drawColourPage(pdf: Uint8Array, page: number, side: number) {
  library ??= loadLibrary()
  const document = await (await library).loadDocument(pdf)
  try {
    const pages = document.getPageCount()
    if (page >= pages) return { pages }
    const sheet = document.getPage(page)
    const { originalWidth, originalHeight } = sheet.getOriginalSize()
    // A page of a millimetre is not blown up.
    const scale = Math.min(4, side / Math.max(originalWidth, originalHeight, 1))
    const { width, height, data } = await sheet.render({ scale, render: 'bitmap' })
    return { pages, page: { width, height, pixels: data } }
  } finally {
    document.destroy()
  }
}

import type { ReadResult } from 'zxing-wasm/reader'
import type { GreyPage } from '../documents/page-picture.ts'

/** Finds two-dimensional bar codes in pictures of pages, by ZXing in WebAssembly from the program itself. */

export interface Point {
  readonly x: number
  readonly y: number
}

export interface FoundSymbol {
  readonly bytes: Uint8Array
  /** Outer corners in pixels of the page, from the symbol's own upper left, clockwise. */
  readonly corners: readonly [Point, Point, Point, Point]
}

type Reader = typeof import('zxing-wasm/reader')
let reader: Promise<Reader> | undefined

/** Lies within a chunk of the built program, loaded only when a symbol is looked for: nothing is ever fetched. */
async function loadReader(): Promise<Reader> {
  const [library, { default: dataUrl }] = await Promise.all([
    import('zxing-wasm/reader'),
    import('zxing-wasm/reader/zxing_reader.wasm?url&inline'),
  ])
  const wasm = new Uint8Array(Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64'))
  library.prepareZXingModule({ overrides: { wasmBinary: wasm.buffer } })
  return library
}

/** A part of a page, and how much larger it is shown to the reader. */
interface View {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/**
 * The symbols of a page; where a whole page shows none, each of its quarters is looked at by itself, the lower right
 * first: there our papers have theirs. Of a camera's `frame` only the whole.
 */
export async function findSymbols(page: GreyPage, frame = false): Promise<readonly FoundSymbol[]> {
  for (const view of frame ? views(page).slice(0, 1) : views(page)) {
    const found = await look(page, view)
    if (found.length > 0) return found
  }
  return []
}

function views({ width, height }: GreyPage): readonly View[] {
  const half = { width: Math.ceil(width * 0.6), height: Math.ceil(height * 0.6) }
  const [right, low] = [width - half.width, height - half.height]
  return [
    { left: 0, top: 0, width, height },
    { left: right, top: low, ...half },
    { left: 0, top: low, ...half },
    { left: right, top: 0, ...half },
    { left: 0, top: 0, ...half },
  ]
}

async function look(page: GreyPage, view: View): Promise<FoundSymbol[]> {
  reader ??= loadReader()
  const { readBarcodes } = await reader
  const data = { ...rgbaOf(page, view), colorSpace: 'srgb' } as Parameters<typeof readBarcodes>[0]
  const found = await readBarcodes(data, {
    formats: ['DataMatrix', 'Aztec', 'QRCode'],
    tryHarder: true,
    maxNumberOfSymbols: 8,
  })
  return found.filter(({ isValid }) => isValid).map((result) => symbolOf(result, view))
}

function symbolOf({ bytes, position }: ReadResult, { left, top }: View): FoundSymbol {
  const { topLeft, topRight, bottomRight, bottomLeft } = position
  const corner = ({ x, y }: Point): Point => ({ x: x + left, y: y + top })
  return { bytes, corners: [corner(topLeft), corner(topRight), corner(bottomRight), corner(bottomLeft)] }
}

function rgbaOf(page: GreyPage, { left, top, width, height }: View) {
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  const words = new Uint32Array(data.buffer)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const grey = page.pixels[(top + y) * page.width + left + x] ?? 255
      words[y * width + x] = (0xff000000 | (grey * 0x010101)) >>> 0
    }
  return { data, width, height }
}

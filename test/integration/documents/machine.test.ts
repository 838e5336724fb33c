import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { renderAcknowledgement, renderClaimantDocument } from '../../../src/main/documents/render.ts'
import type { Box } from '../../../src/shared/documents/display-list.ts'
import { layoutClaimantDocument } from '../../../src/shared/documents/layout/claimant-document.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { inkColumns, inkCount, pixelsOf, rasterise, rgba } from '../../support/ink.ts'
import { acknowledged, claimant, fonts, portrait } from './samples.ts'

prepareZXingModule({
  overrides: {
    wasmBinary: readFileSync('node_modules/zxing-wasm/dist/reader/zxing_reader.wasm').buffer as ArrayBuffer,
  },
})

/** What machines read on the paper: bar code, machine-readable zone, place of the seal. */

const read = async (pdf: Uint8Array, dpi: number) => {
  const page = rgba(await rasterise(pdf, dpi))
  const found = await readBarcodes({ ...page, colorSpace: 'srgb' } as ImageData, { formats: ['Code128'] })
  return found.map((each) => each.text)
}

test.each([150, 200, 300])('the bar code of the whole page reads as the document number at %i dpi', async (dpi) => {
  expect(await read(unwrap(await renderClaimantDocument(claimant(), portrait, fonts)).pdf, dpi)).toEqual(['R48219370'])
  expect(await read(unwrap(await renderAcknowledgement(acknowledged(), portrait, fonts)).pdf, dpi)).toEqual([
    'A10023456',
  ])
})

test('a specimen still shows its bar code', async () => {
  const { pdf } = unwrap(await renderClaimantDocument(claimant(), portrait, fonts, { specimen: true }))
  expect(await read(pdf, 200)).toEqual(['R48219370'])
})

const dpi = 600
const { list } = unwrap(layoutClaimantDocument(claimant(), fonts.metrics))
const place = (name: keyof typeof list.places): Box => list.places[name] as Box
const document = rasterise(unwrap(await renderClaimantDocument(claimant(), portrait, fonts)).pdf, dpi)

test('the machine-readable zone is printed at 2.54 mm a letter', async () => {
  const zone = place('mrz')
  const columns = inkColumns(await document, { ...zone, y: zone.y - 1, height: 9 }, dpi)
  const starts = columns.flatMap((ink, index) => (ink && !columns[index - 1] ? [index] : []))
  expect(starts).toHaveLength(36)
  const fillers = starts.slice(-8, -1) // seven “<” in a row before the last digit
  const pitch = ((fillers.at(-1) ?? 0) - (fillers[0] ?? 0)) / 6
  expect(Math.abs((pitch / dpi) * 25.4 - 2.54)).toBeLessThan(0.01) // a pixel in six letters
})

test('the place of the seal is 34 mm square, at least 10 mm from the edge and empty', async () => {
  const seal = place('seal')
  expect(seal.width).toBeCloseTo((34 * 72) / 25.4, 5)
  expect(seal.height).toBe(seal.width)
  expect(Math.min(612 - seal.x - seal.width, seal.y)).toBeGreaterThanOrEqual((10 * 72) / 25.4)
  expect(inkCount(await document, dpi, seal)).toBe(0)
})

test('bars lie on whole dots of a 300 dpi printer', () => {
  const dots = (place('barcode').x * 300) / 72
  expect(dots).toBeCloseTo(Math.round(dots), 9)
  expect(place('barcode').height * (300 / 72)).toBeCloseTo(120, 9)
})

test('the photograph is printed 35 x 45 mm', async () => {
  const { left, right, top, bottom } = pixelsOf(await document, place('photo'), dpi)
  expect(((right - left) / dpi) * 25.4).toBeCloseTo(35, 1)
  expect(((bottom - top) / dpi) * 25.4).toBeCloseTo(45, 1)
})

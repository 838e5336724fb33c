import type { Bilingual } from '../../language.ts'
import { code128 } from '../code128.ts'
import type { Box, PageNode } from '../display-list.ts'
import { labels, words } from '../templates/labels.ts'
import {
  bothOnALine,
  dot,
  joined,
  type Layout,
  labelGrey,
  languagesOf,
  margin,
  mm,
  node,
  right,
  rule,
  snap,
  text,
} from './parts.ts'

/** The foot of the paper: signature, bar code, place of the seal, machine-readable zone. */

/** 34 mm: an 88 x 88 module DataMatrix of 0.96 pt modules with four modules of quiet zone. See seal.ts. */
export const sealBox: Box = { x: snap(right - mm(34)), y: snap(mm(12.7)), width: mm(34), height: mm(34) }

/** 20 mm on papers without a portrait: 48 x 48 modules hold 172 bytes, client and number with the longest signer. */
export const smallSealBox: Box = { ...sealBox, x: snap(right - mm(20)), width: mm(20), height: mm(20) }

/** Four dots at 300 dpi, 0.339 mm: read by every hand scanner. */
const barcodeModule = 4 * dot
const barcodeHeight = 120 * dot

/** OCR-B of 9.96 pt advances 7.2 pt = 2.54 mm (Doc 9303-3, 4.4); the lines stand 18 pt = 6.35 mm apart. */
const mrzSize = 7.2 / 0.723
const mrzPitch = 7.2
const mrzBaselines = [64, 46] as const
const mrzX = margin

/** Where the zone stands, for whoever reads it back. */
export const zonePlace = { x: mrzX, baselines: mrzBaselines, pitch: mrzPitch } as const

/** A place to sign: a line with its label in both languages beneath, each on its own line. */
export function signature(layout: Layout, label: Bilingual, x: number, y: number, width: number): PageNode[] {
  const style = { size: 6.5, face: 'regular', grey: labelGrey } as const
  const fits = layout.metrics.width(style.face, joined(layout, label), style.size) <= width
  const beneath = fits
    ? bothOnALine(layout, label, x, y - 8, style)
    : languagesOf(layout).map((language, line) =>
        node('Span', [text(x, y - 8 - line * 8, style.size, style.face, label[language], style.grey)], {
          lang: `${language}-CA`,
        }),
      )
  return [rule(x, y, width, 0.6), node('P', beneath)]
}

/** The document number as Code 128 with its letters beneath. */
export function barcode(layout: Layout, documentNumber: string, y: number): { node: PageNode; box: Box } {
  const widths = code128(documentNumber)
  const width = widths.reduce((sum, modules) => sum + modules, 0) * barcodeModule
  const box = { x: snap(margin), y: snap(y), width, height: barcodeHeight }
  const bars = { kind: 'bars', x: box.x, y: box.y, height: box.height, module: barcodeModule, widths } as const
  const alt = `${joined(layout, words.barcodeAlt)} : ${documentNumber}`
  return { box, node: node('Figure', [bars, text(box.x, y - 9, 7.5, 'regular', documentNumber)], { alt, box }) }
}

/** Two lines of OCR-B: document readers want its pitch exact and nothing else near it. */
export function machineReadableZone(lines: readonly [string, string]): { node: PageNode; box: Box } {
  const inks = lines.map((line, index) => text(mrzX, mrzBaselines[index === 0 ? 0 : 1], mrzSize, 'ocrb', line))
  const box = {
    x: mrzX,
    y: mrzBaselines[1],
    width: lines[0].length * mrzPitch,
    height: mrzBaselines[0] - mrzBaselines[1] + mrzSize * 0.701,
  }
  return { node: node('Code', inks, { lang: 'zxx' }), box }
}

/** Signature of the officer between bar code and seal, on a line at `y`. */
export function officerSignature(layout: Layout, y: number): PageNode[] {
  return signature(layout, labels.officerSignature, 200, y, 240)
}

/** Running text ends here: above the room to sign beside the bar code, and clear of the seal's quiet zone. */
export const closingTop = sealBox.y + sealBox.height + 6

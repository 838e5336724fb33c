/** How hard a JPEG was compressed, read from its tables: no pixel is decoded. */
import { u8, u16 } from './bytes.ts'

/** Table K.1 of ITU-T T.81 in zig-zag order, as files store it: what encoders scale for luminance. */
const annexK = [
  16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40, 26, 24, 22, 22, 24, 49, 35, 37, 29, 40, 58, 51, 61,
  60, 57, 51, 56, 55, 64, 72, 92, 78, 64, 68, 87, 69, 55, 56, 80, 109, 81, 87, 95, 98, 103, 104, 103, 62, 77, 113, 121,
  112, 100, 120, 92, 101, 103, 99,
]

/**
 * Quality 1 to 100 as the encoder of the Independent JPEG Group counts it, from the first table of a JPEG; null for other
 * files and for a JPEG without that table before its picture data.
 */
export function jpegQuality(bytes: Uint8Array): number | null {
  if (u16(bytes, 0) !== 0xffd8) return null
  let at = 2
  while (at + 4 < bytes.length) {
    if (u8(bytes, at) !== 0xff) return null
    const marker = u8(bytes, at + 1)
    if (marker === 0xff) {
      at++ // fill byte
      continue
    }
    if (marker === 0xda) return null
    const length = u16(bytes, at + 2)
    const table = marker === 0xdb ? luminanceTable(bytes, at + 4, at + 2 + length) : null
    if (table) return qualityOf(table)
    at += 2 + Math.max(2, length)
  }
  return null
}

/** Table 0 of a DQT segment (B.2.4.1). */
function luminanceTable(bytes: Uint8Array, start: number, end: number): number[] | null {
  let at = start
  while (at < end && at < bytes.length) {
    const wide = u8(bytes, at) >> 4 > 0
    const read = wide ? (k: number) => u16(bytes, at + 1 + 2 * k) : (k: number) => u8(bytes, at + 1 + k)
    if ((u8(bytes, at) & 15) === 0) return Array.from({ length: 64 }, (_, k) => read(k))
    at += wide ? 129 : 65
  }
  return null
}

/** The encoder's own scale: 5000 / quality below 50, 200 - 2 quality above, in percent of Annex K. */
function qualityOf(table: readonly number[]): number {
  const scale = table.reduce((sum, step, k) => sum + (step * 100) / (annexK[k] as number), 0) / 64
  const quality = scale <= 100 ? (200 - scale) / 2 : 5000 / scale
  return Math.round(Math.max(1, Math.min(100, quality)))
}

import { type GreyPage, greyPage } from '../../src/main/documents/page-picture.ts'
import type { Box } from '../../src/shared/documents/display-list.ts'

/** Looks at printed pages as a picture: text that can be extracted may still not have been printed. */

export type { GreyPage }

/** The first page in grey. */
export const rasterise = (pdf: Uint8Array, dpi = 150): Promise<GreyPage> => greyPage(pdf, 0, dpi)

const isDark = (page: GreyPage, x: number, y: number) => (page.pixels[y * page.width + x] ?? 255) < 128

/** Dark pixels of a page, or of a box of it in points from the lower left. */
export function inkCount(page: GreyPage, dpi?: number, box?: Box): number {
  const area = box && dpi ? pixelsOf(page, box, dpi) : { left: 0, top: 0, right: page.width, bottom: page.height }
  let count = 0
  for (let y = area.top; y < area.bottom; y++)
    for (let x = area.left; x < area.right; x++) if (isDark(page, x, y)) count++
  return count
}

/** The pixels of a box given in points from the lower left. */
export function pixelsOf(page: GreyPage, box: Box, dpi: number) {
  const scale = dpi / 72
  return {
    left: Math.round(box.x * scale),
    right: Math.round((box.x + box.width) * scale),
    top: Math.round(page.height - (box.y + box.height) * scale),
    bottom: Math.round(page.height - box.y * scale),
  }
}

/** Columns of a box that hold ink. */
export function inkColumns(page: GreyPage, box: Box, dpi: number): boolean[] {
  const { left, right, top, bottom } = pixelsOf(page, box, dpi)
  return Array.from({ length: right - left }, (_, column) => {
    for (let y = top; y < bottom; y++) if (isDark(page, left + column, y)) return true
    return false
  })
}

/**
 * Share of the reference's dark pixels that have no dark pixel within `reach` pixels in the other picture.
 * Both pictures of the same size; 0 means that nothing is missing.
 */
export function missingInk(reference: GreyPage, other: GreyPage, reach = 1): number {
  let dark = 0
  let missing = 0
  for (let y = 0; y < reference.height; y++) {
    for (let x = 0; x < reference.width; x++) {
      if (!isDark(reference, x, y)) continue
      dark++
      if (!isNear(other, x, y, reach)) missing++
    }
  }
  return dark === 0 ? 0 : missing / dark
}

function isNear(page: GreyPage, x: number, y: number, reach: number): boolean {
  for (let j = -reach; j <= reach; j++)
    for (let i = -reach; i <= reach; i++) if (isDark(page, x + i, y + j)) return true
  return false
}

/** A part of a page cut down to its ink, with a rim of two pixels. */
export function trimmed(page: GreyPage, box?: Box, dpi = 150): GreyPage {
  const area = box ? pixelsOf(page, box, dpi) : { left: 0, top: 0, right: page.width, bottom: page.height }
  let { right: left, left: right, bottom: top, top: bottom } = area
  for (let y = area.top; y < area.bottom; y++) {
    for (let x = area.left; x < area.right; x++) {
      if (!isDark(page, x, y)) continue
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
    }
  }
  return cut(page, left - 2, top - 2, right - left + 5, bottom - top + 5)
}

function cut(page: GreyPage, left: number, top: number, width: number, height: number): GreyPage {
  const pixels = new Uint8Array(width * height).fill(255)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) pixels[y * width + x] = page.pixels[(top + y) * page.width + left + x] ?? 255
  }
  return { width, height, pixels }
}

/** As RGBA, for readers of bar codes. */
export function rgba({ width, height, pixels }: GreyPage): { data: Uint8ClampedArray; width: number; height: number } {
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let index = 0; index < pixels.length; index++) data.fill(pixels[index] ?? 255, index * 4, index * 4 + 3)
  return { data, width, height }
}

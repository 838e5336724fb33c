import { fail, ok, type Result } from '../../result.ts'
import { dataMatrix } from '../data-matrix.ts'
import type { Box, DisplayList, PageNode } from '../display-list.ts'
import { words } from '../templates/labels.ts'
import { dot, node, snap } from './parts.ts'

/** Four dots at 300 dpi, 0.339 mm: the least that the standard prints (Doc 9303-13, 2.2). */
const module = 4 * dot
/** Modules of white on each side. ISO/IEC 16022 wants one; a hand that cuts or folds wants more. */
const quiet = 4

/** Where a symbol of so many columns stands within the place kept for it: at its lower right. */
export function symbolBox(place: Box, columns: number): Box {
  const side = columns * module
  const x = snap(place.x + place.width - quiet * module - side)
  return { x, y: snap(place.y + quiet * module), width: side, height: side }
}

/**
 * The page with its digital seal, in the corner that the layout keeps for it. A page without such a corner, or a seal too
 * large for it, fails with `seal.unwritable`.
 */
export function placeSeal(list: DisplayList, seal: Uint8Array): Result<DisplayList> {
  const place = list.places.seal
  const { columns, modules } = dataMatrix(seal)
  if (!place || (columns + 2 * quiet) * module > place.width) return fail('seal.unwritable', { reason: 'too_long' })
  const { x, y } = symbolBox(place, columns)
  const { en, fr } = words.sealAlt
  const figure: PageNode = node('Figure', [{ kind: 'modules', x, y, module, columns, modules }], {
    alt: list.lang.startsWith('en') ? `${en} / ${fr}` : `${fr} / ${en}`,
    box: symbolBox(place, columns),
  })
  return ok({ ...list, root: { ...list.root, children: [...list.root.children, figure] } })
}

import type { Bilingual } from '../../language.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { FontFace, PageNode } from '../display-list.ts'
import { type Fit, fitText, type SetText } from '../text.ts'
import { bothOnALine, joined, type Layout, labelGrey, node, rectGrey, rule, text } from './parts.ts'

/** A table of labelled values: the label small above its value, as in a passport. */

export interface Field {
  /** Name of the datum, for messages. */
  readonly id: string
  readonly label: Bilingual
  readonly value: string | Bilingual
  readonly face?: FontFace
  readonly fit: Fit
  /** Share of the row's width. */
  readonly share: number
  /** Language of label and value where a field speaks only one. */
  readonly lang?: string
  /** Language of the value alone. */
  readonly valueLang?: string
}

/** Names: large, never cut; three lines of small capitals hold 200 letters. */
export const nameFit: Fit = { size: 12.5, oneLine: 9, smallest: 7.5, maxLines: 3 }
/** A name in its own script stays on one line: text that runs from right to left must not be broken. */
export const ownScriptFit: Fit = { size: 13, oneLine: 8, smallest: 8, maxLines: 1 }
export const valueFit: Fit = { size: 11, oneLine: 8.5, smallest: 7, maxLines: 3 }

const labelSize = 6.75
const labelDrop = 8.5
const gap = 10
const leading = 1.16
/** From the label's baseline to the value's, in ems: room for an accent on a capital. */
const firstBaseline = 1.16
/** White between the baseline of a label and the ink of its value, whatever marks are stacked on it: its own descenders and a hair. */
const clearance = 2.4
/** From the last baseline to the rule. */
const beneath = 5.5

export interface Table {
  readonly node: PageNode
  /** Lower edge. */
  readonly bottom: number
  /** Was a value set smaller than its label wants, or on several lines? Ids of the fields. */
  readonly reduced: readonly string[]
}

interface Cell {
  readonly field: Field
  readonly x: number
  readonly set: SetText
  /** From the label's baseline to the first of the value, and from the last to the rule. */
  readonly drop: number
  readonly beneath: number
}

/** Sets the rows between `x` and `x + width`, from `top` down. Fails with the id of the first value that does not go in. */
export function fieldTable(
  layout: Layout,
  rows: readonly (readonly Field[])[],
  x: number,
  width: number,
  top: number,
): Result<Table> {
  const nodes: PageNode[] = []
  const reduced: string[] = []
  let y = top
  for (const row of rows) {
    const cells = setRow(layout, row, x, width)
    if (!cells.ok) return cells
    const height = Math.max(...cells.value.map(cellHeight))
    nodes.push(
      node(
        'TR',
        cells.value.flatMap((cell) => drawCell(layout, cell, y)),
      ),
    )
    y -= height
    nodes.push(rule(x, y, width, 0.4, rectGrey))
    reduced.push(...cells.value.filter(isReduced).map((cell) => cell.field.id))
  }
  return ok({ node: node('Table', nodes), bottom: y, reduced })
}

function setRow(layout: Layout, row: readonly Field[], x: number, width: number): Result<Cell[]> {
  const cells: Cell[] = []
  let left = x
  for (const field of row) {
    const space = width * field.share - (cells.length < row.length - 1 ? gap : 0)
    const set = fitText(valueText(layout, field), field.face ?? 'bold', space, field.fit, layout.metrics)
    if (!set)
      return fail(field.fit === nameFit ? 'documents.name_too_long' : 'documents.value_too_long', { field: field.id })
    cells.push({ field, x: left, set, ...room(layout, field, set) })
    left += width * field.share
  }
  return ok(cells)
}

const valueText = (layout: Layout, field: Field) =>
  typeof field.value === 'string' ? field.value : joined(layout, field.value)

function room({ metrics }: Layout, { face = 'bold' }: Field, { lines, size }: SetText) {
  const { above } = metrics.reach(face, lines[0] ?? '', size)
  const { below } = metrics.reach(face, lines.at(-1) ?? '', size)
  return { drop: Math.max(firstBaseline * size, above + clearance), beneath: Math.max(beneath, below + 1.5) }
}

const cellHeight = ({ set, drop, beneath }: Cell) =>
  labelDrop + drop + set.size * (set.lines.length - 1) * leading + beneath

const isReduced = ({ field, set }: Cell) =>
  field.fit === nameFit && (set.size < nameFit.oneLine || set.lines.length > 1)

function drawCell(layout: Layout, cell: Cell, top: number): PageNode[] {
  const { field, x } = cell
  const label = bothOnALine(layout, field.label, x, top - labelDrop, {
    size: labelSize,
    face: 'regular',
    grey: labelGrey,
  })
  const lang = field.lang ? { lang: field.lang } : {}
  const value = drawValue(layout, cell, top - labelDrop)
  return [node('TH', label, lang), node('TD', value, field.valueLang ? { lang: field.valueLang } : lang)]
}

function drawValue(layout: Layout, { field, x, set, drop }: Cell, top: number): PageNode['children'] {
  const face = field.face ?? 'bold'
  const baseline = (line: number) => top - drop - set.size * leading * line
  if (typeof field.value !== 'string' && set.lines.length === 1) {
    return bothOnALine(layout, field.value, x, baseline(0), { size: set.size, face })
  }
  return set.lines.map((line, index) => text(x, baseline(index), set.size, face, line))
}

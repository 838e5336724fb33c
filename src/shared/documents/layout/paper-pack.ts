import { fail, type Result } from '../../result.ts'
import type { DisplayList, PageNode, TextMetrics } from '../display-list.ts'
import { type PackPage, paperPackTemplates, type Question } from '../templates/paper-pack.ts'
import { inForce } from '../templates/template.ts'
import { barcode } from './closing.ts'
import { checkGlyphs, type Page, page } from './page.ts'
import {
  bothOnALine,
  frame,
  header,
  headerBottom,
  innerWidth,
  joined,
  type Layout,
  labelGrey,
  margin,
  node,
  rectGrey,
  type Style,
} from './parts.ts'
import { layoutFor, signatures } from './plain.ts'

export interface PaperPackData {
  /** Number of the pack, on each of its pages. */
  readonly number: string
  /** 1 or 2. */
  readonly page: number
  /** The office's day of printing, ISO. */
  readonly printedOn: string
  readonly firstLanguage: 'en' | 'fr'
}

const labelStyle: Style = { size: 7, face: 'regular', grey: labelGrey }
const headingStyle: Style = { size: 9, face: 'bold' }
const rowHeight = 33
const cellHeight = 17
/** Width of a cell for one block letter. */
const cell = 15
const gap = 12

/** One page of a pack: questions with cells for block letters, choices to tick, signatures, the number as a bar code. */
export function layoutPaperPack(
  data: PaperPackData,
  metrics: TextMetrics,
  options: { readonly specimen?: boolean } = {},
): Result<Page> {
  const template = inForce(paperPackTemplates, data.printedOn)
  const content = template?.pages[data.page - 1]
  if (!template || !content) return fail('documents.no_template', { date: data.printedOn })
  const layout = layoutFor(data.firstLanguage, metrics)
  const bars = barcode(layout, data.number, 54)
  const pageOf = { en: `Page ${data.page} of 2`, fr: `Page ${data.page} de 2` }
  const nodes = [
    ...header(layout, template.title, 13, data.number, pageOf),
    node('P', bothLines(layout, template.instruction, headerBottom - 12)),
    ...questions(layout, content),
    ...signatures(layout, content.signatures),
    bars.node,
  ]
  const places: DisplayList['places'] = { barcode: bars.box }
  return checkGlyphs(page(layout, template.title, data.number, nodes, places, options), metrics, [])
}

/** Each language on its own line. */
const bothLines = (layout: Layout, text: { en: string; fr: string }, y: number): PageNode[] =>
  layout.order.map((language, line) =>
    node('Span', bothOnALine(layout, { en: text[language], fr: text[language] }, margin, y - line * 10, labelStyle), {
      lang: `${language}-CA`,
    }),
  )

function questions(layout: Layout, { sections }: PackPage): PageNode[] {
  let y = headerBottom - 30
  return sections.flatMap(({ heading, rows }) => {
    const title = node('H2', bothOnALine(layout, heading, margin, y - 11, headingStyle))
    y -= 15
    const drawn = rows.flatMap((row) => {
      const top = y
      y -= rowHeight
      return rowOf(layout, row, top)
    })
    y -= 5
    return [title, ...drawn]
  })
}

function rowOf(layout: Layout, row: readonly Question[], top: number): PageNode[] {
  const room = innerWidth - gap * (row.length - 1)
  let x = margin
  return row.flatMap((question) => {
    const width = room * question.share
    const left = x
    x += width + gap
    const label = node('P', bothOnALine(layout, question.label, left, top - 8, labelStyle))
    const answer = question.choices
      ? choices(layout, question.choices, left, top - 11 - cellHeight, width)
      : cells(left, top - 11 - cellHeight, width)
    return question.label.en ? [label, ...answer] : answer
  })
}

/** A row of cells: a frame with light strokes between the letters. */
function cells(x: number, y: number, width: number): PageNode[] {
  const count = Math.floor(width / cell)
  const strokes = Array.from({ length: count - 1 }, (_, at) =>
    node('Artifact', [
      { kind: 'rect' as const, x: x + (at + 1) * cell, y, width: 0.4, height: cellHeight, grey: rectGrey },
    ]),
  )
  return [...frame({ x, y, width: count * cell, height: cellHeight }, 0.7), ...strokes]
}

/** Boxes to tick, side by side, each with its words. */
function choices(
  layout: Layout,
  all: readonly { en: string; fr: string }[],
  x: number,
  y: number,
  width: number,
): PageNode[] {
  const pitch = width / all.length
  const side = 10
  return all.flatMap((choice, at) => {
    const left = x + at * pitch
    const room = pitch - side - 8
    const natural = layout.metrics.width('regular', joined(layout, choice), 7.5)
    const style: Style = { size: Math.min(7.5, (7.5 * room) / natural), face: 'regular' }
    return [
      ...frame({ x: left, y: y + 3, width: side, height: side }, 0.7),
      node('P', bothOnALine(layout, choice, left + side + 4, y + 5, style)),
    ]
  })
}

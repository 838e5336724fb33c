import type { Form, Item } from '../../forms/form.ts'
import type { Language } from '../../language.ts'
import type { Question } from '../../record/answer.ts'
import { listOf } from '../../record/lists.ts'
import { questionOf } from '../../record/questions.ts'
import { ok, type Result } from '../../result.ts'
import type { PageNode, TextMetrics } from '../display-list.ts'
import { missingGlyphs } from '../names.ts'
import { wrapText } from '../text.ts'
import { checkGlyphs, type Page, page } from './page.ts'
import { frame, header, headerBottom, innerWidth, type Layout, labelGrey, margin, node, text } from './parts.ts'

/** A form on paper, blank or with what the claim holds: drawn from the same data as the page on the screen. */

export interface FormPaperData {
  readonly form: Form
  readonly language: Language
  /** Large print: letters of at least 16 points. */
  readonly large: boolean
  /** Whose form it is; absent on a blank one. */
  readonly applicationNumber?: string
  /** Names of the fields of a claim. */
  readonly fieldName: (field: string) => string
  /** What is held, in words; nothing on a blank form. */
  readonly answer: (item: Item) => readonly string[]
}

/** How many empty rows a blank list has. */
const blankRows = 3
const foot = margin + 14

interface Pen {
  y: number
  nodes: PageNode[]
  readonly pages: PageNode[][]
}

/** The pages of a form. Fails with `documents.glyph_missing` only for words of our own. */
export function layoutForm(
  data: FormPaperData,
  metrics: TextMetrics,
  options: { readonly specimen?: boolean } = {},
): Result<readonly Page[]> {
  const { form, language, large } = data
  const layout: Layout = { metrics, order: [language, language] }
  const scale = large ? 16 / 9 : 1
  const pen: Pen = { y: headerBottom - 16, nodes: [], pages: [] }
  const draw = { layout, pen, scale, language }
  for (const section of form.sections) {
    lines(draw, section.title[language], { size: 10.5, bold: true, before: 10, tag: 'H2' })
    for (const item of section.items) drawItem(draw, data, item)
  }
  pen.pages.push(pen.nodes)
  const number = data.applicationNumber ?? form.number
  const made: Page[] = []
  for (const [at, nodes] of pen.pages.entries()) {
    const of = { en: `Page ${at + 1} of ${pen.pages.length}`, fr: `Page ${at + 1} de ${pen.pages.length}` }
    const title = { en: `${form.title.en} (${form.number})`, fr: `${form.title.fr} (${form.number})` }
    const whole = [...header(layout, title, 11, number, of), ...nodes]
    const checked = checkGlyphs(page(layout, form.title, number, whole, {}, options), metrics, [])
    if (!checked.ok) return checked
    made.push(checked.value)
  }
  return ok(made)
}

interface Draw {
  readonly layout: Layout
  readonly pen: Pen
  readonly scale: number
  readonly language: Language
}

function drawItem(draw: Draw, data: FormPaperData, item: Item): void {
  const { language } = data
  const held = data.answer(item)
  if ('list' in item) {
    const { title, columns } = listOf(item.list)
    lines(draw, title[language], { size: 9, bold: true, before: 6, tag: 'P' })
    for (const row of held) lines(draw, row, { size: 9, before: 2, indent: 8 })
    if (held.length === 0 && !data.applicationNumber) blankList(draw, Object.values(columns))
    else if (held.length === 0) space(draw, 18, true)
    return
  }
  const label = 'question' in item ? questionOf(item.question).text[language] : data.fieldName(item.field)
  lines(draw, label, { size: 7.5, grey: labelGrey, before: 5 })
  for (const line of held) lines(draw, line, { size: 9, before: 1 })
  if (held.length === 0) {
    const long = 'question' in item && ['long', 'explained'].includes(questionOf(item.question).answer.as)
    const choice = 'question' in item && ['yes_no', 'explained'].includes(questionOf(item.question).answer.as)
    if (choice) lines(draw, language === 'en' ? '[  ] Yes    [  ] No' : '[  ] Oui    [  ] Non', { size: 9, before: 2 })
    space(draw, long || ('field' in item && item.field === 'narrative') ? 48 : choice ? 0 : 17, true)
  }
}

/** Empty rows of a list: its columns three on a line, each a label above a box to write in. */
function blankList(draw: Draw, columns: readonly Question[]): void {
  const across = draw.scale > 1 ? 2 : 3
  const width = (innerWidth - 8 * (across - 1)) / across
  for (let row = 0; row < blankRows; row++) {
    for (let first = 0; first < columns.length; first += across) {
      const height = 15 * draw.scale
      room(draw, height + 12 * draw.scale)
      const { pen } = draw
      for (const [at, column] of columns.slice(first, first + across).entries()) {
        const x = margin + at * (width + 8)
        const size = 6.5 * draw.scale
        pen.nodes.push(
          node('P', [
            text(x, pen.y - 7 * draw.scale, size, 'regular', column.text[draw.language].slice(0, 44), labelGrey),
          ]),
          ...frame({ x, y: pen.y - 9 * draw.scale - height, width, height }, 0.5),
        )
      }
      pen.y -= height + 12 * draw.scale
    }
    draw.pen.y -= 4
  }
}

interface Set {
  readonly size: number
  readonly bold?: boolean
  readonly grey?: number
  readonly before: number
  readonly indent?: number
  readonly tag?: 'H2' | 'P'
}

/** Words, line after line, over as many pages as they take. A letter that no face has is said to be left out. */
function lines(draw: Draw, words: string, { size, bold = false, grey = 0, before, indent = 0, tag = 'P' }: Set): void {
  const face = bold ? 'bold' : 'regular'
  const points = size * draw.scale
  const { metrics } = draw.layout
  const shown = [...words.replaceAll('\n', ' ')]
    .map((letter) => (missingGlyphs(letter, face, metrics).length > 0 ? '?' : letter))
    .join('')
  draw.pen.y -= before
  for (const line of wrapText(shown, innerWidth - indent, (part) => metrics.width(face, part, points))) {
    room(draw, points * 1.35)
    draw.pen.y -= points * 1.3
    draw.pen.nodes.push(node(tag, [text(margin + indent, draw.pen.y, points, face, line, grey)]))
  }
}

/** A box to write in. */
function space(draw: Draw, height: number, framed: boolean): void {
  if (height === 0) return
  const tall = height * draw.scale
  room(draw, tall + 4)
  draw.pen.y -= tall + 2
  if (framed) draw.pen.nodes.push(...frame({ x: margin, y: draw.pen.y, width: innerWidth, height: tall }, 0.5))
}

function room({ pen }: Draw, height: number): void {
  if (pen.y - height >= foot) return
  pen.pages.push(pen.nodes)
  pen.nodes = []
  pen.y = headerBottom - 16
}

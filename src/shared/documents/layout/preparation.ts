import { fail, type Result } from '../../result.ts'
import type { DisplayList, TextMetrics } from '../display-list.ts'
import type { PreparationData } from '../letter-data.ts'
import { type PreparationTemplate, preparationTemplate } from '../templates/preparation.ts'
import type { LayoutOptions } from './claimant-document.ts'
import { barcode } from './closing.ts'
import { whenAndWhere } from './interview.ts'
import { layoutIn, letterHead } from './letter.ts'
import { checkGlyphs, type Page, page } from './page.ts'
import { innerWidth, margin } from './parts.ts'
import { type Column, gapOf, largestThatFits, type Section, type SetText, setPassages } from './passages.ts'

/**
 * “Preparing for Your Interview” on one Letter page in the person's official language, as it goes with the notice: what
 * this case lacks and what to bring, each with a box to tick, and questions to think about. It proves nothing to anybody:
 * nobody signs it and it bears no seal.
 */
export function layoutPreparation(
  data: PreparationData,
  metrics: TextMetrics,
  options: LayoutOptions = {},
): Result<Page> {
  const template = preparationTemplate(data.issueDate)
  if (!template) return fail('documents.no_template', { date: data.issueDate })
  const layout = layoutIn(data.firstLanguage, metrics)
  const head = letterHead(layout, template.title, data, () => [])
  if (!head.ok) return head
  const when = whenAndWhere(layout, data, head.value.bottom - 12, false)
  if (!when.ok) return when
  const of = sectionsOf(data, template)
  const parts = {
    top: setPassages(layout, of.top),
    left: setPassages(layout, of.left, half(0)),
    right: setPassages(layout, of.right, half(1)),
    foot: setPassages(layout, of.foot),
  }
  const middle = largestThatFits((size) => composed(parts, size), when.value.bottom - 14, aboveFoot)
  if (!middle.ok) return middle
  const bars = barcode(layout, data.documentNumber, 54)
  const nodes = [...head.value.nodes, ...when.value.nodes, ...middle.value, bars.node]
  const places: DisplayList['places'] = { barcode: bars.box }
  return checkGlyphs(
    page(layout, template.title, data.documentNumber, nodes, places, options),
    metrics,
    head.value.findings,
  )
}

type Part = 'top' | 'left' | 'right' | 'foot'

/** What lacks across the page, then what to bring beside what will be asked, then what is good to know. */
function composed(parts: Readonly<Record<Part, (size: number) => SetText>>, size: number): SetText {
  const [above, left, right, below] = [parts.top(size), parts.left(size), parts.right(size), parts.foot(size)]
  const beside = above.height + gapOf(size)
  const foot = beside + Math.max(left.height, right.height) + gapOf(size)
  return {
    height: foot + below.height,
    draw: (top) => [
      ...above.draw(top),
      ...left.draw(top - beside),
      ...right.draw(top - beside),
      ...below.draw(top - foot),
    ],
  }
}

/** Clear of the bar code. */
const aboveFoot = 96
const between = 18
const half = (at: 0 | 1): Column => {
  const width = (innerWidth - between) / 2
  return { x: margin + at * (width + between), width }
}

function sectionsOf(
  { lacking }: PreparationData,
  { about, lacking: wording, bring, questions, rights }: PreparationTemplate,
): Readonly<Record<Part, readonly Section[]>> {
  const { heading, nothing, asOf } = wording
  const list: Section =
    lacking.length > 0
      ? { heading, paragraphs: lacking, ticked: true, framed: true }
      : { heading, paragraphs: [nothing], framed: true }
  return {
    top: [list],
    left: [{ ...bring, ticked: true }],
    right: [{ ...questions, numbered: true }],
    foot: [{ ...rights, paragraphs: [about, ...rights.paragraphs, asOf] }],
  }
}

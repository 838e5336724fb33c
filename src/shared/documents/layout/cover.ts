import { fail, ok, type Result } from '../../result.ts'
import type { DisplayList, PageNode, TextMetrics } from '../display-list.ts'
import { printableName } from '../names.ts'
import type { CoverData } from '../plain-data.ts'
import { coverTemplate } from '../templates/cover.ts'
import { words } from '../templates/labels.ts'
import { fitText } from '../text.ts'
import type { LayoutOptions } from './claimant-document.ts'
import { barcode, officerSignature } from './closing.ts'
import { fieldTable } from './fields.ts'
import { checkGlyphs, type Page, page } from './page.ts'
import {
  bothOnALine,
  frame,
  header,
  headerBottom,
  innerWidth,
  type Layout,
  margin,
  node,
  rectGrey,
  right,
  rule,
  text,
} from './parts.ts'
import { passages } from './passages.ts'
import { layoutFor, plainField } from './plain.ts'

/** The checklist on top of a pack, one Letter page: every member, every paper with its number and pages, a box to tick. */
export function layoutCover(data: CoverData, metrics: TextMetrics, options: LayoutOptions = {}): Result<Page> {
  const template = coverTemplate(data.issueDate)
  if (!template) return fail('documents.no_template', { date: data.issueDate })
  const layout = layoutFor(data.firstLanguage, metrics)
  const rows = [
    [
      plainField('applicationNumber', data.applicationNumber ?? words.notAssigned, 0.24),
      plainField('issueDate', data.issueDate, 0.22),
      plainField('office', data.office, 0.54),
    ],
  ]
  const table = fieldTable(layout, rows, margin, innerWidth, headerBottom - 6)
  if (!table.ok) return table
  const list = memberList(layout, data, table.value.bottom - 10, listBottom + useHeight)
  if (!list.ok) return list
  const use = passages(layout, [{ ...template.use, framed: true }], list.value.bottom - 10, listBottom)
  if (!use.ok) return use
  const bars = barcode(layout, data.documentNumber, 54)
  const nodes = [
    ...header(layout, template.title, 13, data.documentNumber),
    table.value.node,
    ...list.value.nodes,
    ...use.value,
    ...officerSignature(layout, 66),
    bars.node,
  ]
  const places: DisplayList['places'] = { barcode: bars.box }
  return checkGlyphs(page(layout, template.title, data.documentNumber, nodes, places, options), metrics, [])
}

const listBottom = 100
/** Room for what to do with the list. */
const useHeight = 70
/** Lines from comfortable to the smallest that a large family needs, points. */
const pitches = [19, 16, 14, 12, 10.5, 9.5]

function memberList(
  layout: Layout,
  data: CoverData,
  top: number,
  bottom: number,
): Result<{ nodes: PageNode[]; bottom: number }> {
  const lines = data.members.reduce((sum, { papers }) => sum + papers.length + 1.35, 0)
  const pitch = pitches.find((each) => lines * each <= top - bottom)
  if (!pitch) return fail('documents.page_full')
  const nodes: PageNode[] = []
  let y = top
  for (const member of data.members) {
    const name = memberLine(layout, member, y, pitch)
    if (!name.ok) return name
    nodes.push(...name.value)
    y -= pitch * 1.35
    for (const paper of member.papers) {
      nodes.push(...paperLine(layout, paper, y, pitch))
      y -= pitch
    }
  }
  return ok({ nodes, bottom: y })
}

type Member = CoverData['members'][number]
const numberX = margin + 372
const pagesX = right - 44

/** Who: name, and the application's number in the column of the numbers. */
function memberLine(layout: Layout, member: Member, top: number, pitch: number): Result<PageNode[]> {
  const family = printableName(member.familyName, layout.metrics)
  if (!family.ok) return family
  const given = printableName(member.givenNames, layout.metrics)
  if (!given.ok) return given
  const size = Math.min(11, pitch * 0.7)
  const name = [family.value, given.value].filter(Boolean).join(', ') || '—'
  const set = fitText(
    name,
    'bold',
    numberX - margin - 8,
    { size, oneLine: 6, smallest: 6, maxLines: 1 },
    layout.metrics,
  )
  if (!set) return fail('documents.name_too_long')
  const y = top - pitch * 0.95
  return ok([
    node('H2', [text(margin, y, set.size, 'bold', set.lines[0] ?? '')]),
    ...(member.applicationNumber ? [node('P', [text(numberX, y, size * 0.9, 'bold', member.applicationNumber)])] : []),
    rule(margin, y - pitch * 0.25, innerWidth, 0.4, rectGrey),
  ])
}

/** One sheet: a box to tick, what it is in both languages, its number, its pages. */
function paperLine(layout: Layout, paper: Member['papers'][number], top: number, pitch: number): PageNode[] {
  const side = pitch * 0.52
  const y = top - pitch * 0.78
  const size = Math.min(9, pitch * 0.68)
  const width = numberX - margin - side - 14
  const shrunk = Math.min(
    size,
    (size * width) / layout.metrics.width('regular', `${paper.title.en} / ${paper.title.fr}`, size),
  )
  const pages = `${paper.pages} ${paper.pages === 1 ? 'page' : 'pages'}`
  return [
    ...frame({ x: margin, y: y - side * 0.12, width: side, height: side }, 0.8),
    node('P', [
      ...bothOnALine(layout, paper.title, margin + side + 8, y, { size: shrunk, face: 'regular' }),
      text(numberX, y, size, 'bold', paper.number),
      text(pagesX, y, size, 'regular', pages),
    ]),
  ]
}

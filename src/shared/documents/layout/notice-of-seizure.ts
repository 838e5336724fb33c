import { fail, ok, type Result } from '../../result.ts'
import type { DisplayList, PageNode, TextMetrics } from '../display-list.ts'
import type { NoticeOfSeizureData } from '../plain-data.ts'
import { labels, words } from '../templates/labels.ts'
import { noticeOfSeizureTemplate } from '../templates/notice-of-seizure.ts'
import type { LayoutOptions } from './claimant-document.ts'
import { barcode, officerSignature, smallSealBox } from './closing.ts'
import { type Field, fieldTable } from './fields.ts'
import { checkGlyphs, type Page, page } from './page.ts'
import { frame, innerWidth, type Layout, margin } from './parts.ts'
import { passages } from './passages.ts'
import { layoutFor, plainField, plainHead, signatures, signaturesTop } from './plain.ts'

/** “Notice of Seizure” on one Letter page, IRPR s. 253: what was seized, where, when, why, and how to ask for it back. */
export function layoutNoticeOfSeizure(
  data: NoticeOfSeizureData,
  metrics: TextMetrics,
  options: LayoutOptions = {},
): Result<Page> {
  const template = noticeOfSeizureTemplate(data.issueDate)
  if (!template) return fail('documents.no_template', { date: data.issueDate })
  const layout = layoutFor(data.firstLanguage, metrics)
  const head = plainHead(layout, template.title, data)
  if (!head.ok) return head
  const seized = seizedBlocks(layout, data, head.value.bottom - 12)
  if (!seized.ok) return seized
  const sections = [template.seizure, { ...template.askForReturn, numbered: true }, template.receipt]
  const middle = passages(layout, sections, seized.value.bottom - 12, signaturesTop)
  if (!middle.ok) return middle
  const bars = barcode(layout, data.documentNumber, 54)
  const nodes = [
    ...head.value.nodes,
    ...seized.value.nodes,
    ...middle.value,
    ...signatures(layout, [labels.claimantSignature, labels.interpreterSignature]),
    ...officerSignature(layout, 66),
    bars.node,
  ]
  const places: DisplayList['places'] = { seal: smallSealBox, barcode: bars.box }
  return checkGlyphs(
    page(layout, template.title, data.documentNumber, nodes, places, options),
    metrics,
    head.value.findings,
  )
}

/** Grounds may be a paragraph: they give way further than other values. */
const longFit = { size: 9.5, oneLine: 8.5, smallest: 6.5, maxLines: 12 }
const fitted = (...field: Parameters<typeof plainField>): Field => ({ ...plainField(...field), fit: longFit })
const padding = 6

/** Each seized document in a frame of its own, from `top` down. */
function seizedBlocks(
  layout: Layout,
  data: NoticeOfSeizureData,
  top: number,
): Result<{ nodes: PageNode[]; bottom: number }> {
  const nodes: PageNode[] = []
  let y = top
  for (const seized of data.seized) {
    const table = fieldTable(layout, rowsOf(seized), margin + padding, innerWidth - 2 * padding, y)
    if (!table.ok) return table
    const bottom = table.value.bottom - 1
    nodes.push(...frame({ x: margin, y: bottom, width: innerWidth, height: y - bottom }, 0.9), table.value.node)
    y = bottom - 6
  }
  return ok({ nodes, bottom: y + 6 })
}

function rowsOf({ what, number, country, on, place, ground }: NoticeOfSeizureData['seized'][number]): Field[][] {
  return [
    [
      fitted('seizedDocument', what, 0.3),
      fitted('seizedNumber', number ?? words.notKnown, 0.22),
      fitted('seizedCountry', country?.name ?? words.notKnown, 0.3),
      fitted('seizedOn', on, 0.18),
    ],
    [fitted('seizedAt', place, 0.4), fitted('seizureGround', ground, 0.6)],
  ]
}

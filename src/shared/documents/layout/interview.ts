import { Temporal } from 'temporal-polyfill'
import type { Bilingual } from '../../language.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { DisplayList, PageNode, TextMetrics } from '../display-list.ts'
import type { InterviewData } from '../letter-data.ts'
import { interviewTemplate, interviewLabels as labels } from '../templates/interview.ts'
import { weekdays, words } from '../templates/labels.ts'
import type { LayoutOptions } from './claimant-document.ts'
import { barcode, officerSignature, smallSealBox } from './closing.ts'
import { type Field, fieldTable, valueFit } from './fields.ts'
import { printedDate } from './holder.ts'
import { layoutIn, letterField, letterHead, sentence, sentenceFit } from './letter.ts'
import { checkGlyphs, type Page, page } from './page.ts'
import { frame, innerWidth, type Layout, margin } from './parts.ts'
import { passages } from './passages.ts'
import { plainField } from './plain.ts'
import { interpreterOf } from './referral.ts'

/**
 * “Notice to Return for Interview” on one Letter page in the person's official language: when and where to come first of
 * all, what to bring, what happens there, and what follows if nobody comes.
 */
export function layoutInterview(data: InterviewData, metrics: TextMetrics, options: LayoutOptions = {}): Result<Page> {
  const template = interviewTemplate(data.issueDate)
  if (!template) return fail('documents.no_template', { date: data.issueDate })
  const layout = layoutIn(data.firstLanguage, metrics)
  const head = letterHead(layout, template.title, data, () => [
    [
      plainField('birthDate', printedDate(data.birthDate), 0.3),
      plainField('clientId', data.clientId ?? words.notAssigned, 0.3),
      {
        ...letterField('interpreter', labels.interpreter, interpreterOf(data.interpreter), 0.4),
        fit: { ...sentenceFit, size: valueFit.size },
      },
    ],
  ])
  if (!head.ok) return head
  const when = whenAndWhere(layout, data, head.value.bottom - 12)
  if (!when.ok) return when
  const { call, bring, atInterview, cannotCome, privacy } = template
  const sections = [call, { ...bring, numbered: true }, atInterview, { ...cannotCome, framed: true }, privacy]
  const middle = passages(layout, sections, when.value.bottom - 14, aboveFoot)
  if (!middle.ok) return middle
  const bars = barcode(layout, data.documentNumber, 54)
  const nodes = [...head.value.nodes, ...when.value.nodes, ...middle.value, ...officerSignature(layout, 66), bars.node]
  const places: DisplayList['places'] = { seal: smallSealBox, barcode: bars.box }
  const list = page(layout, template.title, data.documentNumber, nodes, places, options)
  return checkGlyphs(list, metrics, head.value.findings)
}

/** Clear of the officer's hand and of the seal. */
const aboveFoot = 110
const padding = 7

/** What the person looks for first, in a frame. */
export function whenAndWhere(
  layout: Layout,
  data: InterviewData,
  top: number,
  withFamily = true,
): Result<{ nodes: PageNode[]; bottom: number }> {
  const large = (id: string, label: Bilingual, value: string | Bilingual, share: number): Field => ({
    ...letterField(id, label, value, share),
    fit: { ...valueFit, size: 13, oneLine: 9 },
  })
  const hours = { en: data.time, fr: data.time.replace(':', '\u00a0h\u00a0') }
  const rows = [
    [
      large('date', labels.day, withWeekday(data.date), 0.36),
      large('time', labels.time, sentence(', ', hours, data.zone), 0.44),
      large('minutes', labels.takes, `${data.minutes} min`, 0.2),
    ],
    [large('place', labels.place, data.place, 1)],
    ...(withFamily ? [[letterField('family', labels.family, familyOf(data), 1)]] : []),
  ]
  const table = fieldTable(layout, rows, margin + padding, innerWidth - 2 * padding, top - padding)
  if (!table.ok) return table
  const bottom = table.value.bottom - padding
  const box = { x: margin, y: bottom, width: innerWidth, height: top - bottom }
  return ok({ nodes: [...frame(box, 1.4), table.value.node], bottom })
}

const familyOf = ({ family }: InterviewData): Bilingual =>
  family.length > 0
    ? sentence('; ', ...family.map(({ name, applicationNumber }) => `${name} (${applicationNumber})`))
    : labels.nobody

const withWeekday = (date: string): Bilingual => {
  const weekday = weekdays[Temporal.PlainDate.from(date).dayOfWeek - 1]
  return { en: `${weekday?.en} ${date}`, fr: `${weekday?.fr} ${date}` }
}

import { Temporal } from 'temporal-polyfill'
import type { Bilingual } from '../../language.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { AcknowledgementData } from '../data.ts'
import type { PageNode, TextMetrics } from '../display-list.ts'
import type { Finding } from '../finding.ts'
import { type AcknowledgementTemplate, acknowledgementTemplate } from '../templates/acknowledgement.ts'
import { labels, weekdays, words } from '../templates/labels.ts'
import type { LayoutOptions } from './claimant-document.ts'
import { barcode, closingTop, officerSignature, sealBox } from './closing.ts'
import { type Field, fieldTable, valueFit } from './fields.ts'
import { countryNames, type Holder, holderNames, nameRows, printedDate } from './holder.ts'
import { checkGlyphs, type Page, page, portrait } from './page.ts'
import {
  frame,
  header,
  headerBottom,
  innerWidth,
  type Layout,
  languageTag,
  margin,
  node,
  right,
  sheet,
  text,
} from './parts.ts'
import { passages, type Section } from './passages.ts'

const besidePhoto = margin + 99.21 + 16
const headingSize = 9.5
const officerY = 66
const padding = 7
/** Share of the framed table's width that ends where the second column of running text begins. */
const firstColumn = (innerWidth / 2 + 9 - padding) / (innerWidth - 2 * padding)

/**
 * The letter “Acknowledgement of Claim and Notice to Return for Interview” on one Letter page, for claims that are
 * undecided or suspended. Fails like `layoutClaimantDocument`.
 */
export function layoutAcknowledgement(
  data: AcknowledgementData,
  metrics: TextMetrics,
  options: LayoutOptions = {},
): Result<Page> {
  const template = acknowledgementTemplate(data.issueDate)
  if (!template) return fail('documents.no_template', { date: data.issueDate })
  const layout: Layout = { metrics, order: data.firstLanguage === 'en' ? ['en', 'fr'] : ['fr', 'en'] }
  const holder = holderNames(data, metrics)
  if (!holder.ok) return holder
  const photo = data.portraitSha256 ? portrait(layout) : undefined
  const x = photo ? besidePhoto : margin
  const table = fieldTable(layout, identityRows(data, holder.value), x, right - x, headerBottom - 6)
  if (!table.ok) return table
  const next = appointmentBlock(layout, data, template, Math.min(table.value.bottom, photo?.box.y ?? sheet.height) - 14)
  if (!next.ok) return next
  const middle = passages(layout, sections(data, template), next.value.bottom - 14, closingTop)
  if (!middle.ok) return middle
  const bars = barcode(layout, data.documentNumber, 54)
  const nodes = [
    ...header(layout, template.title, 11.5, data.documentNumber),
    ...(photo ? [photo.node] : []),
    table.value.node,
    ...next.value.nodes,
    ...middle.value,
    ...officerSignature(layout, officerY),
    bars.node,
  ]
  const places = { ...(photo ? { photo: photo.box } : {}), seal: sealBox, barcode: bars.box }
  return checkGlyphs(page(layout, template.title, data.documentNumber, nodes, places, options), metrics, [
    ...holder.value.findings,
    ...(table.value.reduced.length > 0 ? [{ code: 'documents.name_reduced', params: {} } satisfies Finding] : []),
  ])
}

const field = (id: keyof typeof labels, value: Field['value'], share: number): Field => ({
  id,
  label: labels[id],
  value,
  share,
  fit: valueFit,
})

function identityRows(data: AcknowledgementData, holder: Holder): Field[][] {
  return [
    ...nameRows(holder),
    [
      field('birthDate', printedDate(data.birthDate), 0.34),
      field('citizenships', countryNames(data.citizenships), 0.66),
    ],
    [
      field('claimDate', data.claimDate, 0.34),
      field('clientId', data.clientId ?? words.notAssigned, 0.33),
      field('applicationNumber', data.applicationNumber ?? words.notAssigned, 0.33),
    ],
    [
      field('issueDate', data.issueDate, 0.29),
      field('issuedBy', data.issuedBy, 0.22),
      field('office', data.office, 0.49),
    ],
  ]
}

interface Block {
  readonly nodes: readonly PageNode[]
  readonly bottom: number
}

/** What the person looks for first: when and where to come back, in a frame. */
function appointmentBlock(
  layout: Layout,
  data: AcknowledgementData,
  template: AcknowledgementTemplate,
  top: number,
): Result<Block> {
  const heading = (language: 'en' | 'fr', x: number): PageNode =>
    node('H2', [text(x, top - padding - headingSize, headingSize, 'bold', labels.appointment[language])], {
      lang: `${language}-CA`,
    })
  const [first, second] = layout.order
  const headings = [heading(first, margin + padding), heading(second, margin + innerWidth / 2 + 9)]
  const table = fieldTable(
    layout,
    appointmentRows(layout, data, template),
    margin + padding,
    innerWidth - 2 * padding,
    top - padding - headingSize * 1.5,
  )
  if (!table.ok) return table
  const bottom = table.value.bottom - padding
  const box = { x: margin, y: bottom, width: innerWidth, height: top - bottom }
  return ok({ nodes: [...frame(box, 0.9), ...headings, table.value.node], bottom })
}

function appointmentRows(layout: Layout, data: AcknowledgementData, template: AcknowledgementTemplate): Field[][] {
  if (!data.appointment)
    return [
      [
        {
          ...field('date', data.awaitingDocument ? template.noDateForDocument : template.noAppointment, 1),
          fit: { size: 9, oneLine: 9, smallest: 8, maxLines: 3 },
        },
      ],
    ]
  const { date, time, place, bring } = data.appointment
  const hours = { en: time, fr: time.replace(':', '\u00a0h\u00a0') }
  return [
    [field('date', withWeekday(date), 0.62), field('time', hours, 0.38)],
    inEach(layout, 'place', place),
    ...(bring.length > 0 ? [inEach(layout, 'bring', list(bring))] : []),
  ]
}

/** A long value in each language side by side, in the columns of the running text. */
function inEach(layout: Layout, id: 'place' | 'bring', value: Bilingual): Field[] {
  return layout.order.map((language, column) => {
    const label = labels[id][language]
    return {
      ...field(id, value[language], column === 0 ? firstColumn : 1 - firstColumn),
      label: { en: label, fr: label },
      lang: languageTag(language),
    }
  })
}

const withWeekday = (date: string): Bilingual => {
  const weekday = weekdays[Temporal.PlainDate.from(date).dayOfWeek - 1]
  return { en: `${weekday?.en} ${date}`, fr: `${weekday?.fr} ${date}` }
}

const list = (items: readonly Bilingual[]): Bilingual => ({
  en: items.map((item) => item.en).join('; '),
  fr: items.map((item) => item.fr).join('; '),
})

function sections(data: AcknowledgementData, template: AcknowledgementTemplate): Section[] {
  return [
    data.awaitingDocument ? template.awaitingDocument : data.suspended ? template.suspended : template.received,
    { ...template.duties, numbered: true },
    ...(data.ifhp ? [{ ...template.ifhp, framed: true }] : []),
    data.awaitingDocument ? template.limitsUntilDocument : template.limits,
  ]
}

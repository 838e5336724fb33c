import type { Bilingual } from '../../language.ts'
import { fail, type Result } from '../../result.ts'
import type { ClaimantDocumentData } from '../data.ts'
import type { Box, DisplayList, PageNode, TextMetrics } from '../display-list.ts'
import type { Finding } from '../finding.ts'
import { type ClaimantDocumentTemplate, claimantDocumentTemplate } from '../templates/claimant-document.ts'
import { conditionsTemplate } from '../templates/conditions.ts'
import { labels, words } from '../templates/labels.ts'
import { barcode, closingTop, machineReadableZone, officerSignature, sealBox, signature } from './closing.ts'
import { type Field, fieldTable, type Table, valueFit } from './fields.ts'
import { countryNames, type Holder, holderNames, nameRows, printedDate } from './holder.ts'
import { checkGlyphs, type Page, page, portrait } from './page.ts'
import { header, headerBottom, type Layout, margin, right } from './parts.ts'
import { passages, type Section } from './passages.ts'

export interface LayoutOptions {
  /** Draw SPECIMEN across the sheet: for training, previews and tests. */
  readonly specimen?: boolean
}

/**
 * The claimant's identity document on one Letter page. Pure: the same data and faces give the same list.
 * Fails with `documents.glyph_missing`, `.name_not_latin`, `.name_too_long`, `.value_too_long`, `.page_full`, `.no_template`.
 */
export function layoutClaimantDocument(
  data: ClaimantDocumentData,
  metrics: TextMetrics,
  options: LayoutOptions = {},
): Result<Page> {
  const template = claimantDocumentTemplate(data.issueDate)
  if (!template) return fail('documents.no_template', { date: data.issueDate })
  const layout: Layout = { metrics, order: data.firstLanguage === 'en' ? ['en', 'fr'] : ['fr', 'en'] }
  const holder = holderNames(data, metrics)
  if (!holder.ok) return holder
  const photo = portrait(layout)
  const table = fieldTable(layout, identityRows(data, holder.value), tableX, right - tableX, headerBottom - 6)
  if (!table.ok) return table
  const top = Math.min(table.value.bottom, signatureY - 20) - 12
  const whole = passages(layout, sections(data, template), top, closingTop)
  // Long names and many conditions do not bar the document: the conditions have a sheet of their own.
  const elsewhere = whole.ok ? undefined : conditionsTemplate(data.issueDate)?.onSeparateSheet
  const middle =
    elsewhere && data.conditions.length > 0
      ? passages(layout, sections({ ...data, conditions: [elsewhere] }, template), top, closingTop)
      : whole
  if (!middle.ok) return middle
  const { nodes, places } = assemble(layout, data, template, photo, table.value, middle.value)
  return checkGlyphs(page(layout, template.title[data.kind], data.documentNumber, nodes, places, options), metrics, [
    ...findings(holder.value, table.value),
    ...(whole.ok ? [] : [{ code: 'documents.conditions_apart', params: {} } as const]),
  ])
}

const tableX = margin + 99.21 + 16
/** Where the officer signs, beside the bar code. */
const officerY = 104
/** Where the holder signs: beneath the photo, as in a passport. */
const signatureY = headerBottom - 10 - 127.56 - 46

function assemble(
  layout: Layout,
  data: ClaimantDocumentData,
  template: ClaimantDocumentTemplate,
  photo: { node: PageNode; box: Box },
  table: Table,
  middle: readonly PageNode[],
): { nodes: PageNode[]; places: DisplayList['places'] } {
  const bars = barcode(layout, data.documentNumber, 94)
  const mrz = machineReadableZone(data.mrzLines)
  const nodes = [
    ...header(layout, template.title[data.kind], 15, data.documentNumber, standsFor(data, layout.order)),
    photo.node,
    table.node,
    ...signature(layout, labels.holderSignature, margin, signatureY, photo.box.width),
    ...middle,
    ...officerSignature(layout, officerY),
    bars.node,
    mrz.node,
  ]
  return { nodes, places: { photo: photo.box, seal: sealBox, barcode: bars.box, mrz: mrz.box } }
}

/** What the document says of the one before it; the number of a revoked one stands once, at the end of the line. */
function standsFor(
  { replacement, replacesNumber }: ClaimantDocumentData,
  [, last]: Layout['order'],
): Bilingual | undefined {
  if (replacesNumber) return { ...labels.replaces, [last]: `${labels.replaces[last]} ${replacesNumber}` }
  return replacement ? labels.replacement : undefined
}

function identityRows(data: ClaimantDocumentData, holder: Holder): Field[][] {
  const field = (id: keyof typeof labels, value: Field['value'], share: number): Field => ({
    id,
    label: labels[id],
    value,
    share,
    fit: valueFit,
  })
  const sex = data.sex ? [field('sex', data.sex, 0.13)] : []
  return [
    ...nameRows(holder),
    [
      field('birthDate', printedDate(data.birthDate), data.sex ? 0.27 : 0.34),
      ...sex,
      field('clientId', data.clientId ?? words.notAssigned, data.sex ? 0.27 : 0.33),
      field('applicationNumber', data.applicationNumber ?? words.notAssigned, 0.33),
    ],
    [
      field('countryOfBirth', data.countryOfBirth?.name ?? words.notEstablished, 0.5),
      field('citizenships', countryNames(data.citizenships), 0.5),
    ],
    [
      field('issueDate', data.issueDate, 0.34),
      field('validUntil', data.validUntil, 0.33),
      field('stockSerial', data.stockSerial ?? '—', 0.33),
    ],
    [field('office', data.office, 0.67), field('issuedBy', data.issuedBy, 0.33)],
    ...(data.eligibility ? [[field('eligibility', eligibility(data.eligibility), 1)]] : []),
  ]
}

function eligibility({ decision, date }: NonNullable<ClaimantDocumentData['eligibility']>) {
  return { en: `${words[decision].en}, ${date}`, fr: `${words[decision].fr}, ${date}` }
}

function sections(data: ClaimantDocumentData, template: ClaimantDocumentTemplate): Section[] {
  return [
    ...(data.ifhp ? [{ ...template.ifhp, framed: true }] : []),
    template.statements,
    ...(data.conditions.length > 0
      ? [{ heading: labels.conditions, paragraphs: data.conditions, numbered: true }]
      : []),
    ...(data.remarks ? [{ heading: labels.remarks, paragraphs: [data.remarks] }] : []),
  ]
}

const findings = (holder: Holder, table: Table): Finding[] => [
  ...holder.findings,
  ...(table.reduced.length > 0 ? [{ code: 'documents.name_reduced', params: {} } as const] : []),
]

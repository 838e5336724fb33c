import { fail, type Result } from '../../result.ts'
import type { DisplayList, TextMetrics } from '../display-list.ts'
import type { PhotoReturnData } from '../photo-return-data.ts'
import { words } from '../templates/labels.ts'
import { photoReturnTemplate } from '../templates/photo-return.ts'
import type { LayoutOptions } from './claimant-document.ts'
import { barcode, officerSignature, smallSealBox } from './closing.ts'
import { fieldTable } from './fields.ts'
import { holderNames, nameRows } from './holder.ts'
import { checkGlyphs, type Page, page } from './page.ts'
import { header, headerBottom, innerWidth, margin } from './parts.ts'
import { passages } from './passages.ts'
import { layoutFor, plainField } from './plain.ts'

/** “Your photo was returned” on one Letter page: whose photo, what is wrong with it, how to take it again, how to answer. */
export function layoutPhotoReturn(
  data: PhotoReturnData,
  metrics: TextMetrics,
  options: LayoutOptions = {},
): Result<Page> {
  const template = photoReturnTemplate(data.issueDate)
  if (!template) return fail('documents.no_template', { date: data.issueDate })
  const layout = layoutFor(data.firstLanguage, metrics)
  const names = holderNames({ ...data, nativeName: null }, metrics)
  if (!names.ok) return names
  const rows = [
    ...nameRows(names.value),
    [
      plainField('applicationNumber', data.applicationNumber, 0.34),
      plainField('clientId', data.clientId ?? words.notAssigned, 0.22),
      plainField('issueDate', data.issueDate, 0.22),
      plainField('issuedBy', data.issuedBy, 0.22),
    ],
    [plainField('office', data.office, 0.46), plainField('returnedPhoto', data.photoId, 0.54)],
  ]
  const table = fieldTable(layout, rows, margin, innerWidth, headerBottom - 6)
  if (!table.ok) return table
  const sections = [{ heading: template.wrong, paragraphs: data.told, framed: true }, template.answer]
  const middle = passages(layout, sections, table.value.bottom - 14, aboveSignature)
  if (!middle.ok) return middle
  const bars = barcode(layout, data.documentNumber, 54)
  const nodes = [
    ...header(layout, template.title, 13, data.documentNumber),
    table.value.node,
    ...middle.value,
    ...officerSignature(layout, 66),
    bars.node,
  ]
  const places: DisplayList['places'] = { seal: smallSealBox, barcode: bars.box }
  return checkGlyphs(
    page(layout, template.title, data.documentNumber, nodes, places, options),
    metrics,
    names.value.findings,
  )
}

/** Clear of the officer's hand and of the seal. */
const aboveSignature = 110

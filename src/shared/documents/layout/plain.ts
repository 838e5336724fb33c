import type { Bilingual, Language } from '../../language.ts'
import { ok, type Result } from '../../result.ts'
import type { PageNode, TextMetrics } from '../display-list.ts'
import type { Finding } from '../finding.ts'
import type { ConditionsData, NoticeOfSeizureData } from '../plain-data.ts'
import { labels, words } from '../templates/labels.ts'
import { signature } from './closing.ts'
import { type Field, fieldTable, valueFit } from './fields.ts'
import { countryNames, type Holder, holderNames, nameRows, printedDate } from './holder.ts'
import { header, headerBottom, innerWidth, type Layout, margin } from './parts.ts'

/** Parts that the papers without a portrait share. */

export const layoutFor = (firstLanguage: Language, metrics: TextMetrics): Layout => ({
  metrics,
  order: firstLanguage === 'en' ? ['en', 'fr'] : ['fr', 'en'],
})

export const plainField = (id: keyof typeof labels, value: Field['value'], share: number): Field => ({
  id,
  label: labels[id],
  value,
  share,
  fit: valueFit,
})

export interface Head {
  readonly nodes: readonly PageNode[]
  readonly bottom: number
  readonly findings: readonly Finding[]
}

/** Title, number and whose paper it is, across the whole sheet. */
export function plainHead(
  layout: Layout,
  title: Bilingual,
  data: NoticeOfSeizureData | ConditionsData,
  more: readonly Field[] = [],
): Result<Head> {
  const holder = holderNames(data, layout.metrics)
  if (!holder.ok) return holder
  const table = fieldTable(layout, holderRows(data, holder.value, more), margin, innerWidth, headerBottom - 6)
  if (!table.ok) return table
  const reduced: Finding[] = table.value.reduced.length > 0 ? [{ code: 'documents.name_reduced', params: {} }] : []
  return ok({
    nodes: [...header(layout, title, 13, data.documentNumber), table.value.node],
    bottom: table.value.bottom,
    findings: [...holder.value.findings, ...reduced],
  })
}

function holderRows(data: NoticeOfSeizureData | ConditionsData, holder: Holder, more: readonly Field[]): Field[][] {
  return [
    ...nameRows(holder),
    [
      plainField('birthDate', printedDate(data.birthDate), 0.24),
      plainField('citizenships', countryNames(data.citizenships), 0.3),
      plainField('clientId', data.clientId ?? words.notAssigned, 0.22),
      plainField('applicationNumber', data.applicationNumber ?? words.notAssigned, 0.24),
    ],
    [
      plainField('issueDate', data.issueDate, 0.24),
      plainField('office', data.office, more.length > 0 ? 0.42 : 0.56),
      plainField('issuedBy', data.issuedBy, 0.2),
      ...more,
    ],
  ]
}

/** Where people sign by hand, side by side, above the foot of the page: each line with the day beside it. */
export function signatures(layout: Layout, who: readonly Bilingual[]): PageNode[] {
  const width = (innerWidth - 18) / 2
  const day = 72
  return who.flatMap((label, column) => {
    const x = margin + column * (width + 18)
    return [
      ...signature(layout, label, x, signaturesY, width - day - 10),
      ...signature(layout, labels.date, x + width - day, signaturesY, day),
    ]
  })
}
const signaturesY = 112
/** Running text above the signatures ends here: room to write. The seal stands beneath them. */
export const signaturesTop = signaturesY + 30

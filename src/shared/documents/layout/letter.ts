import type { Bilingual, Language } from '../../language.ts'
import { ok, type Result } from '../../result.ts'
import type { TextMetrics } from '../display-list.ts'
import type { Finding } from '../finding.ts'
import { words } from '../templates/labels.ts'
import { type Field, fieldTable } from './fields.ts'
import { type Holder, holderNames, nameRows } from './holder.ts'
import { header, headerBottom, innerWidth, type Layout, margin } from './parts.ts'
import { type Head, plainField } from './plain.ts'

/** Parts of letters, which speak the person's own official language only. */

export const layoutIn = (language: Language, metrics: TextMetrics): Layout => ({ metrics, order: [language, language] })

/** Values that may be whole sentences give way further than names. */
export const sentenceFit = { size: 9.5, oneLine: 8.5, smallest: 6.5, maxLines: 9 }

export const letterField = (id: string, label: Bilingual, value: string | Bilingual, share: number): Field => ({
  id,
  label,
  value,
  share,
  fit: sentenceFit,
})

interface LetterHead {
  readonly documentNumber: string
  readonly applicationNumber: string | null
  readonly familyName: string
  readonly givenNames: string
  readonly nativeName: string | null
  readonly issueDate: string
  readonly office: Bilingual
  readonly issuedBy: string
}

/** Title, number, names and issue, with further rows between the last two. */
export function letterHead(
  layout: Layout,
  title: Bilingual,
  data: LetterHead,
  more: (holder: Holder) => readonly (readonly Field[])[],
): Result<Head> {
  const holder = holderNames(data, layout.metrics)
  if (!holder.ok) return holder
  const rows = [
    ...nameRows(holder.value),
    ...more(holder.value),
    [
      plainField('applicationNumber', data.applicationNumber ?? words.notAssigned, 0.2),
      plainField('issueDate', data.issueDate, 0.18),
      plainField('office', data.office, 0.44),
      plainField('issuedBy', data.issuedBy, 0.18),
    ],
  ]
  const table = fieldTable(layout, rows, margin, innerWidth, headerBottom - 6)
  if (!table.ok) return table
  const reduced: Finding[] = table.value.reduced.length > 0 ? [{ code: 'documents.name_reduced', params: {} }] : []
  return ok({
    nodes: [...header(layout, title, 15, data.documentNumber), table.value.node],
    bottom: table.value.bottom,
    findings: [...holder.value.findings, ...reduced],
  })
}

/** Words of both languages put together piece by piece: a text is the same in both. */
export function sentence(separator: string, ...parts: readonly (string | Bilingual | null | undefined)[]): Bilingual {
  const said = parts.flatMap((part) => (part ? [part] : []))
  const inside = (language: Language) =>
    said.map((part) => (typeof part === 'string' ? part : part[language])).join(separator)
  return { en: inside('en'), fr: inside('fr') }
}

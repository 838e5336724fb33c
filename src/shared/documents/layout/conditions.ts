import { fail, type Result } from '../../result.ts'
import type { DisplayList, TextMetrics } from '../display-list.ts'
import type { ConditionsData } from '../plain-data.ts'
import { conditionsTemplate } from '../templates/conditions.ts'
import { labels } from '../templates/labels.ts'
import type { LayoutOptions } from './claimant-document.ts'
import { barcode, officerSignature, smallSealBox } from './closing.ts'
import { checkGlyphs, type Page, page } from './page.ts'
import { passages, type Section } from './passages.ts'
import { layoutFor, plainField, plainHead, signatures, signaturesTop } from './plain.ts'

/** A section stays beside its number: `s. 43(1)(a)`. */
const unbroken = (citation: string) => citation.replace(/(s|al|par|art|rule)(\.?) /g, '$1$2\u00a0')

/** “Acknowledgement of Conditions” on one Letter page: what holds, with its law, and where claimant and interpreter sign. */
export function layoutConditions(
  data: ConditionsData,
  metrics: TextMetrics,
  options: LayoutOptions = {},
): Result<Page> {
  const template = conditionsTemplate(data.issueDate)
  if (!template) return fail('documents.no_template', { date: data.issueDate })
  const layout = layoutFor(data.firstLanguage, metrics)
  const head = plainHead(layout, template.title, data, [plainField('conditionsVersion', data.version, 0.14)])
  if (!head.ok) return head
  const sections: Section[] = [
    {
      heading: template.heading,
      numbered: true,
      paragraphs: data.conditions.map(({ text, citation }) => ({
        en: `${text.en} (${unbroken(citation.en)})`,
        fr: `${text.fr} (${unbroken(citation.fr)})`,
      })),
    },
    template.breach,
    { ...template.acknowledgement, framed: true },
  ]
  const middle = passages(layout, sections, head.value.bottom - 14, signaturesTop)
  if (!middle.ok) return middle
  const bars = barcode(layout, data.documentNumber, 54)
  const nodes = [
    ...head.value.nodes,
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

import type { Bilingual } from '../../language.ts'
import { fail, type Result } from '../../result.ts'
import type { DisplayList, TextMetrics } from '../display-list.ts'
import type { DecisionLetterData } from '../letter-data.ts'
import { type DecisionTemplate, decisionTemplate, decisionLabels as labels } from '../templates/decision.ts'
import { words } from '../templates/labels.ts'
import type { LayoutOptions } from './claimant-document.ts'
import { barcode, officerSignature, smallSealBox } from './closing.ts'
import { valueFit } from './fields.ts'
import { printedDate } from './holder.ts'
import { layoutIn, letterField, letterHead, sentence } from './letter.ts'
import { checkGlyphs, type Page, page } from './page.ts'
import { passages, type Section } from './passages.ts'
import { plainField } from './plain.ts'

/** “Notice of Decision on Eligibility” on one Letter page in the person's official language: decision, grounds, what follows. */
export function layoutDecision(
  data: DecisionLetterData,
  metrics: TextMetrics,
  options: LayoutOptions = {},
): Result<Page> {
  const template = decisionTemplate(data.issueDate)
  if (!template) return fail('documents.no_template', { date: data.issueDate })
  const layout = layoutIn(data.firstLanguage, metrics)
  const head = letterHead(layout, template.title, data, () => [
    [
      plainField('birthDate', printedDate(data.birthDate), 0.34),
      plainField('clientId', data.clientId ?? words.notAssigned, 0.33),
      { ...letterField('decidedOn', labels.decidedOn, data.decidedOn, 0.33), fit: valueFit },
    ],
  ])
  if (!head.ok) return head
  const middle = passages(layout, sectionsOf(data, template), head.value.bottom - 12, aboveFoot)
  if (!middle.ok) return middle
  const bars = barcode(layout, data.documentNumber, 54)
  const nodes = [...head.value.nodes, ...middle.value, ...officerSignature(layout, 66), bars.node]
  const places: DisplayList['places'] = { seal: smallSealBox, barcode: bars.box }
  const list = page(layout, template.title, data.documentNumber, nodes, places, options)
  return checkGlyphs(list, metrics, head.value.findings)
}

/** Clear of the officer's hand and of the seal. */
const aboveFoot = 110

function sectionsOf(data: DecisionLetterData, template: DecisionTemplate): Section[] {
  if (data.outcome === 'suspended') return [template.suspended, template.whileSuspended]
  const grounds = data.grounds.map(({ title }) => title)
  const risks = data.grounds.flatMap(({ title, risk }) => (risk ? [sentence(' ', colon(title), risk)] : []))
  const order = data.order.map(({ label, on }) => sentence(' ', colon(label), on))
  const section = (heading: Bilingual, paragraphs: readonly Bilingual[], numbered = false): Section[] =>
    paragraphs.length > 0 ? [{ heading, paragraphs, ...(numbered ? { numbered } : {}) }] : []
  return [
    template.ineligible,
    ...section(template.grounds, grounds, true),
    ...section(template.risk, risks),
    ...section(template.order, order),
    template.recourse,
  ]
}

const colon = ({ en, fr }: Bilingual): Bilingual => ({ en: `${en}:`, fr: `${fr}\u00a0:` })

import { type Bilingual, same } from '../../language.ts'
import type { Result } from '../../result.ts'
import type { DisplayList, TextMetrics } from '../display-list.ts'
import type { ReminderLetterData } from '../reminder-data.ts'
import { invitationLabels } from '../templates/invitation.ts'
import type { LayoutOptions } from './claimant-document.ts'
import { barcode, officerSignature } from './closing.ts'
import { valueFit } from './fields.ts'
import { layoutIn, letterField, letterHead } from './letter.ts'
import { checkGlyphs, type Page, page } from './page.ts'
import { passages } from './passages.ts'

const titles: Readonly<Record<'before' | 'after', Bilingual>> = {
  before: { en: 'Reminder', fr: 'Rappel' },
  after: { en: 'Not Received', fr: 'Non reçu' },
}
const labels = {
  item: { en: 'What is due', fr: 'Ce qui est attendu' },
  due: { en: 'Due on', fr: 'À remettre au plus tard le' },
  answer: { en: 'How to answer', fr: 'Comment répondre' },
} as const

/**
 * A reminder of a limit on one Letter page in the person's official language: the day first of all. It bears no seal: it
 * proves nothing to anybody.
 */
export function layoutReminder(
  data: ReminderLetterData,
  metrics: TextMetrics,
  options: LayoutOptions = {},
): Result<Page> {
  const title = titles[data.passed ? 'after' : 'before']
  const layout = layoutIn(data.firstLanguage, metrics)
  const head = letterHead(layout, title, data, () => [
    [letterField('address', invitationLabels.address, data.address, 1)],
    [
      { ...letterField('due', labels.due, data.due, 0.34), fit: { ...valueFit, size: 13, oneLine: 9 } },
      letterField('item', labels.item, data.item, 0.66),
    ],
  ])
  if (!head.ok) return head
  const sections = [
    { heading: same(data.item), paragraphs: [same(data.text)], framed: true },
    { heading: labels.answer, paragraphs: [same(data.answer)] },
  ]
  const middle = passages(layout, sections, head.value.bottom - 18, aboveFoot)
  if (!middle.ok) return middle
  const bars = barcode(layout, data.documentNumber, 54)
  const nodes = [...head.value.nodes, ...middle.value, ...officerSignature(layout, 66), bars.node]
  const places: DisplayList['places'] = { barcode: bars.box }
  return checkGlyphs(page(layout, title, data.documentNumber, nodes, places, options), metrics, head.value.findings)
}

/** Clear of the officer's hand. */
const aboveFoot = 110

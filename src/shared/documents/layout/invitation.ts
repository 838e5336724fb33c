import { fail, type Result } from '../../result.ts'
import type { DisplayList, TextMetrics } from '../display-list.ts'
import type { InvitationData } from '../invitation-data.ts'
import { invitationTemplate, invitationLabels as labels } from '../templates/invitation.ts'
import type { LayoutOptions } from './claimant-document.ts'
import { barcode, officerSignature } from './closing.ts'
import { valueFit } from './fields.ts'
import { layoutIn, letterField, letterHead } from './letter.ts'
import { checkGlyphs, type Page, page } from './page.ts'
import { passages } from './passages.ts'
import { plainField } from './plain.ts'

/**
 * “Confirm Your Permanent Residence” on one Letter page in the person's official language: by when to answer first of
 * all, what to tell, and how. It bears no seal: it proves nothing to anybody.
 */
export function layoutInvitation(
  data: InvitationData,
  metrics: TextMetrics,
  options: LayoutOptions = {},
): Result<Page> {
  const template = invitationTemplate(data.issueDate)
  if (!template) return fail('documents.no_template', { date: data.issueDate })
  const layout = layoutIn(data.firstLanguage, metrics)
  const answerBy = letterField('answerBy', labels.answerBy, data.answerBy, 0.34)
  const head = letterHead(layout, template.title, data, () => [
    [letterField('address', labels.address, data.address ?? labels.noAddress, 1)],
    [{ ...answerBy, fit: { ...valueFit, size: 13, oneLine: 9 } }, plainField('clientId', data.clientId, 0.66)],
  ])
  if (!head.ok) return head
  const { first, reminder, tell, answer, privacy } = template
  const sections = [
    data.invitedOn ? reminder : first,
    { ...tell, numbered: true },
    { ...answer, framed: true },
    privacy,
  ]
  const middle = passages(layout, sections, head.value.bottom - 18, aboveFoot)
  if (!middle.ok) return middle
  const bars = barcode(layout, data.documentNumber, 54)
  const nodes = [...head.value.nodes, ...middle.value, ...officerSignature(layout, 66), bars.node]
  const places: DisplayList['places'] = { barcode: bars.box }
  const list = page(layout, template.title, data.documentNumber, nodes, places, options)
  return checkGlyphs(list, metrics, head.value.findings)
}

/** Clear of the officer's hand. */
const aboveFoot = 110

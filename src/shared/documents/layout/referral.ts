import type { Bilingual } from '../../language.ts'
import { fail, type Result } from '../../result.ts'
import type { DisplayList, TextMetrics } from '../display-list.ts'
import type { ReferralData } from '../letter-data.ts'
import { words } from '../templates/labels.ts'
import {
  referralItems as items,
  type ReferralTemplate,
  referralTemplate,
  referralWords as say,
} from '../templates/referral.ts'
import type { LayoutOptions } from './claimant-document.ts'
import { barcode, officerSignature, smallSealBox } from './closing.ts'
import type { Field } from './fields.ts'
import { countryNames, printedDate } from './holder.ts'
import { layoutIn, letterField, letterHead, sentence } from './letter.ts'
import { checkGlyphs, type Page, page } from './page.ts'
import { passages } from './passages.ts'

/**
 * “Confirmation of Referral” on one Letter page in the person's official language: the sixteen items of Schedule 2 to the
 * RPD Rules, each said or said to be missing, and what the person must do now (rule 3(4)).
 */
export function layoutReferral(data: ReferralData, metrics: TextMetrics, options: LayoutOptions = {}): Result<Page> {
  const template = referralTemplate(data.issueDate)
  if (!template) return fail('documents.no_template', { date: data.issueDate })
  const layout = layoutIn(data.firstLanguage, metrics)
  const head = letterHead(layout, template.title, data, () => itemRows(data, template))
  if (!head.ok) return head
  const duties = { ...template.duties, paragraphs: [formOf(data, template), ...template.duties.paragraphs] }
  const middle = passages(layout, [template.referred, { ...duties, numbered: true }], head.value.bottom - 12, aboveFoot)
  if (!middle.ok) return middle
  const bars = barcode(layout, data.documentNumber, 54)
  const nodes = [...head.value.nodes, ...middle.value, ...officerSignature(layout, 66), bars.node]
  const places: DisplayList['places'] = { seal: smallSealBox, barcode: bars.box }
  const list = page(layout, template.title, data.documentNumber, nodes, places, options)
  return checkGlyphs(list, metrics, head.value.findings)
}

/** Clear of the officer's hand and of the seal. */
const aboveFoot = 110

function formOf({ channel, basisOfClaimDue: due }: ReferralData, template: ReferralTemplate): Bilingual {
  if (channel === 'inland') return template.basisOfClaimInland
  if (!due) return template.basisOfClaimNoDay
  const { en, fr } = template.basisOfClaim
  return { en: en.replace('{{due}}', due), fr: fr.replace('{{due}}', due) }
}

const item = (id: keyof typeof items, value: string | Bilingual, share: number): Field =>
  letterField(id, items[id], value, share)

function itemRows(data: ReferralData, template: ReferralTemplate): Field[][] {
  return [
    [
      item('sex', data.sex ? say[data.sex] : say.notRecorded, 0.12),
      item('birthDate', data.birthDate ? printedDate(data.birthDate) : say.notRecorded, 0.2),
      item('clientId', data.clientId ?? words.notAssigned, 0.22),
      item('referredOn', data.referredOn, 0.18),
      item('section', template.section, 0.28),
    ],
    [
      item('eligibility', say.eligible, 0.26),
      item('channel', say[data.channel], 0.3),
      item('language', languageOf(data.officialLanguage), 0.2),
      item('detention', detentionOf(data), 0.24),
    ],
    [item('contact', contactOf(data), 0.52), item('counsel', counselOf(data), 0.48)],
    [
      item('feared', data.fearedCountries.length > 0 ? countryNames(data.fearedCountries) : say.notRecorded, 0.36),
      item('representative', helperOf(data.representative), 0.32),
      item('interpreter', interpreterOf(data.interpreter), 0.32),
    ],
    [item('relatives', relativesOf(data), 0.56), item('notified', template.notified, 0.44)],
    [item('other', otherOf(data), 1)],
  ]
}

const languageOf = (language: ReferralData['officialLanguage']): Bilingual =>
  language === null ? say.notRecorded : language === 'en' ? say.english : say.french

const detentionOf = ({ detention }: ReferralData): Bilingual =>
  detention ? sentence(', ', detention.place, detention.since) : say.notDetained

function contactOf({ contact: { address, phone, email } }: ReferralData): Bilingual {
  return address || phone || email ? sentence('; ', address, phone, email) : say.notRecorded
}

function counselOf({ counsel }: ReferralData): Bilingual {
  if (counsel === null) return say.notRecorded
  if (counsel === 'none') return say.noCounsel
  return sentence(', ', counsel.name ?? say.noName, counsel.contact ?? say.noContact)
}

function helperOf({ needed, name, contact }: ReferralData['representative']): Bilingual {
  if (needed === null) return say.notRecorded
  return needed ? sentence(', ', say.needed, name ?? say.noName, contact ?? say.noContact) : say.notNeeded
}

/** Whether an interpreter is needed, and into what. */
export function interpreterOf({ needed, language, dialect }: ReferralData['interpreter']): Bilingual {
  if (needed === null) return language ? sentence(', ', say.notRecorded, language, dialect) : say.notRecorded
  return needed ? sentence(', ', language ?? say.languageNotRecorded, dialect) : say.notNeeded
}

function relativesOf({ relatives }: ReferralData): Bilingual {
  const one = ({ name, applicationNumber, clientId }: ReferralData['relatives'][number]) =>
    `${name} (${[applicationNumber, clientId].filter(Boolean).join(', ')})`
  return relatives.length > 0 ? sentence('; ', ...relatives.map(one)) : say.noRelatives
}

function otherOf({ seizureNotices, needs }: ReferralData): Bilingual {
  const seized = seizureNotices.length > 0 ? sentence(' ', say.seized, seizureNotices.join(', ')) : null
  const part = needs ? { en: `${say.needs.en}: ${needs}`, fr: `${say.needs.fr}\u00a0: ${needs}` } : null
  return seized || part ? sentence('. ', seized, part) : say.nothingElse
}

import { eyeWords, maritalWords, roleWords } from '../../domain/residence-words.ts'
import type { Bilingual } from '../../language.ts'
import { fail, type Result } from '../../result.ts'
import type { DisplayList, PageNode, TextMetrics } from '../display-list.ts'
import type { Finding } from '../finding.ts'
import type { ResidenceData } from '../residence-data.ts'
import { labels, words } from '../templates/labels.ts'
import { residenceLabels, residenceTemplate } from '../templates/residence.ts'
import type { LayoutOptions } from './claimant-document.ts'
import { barcode, closingTop, sealBox, signature } from './closing.ts'
import { type Field, fieldTable, valueFit } from './fields.ts'
import { countryNames, type Holder, holderNames, nameRows, printedDate } from './holder.ts'
import { checkGlyphs, type Page, page, photoBox, portrait } from './page.ts'
import { bothOnALine, header, headerBottom, innerWidth, type Layout, margin, node, right, text } from './parts.ts'
import { passages } from './passages.ts'
import { layoutFor, plainField } from './plain.ts'

/**
 * The confirmation of permanent residence on one Letter page, which its holder prints and signs. Pure: the same data and
 * faces give the same list. Fails with `documents.glyph_missing`, `.name_not_latin`, `.name_too_long`, `.value_too_long`,
 * `.page_full`, `.no_template`.
 */
export function layoutResidence(data: ResidenceData, metrics: TextMetrics, options: LayoutOptions = {}): Result<Page> {
  const template = residenceTemplate(data.issueDate)
  if (!template) return fail('documents.no_template', { date: data.issueDate })
  const layout = layoutFor(data.firstLanguage, metrics)
  const holder = holderNames(data, metrics)
  if (!holder.ok) return holder
  const photo = data.portraitSha256 ? portrait(layout) : undefined
  const x = photo ? photoBox.x + photoBox.width + 16 : margin
  const who = fieldTable(layout, identityRows(data, holder.value), x, right - x, headerBottom - 6)
  if (!who.ok) return who
  const below = Math.min(who.value.bottom, photo ? photoBox.y - 8 : who.value.bottom) - 2
  const status = fieldTable(layout, statusRows(data), margin, innerWidth, below)
  if (!status.ok) return status
  const sections = [
    template.statements,
    ...(data.conditions.length > 0
      ? [{ heading: labels.conditions, paragraphs: data.conditions, numbered: true }]
      : []),
    { ...template.signing, framed: true },
  ]
  const middle = passages(layout, sections, status.value.bottom - 14, closingTop)
  if (!middle.ok) return middle
  const bars = barcode(layout, data.documentNumber, 54)
  const nodes = [
    ...header(layout, template.title, 15, data.documentNumber),
    ...(photo ? [photo.node] : []),
    who.value.node,
    status.value.node,
    ...middle.value,
    ...signatures(layout, data),
    bars.node,
  ]
  const places: DisplayList['places'] = { ...(photo ? { photo: photo.box } : {}), seal: sealBox, barcode: bars.box }
  const reduced: Finding[] = who.value.reduced.length > 0 ? [{ code: 'documents.name_reduced', params: {} }] : []
  return checkGlyphs(page(layout, template.title, data.documentNumber, nodes, places, options), metrics, [
    ...holder.value.findings,
    ...reduced,
  ])
}

/** Where the officer's electronic signature stands, and beneath it the hand of the holder or the parent. */
const officerY = 108
const holderY = 64
/** Clear of a bar code of fourteen letters on the left and of the seal on the right. */
const signingX = 232
const signingWidth = 212

function signatures(layout: Layout, data: ResidenceData): PageNode[] {
  const hand = data.signedBy === 'parent' ? residenceLabels.parentSignature : residenceLabels.holderSignature
  const style = { size: 8, face: 'bold' } as const
  const signed = `${data.issuedBy} · ${data.issueDate}`
  return [
    node('P', [
      ...bothOnALine(layout, residenceLabels.signedElectronically, signingX, officerY + 13, {
        size: 6.5,
        face: 'regular',
      }),
      text(signingX, officerY + 3, style.size, style.face, signed),
    ]),
    ...signature(layout, labels.officerSignature, signingX, officerY, signingWidth),
    ...signature(layout, hand, signingX, holderY, signingWidth),
  ]
}

const own = (id: keyof typeof residenceLabels, value: Field['value'], share: number): Field => ({
  id,
  label: residenceLabels[id],
  value,
  share,
  fit: valueFit,
})

const said = (word: Bilingual | undefined): Bilingual => word ?? words.notKnown

function identityRows(data: ResidenceData, holder: Holder): Field[][] {
  return [
    ...nameRows(holder),
    [
      plainField('birthDate', printedDate(data.birthDate), 0.34),
      plainField('sex', data.sex ?? words.notKnown, 0.33),
      plainField('clientId', data.clientId, 0.33),
    ],
    [
      own('birthPlace', data.birthPlace ?? words.notKnown, 0.5),
      plainField('countryOfBirth', data.countryOfBirth?.name ?? words.notEstablished, 0.5),
    ],
    [
      plainField('citizenships', countryNames(data.citizenships), 0.5),
      own('maritalStatus', said(data.maritalStatus ? maritalWords[data.maritalStatus] : undefined), 0.5),
    ],
  ]
}

function statusRows(data: ResidenceData): Field[][] {
  const { passport } = data
  return [
    [
      own('residentSince', data.residentSince, 0.4),
      own('category', data.category, 0.2),
      own('familyRole', roleWords[data.familyRole], 0.4),
    ],
    [
      own('passport', passport?.number ?? words.notKnown, 0.25),
      own('passportExpiry', passport?.validUntil ?? words.notKnown, 0.33),
      own('passportCountry', passport?.country.name ?? words.notKnown, 0.42),
    ],
    [
      own('height', data.heightCm === null ? words.notKnown : `${data.heightCm}\u00a0cm`, 0.25),
      own('eyeColour', said(data.eyeColour ? eyeWords[data.eyeColour] : undefined), 0.33),
      plainField('applicationNumber', data.applicationNumber, 0.42),
    ],
    [own('address', data.address ?? residenceLabels.noAddress, 1)],
    [
      plainField('issueDate', data.issueDate, 0.22),
      plainField('office', data.office, 0.54),
      plainField('issuedBy', data.issuedBy, 0.24),
    ],
  ]
}

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fieldText, inks } from '../../../src/shared/documents/display-list.ts'
import { layoutAcknowledgement } from '../../../src/shared/documents/layout/acknowledgement.ts'
import { layoutClaimantDocument } from '../../../src/shared/documents/layout/claimant-document.ts'
import type { Page } from '../../../src/shared/documents/layout/page.ts'
import type { Result } from '../../../src/shared/result.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { ownScripts } from '../../support/own-scripts.ts'
import { acknowledged, claimant, fonts } from './samples.ts'
import { expectTidy } from './tidy.ts'

/** With the real fonts: what is measured is what is printed. */

const name = fc
  .string({ unit: fc.constantFrom(...'AAEINORSTwm ÉỄŞ-’'), minLength: 1, maxLength: 120 })
  .filter((each) => each.trim() !== '')
const sentence = fc.lorem({ maxCount: 14 })
const both = fc.record({ en: sentence, fr: sentence })
const country = fc.record({
  code: fc.constant('COD'),
  name: fc.constantFrom(
    { en: 'Democratic Republic of the Congo', fr: 'République démocratique du Congo' },
    { en: 'Syria', fr: 'Syrie' },
  ),
})
const shared = {
  familyName: name,
  givenNames: name,
  nativeName: fc.constantFrom(null, 'محمد الأحمد', 'ሰላም ተስፋዬ', 'Nguyễn Thị Ánh Đào'),
  citizenships: fc.array(country, { maxLength: 2 }),
  clientId: fc.constantFrom(null, '1234-5678'),
  applicationNumber: fc.constantFrom(null, 'E000482193'),
  birthDate: fc.constantFrom(null, '1985', '1985-04', '1985-04-23'),
  ifhp: fc.boolean(),
  firstLanguage: fc.constantFrom('en' as const, 'fr' as const),
}
const claimants = fc.record({
  ...shared,
  countryOfBirth: fc.option(country),
  conditions: fc.array(both, { maxLength: 8 }),
  remarks: fc.option(both),
  replacement: fc.boolean(),
  replacesNumber: fc.constantFrom(null, 'R000123456', 'WWWWWWWWWWWW'),
  legacy: fc.boolean(),
})

const documentOf = ({ legacy, ...change }: { legacy: boolean } & Parameters<typeof claimant>[0]): Result<Page> =>
  layoutClaimantDocument(
    claimant(
      legacy
        ? { ...change, kind: 'RPCD_legacy', sex: 'X', eligibility: { decision: 'ineligible', date: '2026-11-21' } }
        : change,
    ),
    fonts.metrics,
  )

test('whatever the data, nothing on the document overlaps, leaves the margins or stands in the place of the seal', () => {
  fc.assert(
    fc.property(claimants, (change) => {
      const page = documentOf(change)
      if (page.ok) expectTidy(page.value.list)
      else expect(['documents.page_full', 'documents.name_too_long']).toContain(page.failure.code)
    }),
    { numRuns: 100 },
  )
})

test('whatever the data, nothing on the letter overlaps, leaves the margins or stands in the place of the seal', () => {
  const letters = fc.record({
    ...shared,
    suspended: fc.boolean(),
    appointment: fc.constantFrom(null, acknowledged().appointment),
  })
  fc.assert(
    fc.property(letters, (change) => {
      const page = layoutAcknowledgement(acknowledged(change), fonts.metrics)
      if (page.ok) expectTidy(page.value.list)
      else expect(['documents.page_full', 'documents.name_too_long']).toContain(page.failure.code)
    }),
    { numRuns: 60 },
  )
})

const printed = (change: Parameters<typeof claimant>[0]) =>
  [...inks(unwrap(layoutClaimantDocument(claimant(change), fonts.metrics)).list.root)].map((ink) =>
    'text' in ink ? ink.text : '',
  )

test('the health program is named only for people who are covered, and in both languages in the same size', () => {
  expect(printed({ ifhp: false }).join()).not.toContain('Health Program')
  const { list } = unwrap(layoutClaimantDocument(claimant(), fonts.metrics))
  const sizes = [...inks(list.root)].flatMap((ink) =>
    ink.kind === 'text' && /Interim Federal Health|Programme fédéral de santé/.test(ink.text) ? [ink.size] : [],
  )
  expect(new Set(sizes.map((size) => Math.round(size))).size).toBeLessThanOrEqual(2) // heading and text
  expect(sizes.length).toBeGreaterThanOrEqual(2)
})

test('the identity document shows neither sex nor eligibility; the former document shows both', () => {
  expect(printed({}).join()).not.toMatch(/Sex|Eligib/)
  const former = unwrap(documentOf({ legacy: true })).list
  expect(fieldText(former)).toContain('Ineligible, 2026-11-21')
})

test('what the seal covers is every value on the paper and no wording', () => {
  const { list } = unwrap(layoutClaimantDocument(claimant(), fonts.metrics))
  expect(fieldText(list).split('\t')).toEqual([
    'AL-AHMAD',
    'MUHAMMAD YUSUF',
    'محمد يوسف الأحمد',
    '1991-04-23',
    '11-2048-1930',
    'E000482193',
    'Syria / Syrie',
    'Syria / Syrie',
    '2026-11-22',
    '2032-11-21',
    'BP7100000',
    'Toronto Pearson International Airport / Aéroport international Pearson de Toronto',
    'Officer 41877',
    'IRCANAL<AHMAD<<MUHAMMAD<YUSUF<<<<<<< R482193701SYR9104230<3211216<<<<<<<4',
  ])
})

test('unknown parts of a date of birth are printed as X, a number not assigned in words', () => {
  const values = fieldText(
    unwrap(layoutClaimantDocument(claimant({ birthDate: '1985', clientId: null }), fonts.metrics)).list,
  )
  expect(values).toContain('1985-XX-XX')
  expect(values).toContain('Not assigned yet / Pas encore attribué')
})

test('the letter gives the appointment with its weekday in both languages', () => {
  const values = fieldText(unwrap(layoutAcknowledgement(acknowledged(), fonts.metrics)).list)
  expect(values).toContain('Monday 2026-12-14 / lundi 2026-12-14')
  expect(values).toContain('09:30 / 09 h 30')
})

test('a letter sent before a photograph is accepted has none, and names reach across the sheet', () => {
  const { list } = unwrap(layoutAcknowledgement(acknowledged({ portraitSha256: null }), fonts.metrics))
  expect(list.places.photo).toBeUndefined()
  expectTidy(list)
})

test.each(ownScripts)(
  'however high marks are stacked, a name clears its label and its rule: $code',
  ({ face, hard }) => {
    for (const nativeName of [...hard, hard.join(' ').slice(0, 30).trim()]) {
      const { list, findings } = unwrap(layoutClaimantDocument(claimant({ nativeName }), fonts.metrics))
      expect(findings).toEqual([])
      expectTidy(list)
      const ink = [...inks(list.root)].find((each) => each.kind === 'text' && each.text === nativeName.normalize('NFC'))
      if (ink?.kind !== 'text') throw new Error('The name is not on the page')
      const rules = [...inks(list.root)].flatMap((each) => (each.kind === 'rect' && each.y < ink.y ? [each.y] : []))
      const { below } = fonts.metrics.reach(face, ink.text, ink.size)
      expect(ink.y - below - Math.max(...rules)).toBeGreaterThan(1)
    }
  },
)

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pageText } from '../../../src/main/documents/page-picture.ts'
import { type PlainPaper, renderPlainPaper } from '../../../src/main/documents/render.ts'
import { textOf } from '../../../src/shared/documents/display-list.ts'
import { layoutClaimantDocument } from '../../../src/shared/documents/layout/claimant-document.ts'
import { layoutConditions } from '../../../src/shared/documents/layout/conditions.ts'
import { layoutCover } from '../../../src/shared/documents/layout/cover.ts'
import { layoutNoticeOfSeizure } from '../../../src/shared/documents/layout/notice-of-seizure.ts'
import { mostSeizedOnNotice } from '../../../src/shared/documents/plain-data.ts'
import { conditionsOnDocument, conditionsThatHold } from '../../../src/shared/documents/templates/conditions.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { missingInk, rasterise } from '../../support/ink.ts'
import { claimant, conditionsSheet, coverSheet, fonts, seizureNotice } from './samples.ts'
import { expectTidy } from './tidy.ts'

/** The plain papers of a pack, with the real fonts. */

const name = fc
  .string({ unit: fc.constantFrom(...'AAEINORSTwm ÉỄŞ-’'), minLength: 1, maxLength: 90 })
  .filter((each) => each.trim() !== '')
const words = (maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...'aeinorst éè'), minLength: 1, maxLength }).filter((each) => each.trim() !== '')
const people = {
  familyName: name,
  givenNames: name,
  nativeName: fc.constantFrom(null, 'محمد الأحمد', 'ሰላም ተስፋዬ'),
  clientId: fc.constantFrom(null, '1234-5678'),
  firstLanguage: fc.constantFrom('en' as const, 'fr' as const),
}
const facts = fc.record({
  letIn: fc.boolean(),
  minor: fc.boolean(),
  departureOrder: fc.constantFrom('conditional' as const, 'in_force' as const, 'none' as const),
})

test('whatever the data, nothing on the notice of seizure overlaps or leaves the margins', () => {
  const seized = fc.array(
    fc.record({
      what: fc.constant({ en: 'Residence permit', fr: 'Titre de séjour' }),
      number: fc.option(fc.constantFrom('N004410927', 'ABC 1234567890')),
      country: fc.constantFrom(null, { code: 'SYR', name: { en: 'Syria', fr: 'Syrie' } }),
      on: fc.constant('2026-11-22'),
      place: words(200),
      ground: words(500),
    }),
    { minLength: 1, maxLength: mostSeizedOnNotice },
  )
  fc.assert(
    fc.property(fc.record({ ...people, seized }), (change) => {
      const page = layoutNoticeOfSeizure(seizureNotice(change), fonts.metrics)
      if (page.ok) expectTidy(page.value.list)
      else expect(page.failure.code).toBe('documents.name_too_long')
    }),
    { numRuns: 60 },
  )
})

test('whoever it is for, the conditions fit on their sheet with every condition that holds', () => {
  fc.assert(
    fc.property(fc.record(people), facts, (change, told) => {
      const conditions = conditionsThatHold('2026-11-22', told).map(({ text, citation }) => ({ text, citation }))
      const page = layoutConditions(conditionsSheet({ ...change, conditions }), fonts.metrics)
      if (page.ok) expectTidy(page.value.list)
      else expect(page.failure.code).toBe('documents.name_too_long')
    }),
    { numRuns: 60 },
  )
})

test('the checklist holds a family of nine with four papers each, and nothing overlaps', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 4 }), name, (members, papers, givenNames) => {
      const [one] = coverSheet().members
      const row = one?.papers[0]
      if (!one || !row) throw new Error('No sample')
      const page = layoutCover(
        coverSheet({
          members: Array.from({ length: members }, () => ({
            ...one,
            givenNames,
            papers: Array.from({ length: papers }, () => row),
          })),
        }),
        fonts.metrics,
      )
      if (page.ok) expectTidy(page.value.list)
      else expect(page.failure.code).toBe('documents.name_too_long')
    }),
    { numRuns: 40 },
  )
})

const papers: readonly PlainPaper[] = [
  { kind: 'seizure', data: seizureNotice() },
  { kind: 'conditions', data: conditionsSheet() },
  { kind: 'cover', data: coverSheet() },
]
test.each(papers)('subset fonts print the same ink as whole fonts, and the number is read: $kind', async (paper) => {
  const drawn = async (subset: boolean) => unwrap(await renderPlainPaper(paper, fonts, { subset })).pdf
  const subset = await drawn(true)
  const [whole, part] = [await rasterise(await drawn(false)), await rasterise(subset)]
  expect(missingInk(whole, part)).toBeLessThan(0.0005)
  expect(missingInk(part, whole)).toBeLessThan(0.0005)
  expect(await pageText(subset, 0)).toContain(paper.data.documentNumber)
})

test('a notice says of each document what it is, where and why it was seized, in the office’s own words', async () => {
  const paper: PlainPaper = { kind: 'seizure', data: seizureNotice() }
  const text = (await pageText(unwrap(await renderPlainPaper(paper, fonts)).pdf, 0)).replace(/\s+/g, ' ')
  for (const { number, place, ground } of seizureNotice().seized) {
    if (number) expect(text).toContain(number)
    expect(text).toContain(place)
    expect(text).toContain(ground)
  }
  expect(text).toMatch(/254\(1\)/)
})

test('every condition stands on the identity document, or the document names their sheet and says so', () => {
  const told = { letIn: true, minor: false, departureOrder: 'conditional' } as const
  const conditions = [...conditionsOnDocument('2026-11-22', told)]
  expect(conditions.length).toBeGreaterThan(4)
  const plain = unwrap(layoutClaimantDocument(claimant({ conditions }), fonts.metrics))
  expect(plain.findings).toEqual([])
  const long = 'Ramanantsoa Andrianampoinimerina '.repeat(4).trim()
  const crowded = unwrap(
    layoutClaimantDocument(claimant({ conditions, familyName: long, givenNames: long }), fonts.metrics),
  )
  const said = crowded.findings.map(({ code }) => code)
  expect(said).toContain('documents.name_reduced')
  const text = textOf(crowded.list.root)
  if (said.includes('documents.conditions_apart')) expect(text).toContain('on the separate sheet')
  else expect(text).toContain('Report in person')
})

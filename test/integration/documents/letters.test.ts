import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pageText } from '../../../src/main/documents/page-picture.ts'
import { type LetterPaper, renderLetter } from '../../../src/main/documents/render.ts'
import { layoutInterview } from '../../../src/shared/documents/layout/interview.ts'
import { layoutPreparation } from '../../../src/shared/documents/layout/preparation.ts'
import { layoutReferral } from '../../../src/shared/documents/layout/referral.ts'
import { mostLacking } from '../../../src/shared/documents/letter-data.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { missingInk, rasterise } from '../../support/ink.ts'
import { bareReferral, fonts, interviewNotice, preparationSheet, referralLetter } from './samples.ts'
import { expectTidy } from './tidy.ts'

/** Letters in one language, with the real fonts. */

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
const refusals = ['documents.name_too_long', 'documents.value_too_long', 'documents.page_full']

test('whatever the data, nothing on a confirmation of referral overlaps or leaves the margins', () => {
  const relatives = fc.array(
    fc.constant({ name: 'Al-Ahmad, Amina', applicationNumber: 'E000482194', clientId: null }),
    {
      maxLength: 8,
    },
  )
  const change = fc.record({ ...people, relatives, needs: fc.option(words(200), { nil: null }) })
  fc.assert(
    fc.property(change, fc.constantFrom(referralLetter, bareReferral), (data, sample) => {
      const page = layoutReferral(sample(data), fonts.metrics)
      if (page.ok) expectTidy(page.value.list)
      else expect(refusals).toContain(page.failure.code)
    }),
    { numRuns: 60 },
  )
})

test('whatever the data, nothing on an interview notice overlaps or leaves the margins', () => {
  fc.assert(
    fc.property(fc.record({ ...people, place: words(200) }), (data) => {
      const page = layoutInterview(interviewNotice(data), fonts.metrics)
      if (page.ok) expectTidy(page.value.list)
      else expect(refusals).toContain(page.failure.code)
    }),
    { numRuns: 60 },
  )
})

test('whatever the data, nothing on a preparation sheet overlaps or leaves the margins', () => {
  const lacking = fc
    .array(words(120), { maxLength: mostLacking })
    .map((all) => all.map((each) => ({ en: each, fr: each })))
  fc.assert(
    fc.property(fc.record({ ...people, place: words(200), lacking }), (data) => {
      const page = layoutPreparation(preparationSheet(data), fonts.metrics)
      if (page.ok) expectTidy(page.value.list)
      else expect(refusals).toContain(page.failure.code)
    }),
    { numRuns: 60 },
  )
})

test.each(['en', 'fr'] as const)('a preparation sheet with the longest list fits on its page: %s', (firstLanguage) => {
  const long = {
    en: 'A copy of your passport or of another identity paper, or why you have none',
    fr: 'Une copie de votre passeport ou d’une autre pièce d’identité, ou la raison pour laquelle vous n’en avez pas',
  }
  const lacking = Array.from({ length: mostLacking }, () => long)
  const page = layoutPreparation(preparationSheet({ firstLanguage, lacking }), fonts.metrics)
  expect(page.ok ? page.value.findings : page.failure).toEqual([])
})

test.each(['en', 'fr'] as const)('an ordinary letter fits on its page: %s', (firstLanguage) => {
  for (const page of [
    layoutReferral(referralLetter({ firstLanguage }), fonts.metrics),
    layoutReferral(bareReferral({ firstLanguage }), fonts.metrics),
    layoutInterview(interviewNotice({ firstLanguage }), fonts.metrics),
    layoutPreparation(preparationSheet({ firstLanguage }), fonts.metrics),
  ])
    expect(page.ok ? page.value.findings : page.failure).toEqual([])
})

const textOf = async (paper: LetterPaper) =>
  (await pageText(unwrap(await renderLetter(paper, fonts)).pdf, 0)).replace(/\s+/g, ' ')

test('a confirmation of referral bears every item of Schedule 2 by its number', async () => {
  const text = await textOf({ kind: 'referral', data: referralLetter() })
  for (let item = 1; item <= 16; item++) expect(text).toMatch(new RegExp(`(^| )${item}\\. [A-Z]`))
  for (const part of ['Leila Haddad', 'Somali, Maay', 'E000482194', 'E000482193S1', '2027-01-06', 'sign-language'])
    expect(text).toContain(part)
})

test('what nobody recorded is said in words, and no item is left blank', async () => {
  const text = await textOf({ kind: 'referral', data: bareReferral() })
  expect(text.match(/Not recorded/g)?.length).toBe(8)
  for (const part of ['No detention is recorded', 'Not assigned yet', 'ask the issuing office for the day'])
    expect(text).toContain(part)
})

test('a letter speaks the person’s own official language, and no other', async () => {
  const english = await textOf({ kind: 'interview', data: interviewNotice() })
  const french = await textOf({ kind: 'interview', data: interviewNotice({ firstLanguage: 'fr' }) })
  expect(english).toContain('Notice to Return for Interview')
  expect(english).not.toContain('Avis de convocation')
  for (const part of ['Avis de convocation à une entrevue', 'lundi 2026-12-14', '9 h 30', 'heure de l’Est'])
    expect(french).toContain(part)
  expect(french).not.toContain('Notice to Return')
})

test('a preparation sheet says when and where, what lacks, what to bring and what will be asked; or that nothing lacks', async () => {
  const text = await textOf({ kind: 'preparation', data: preparationSheet() })
  for (const part of [
    'Monday 2026-12-14',
    'A photo of you',
    'due 2026-12-01',
    'The notice of this interview',
    '8. Which',
  ])
    expect(text).toContain(part)
  expect(text).not.toContain('Nothing is known')
  const complete = await textOf({ kind: 'preparation', data: preparationSheet({ lacking: [], firstLanguage: 'fr' }) })
  expect(complete).toContain('Rien ne manque')
})

test.each([
  { kind: 'referral', data: referralLetter() },
  { kind: 'interview', data: interviewNotice() },
  { kind: 'preparation', data: preparationSheet() },
] satisfies LetterPaper[])('subset fonts print the same ink as whole fonts: $kind', async (paper) => {
  const drawn = async (subset: boolean) => unwrap(await renderLetter(paper, fonts, { subset })).pdf
  const [whole, part] = [await rasterise(await drawn(false)), await rasterise(await drawn(true))]
  expect(missingInk(whole, part)).toBeLessThan(0.0005)
  expect(missingInk(part, whole)).toBeLessThan(0.0005)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { pageCount, pageText } from '../../../src/main/documents/page-picture.ts'
import { forms } from '../../../src/shared/forms/forms.ts'
import { filledClaim } from '../../support/claims.ts'
import type { TestDesk } from '../../support/desk.ts'
import { borderDesk } from '../../support/set-up.ts'

let test_: TestDesk
let claimId: string
beforeAll(async () => {
  test_ = await borderDesk()
  claimId = (await filledClaim(test_, 'Paper')).claimId
  await test_.desk.record.set({
    claimId,
    fields: {
      'row.addresses.0198c0de-0000-7000-8000-0000000000a1': { from: '2019-03', city: 'Homs', country: 'SYR' },
      'record.past.detained': { yes: true, text: 'Two nights, for a leaflet' },
      'record.who.religion': 'حنفي',
    },
    source: 'typed',
    bases: [],
  })
})
afterAll(() => test_.close())

async function textOf(
  form: string,
  how: { filled: boolean; large?: boolean; language?: 'en' | 'fr' },
): Promise<string> {
  const { filled, large = false, language = 'en' } = how
  await test_.desk.record.printForm({ claimId, form, language, filled, large })
  const pdf = test_.printed.at(-1) ?? new Uint8Array()
  const pages = Array.from({ length: await pageCount(pdf) }, (_, page) => pageText(pdf, page))
  return (await Promise.all(pages)).join('\n').replaceAll(/\s+/g, ' ')
}

test('every form prints blank in both languages, each page with its number', async () => {
  for (const { id, title } of forms) {
    const french = await textOf(id, { filled: false, language: 'fr' })
    expect(french).toContain('Page 1 de')
    expect(french).toContain(title.fr.slice(0, 12))
  }
}, 60_000)

test('with what is known it holds the answers, by whom they are and no others', async () => {
  const filled = await textOf('imm5669', { filled: true })
  expect(filled).toContain('Two nights, for a leaflet')
  expect(filled).toContain('Homs')
  expect(await textOf('imm5669', { filled: false })).not.toContain('Homs')
  // A script that this face does not hold does not keep the form from being printed.
  expect(await textOf('boc', { filled: true })).toContain('PAPER'.charAt(0))
}, 60_000)

test('the additional dependants print blank and filled, each with what the form asks of them', async () => {
  const row = 'row.dependants.0198c0de-0000-7000-8000-0000000000d1'
  const who = { relation: 'child_under_22', familyName: 'PAPER', givenNames: 'Noor', birthDate: '2014-05' }
  const more = { birthCountry: 'SYR', citizenship: 'SYR', residence: 'LBN', comesAlong: false, language: 'ar' }
  await test_.desk.record.set({ claimId, fields: { [row]: { ...who, ...more } }, source: 'paper', bases: [] })
  const { findings } = await test_.desk.record.get({ claimId })
  expect(findings.filter(({ at }) => at.in === 'form' && at.item === 'dependants')).toEqual([])
  const french = await textOf('imm0008dep', { filled: true, language: 'fr' })
  for (const part of ['Noor', 'Enfant de moins de 22 ans', 'Liban', 'arabe', '2014-05']) expect(french).toContain(part)
  const blank = await textOf('imm0008dep', { filled: false })
  expect(blank).not.toContain('Noor')
  expect(blank).toContain('Passport or travel document number')
  // A row that says too little is found where it is mended.
  await test_.desk.record.correct({ claimId, fields: { [row]: who }, reason: 'the rest is not known', bases: [] })
  const { findings: now } = await test_.desk.record.get({ claimId })
  expect(now.some(({ at }) => at.in === 'form' && at.form === 'imm0008dep' && at.item === 'dependants')).toBe(true)
}, 60_000)

test('large print takes more pages', async () => {
  await textOf('boc', { filled: false })
  const usual = await pageCount(test_.printed.at(-1) ?? new Uint8Array())
  await textOf('boc', { filled: false, large: true })
  expect(await pageCount(test_.printed.at(-1) ?? new Uint8Array())).toBeGreaterThan(usual)
}, 60_000)

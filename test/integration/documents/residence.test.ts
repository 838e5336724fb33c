import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { pageText } from '../../../src/main/documents/page-picture.ts'
import { type RenderOptions, renderResidence } from '../../../src/main/documents/render.ts'
import { residenceSealing } from '../../../src/main/documents/sealing.ts'
import { verifyPaper } from '../../../src/main/seals/verify-paper.ts'
import { fieldText } from '../../../src/shared/documents/display-list.ts'
import { layoutResidence } from '../../../src/shared/documents/layout/residence.ts'
import type { ResidenceData } from '../../../src/shared/documents/residence-data.ts'
import { eyeColours, familyRoles, maritalStatuses } from '../../../src/shared/domain/residence-words.ts'
import { ok, unwrap } from '../../../src/shared/result.ts'
import { missingInk, rasterise } from '../../support/ink.ts'
import { portraitJpeg } from '../../support/portraits.ts'
import { scanned } from '../../support/scanned.ts'
import { testKey, trustIn } from '../../support/seals.ts'
import { fonts, portrait, residence } from './samples.ts'
import { expectTidy } from './tidy.ts'

/** The confirmation of permanent residence, with the real fonts. */

// A page is looked at in many places, on computers that do much else.
vi.setConfig({ testTimeout: 90_000 })

const key = testKey()
const signer = { signer: 'CA01', reference: '1F', privateKey: key.privateKey }
const verifying = {
  trust: trustIn(key.certificate),
  today: '2026-11-26',
  ocrb: () => new Uint8Array(readFileSync('assets/fonts/OCRB.otf')),
}

const drawn = async (data: ResidenceData = residence(), options: RenderOptions = {}) =>
  unwrap(await renderResidence(data, data.portraitSha256 ? portrait : undefined, fonts, options))
const sealed = (data: ResidenceData = residence()) => drawn(data, { seal: residenceSealing(data, signer) })
const valuesOf = (data: ResidenceData) => fieldText(unwrap(layoutResidence(data, fonts.metrics)).list).split('\t')
const textOf = async (data: ResidenceData) => (await pageText((await drawn(data)).pdf, 0)).replace(/\s+/g, ' ')
const codes = (findings: readonly { code: string }[]) => findings.map(({ code }) => code)

test('every value of the record stands on the paper, and is what the seal covers', () => {
  expect(valuesOf(residence())).toEqual([
    'AL-AHMAD',
    'MUHAMMAD YUSUF',
    '1991-04-23',
    'M',
    '11-2048-1930',
    'Aleppo',
    'Syria / Syrie',
    'Syria / Syrie',
    'Married / Marié(e)',
    '2026-11-22',
    'CR9',
    'Principal applicant / Demandeur principal',
    'N004410927',
    '2029-03-01',
    'Syria / Syrie',
    '178 cm',
    'Brown / Bruns',
    'E000482193',
    '1200 Main Street, Cornwall, ON  K6H 5R5',
    '2026-11-22',
    'Toronto Pearson International Airport / Aéroport international Pearson de Toronto',
    'Officer 41877',
  ])
})

test('the holder signs from the age of 14, a parent for a younger child, under the officer’s electronic signature', async () => {
  const [own, child] = [await textOf(residence()), await textOf(residence({ signedBy: 'parent' }))]
  for (const text of [own, child]) expect(text).toContain('Signed electronically / Signé électroniquement')
  expect(own).toContain('Signature of the permanent resident')
  expect(own).not.toContain('Signature of a parent or guardian')
  expect(child).toContain('Signature of a parent or guardian')
  expect(child).not.toContain('Signature of the permanent resident')
})

test('what the record does not hold is said in words', () => {
  const bare = residence({
    ...{ birthDate: '1991', birthPlace: null, countryOfBirth: null, sex: null, maritalStatus: null, citizenships: [] },
    ...{ passport: null, heightCm: null, eyeColour: null, address: null },
  })
  const values = valuesOf(bare)
  expect(values.filter((value) => value === 'Not known / Inconnu').length).toBe(8)
  for (const value of ['1991-XX-XX', 'Not established / Non établi', 'Not confirmed yet / Pas encore confirmée'])
    expect(values).toContain(value)
})

const name = fc
  .string({ unit: fc.constantFrom(...'AAEINORSTwm ÉỄŞ-’'), minLength: 1, maxLength: 110 })
  .filter((each) => each.trim() !== '')
const place = fc
  .string({ unit: fc.constantFrom(...'aeinorst éè,'), minLength: 1, maxLength: 100 })
  .filter((each) => each.trim() !== '')
const congo = { code: 'COD', name: { en: 'Democratic Republic of the Congo', fr: 'République démocratique du Congo' } }
const data = fc.record({
  familyName: name,
  givenNames: name,
  birthPlace: fc.option(place),
  countryOfBirth: fc.constantFrom(null, congo),
  citizenships: fc.array(fc.constant(congo), { maxLength: 3 }),
  maritalStatus: fc.option(fc.constantFrom(...maritalStatuses)),
  eyeColour: fc.option(fc.constantFrom(...eyeColours)),
  familyRole: fc.constantFrom(...familyRoles),
  heightCm: fc.option(fc.integer({ min: 30, max: 260 })),
  address: fc.option(place),
  documentNumber: fc.constantFrom('T12345678901', 'T1234567890123'),
  signedBy: fc.constantFrom('holder' as const, 'parent' as const),
  conditions: fc.array(fc.record({ en: fc.lorem({ maxCount: 14 }), fr: fc.lorem({ maxCount: 16 }) }), { maxLength: 4 }),
  firstLanguage: fc.constantFrom('en' as const, 'fr' as const),
  portraitSha256: fc.constantFrom(null, residence().portraitSha256),
})

test('whatever the data, nothing on it overlaps, leaves the margins or stands in the place of the seal', () => {
  fc.assert(
    fc.property(data, (change) => {
      const page = layoutResidence(residence(change), fonts.metrics)
      if (page.ok) expectTidy(page.value.list)
      else
        expect(['documents.page_full', 'documents.name_too_long', 'documents.value_too_long']).toContain(
          page.failure.code,
        )
    }),
    { numRuns: 100 },
  )
})

test.each(['en', 'fr'] as const)('an ordinary confirmation fits on its page: %s', (firstLanguage) => {
  for (const portraitSha256 of [null, residence().portraitSha256]) {
    const page = layoutResidence(residence({ firstLanguage, portraitSha256 }), fonts.metrics)
    expect(page.ok ? page.value.findings : page.failure).toEqual([])
  }
})

test('subset fonts print the same ink as whole fonts', async () => {
  const whole = await rasterise((await drawn(residence(), { subset: false })).pdf)
  const part = await rasterise((await drawn(residence(), { subset: true })).pdf)
  expect(missingInk(whole, part)).toBeLessThan(0.0005)
  expect(missingInk(part, whole)).toBeLessThan(0.0005)
})

test('the same data, portrait and seal give the same bytes', async () => {
  const { pdf, seal, sha256 } = await sealed()
  const again = await drawn(residence(), { seal: async () => ok(seal ?? new Uint8Array()) })
  expect(again.sha256).toBe(sha256)
  expect(again.pdf).toEqual(pdf)
})

test.each([
  ['with its photo', residence(), ['PORTRAIT_NOT_COMPARED', 'COPY_NOT_DETECTED']],
  ['before a photo is accepted', residence({ portraitSha256: null }), ['COPY_NOT_DETECTED']],
] as const)('%s, printed and scanned, it is valid and names its holder', async (_, paper, findings) => {
  const { pdf } = await sealed(paper)
  const judged = unwrap(await verifyPaper(await scanned(pdf, { dpi: 200, turned: 0.7, noise: 12 }), verifying))
  expect([judged.status, codes(judged.findings), judged.profile?.id]).toEqual([
    'VALID',
    findings,
    'residence_confirmation',
  ])
  const said = Object.fromEntries(judged.messages.map(({ tag, value }) => [tag, value]))
  expect(said).toMatchObject({ 2: expect.stringContaining('AL<AHMAD<<MUHAMMAD<YUSUF'), 3: '1120481930' })
  const digest = createHash('sha256').update(valuesOf(paper).join('\t').normalize('NFC')).digest('hex')
  expect(digest.startsWith(String(said[8]))).toBe(true)
})

test('another face under the seal of the true one is found', async () => {
  const { seal } = await sealed()
  const other = await portraitJpeg(7)
  const forged = residence({ portraitSha256: createHash('sha256').update(other).digest('hex') })
  const options = { seal: async () => ok(seal ?? new Uint8Array()) }
  const { pdf } = unwrap(await renderResidence(forged, other, fonts, options))
  const judged = unwrap(await verifyPaper(await scanned(pdf, { dpi: 200, noise: 8 }), verifying))
  expect(codes(judged.findings)).toContain('PORTRAIT_MISMATCH')
})

test('a revoked confirmation is refused by any desk that knows its number', async () => {
  const trust = trustIn(key.certificate, { isRevoked: ({ number }) => number === residence().documentNumber })
  expect(unwrap(await verifyPaper((await sealed()).pdf, { ...verifying, trust })).status).toBe('REVOKED_DOCUMENT')
})

test('a name for which the zone has no letters keeps its number under seal', async () => {
  const paper = residence({ citizenships: [], familyName: '-', givenNames: '’' })
  const { pdf } = await sealed(paper)
  const judged = unwrap(await verifyPaper(pdf, verifying))
  expect(judged.status).toBe('VALID')
  expect(judged.messages.find(({ tag }) => tag === 9)?.value).toBe(paper.documentNumber)
})

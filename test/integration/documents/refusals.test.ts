import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { loadDocumentFonts } from '../../../src/main/documents/fonts.ts'
import { pageText } from '../../../src/main/documents/page-picture.ts'
import { renderAcknowledgement, renderClaimantDocument } from '../../../src/main/documents/render.ts'
import type { ClaimantDocumentData } from '../../../src/shared/documents/data.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { acknowledged, claimant, fonts, portrait } from './samples.ts'

const codeOf = async (change: Partial<ClaimantDocumentData>, picture = portrait) => {
  const result = await renderClaimantDocument(claimant(change), picture, fonts)
  return result.ok ? 'printed' : result.failure.code
}

test.each<[string, string]>([
  ['O', 'printed'],
  ['O’Connor-N’Guessan', 'printed'],
  ["D'Arcy", 'printed'],
  ['Ọ̀ṣun', 'printed'],
  ['Nguyễn', 'printed'],
  ['İğdır', 'printed'],
  ['Smith 😀', 'documents.glyph_missing'],
  ['Smi\u202eth', 'documents.glyph_missing'],
  ['Smi\u200bth', 'documents.glyph_missing'],
  ['山田', 'documents.glyph_missing'],
  ['Дмитро', 'documents.name_not_latin'],
  ['Smith Παναγιώτης', 'documents.name_not_latin'],
])('a family name %s is %s', async (familyName, code) => {
  expect(await codeOf({ familyName })).toBe(code)
})

test('a refused name says which code points are to blame, and nothing of the name', async () => {
  const result = await renderClaimantDocument(claimant({ givenNames: 'Ada 😀' }), portrait, fonts)
  expect(result).toEqual({ ok: false, failure: { code: 'documents.glyph_missing', params: { codePoints: 'U+1F600' } } })
})

test('a sign without a letter is refused wherever it stands', async () => {
  expect(await codeOf({ remarks: { en: 'See 😀', fr: 'Voir' } })).toBe('documents.glyph_missing')
  expect(await codeOf({ office: { en: '東京', fr: 'Tokyo' } })).toBe('documents.glyph_missing')
})

test.each<[string, string | undefined]>([
  ['ሰላም ተስፋዬ', undefined],
  ['محمد الأحمد', undefined],
  ['مُحَمَّد', undefined],
  ['ذبیح‌الله', undefined],
  ['\u064eمحمد', 'documents.own_script_marks'],
  ['\u0902किरण', 'documents.own_script_marks'],
  ['Дмитро Dmytro', 'documents.own_script_mixed'],
  ['محمد Ali', 'documents.own_script_mixed'],
  ['नरेन्द्र', undefined],
  ['नरेन्द्र কামাল', 'documents.own_script_mixed'],
  ['សុខា', 'documents.own_script_unsupported'],
  ['Ma\u200crie', 'documents.own_script_unsupported'],
  ['山田太郎', 'documents.own_script_unsupported'],
  ['محمد 12', 'documents.own_script_unsupported'],
  ['محمد '.repeat(40), 'documents.own_script_long'],
])('own-script name %s: left out with %s', async (nativeName, code) => {
  const { pdf, findings } = unwrap(await renderClaimantDocument(claimant({ nativeName }), portrait, fonts))
  expect(findings.map((finding) => finding.code)).toEqual(code ? [code] : [])
  expect((await pageText(pdf, 0)).includes('Name in own script')).toBe(code === undefined)
})

test('a name of 200 letters is printed whole, with a finding', async () => {
  const familyName = 'Wickramasinghe Mudiyanselage Rajapaksa '.repeat(6).slice(0, 200).trim()
  const { pdf, findings } = unwrap(await renderClaimantDocument(claimant({ familyName }), portrait, fonts))
  expect((await pageText(pdf, 0)).replace(/\s+/g, ' ')).toContain(familyName.toUpperCase())
  expect(findings.map((finding) => finding.code)).toEqual(['documents.name_reduced'])
})

test('a name that does not fit whole is refused, never cut', async () => {
  expect(await codeOf({ familyName: 'W'.repeat(250) })).toBe('documents.name_too_long')
})

test('too many conditions go on their own sheet, and the document and its finding say so; remarks are never dropped', async () => {
  const condition = {
    en: 'Report in person every week. '.repeat(6),
    fr: 'Vous présenter en personne chaque semaine. '.repeat(6),
  }
  const conditions = Array.from({ length: 12 }, () => condition)
  const { pdf, findings } = unwrap(await renderClaimantDocument(claimant({ conditions }), portrait, fonts))
  expect(findings.map(({ code }) => code)).toEqual(['documents.conditions_apart'])
  expect((await pageText(pdf, 0)).replace(/\s+/g, ' ')).toContain('conditions on the separate sheet')
  const remarks = { en: condition.en.repeat(12), fr: condition.fr.repeat(12) }
  expect(await codeOf({ conditions, remarks })).toBe('documents.page_full')
})

test('only the recorded photograph is printed', async () => {
  const other = await sharp(portrait).modulate({ brightness: 0.9 }).jpeg().toBuffer()
  expect(await codeOf({}, other)).toBe('documents.portrait_mismatch')
})

test('a letter with a recorded photograph is not printed without it, nor one without with any', async () => {
  expect((await renderAcknowledgement(acknowledged(), undefined, fonts)).ok).toBe(false)
  expect((await renderAcknowledgement(acknowledged({ portraitSha256: null }), portrait, fonts)).ok).toBe(false)
  expect((await renderAcknowledgement(acknowledged({ portraitSha256: null }), undefined, fonts)).ok).toBe(true)
})

const recorded = (picture: Uint8Array) =>
  codeOf({ portraitSha256: createHash('sha256').update(picture).digest('hex') }, picture)

test('a photograph is never stretched, cut short or taken in an ink that is not ours', async () => {
  expect(await recorded(await sharp(portrait).resize(400, 400, { fit: 'fill' }).jpeg().toBuffer())).toBe(
    'documents.portrait_shape',
  )
  expect(await recorded(portrait.subarray(0, portrait.length / 2))).toBe('documents.portrait_unreadable')
  expect(await recorded(await sharp(portrait).toColourspace('cmyk').jpeg().toBuffer())).toBe(
    'documents.portrait_unreadable',
  )
  expect(await recorded(await sharp(portrait).png().toBuffer())).toBe('documents.portrait_unreadable')
  expect(await recorded(await sharp(portrait).greyscale().jpeg().toBuffer())).toBe('printed')
})

test('data against the rules of the document is refused with the field', async () => {
  expect(await codeOf({ sex: 'F' })).toBe('documents.bad_data')
  expect(await codeOf({ validUntil: '2020-01-01' })).toBe('documents.bad_data')
  expect(await codeOf({ issueDate: '2019-01-01' })).toBe('documents.no_template')
})

test('a changed or missing font stops printing', () => {
  const changed = loadDocumentFonts((file) => {
    const bytes = readFileSync(`assets/fonts/${file}`)
    if (file === 'OCRB.otf') bytes[100] = (bytes[100] ?? 0) ^ 1
    return bytes
  })
  expect(changed).toEqual({ ok: false, failure: { code: 'documents.font_damaged', params: { file: 'OCRB.otf' } } })
  const missing = loadDocumentFonts(() => {
    throw new Error('ENOENT')
  })
  expect(missing.ok).toBe(false)
})

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadDocumentFonts } from '../../../src/main/documents/fonts.ts'
import { boldLetters, nameForPapers } from '../../../src/shared/documents/bold-letters.ts'
import { printableName } from '../../../src/shared/documents/names.ts'
import { unwrap } from '../../../src/shared/result.ts'

const { metrics } = unwrap(loadDocumentFonts((file) => readFileSync(`assets/fonts/${file}`)))

test('the ranges are those of the bold face, code point by code point', () => {
  const apart: string[] = []
  for (let codePoint = 0; codePoint <= 0x10ffff; codePoint++)
    if (boldLetters.covers('bold', codePoint) !== metrics.covers('bold', codePoint)) apart.push(codePoint.toString(16))
  expect(apart).toEqual([])
})

test('the field warns of exactly the names that the page refuses', () => {
  const letters = fc.oneof(
    fc.constantFrom(...'aÉñłßİ\u0301’-. \u00a0'),
    fc.constantFrom('😀', '名', 'Ж', 'Ω', 'ب', '\u200b', '１'),
    fc.string({ unit: 'grapheme', maxLength: 2 }),
  )
  const names = fc.array(letters, { maxLength: 12 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(names, (name) => {
      const [here, there] = [nameForPapers(name), printableName(name, metrics)]
      expect(here.ok ? null : here.failure).toEqual(there.ok ? null : there.failure)
    }),
    { numRuns: 2000 },
  )
})

test.each([
  ['Nguyễn', null],
  ['O’Brien-Ðorđević', null],
  ['Иванов', 'documents.name_not_latin'],
  ['Ana 😀', 'documents.glyph_missing'],
  ['王', 'documents.glyph_missing'],
])('%s: %s', (name, code) => {
  const fits = nameForPapers(name)
  expect(fits.ok ? null : fits.failure.code).toBe(code)
})

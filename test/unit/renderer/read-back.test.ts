import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { citizenshipIn, dateIn, labelsFor } from '../../../src/renderer/features/claims/read-back/labels.ts'
import { readBackPhrases } from '../../../src/shared/i18n/read-back-phrases.ts'

const languages = Object.keys(readBackPhrases)

describe('labels of the read-back', () => {
  test('stand in the language that the person speaks', () => {
    expect(labelsFor('ar', 'fr')).toMatchObject({ language: 'ar', direction: 'rtl' })
    expect(labelsFor('so', 'en')).toMatchObject({ language: 'so', direction: 'ltr' })
  })

  test('fall back to the person’s official language where there are no phrases, and say in which they stand', () => {
    expect(labelsFor('ln', 'fr').language).toBe('fr')
    expect(labelsFor(undefined, 'en').language).toBe('en')
    expect(labelsFor('toString', 'en').language).toBe('en')
  })

  test.each(languages)('have every phrase in %s, none of them the English one', (language) => {
    const { en, ...others } = readBackPhrases
    for (const [key, text] of Object.entries(readBackPhrases[language] ?? {})) {
      expect(text.trim(), key).not.toBe('')
      if (language in others) expect(text, key).not.toBe(key === 'photo' ? '' : en?.[key as 'ask'])
    }
  })

  test('name a country in that language, and a stateless person by the phrase', () => {
    expect(citizenshipIn('SYR', labelsFor('ar', 'en'), 'en')).toBe('سوريا')
    expect(citizenshipIn('HTI', labelsFor('ht', 'fr'), 'fr')).toMatch(/Hait|Haïti|Ayiti/)
    expect(citizenshipIn('XXA', labelsFor('ru', 'en'), 'en')).toBe('Без гражданства')
    expect(citizenshipIn('XXB', labelsFor('ru', 'fr'), 'fr')).toContain('réfugiée')
  })
})

describe('a birth date in words', () => {
  test('is of the Gregorian calendar with the digits of the paper, also where the language has others', () => {
    expect(dateIn('1990-05-17', 'fa')).toContain('1990')
    expect(dateIn('1990-05-17', 'ar')).toMatch(/17.*1990/)
    expect(dateIn('1990-05-17', 'am')).toContain('1990')
  })

  test('says no more than is known', () => {
    expect(dateIn('1990', 'fr')).toBe('1990')
    expect(dateIn('1990-05', 'fr')).toBe('mai 1990')
  })

  test('keeps day and year in every language, for every date', () => {
    const dates = fc.date({ min: new Date('1900-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(dates, fc.constantFrom(...languages), (at, language) => {
        const iso = at.toISOString().slice(0, 10)
        const words = dateIn(iso, language)
        expect(words).toContain(iso.slice(0, 4))
        expect(words).toContain(String(Number(iso.slice(8))))
      }),
    )
  })
})

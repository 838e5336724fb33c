import { expect, test } from 'vitest'
import { ownNames } from '../../../src/renderer/app/language-names.ts'
import { languageName, languagesOfTheWorld } from '../../../src/renderer/app/names.ts'

test.each(['en', 'fr'] as const)('every language that can be chosen has a name of its own in %s', (language) => {
  const options = languagesOfTheWorld(language)
  // The French name of Luo is its code.
  expect(options.filter(({ value, label }) => label === value && value !== 'luo')).toEqual([])
  expect(options.length - new Set(options.map(({ label }) => label)).size).toBe(0)
})

test('what Chromium does not name has a name here, whatever the tables of the computer', () => {
  const codes = new Set(languagesOfTheWorld('en').map(({ value }) => value))
  for (const [code, names] of Object.entries(ownNames)) {
    expect(codes).toContain(code)
    expect([languageName(code, 'en'), languageName(code, 'fr')]).toEqual([names.en, names.fr])
  }
  expect(languageName('ff', 'fr')).toBe('peul')
})

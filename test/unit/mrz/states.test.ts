import { describe, expect, it } from 'vitest'
import {
  countryName,
  countryOfMrz,
  isCountryCode,
  mrzOfCountry,
  selectableStates,
} from '../../../src/shared/mrz/states.ts'

describe('countries', () => {
  it('every selectable code survives the way to the zone and back', () => {
    for (const { code } of selectableStates('en')) expect(countryOfMrz(mrzOfCountry(code))).toBe(code)
  })

  it('every selectable state has a name of its own in both languages', () => {
    for (const language of ['en', 'fr'] as const) {
      const names = selectableStates(language).map(({ code, name }) => {
        expect(name).not.toBe(code)
        return name
      })
      expect(new Set(names).size).toBe(names.length)
    }
  })

  it('names countries and statuses', () => {
    expect(countryName('SYR', 'fr')).toBe('Syrie')
    expect(countryName('XKX', 'en')).toBe('Kosovo')
    expect(countryName('XXA', 'fr')).toBe('Apatride (Convention de 1954)')
    expect(countryName('QQQ', 'en')).toBe('QQQ')
  })

  it('lists countries first, in the order of the language, and leaves out specimens and former codes', () => {
    const french = selectableStates('fr')
    const codes = french.map(({ code }) => code)
    expect(codes.indexOf('AFG')).toBe(0)
    expect(codes.indexOf('EGY')).toBeLessThan(codes.indexOf('ZWE')) // É sorts as E
    expect(codes.indexOf('ZWE')).toBeLessThan(codes.indexOf('XXA'))
    for (const left of ['UTO', 'ANT', 'ATA', 'XKK']) expect(codes).not.toContain(left)
    expect(french.filter(({ kind }) => kind === 'state').length).toBeGreaterThan(240)
  })

  it('knows a code from a word of JavaScript', () => {
    for (const word of ['constructor', 'toString', '__proto__', '']) {
      expect(isCountryCode(word)).toBe(false)
      expect(countryOfMrz(word)).toBeNull()
    }
  })
})

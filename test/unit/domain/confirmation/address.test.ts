import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cardAddressProblem, tidyPostalCode } from '../../../../src/shared/domain/confirmation/address.ts'
import { provinces } from '../../../../src/shared/domain/vocabulary.ts'
import { lyon, ottawa } from '../../../support/confirmation-events.ts'

describe('an address that a card can be sent to', () => {
  test('is in Canada, with a province and a postal code of that province', () => {
    expect(cardAddressProblem(ottawa)).toBeNull()
    expect(cardAddressProblem({ ...ottawa, province: 'QC' })).toBe('postal_province')
    expect(cardAddressProblem({ ...ottawa, province: 'Ontario' })).toBe('province')
    expect(cardAddressProblem({ ...ottawa, postalCode: 'D1N 9J7' })).toBe('postal_code')
    expect(cardAddressProblem({ ...ottawa, postalCode: undefined })).toBe('postal_code')
    expect(cardAddressProblem(lyon)).toBe('not_canada')
    expect(cardAddressProblem(undefined)).toBe('no_address')
  })

  test('is in exactly one province for a code, but for the two northern territories of X', () => {
    for (const letter of 'ABCEGHJKLMNPRSTVXY') {
      const fits = provinces.filter(
        (province) => cardAddressProblem({ ...ottawa, province, postalCode: `${letter}1A 1A1` }) === null,
      )
      expect(fits).toHaveLength(letter === 'X' ? 2 : 1)
    }
  })
})

describe('a postal code', () => {
  test('is written one way however it was typed', () => {
    for (const typed of ['k1n9j7', 'K1N-9J7', ' k1n 9j7 ', 'K1N9J7']) expect(tidyPostalCode(typed)).toBe('K1N 9J7')
  })

  test('stays as it is once it is tidy, and other text is never lost', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), (typed) => {
        const once = tidyPostalCode(typed)
        expect(tidyPostalCode(once)).toBe(once)
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { birthDateCloseness } from '../../../src/shared/names/birth-date.ts'
import { jaroWinkler } from '../../../src/shared/names/jaro-winkler.ts'
import { nameSimilarity } from '../../../src/shared/names/similarity.ts'

describe('Jaro-Winkler', () => {
  it.each([
    ['martha', 'marhta', 0.9611],
    ['dwayne', 'duane', 0.84],
    ['dixon', 'dicksonx', 0.8133],
    ['abc', 'xyz', 0],
  ])('agrees with the examples of Winkler: %s, %s', (a, b, similarity) => {
    expect(jaroWinkler(a, b)).toBeCloseTo(similarity, 4)
  })
})

describe('name similarity', () => {
  it.each([
    ['Al-Hassan Mohamed', 'mohamed AL HASSAN'],
    ['Nguyễn Thị Đào', 'Thi Dao Nguyen'],
    ['O’Connor', "O'CONNOR"],
    ['Чайковский', 'Chaykovskiy'],
  ])('is 1 for the same words in any order and script: %s, %s', (a, b) => {
    expect(nameSimilarity(a, b)).toBe(1)
  })

  it('ranks candidates as an officer would', () => {
    const rank = (name: string, candidates: readonly string[]) =>
      [...candidates].sort((a, b) => nameSimilarity(name, b) - nameSimilarity(name, a))
    for (const candidates of [
      ['Mohamed Hussein', 'Mohamed Ali Hussein', 'Muhammad Husayn', 'Mohamed Farah', 'Maria Garcia'],
      ['Abdulrahman Osman', 'Abdul Rahman Othman', 'Abdulrahman', 'Abdulkader Osman', 'Ng Wu'],
      ['Li Wei', 'Lee Wei', 'Li Weimin', 'Lu Wu', 'Smith John'],
    ] as const)
      expect(rank(candidates[0], candidates.toReversed())).toEqual(candidates)
  })

  it('finds a native script close to its transcription', () => {
    expect(nameSimilarity('محمد حسين', 'Mohamed Hussein')).toBeGreaterThan(0.85)
    expect(nameSimilarity('محمد حسين', 'Maria Garcia')).toBeLessThan(0.6)
  })

  it('is 0 where a name is empty', () => {
    expect(nameSimilarity('', '')).toBe(0)
    expect(nameSimilarity('Ng', ' ')).toBe(0)
  })

  it('is between 0 and 1, the same both ways round, and 1 with itself', () => {
    const name = fc.array(fc.stringMatching(/^[a-zé-]{1,8}$/), { minLength: 1, maxLength: 4 }).map((w) => w.join(' '))
    fc.assert(
      fc.property(name, name, (a, b) => {
        const similarity = nameSimilarity(a, b)
        expect(similarity).toBeGreaterThanOrEqual(0)
        expect(similarity).toBeLessThanOrEqual(1)
        expect(nameSimilarity(b, a)).toBeCloseTo(similarity, 10)
        if (/[a-z]/.test(a)) expect(nameSimilarity(a, a)).toBe(1)
      }),
    )
  })
})

describe('closeness of birth dates', () => {
  it.each([
    ['1974-08-12', '1974-08-12', 'same'],
    ['1974', '1974', 'same'],
    ['1974-08-12', '1974-12-08', 'transposed'],
    ['1974-08-12', '1974-08-13', 'one_digit'],
    ['1974-08-12', '1984-08-12', 'one_digit'],
    ['1974-08-12', '1974', 'year_only'],
    ['1974-08-12', '1974-08', 'year_only'],
    ['1974-08-12', '1974-01-01', 'year_only'],
    ['1974-08-12', '1974-02-27', 'different'],
    ['1974-08-12', '1980-01-01', 'different'],
    ['1974-08-12', '1980', 'different'],
    ['1974-08-12', null, 'unknown'],
    [null, null, 'unknown'],
  ])('%s and %s: %s, both ways round', (a, b, agreement) => {
    expect(birthDateCloseness(a, b)).toBe(agreement)
    expect(birthDateCloseness(b, a)).toBe(agreement)
  })
})

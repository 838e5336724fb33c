import { describe, expect, test } from 'vitest'
import { minorityOf } from '../../../src/shared/domain/minors.ts'

const on = '2026-11-23'
const of = (birthDate: string | undefined, claim: Parameters<typeof minorityOf>[1] = {}) =>
  minorityOf(birthDate ? { birthDate } : {}, claim, on)

describe('a minor', () => {
  test.each([
    ['2008-11-24', true],
    ['2008-11-23', false],
    ['2009', true],
    ['2007', false],
    ['2008', undefined],
    ['2008-11', undefined],
    [undefined, undefined],
  ])('is under 18 on the day of the claim: born %s', (born, minor) => {
    expect(of(born).minor).toBe(minor)
  })

  test('is judged on the day of the claim, not of the interview', () => {
    expect(of('2008-11-20', { claimDate: '2026-11-19' }).minor).toBe(true)
  })

  test.each([
    ['parent', false],
    ['guardian', false],
    ['other_adult', true],
    ['nobody', true],
  ] as const)('who came with %s: unaccompanied %s', (companion, unaccompanied) => {
    expect(of('2012', { companion })).toMatchObject({ unaccompanied, needsRepresentative: unaccompanied })
  })

  test('is not called unaccompanied before somebody asked, nor an adult ever', () => {
    expect(of('2012').unaccompanied).toBeUndefined()
    expect(of('1990', { companion: 'nobody' }).unaccompanied).toBe(false)
    expect(of('2008', { companion: 'nobody' }).unaccompanied).toBeUndefined()
  })

  test('or a person who cannot appreciate the proceedings needs a representative', () => {
    expect(of('1990', { unableToAppreciate: true }).needsRepresentative).toBe(true)
  })
})

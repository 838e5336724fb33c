import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { claimChanges, personChanges, personFields } from '../../../src/shared/domain/fields.ts'
import { isPartialDate } from '../../../src/shared/domain/vocabulary.ts'

describe('a partial date', () => {
  test.each(['1990', '1990-05', '1990-05-17', '2024-02-29', '0001', '9999-12-31'])('is %s', (date) => {
    expect(isPartialDate(date)).toBe(true)
  })

  test.each([
    '',
    '199',
    '1990-5',
    '1990-13',
    '1990-00',
    '1990-02-30',
    '2023-02-29',
    '1990-05-',
    '1990-05-17T00:00',
    ' 1990',
    '-1990',
  ])('is not %j', (date) => {
    expect(isPartialDate(date)).toBe(false)
  })

  test('is every day that there was, in its three lengths', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), (day) => {
        const text = day.toISOString()
        for (const length of [4, 7, 10]) expect(isPartialDate(text.slice(0, length))).toBe(true)
      }),
    )
  })
})

describe('a change of fields', () => {
  test('may clear one, never says nothing, and knows its fields', () => {
    expect(personChanges.safeParse({ familyName: null }).success).toBe(true)
    expect(personChanges.safeParse({}).success).toBe(false)
    expect(personChanges.safeParse({ dialect: 'x' }).success).toBe(false)
    expect(claimChanges.safeParse({ dialect: 'x' }).success).toBe(true)
    expect(claimChanges.safeParse({ familyName: 'x' }).success).toBe(false)
  })

  test('takes the spaces around text away and nothing inside', () => {
    expect(personChanges.parse({ familyName: '  van  der Berg ' })).toEqual({ familyName: 'van  der Berg' })
  })

  test.each([
    ['a name of 200 letters', { familyName: 'x'.repeat(200) }, true],
    ['a name of 201 letters', { familyName: 'x'.repeat(201) }, false],
    ['stateless', { citizenships: ['XXA'] }, true],
    ['no citizenship, said as an empty list', { citizenships: [] }, false],
    ['a UCI of 8 digits', { clientId: '12345678' }, true],
    ['a UCI of 10 digits', { clientId: '1234567890' }, true],
    ['a UCI of 9 digits', { clientId: '123456789' }, false],
  ])('with %s', (_, change, good) => {
    expect(personChanges.safeParse(change).success).toBe(good)
  })

  test.each([
    ['A1A 1A1', true],
    ['H0H 0H0', true],
    ['D1A 1A1', false],
    ['A1A1A1', false],
    ['a1a 1a1', false],
    ['W1A 1A1', false],
  ])('with the postal code %s', (addressPostalCode, good) => {
    expect(claimChanges.safeParse({ addressPostalCode }).success).toBe(good)
  })
})

describe('a list of a full intake', () => {
  test.each(['route', 'heldDocuments', 'earlierClaims'])('tells "none" from "not asked": %s', (name) => {
    expect(claimChanges.safeParse({ [name]: [] }).success).toBe(true)
  })

  test('of other names takes one name in either field', () => {
    const good = [{ kind: 'birth', familyName: 'Haddad' }]
    expect(personChanges.parse({ aliases: good })).toEqual({ aliases: good })
    expect(personChanges.safeParse({ aliases: [{ kind: 'birth' }] }).success).toBe(false)
  })
})

test('every field of a person has a schema that refuses an object', () => {
  for (const [name, schema] of Object.entries(personFields)) expect(schema.safeParse({}).success, name).toBe(false)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ranked } from '../../../src/main/photos/measure/rank.ts'

test('the value of every rank is the one that sorting puts there', () => {
  const values = fc.array(fc.float({ noNaN: true }), { minLength: 1, maxLength: 60 })
  const few = fc.array(fc.constantFrom(0, 1, 2), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(fc.oneof(values, few), fc.nat(), (given, at) => {
      const rank = at % given.length
      expect(ranked(Float32Array.from(given), rank)).toBe(Float32Array.from(given).sort()[rank])
    }),
  )
})

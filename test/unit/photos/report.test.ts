import { expect, test } from 'vitest'
import { checkGroups, checkIds, groupOf } from '../../../src/shared/photos/checks.ts'
import { measures, onlyDecoded } from '../../../src/shared/photos/measures.ts'
import { metricIds, rounded } from '../../../src/shared/photos/metrics.ts'

test('every check stands once and in one group', () => {
  expect(new Set(checkIds).size).toBe(checkIds.length)
  for (const id of checkIds) expect(checkGroups[groupOf(id)]).toContain(id)
})

test('measures of a picture that was only decoded are measures', () => {
  const given = onlyDecoded({ greyscale: false, transparent: false, damaged: false })
  expect(measures.parse(JSON.parse(JSON.stringify(given)))).toEqual(given)
})

test('a rounded value stays the same when it is rounded again, and is never minus zero', () => {
  for (const metric of metricIds)
    for (const value of [0.123456, -0.00001, 255, 12.5]) {
      const once = rounded(metric, value)
      expect(rounded(metric, once)).toBe(once)
      expect(Object.is(once, -0)).toBe(false)
    }
})

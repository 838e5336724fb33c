import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ticksUpTo } from '../../../src/renderer/features/today/ticks.ts'

test('the lines of a chart stand at round numbers from nothing to above the highest bar', () => {
  expect(ticksUpTo(47)).toEqual([0, 20, 40, 60])
  expect(ticksUpTo(0)).toEqual([0, 1])
  expect(ticksUpTo(3)).toEqual([0, 1, 2, 3])
  expect(ticksUpTo(1600)).toEqual([0, 500, 1000, 1500, 2000])
})

test('whatever the numbers: few lines, whole, evenly apart, and no bar above the last', () => {
  fc.assert(
    fc.property(fc.nat(10_000_000), (most) => {
      const ticks = ticksUpTo(most)
      expect(ticks.length).toBeLessThanOrEqual(6)
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(most)
      expect(ticks.every(Number.isInteger)).toBe(true)
      expect(new Set(ticks.slice(1).map((tick, at) => tick - (ticks[at] ?? 0))).size).toBe(1)
    }),
  )
})

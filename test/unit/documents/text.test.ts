import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TextMetrics } from '../../../src/shared/documents/display-list.ts'
import { fitText, wrapText } from '../../../src/shared/documents/text.ts'

/** Every letter half an em wide. */
const metrics: TextMetrics = {
  width: (_, text, size) => [...text].length * size * 0.5,
  covers: () => true,
  reach: () => ({ above: 0, below: 0 }),
  sound: () => true,
}
const measure = (part: string) => metrics.width('bold', part, 10)
const fit = { size: 12, oneLine: 8, smallest: 6, maxLines: 3 }

test('wrapping keeps every letter in order and every line within the width', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'abcé- '), maxLength: 120 }), (text) => {
      const lines = wrapText(text, 60, measure)
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(60)
    }),
  )
})

test('lines break at spaces, never at a no-break space or a hyphen', () => {
  expect(wrapText('Les frais\u00a0: 30\u00a0% du total', 60, measure)).toEqual([
    'Les frais\u00a0:',
    '30\u00a0% du',
    'total',
  ])
  expect(wrapText('AB JEAN-PIERRE', 60, measure)).toEqual(['AB', 'JEAN-PIERRE'])
})

test('a word longer than a line is cut between what people take for letters', () => {
  expect(wrapText('xxxxxxxxxxxe\u0301e\u0301', 60, measure)).toEqual(['xxxxxxxxxxx', 'e\u0301e\u0301'])
})

test('a long value first grows smaller on one line, then takes several lines, and is then refused', () => {
  expect(fitText('a'.repeat(10), 'bold', 60, fit, metrics)).toEqual({ size: 12, lines: ['a'.repeat(10)] })
  expect(fitText('a'.repeat(14), 'bold', 60, fit, metrics)?.size).toBe(8.5)
  expect(fitText('aaaaaaa aaaaaaa aaaaaaa', 'bold', 60, fit, metrics)?.lines).toEqual(['aaaaaaa aaaaaaa', 'aaaaaaa'])
  expect(fitText('a'.repeat(61), 'bold', 60, fit, metrics)).toBeUndefined()
})

test('what must stay on one line is refused rather than wrapped', () => {
  expect(fitText('a a a a a a a a a a a', 'arabic', 60, { ...fit, maxLines: 1 }, metrics)).toBeUndefined()
})

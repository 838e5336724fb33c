import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Block,
  bareNumber,
  groupClientId,
  overlaps,
  readNumbersFile,
  readSheetRange,
  serialsOf,
  valueIn,
  writeNumber,
} from '../../../src/shared/domain/numbers.ts'
import { fail, unwrap } from '../../../src/shared/result.ts'

const block = (first: number, last: number, more: Partial<Block> = {}): Block => ({
  series: 'document',
  prefix: 'R',
  width: 9,
  first,
  last,
  ...more,
})
const file = (blocks: unknown[], office = 'lacolle-15') =>
  JSON.stringify({ format: 'passerelle-numbers-1', office, blocks })

describe('a file of numbers', () => {
  test('gives its blocks', () => {
    const blocks = [block(1, 10), block(11, 20), block(1, 10, { series: 'client', prefix: '' })]
    expect(unwrap(readNumbersFile(file(blocks), 'lacolle-15'))).toEqual({ blocks })
  })

  test('says when it was made, if it does', () => {
    const issued = '2026-11-02T09:00:00-05:00'
    const dated = (when: unknown) =>
      JSON.stringify({ format: 'passerelle-numbers-1', office: 'lacolle-15', issued: when, blocks: [block(1, 2)] })
    expect(unwrap(readNumbersFile(dated(issued))).issued).toBe(issued)
    for (const wrong of ['2026-11-02', 'today', 7])
      expect(readNumbersFile(dated(wrong))).toEqual(fail('claims.numbers_file_invalid', { where: 'issued' }))
  })

  test.each([
    ['no JSON', 'numbers', 'JSON'],
    ['another format', JSON.stringify({ format: 'x', office: 'a', blocks: [block(1, 2)] }), 'format'],
    ['no blocks', file([]), 'blocks'],
    ['a block that ends before it begins', file([block(10, 9)]), 'blocks.0'],
    ['a block wider than its width', file([block(1, 1000, { width: 3 })]), 'blocks.0'],
    ['two blocks with a number in common', file([block(1, 10), block(10, 20)]), 'blocks.1'],
    ['a field that is not known', file([{ ...block(1, 2), colour: 'blue' }]), 'blocks.0'],
    ['half a number', file([block(1.5, 2)]), 'blocks.0.first'],
  ])('with %s is refused', (_, text, where) => {
    expect(readNumbersFile(text)).toEqual(fail('claims.numbers_file_invalid', { where }))
  })

  test('of another office is refused, and says of which', () => {
    expect(readNumbersFile(file([block(1, 2)], 'emerson'), 'lacolle-15')).toEqual(
      fail('claims.numbers_other_office', { office: 'emerson' }),
    )
  })
})

const anyBlock = fc
  .tuple(fc.constantFrom('', 'R', 'ABCD'), fc.integer({ min: 3, max: 6 }), fc.nat(900), fc.nat(99))
  .map(([prefix, width, first, more]) => block(first, Math.min(first + more, 999), { prefix, width }))

describe('numbers of a block', () => {
  test('are read back as they were written, and no others', () => {
    fc.assert(
      fc.property(anyBlock, fc.nat(1200), (one, value) => {
        const inside = value >= one.first && value <= one.last && String(value).length <= one.width
        expect(valueIn(one, writeNumber(one, value))).toBe(inside ? value : undefined)
      }),
    )
  })

  test('are in two blocks only if these overlap', () => {
    fc.assert(
      fc.property(anyBlock, anyBlock, (a, b) => {
        const numbers = new Set(serialsOf(a))
        const shared = serialsOf(b).some((number) => numbers.has(number))
        // Different prefix and width can still not write the same text: a prefix is letters.
        expect(overlaps(a, b)).toBe(shared)
      }),
    )
  })

  test.each(['R1', 'R0000000001', 'X000000001', 'r000000001', 'R00000000a', ''])('are not %j', (number) => {
    expect(valueIn(block(1, 10), number)).toBeUndefined()
  })
})

test.each([
  ['r000-123 456', 'R000123456'],
  ['  A0001001\n', 'A0001001'],
  ['11-0000-0001', '1100000001'],
  ['«é»', ''],
])('%j is compared as %j', (typed, bare) => {
  expect(bareNumber(typed)).toBe(bare)
})

describe('a range of sheets', () => {
  test('holds every serial, in order', () => {
    expect(serialsOf(unwrap(readSheetRange('a0009-98', 'A0010 01')))).toEqual([
      'A000998',
      'A000999',
      'A001000',
      'A001001',
    ])
    expect(serialsOf(unwrap(readSheetRange('7', '7')))).toEqual(['7'])
  })

  test.each([
    ['A0002', 'A0001'],
    ['A0001', 'B0002'],
    ['A0001', 'A00002'],
    ['A00001', 'A10001'],
    ['', ''],
    ['ABCDE1', 'ABCDE2'],
    ['A', 'A'],
    ['1A', '2A'],
  ])('from %j to %j is refused', (first, last) => {
    expect(readSheetRange(first, last)).toEqual(fail('stock.range_invalid'))
  })
})

test('a client ID is grouped as it is read aloud', () => {
  expect(groupClientId('1100000001')).toBe('11-0000-0001')
  expect(groupClientId('12345678')).toBe('1234-5678')
})

import { expect, test } from 'vitest'
import { createIndexes, createNumbers, createPieces, createWords } from '../../../src/main/store/snapshot/kept.ts'

test('an index by number is what a map would give, whatever numbers come in whatever order', () => {
  const [indexes, map] = [createIndexes(), new Map<number, number>()]
  const inRow = Array.from({ length: 5000 }, (_, i) => i + 1)
  const far = [3000, Number.MAX_SAFE_INTEGER, -1, 0, 4096, 2 ** 32 + 7, 2 ** 31, 1_000_000, -3000, 12_345]
  // Far ones before those that they are among later, and numbers that come twice.
  for (const [i, number] of [...far, ...inRow, ...far.toReversed(), 17, 1_000_000].entries()) {
    indexes.set(number, i)
    map.set(number, i)
    expect(indexes.size).toBe(map.size)
  }
  for (const number of [...inRow, ...far, 6001, -2, 2 ** 32 + 8, 20_000])
    expect([number, indexes.get(number)]).toEqual([number, map.get(number)])
})

test('numbers are kept as they are, beyond the memory that was there first', () => {
  const given = [...Array(3000).keys(), Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER]
  const numbers = createNumbers()
  for (const one of given) numbers.push(one)
  expect(numbers.length).toBe(given.length)
  expect(given.map((_, i) => numbers.at(i))).toEqual(given)
})

test('pieces of bytes are copied from where they begin', () => {
  const run = Uint8Array.from({ length: 5000 }, (_, i) => i % 251)
  const pieces = createPieces(3)
  for (let at = 1; at + 3 <= run.length; at += 3) pieces.push(run, at)
  const expected = run.slice(1, 4999)
  run.fill(0)
  expect(pieces.bytes().subarray(0, expected.length)).toEqual(expected)
})

test('a word has one number', () => {
  const words = createWords()
  const numbers = ['ok', '', 'flagged', 'ok', '__proto__', ''].map(words.numberOf)
  expect(numbers).toEqual([0, 1, 2, 0, 3, 1])
  expect(numbers.map(words.word)).toEqual(['ok', '', 'flagged', 'ok', '__proto__', ''])
})

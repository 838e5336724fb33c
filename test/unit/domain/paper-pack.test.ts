import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextPacks, packCount, packNumber, readPackNumber } from '../../../src/shared/domain/paper-pack.ts'
import { unwrap } from '../../../src/shared/result.ts'

describe('numbers of paper packs', () => {
  test('go on from the last one, never twice, and are read as they were printed', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.nat(9900), fc.integer({ min: 1, max: 50 }), (device, printed, count) => {
        const numbers = unwrap(nextPacks(device, printed, count))
        expect(new Set(numbers).size).toBe(count)
        expect(numbers.map(packCount)).toEqual(numbers.map((_, at) => printed + at + 1))
        for (const number of numbers) expect(unwrap(readPackNumber(` ${number.toLowerCase()}\n`))).toBe(number)
      }),
    )
  })

  test('differ from desk to desk', () => {
    const numbers = ['018f0000-0000-8000-8000-0000000000a1', '018f0000-0000-8000-8000-0000000000a2'].map((device) =>
      packNumber(device, 1),
    )
    expect(new Set(numbers).size).toBe(2)
  })

  test('are refused with any one digit wrong', () => {
    fc.assert(
      fc.property(
        fc.uuid(),
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 1, max: 13 }),
        fc.integer({ min: 1, max: 9 }),
        (device, count, at, by) => {
          const number = packNumber(device, count)
          const digit = String((Number(number[at]) + by) % 10)
          const read = readPackNumber(number.slice(0, at) + digit + number.slice(at + 1))
          expect(read.ok).toBe(false)
        },
      ),
    )
  })

  test('end where the desk has no more', () => {
    expect(nextPacks('018f0000-0000-8000-8000-0000000000a1', 9998, 2)).toMatchObject({
      failure: { code: 'packs.used_up', params: { left: 1 } },
    })
    expect(readPackNumber('W000001000').ok).toBe(false)
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysBetween, instantText, readDate, relativeDay, withWeekday } from '../../../src/renderer/app/dates.ts'

describe('a typed date', () => {
  test.each(['20261122', '2026-11-22', '2026/11/22', '2026 11 22', ' 2026.11.22 '])('%s is 2026-11-22', (typed) => {
    expect(readDate(typed, false)).toBe('2026-11-22')
  })

  test('days and months that the calendar lacks are refused', () => {
    for (const typed of ['2026-02-30', '2026-13-01', '2025-02-29', '0', 'soon', ''])
      expect(readDate(typed, true)).toBeUndefined()
  })

  test('an order that has two readings is refused, not guessed', () => {
    for (const typed of ['03/04/2026', '3-4-2026', '22112026']) expect(readDate(typed, false)).toBeUndefined()
  })

  test('a part of a date is taken only where a part will do', () => {
    expect(readDate('1990-5', true)).toBe('1990-05')
    expect(readDate('1990', true)).toBe('1990')
    expect(readDate('1990-05', false)).toBeUndefined()
  })

  test('what was read once is read the same again', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-/. '), maxLength: 12 }), (typed) => {
        const once = readDate(typed, true)
        if (once !== undefined) expect(readDate(once, true)).toBe(once)
      }),
    )
  })
})

describe('a shown date', () => {
  test('has its weekday in both languages', () => {
    expect(withWeekday('2026-11-22', 'en')).toBe('2026-11-22 (Sunday)')
    expect(withWeekday('2026-11-22', 'fr')).toBe('2026-11-22 (dimanche)')
    expect(withWeekday('1990-05', 'en')).toBe('1990-05')
  })

  test('an instant is shown in the zone of the office', () => {
    expect(instantText('2026-11-23T03:05:59Z', 'America/Toronto')).toBe('2026-11-22 22:05')
  })

  test('days are counted over a change of the clock', () => {
    expect(daysBetween('2026-10-31', '2026-11-02')).toBe(2)
    expect(relativeDay('2026-11-20', '2026-11-23', 'fr')).toBe('il y a 3 jours')
  })
})

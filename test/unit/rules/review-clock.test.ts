import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../../src/shared/rules/dates.ts'
import { deadline } from '../../../src/shared/rules/deadlines.ts'
import { reviewClock } from '../../../src/shared/rules/review-clock.ts'

describe('the clock of the review', () => {
  test.each([
    // Friday; Remembrance Day is none of the days.
    ['2026-11-20', '2026-12-11'],
    ['2026-11-06', '2026-11-30'],
    // Over Christmas and New Year: 25 and 26 December, 1 January are closed.
    ['2026-12-18', '2027-01-12'],
    // A leap day counts like any other.
    ['2028-02-28', '2028-03-20'],
  ])('of a claim received on %s ends on %s', (received, due) => {
    expect(reviewClock(received, []).due).toBe(due)
    expect(deadline('officer.review', received).due).toBe(due)
  })

  test('that stands still from the day of receipt begins anew with the day on which nothing is missing', () => {
    expect(reviewClock('2026-11-20', [{ from: '2026-11-20' }])).toEqual({ left: 15 })
    expect(reviewClock('2026-11-20', [{ from: '2026-11-20', to: '2026-12-04' }]).due).toBe(
      reviewClock('2026-12-04', []).due,
    )
  })

  test('follows a period that the office changed, for claims received from its day on', () => {
    const changes = [{ rule: 'officer.review', from: '2027-03-01', count: 10, citation: 'Order of the office' }]
    expect(reviewClock('2027-02-26', [], { changes }).due).toBe('2027-03-19')
    expect(reviewClock('2027-03-01', [], { changes }).due).toBe('2027-03-15')
    expect(reviewClock('2027-03-01', [{ from: '2027-03-03' }], { changes })).toEqual({ left: 8 })
  })

  test('says how many days are left while it stands still', () => {
    expect(reviewClock('2026-11-20', [{ from: '2026-11-25' }])).toEqual({ left: 12 })
  })

  test('a pause never brings the day nearer, and more of it never does either', () => {
    const days = fc.integer({ min: 0, max: 60 })
    fc.assert(
      fc.property(days, days, days, (start, length, more) => {
        const from = addDays('2026-10-01', start)
        const to = addDays(from, length)
        const due = (pauses: Parameters<typeof reviewClock>[1]) => reviewClock('2026-10-01', pauses).due ?? ''
        expect(due([{ from, to }]) >= due([])).toBe(true)
        expect(due([{ from, to: addDays(to, more) }]) >= due([{ from, to }])).toBe(true)
      }),
    )
  })
})

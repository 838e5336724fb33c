import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  addBusinessDays,
  easterSunday,
  holidays,
  isHoliday,
  nextNonHoliday,
  previousNonHoliday,
} from '../../../src/shared/rules/calendar.ts'
import {
  addDays,
  addMonths,
  addYears,
  dateIn,
  dayRange,
  daysBetween,
  partialDate,
  reachesAge,
} from '../../../src/shared/rules/dates.ts'

/** Easter Sunday, Victoria Day, Labour Day, Thanksgiving: from printed calendars, not from the code. */
const moving: Record<number, [string, string, string, string]> = {
  2024: ['03-31', '05-20', '09-02', '10-14'],
  2025: ['04-20', '05-19', '09-01', '10-13'],
  2026: ['04-05', '05-18', '09-07', '10-12'],
  2027: ['03-28', '05-24', '09-06', '10-11'],
  2028: ['04-16', '05-22', '09-04', '10-09'],
  2029: ['04-01', '05-21', '09-03', '10-08'],
  2030: ['04-21', '05-20', '09-02', '10-14'],
  2031: ['04-13', '05-19', '09-01', '10-13'],
  2032: ['03-28', '05-24', '09-06', '10-11'],
}

const dateOf = (year: number, id: string) => holidays(year, 'office').find((each) => each.id === id)?.date

describe('the federal calendar', () => {
  test.each(Object.entries(moving))('%s: the moving holidays fall where printed calendars put them', (text, days) => {
    const year = Number(text)
    const [easter, victoria, labour, thanksgiving] = days.map((each) => `${text}-${each}`)
    expect(easterSunday(year)).toBe(easter)
    expect(dateOf(year, 'good_friday')).toBe(addDays(easter ?? '', -2))
    expect(dateOf(year, 'easter_monday')).toBe(addDays(easter ?? '', 1))
    expect(dateOf(year, 'victoria_day')).toBe(victoria)
    expect(dateOf(year, 'labour_day')).toBe(labour)
    expect(dateOf(year, 'thanksgiving')).toBe(thanksgiving)
  })

  it('says the same of a year whatever other years and calendars were asked for in between', () => {
    const asked = () =>
      [2021, 2026, 2027].flatMap((year) =>
        (['statute', 'office', 'office_observed'] as const).map((calendar) => holidays(year, calendar)),
      )
    const first = structuredClone(asked())
    for (let year = 1700; year < 2100; year++) holidays(year, 'office')
    expect(asked()).toEqual(first)
    expect(new Set(first.map((list) => JSON.stringify(list))).size).toBe(9)
  })

  it('lists the holidays of s. 35 for 2026, and the two that only offices keep', () => {
    expect(holidays(2026).map(({ date }) => date)).toEqual([
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-05-18',
      '2026-07-01',
      '2026-09-07',
      '2026-09-30',
      '2026-10-12',
      '2026-11-11',
      '2026-12-25',
    ])
    const onlyOffice = holidays(2026, 'office').filter(({ statutory }) => !statutory)
    expect(onlyOffice.map(({ date }) => date)).toEqual(['2026-08-03', '2026-12-26'])
  })

  it('knows the National Day for Truth and Reconciliation from 2021 on', () => {
    expect(isHoliday('2020-09-30')).toBe(false)
    expect(isHoliday('2021-09-30')).toBe(true)
  })

  it('keeps Canada Day on 2 July when the first is a Sunday', () => {
    expect(dateOf(2029, 'canada_day')).toBe('2029-07-02')
    expect(dateOf(2028, 'canada_day')).toBe('2028-07-01')
  })

  it('takes Sunday for a holiday in law, Saturday only for offices', () => {
    expect([isHoliday('2026-11-22'), isHoliday('2026-11-21')]).toEqual([true, false])
    expect([isHoliday('2026-11-22', 'office'), isHoliday('2026-11-21', 'office')]).toEqual([true, true])
  })

  it('moves Christmas 2026 to Saturday in law, to Monday for an office', () => {
    expect(nextNonHoliday('2026-12-25')).toBe('2026-12-26')
    expect(nextNonHoliday('2026-12-25', 'office')).toBe('2026-12-28')
  })

  it('observes weekend holidays on the next free working day when asked to', () => {
    expect(nextNonHoliday('2026-12-25', 'office_observed')).toBe('2026-12-29')
    expect(nextNonHoliday('2027-12-25', 'office_observed')).toBe('2027-12-29')
    expect(isHoliday('2028-01-03', 'office_observed')).toBe(true)
    expect(isHoliday('2028-01-03', 'office')).toBe(false)
  })

  it('counts business days over a weekend and a holiday, forward and back', () => {
    expect(addBusinessDays('2026-10-09', 1)).toBe('2026-10-13')
    expect(addBusinessDays('2026-10-13', -1)).toBe('2026-10-09')
    expect(addBusinessDays('2026-11-16', 15)).toBe('2026-12-07')
    expect(addBusinessDays('2026-11-16', 0)).toBe('2026-11-16')
    expect(previousNonHoliday('2026-10-12', 'office')).toBe('2026-10-09')
  })

  it('always answers with a day that counts, never more than five days on', () => {
    const days = fc.integer({ min: 0, max: 9000 }).map((offset) => addDays('2012-01-01', offset))
    const calendars = fc.constantFrom('statute' as const, 'office' as const, 'office_observed' as const)
    fc.assert(
      fc.property(days, calendars, (date, calendar) => {
        const next = nextNonHoliday(date, calendar)
        expect(isHoliday(next, calendar)).toBe(false)
        expect(daysBetween(date, next)).toBeLessThanOrEqual(5)
        expect(addBusinessDays(addBusinessDays(next, 7, calendar), -7, calendar)).toBe(next)
      }),
      { numRuns: 200 },
    )
  })
})

describe('dates', () => {
  it('clamps months and years that have no such day', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28')
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29')
  })

  it('gives a partial date the first and last day that it may mean', () => {
    expect(dayRange('2008')).toEqual({ earliest: '2008-01-01', latest: '2008-12-31' })
    expect(dayRange('2008-02')).toEqual({ earliest: '2008-02-01', latest: '2008-02-29' })
    expect(dayRange('2008-02-03')).toEqual({ earliest: '2008-02-03', latest: '2008-02-03' })
  })

  test.each(['2008-13', '2008-02-30', '08', '2008-1', 'soon', ''])('refuses %j as a partial date', (text) => {
    expect(partialDate.safeParse(text).success).toBe(false)
  })

  it('lets a person born on 29 February come of age on 1 March of a common year', () => {
    expect(reachesAge('2008-02-29', 18)).toBe('2026-03-01')
    expect(reachesAge('2008-02-29', 20)).toBe('2028-02-29')
    expect(reachesAge('2008-05-17', 18)).toBe('2026-05-17')
  })
})

test('the day at an instant is that of the zone, whichever was asked for before', () => {
  const instant = Date.parse('2026-11-23T03:30:00Z')
  const days = () => ['America/Toronto', 'America/St_Johns', 'Europe/Paris'].map((zone) => dateIn(zone, instant))
  expect(days()).toEqual(['2026-11-22', '2026-11-23', '2026-11-23'])
  expect(days()).toEqual(['2026-11-22', '2026-11-23', '2026-11-23'])
  expect(() => dateIn('Nowhere/Town', instant)).toThrow(RangeError)
})

import { Temporal } from 'temporal-polyfill'
import type { Bilingual } from '../language.ts'
import { addDays, type IsoDate, weekday } from './dates.ts'

/**
 * Days that do not count.
 * - `statute`: "holiday" of the Interpretation Act, R.S.C. 1985, c. I-21, s. 35: Sundays (not Saturdays) and the list.
 *   A limit that falls on one may be met on the next day that is none (s. 26).
 * - `office`: days on which federal offices are closed: also Saturdays, Boxing Day and the civic holiday of August.
 * - `office_observed`: `office`, and the working day on which a holiday that falls on a weekend is observed.
 */
export type CalendarId = 'statute' | 'office' | 'office_observed'

export interface Holiday {
  readonly id: string
  readonly date: IsoDate
  readonly name: Bilingual
  /** False for days that only the office calendars hold. */
  readonly statutory: boolean
}

/** Every holiday of a year but the weekends, in the order of the year. `statute` leaves out days of offices only. */
export function holidays(year: number, calendar: CalendarId = 'statute'): readonly Holiday[] {
  const name = `${calendar} ${year}`
  const found = before.get(name) ?? listed(year, calendar)
  if (before.size >= mostYears) before.clear()
  before.set(name, found)
  return found
}

/** The law of a year stands: a walk over open days asks for the same year day after day. */
const before = new Map<string, readonly Holiday[]>()
const mostYears = 300

function listed(year: number, calendar: CalendarId): readonly Holiday[] {
  const all = catalogue
    .filter((entry) => (entry.since ?? 0) <= year && (calendar !== 'statute' || entry.statutory))
    .map(({ id, name, statutory, on }) => ({ id, name, statutory, date: on(year) }))
    .sort((a, b) => (a.date < b.date ? -1 : 1))
  return calendar === 'office_observed' ? withObservedDays(all) : all
}

/** Does the calendar leave this day out? Weekend days that the calendar knows count too. */
export function isHoliday(date: IsoDate, calendar: CalendarId = 'statute'): boolean {
  if (isWeekendOf(date, calendar)) return true
  const year = Number(date.slice(0, 4))
  // A holiday of late December may be observed in January.
  const years = calendar === 'office_observed' ? [year - 1, year] : [year]
  return years.some((each) => holidays(each, calendar).some((holiday) => holiday.date === date))
}

/** `date` itself if the calendar counts it, else the next day that it counts (Interpretation Act, s. 26). */
export function nextNonHoliday(date: IsoDate, calendar: CalendarId = 'statute'): IsoDate {
  return firstOpen(date, 1, calendar)
}

/** `date` itself if the calendar counts it, else the last day before it that it counts. */
export function previousNonHoliday(date: IsoDate, calendar: CalendarId = 'statute'): IsoDate {
  return firstOpen(date, -1, calendar)
}

/** The `count`th counted day after `date` (before it, if negative); `date` itself is not counted. */
export function addBusinessDays(date: IsoDate, count: number, calendar: CalendarId = 'office'): IsoDate {
  const step = Math.sign(count)
  let day = date
  for (let left = Math.abs(count); left > 0; left--) day = firstOpen(addDays(day, step), step, calendar)
  return day
}

/** Easter Sunday of a Gregorian year (the anonymous algorithm of Meeus, Jones and Butcher). */
export function easterSunday(year: number): IsoDate {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const inCentury = year % 100
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  const days = epact + toSunday - 7 * late + 114
  return iso(year, Math.floor(days / 31), (days % 31) + 1)
}

const iso = (year: number, month: number, day: number): IsoDate =>
  Temporal.PlainDate.from({ year, month, day }).toString()

const fixed = (month: number, day: number) => (year: number) => iso(year, month, day)

/** The `nth` Monday of a month. */
const monday = (month: number, nth: number) => (year: number) => {
  const first = iso(year, month, 1)
  return addDays(first, ((8 - weekday(first)) % 7) + 7 * (nth - 1))
}

/** The Monday before 25 May (Interpretation Act, s. 35; Holidays Act, s. 3). */
function victoriaDay(year: number): IsoDate {
  const eve = iso(year, 5, 24)
  return addDays(eve, 1 - weekday(eve))
}

/** 1 July, or 2 July when the first is a Sunday (Holidays Act, R.S.C. 1985, c. H-5, s. 2). */
function canadaDay(year: number): IsoDate {
  const first = iso(year, 7, 1)
  return weekday(first) === 7 ? addDays(first, 1) : first
}

interface CatalogueEntry {
  readonly id: string
  readonly name: Bilingual
  readonly statutory: boolean
  readonly on: (year: number) => IsoDate
  /** First year in which it is a holiday. */
  readonly since?: number
}

const day = (
  id: string,
  en: string,
  fr: string,
  on: CatalogueEntry['on'],
  more: Partial<CatalogueEntry> = {},
): CatalogueEntry => ({ id, name: { en, fr }, statutory: true, on, ...more })

const office = { statutory: false }

const catalogue: readonly CatalogueEntry[] = [
  day('new_year', 'New Year’s Day', 'Jour de l’An', fixed(1, 1)),
  day('good_friday', 'Good Friday', 'Vendredi saint', (year) => addDays(easterSunday(year), -2)),
  day('easter_monday', 'Easter Monday', 'Lundi de Pâques', (year) => addDays(easterSunday(year), 1)),
  day('victoria_day', 'Victoria Day', 'Fête de Victoria', victoriaDay),
  day('canada_day', 'Canada Day', 'Fête du Canada', canadaDay),
  day('civic_holiday', 'Civic holiday', 'Congé municipal', monday(8, 1), office),
  day('labour_day', 'Labour Day', 'Fête du Travail', monday(9, 1)),
  day(
    'truth_and_reconciliation',
    'National Day for Truth and Reconciliation',
    'Journée nationale de la vérité et de la réconciliation',
    fixed(9, 30),
    { since: 2021 },
  ),
  // Appointed each year by proclamation as a day of general thanksgiving (s. 35).
  day('thanksgiving', 'Thanksgiving Day', 'Action de grâces', monday(10, 2)),
  day('remembrance_day', 'Remembrance Day', 'Jour du Souvenir', fixed(11, 11)),
  day('christmas', 'Christmas Day', 'Noël', fixed(12, 25)),
  day('boxing_day', 'Boxing Day', 'Lendemain de Noël', fixed(12, 26), office),
]

/** Adds, for each holiday on a weekend, the next working day that is not taken by another holiday. */
function withObservedDays(listed: readonly Holiday[]): readonly Holiday[] {
  const taken = new Set(listed.map(({ date }) => date))
  const observed = listed
    .filter(({ date }) => weekday(date) > 5)
    .map((holiday) => {
      let date = holiday.date
      while (weekday(date) > 5 || taken.has(date)) date = addDays(date, 1)
      taken.add(date)
      return { ...holiday, date }
    })
  return [...listed, ...observed]
}

const isWeekendOf = (date: IsoDate, calendar: CalendarId) => weekday(date) >= (calendar === 'statute' ? 7 : 6)

function firstOpen(date: IsoDate, step: number, calendar: CalendarId): IsoDate {
  let open = date
  while (isHoliday(open, calendar)) open = addDays(open, step)
  return open
}

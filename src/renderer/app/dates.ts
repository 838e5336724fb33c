import { isPartialDate } from '../../shared/domain/vocabulary.ts'
import type { Language } from '../../shared/language.ts'

/** Dates as officers read them: ISO always, the weekday where it matters, relative time only beside the absolute. */

/** Made once for each language: making a formatter costs a hundred times what its use does. */
function eachLanguage<Formatter>(make: (tag: string) => Formatter): Readonly<Record<Language, Formatter>> {
  return { en: make('en-CA'), fr: make('fr-CA') }
}

/**
 * What was typed, as an ISO date: `20261122`, `2026 11 22`, `2026/1/5`. Undefined when it is not one.
 * With `partial` a year or a year and month will do. Day-first forms are refused: 03/04 has two readings.
 */
export function readDate(typed: string, partial: boolean): string | undefined {
  const match = /^(\d{4})(?:[-/. ]?(\d{1,2})(?:[-/. ]?(\d{1,2}))?)?$/.exec(typed.trim())
  const parts = match?.slice(1).filter((part) => part !== undefined) ?? []
  const iso = parts.map((part, at) => (at === 0 ? part : part.padStart(2, '0'))).join('-')
  if (!isPartialDate(iso) || (!partial && parts.length < 3)) return undefined
  return iso
}

/** `Sunday`, `dimanche`; undefined for a partial date. */
export function weekdayOf(date: string, language: Language): string | undefined {
  if (date.length < 10) return undefined
  // Noon at Greenwich is that day there: made once, the formatter costs a fraction of what Temporal's own words do.
  return weekdays[language].format(Date.parse(`${date.slice(0, 10)}T12:00Z`))
}

const weekdays = eachLanguage((tag) => new Intl.DateTimeFormat(tag, { weekday: 'long', timeZone: 'UTC' }))

/** `2026-11-22 (Sunday)`: for deadlines and appointments. */
export const withWeekday = (date: string, language: Language) => {
  const weekday = weekdayOf(date, language)
  return weekday ? `${date} (${weekday})` : date
}

/** `2026-11-22 14:05` in the zone of the office (or of this computer). */
export function instantText(instant: string, zone: string | undefined): string {
  const wall = walls.get(zone) ?? new Intl.DateTimeFormat(isoLike, { ...toTheMinute, timeZone: zone })
  walls.set(zone, wall)
  return wall.format(Date.parse(instant))
}

/** Sweden writes dates and times as ISO 8601 does. */
const isoLike = 'sv-SE'
const toTheMinute = { dateStyle: 'short', timeStyle: 'short' } as const
const walls = new Map<string | undefined, Intl.DateTimeFormat>()

const dayMs = 86_400_000

/** Whole days from `from` to `to`; negative when `to` is past. */
export const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / dayMs

/** `in 3 days`, `hier`: only beside the date itself. */
export const relativeDay = (date: string, today: string, language: Language) =>
  distances[language].format(daysBetween(today, date), 'day')

const distances = eachLanguage((tag) => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }))

import { Temporal } from 'temporal-polyfill'
import { isPartialDate } from '../../shared/domain/vocabulary.ts'
import type { Language } from '../../shared/language.ts'

/** Dates as officers read them: ISO always, the weekday where it matters, relative time only beside the absolute. */

const locale = (language: Language) => `${language}-CA`

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
  return Temporal.PlainDate.from(date).toLocaleString(locale(language), { weekday: 'long' })
}

/** `2026-11-22 (Sunday)`: for deadlines and appointments. */
export const withWeekday = (date: string, language: Language) => {
  const weekday = weekdayOf(date, language)
  return weekday ? `${date} (${weekday})` : date
}

/** `2026-11-22 14:05` in the zone of the office (or of this computer). */
export function instantText(instant: string, zone: string | undefined): string {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO(zone ?? Temporal.Now.timeZoneId())
  return `${at.toPlainDate().toString()} ${at.toPlainTime().toString({ smallestUnit: 'minute' })}`
}

/** Whole days from `from` to `to`; negative when `to` is past. */
export const daysBetween = (from: string, to: string) =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days

/** `in 3 days`, `hier`: only beside the date itself. */
export const relativeDay = (date: string, today: string, language: Language) =>
  new Intl.RelativeTimeFormat(locale(language), { numeric: 'auto' }).format(daysBetween(today, date), 'day')

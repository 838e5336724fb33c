import { Temporal } from 'temporal-polyfill'

/** How long somebody waits, and times of the day as they are typed. */

/** `45 min`, `1 h 05`: from `since` to `now`, both UTC instants; never less than nothing. */
export function waited(since: string, now: string): string {
  const minutes = Math.max(0, Math.floor((Date.parse(now) - Date.parse(since)) / 60_000))
  const hours = Math.floor(minutes / 60)
  return hours === 0 ? `${minutes} min` : `${hours} h ${String(minutes % 60).padStart(2, '0')}`
}

/** `09:12` today, `2026-11-22 09:12` on another day. */
export function sinceText(since: string, today: string | undefined, zone: string | undefined): string {
  const at = Temporal.Instant.from(since).toZonedDateTimeISO(zone ?? Temporal.Now.timeZoneId())
  const time = at.toPlainTime().toString({ smallestUnit: 'minute' })
  const date = at.toPlainDate().toString()
  return date === today ? time : `${date} ${time}`
}

/** The instant of a time of the day typed as `9:12`, `0912` or `09 h 12`; undefined when it is none. */
export function readTime(typed: string, today: string, zone: string): string | undefined {
  const match = /^(\d{1,2})\s*[:hH.]?\s*(\d{2})$/.exec(typed.trim())
  const [hour, minute] = [Number(match?.[1]), Number(match?.[2])]
  if (!match || hour > 23 || minute > 59) return undefined
  const plainTime = Temporal.PlainTime.from({ hour, minute })
  return Temporal.PlainDate.from(today).toZonedDateTime({ timeZone: zone, plainTime }).toInstant().toString()
}

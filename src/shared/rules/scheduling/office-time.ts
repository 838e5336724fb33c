import { Temporal } from 'temporal-polyfill'
import { type Absence, minuteOf, type Slot, type WeeklyHours, weekdays } from '../../domain/appointments.ts'
import { isHoliday } from '../calendar.ts'
import { addDays, type IsoDate, weekday } from '../dates.ts'

/** When an office and what can be booked in it are there. All times are minutes since midnight on the office's clock. */

export interface Bookable {
  readonly id: string
  readonly hours: WeeklyHours
  readonly away: readonly Absence[]
}

/** What is taken: who or what, from when to when. */
export interface Hold {
  readonly date: IsoDate
  readonly from: number
  /** The first minute that is free again. */
  readonly to: number
  readonly resources: readonly string[]
}

/** Days that differ from the calendar of federal offices: closed (false) or open (true). */
export type OwnDays = ReadonlyMap<IsoDate, boolean>

/** Is the office open on this day? Weekends and federal holidays are not, unless it said so itself. */
export const isOpenDay = (date: IsoDate, own: OwnDays): boolean => own.get(date) ?? !isHoliday(date, 'office')

/** The `count`th open day after `date`, within two years; `date` itself is not counted. */
export function openDayAfter(date: IsoDate, count: number, own: OwnDays): IsoDate {
  let day = date
  let left = count
  for (let tried = 0; left > 0 && tried < 731; tried++) {
    day = addDays(day, 1)
    if (isOpenDay(day, own)) left -= 1
  }
  return day
}

/** How many open days lie after `from`, up to and including `to`; 0 where `to` is not later. */
export function openDaysBetween(from: IsoDate, to: IsoDate, own: OwnDays): number {
  let days = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isOpenDay(day, own)) days += 1
  return days
}

/** Is it there for all of `from` to `to`? */
export function isThere({ hours, away }: Omit<Bookable, 'id'>, date: IsoDate, from: number, to: number): boolean {
  if (away.some((absence) => absence.from <= date && date <= absence.to)) return false
  const day = weekdays[weekday(date) - 1]
  const spans = (day && hours[day]) ?? []
  return spans.some((span) => minuteOf(span.from) <= from && to <= minuteOf(span.to))
}

/** Is anything of `resources` taken in that time? */
export const isTaken = (holds: readonly Hold[], resource: string, date: IsoDate, from: number, to: number): boolean =>
  holds.some((hold) => hold.date === date && hold.from < to && from < hold.to && hold.resources.includes(resource))

/** What a slot holds. */
export const holdOf = ({ date, time, minutes, officer, room, interpreter }: Slot): Hold => ({
  date,
  from: minuteOf(time),
  to: minuteOf(time) + minutes,
  resources: [officer, room, interpreter].filter((each) => each !== null),
})

/** The clock of another zone when it is this time in the office: `2026-12-01T09:00`. */
export function clockIn(zone: string, office: { readonly zone: string }, date: IsoDate, minute: number): string {
  const local = Temporal.PlainDateTime.from(date).add({ minutes: minute })
  return local.toZonedDateTime(office.zone).withTimeZone(zone).toPlainDateTime().toString({ smallestUnit: 'minute' })
}

/** What the clock of a zone shows at an instant (ms since epoch): `2026-12-01T09:00`. */
export const minuteIn = (zone: string, ms: number): string =>
  Temporal.Instant.fromEpochMilliseconds(ms)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })

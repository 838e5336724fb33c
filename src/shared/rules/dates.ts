import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

/**
 * Calendar days as ISO strings (`2026-11-22`), and days of which only the month or the year is known.
 * ISO strings of equal length sort as the days do, so `<` and `>` compare them.
 */

/** A full calendar day, `YYYY-MM-DD`. */
export const isoDate = z.iso.date()
export type IsoDate = string

/** A day known to the day, the month or the year: `2008-05-17`, `2008-05`, `2008`. */
export const partialDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .refine((text) => bounds(text) !== undefined)
export type PartialDate = string

/** The first and last day that a partial date may mean. */
export interface DayRange {
  readonly earliest: IsoDate
  readonly latest: IsoDate
}

/** The date in a time zone at an instant (ms since epoch), as `2026-11-23`. */
export const dateIn = (zone: string, ms: number): string => dayFormat(zone).format(ms)

/** Made once for a zone: making one takes longer than all that it is asked for in a page. */
function dayFormat(zone: string): Intl.DateTimeFormat {
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone, ...parts })
  formats.set(zone, format)
  return format
}
const formats = new Map<string, Intl.DateTimeFormat>()

/** The day `count` days after (or, negative, before) `date`. Throws on a text that is no date. */
export function addDays(date: IsoDate, count: number): IsoDate {
  return Temporal.PlainDate.from(date).add({ days: count }).toString()
}

/** The same day of the month `count` months later; the last day of a shorter month (31 January gives 28 February). */
export function addMonths(date: IsoDate, count: number): IsoDate {
  return Temporal.PlainDate.from(date).add({ months: count }).toString()
}

/** The same day `count` years later; 29 February gives 28 February in a common year. */
export function addYears(date: IsoDate, count: number): IsoDate {
  return Temporal.PlainDate.from(date).add({ years: count }).toString()
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days
}

/** 1 for Monday to 7 for Sunday. */
export function weekday(date: IsoDate): number {
  return Temporal.PlainDate.from(date).dayOfWeek
}

/** The range of days of a partial date; throws on a text that is none (parse input with `partialDate` first). */
export function dayRange(date: PartialDate): DayRange {
  const range = bounds(date)
  if (!range) throw new RangeError('Not a date: expected YYYY, YYYY-MM or YYYY-MM-DD')
  return range
}

/**
 * The day on which a person born on `birth` reaches `age`. A person born on 29 February reaches it on 1 March of a
 * common year: the later reading, which keeps a child a child one day longer (Interpretation Act, s. 30, says only
 * "the anniversary of the birth").
 */
export function reachesAge(birth: IsoDate, age: number): IsoDate {
  const born = Temporal.PlainDate.from(birth)
  const anniversary = born.add({ years: age })
  return (anniversary.day === born.day ? anniversary : anniversary.add({ days: 1 })).toString()
}

/** Was a person born on `birth` under 18 on a day? Undefined where the month or year alone does not decide. */
export function isUnder18(birth: PartialDate, on: IsoDate): boolean | undefined {
  const { earliest, latest } = dayRange(birth)
  if (on < reachesAge(earliest, 18)) return true
  return on >= reachesAge(latest, 18) ? false : undefined
}

function bounds(date: string): DayRange | undefined {
  const [year = '', month, day] = date.split('-')
  try {
    if (day) return single(Temporal.PlainDate.from(date, { overflow: 'reject' }).toString())
    const start = Temporal.PlainDate.from(`${year}-${month ?? '01'}-01`)
    const end = start.add(month ? { months: 1 } : { years: 1 }).subtract({ days: 1 })
    return { earliest: start.toString(), latest: end.toString() }
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const single = (date: IsoDate): DayRange => ({ earliest: date, latest: date })

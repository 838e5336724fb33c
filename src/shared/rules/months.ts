import { addMonths, addYears, type IsoDate, type PartialDate, reachesAge } from './dates.ts'

/**
 * The months that a history must cover without a gap: ten years, or since the person's 18th birthday if that is later
 * (Guide 0174, question 27; IMM 5669). A month counts as covered by whatever was said of any day of it.
 */

/** A month as a number: year times twelve, plus the month from 0. */
export type Month = number

export const monthOf = (date: PartialDate): Month => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7) || '1') - 1
/** `2019-03` */
export const monthText = (month: Month): string =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`

export interface MonthSpan {
  readonly from: Month
  /** Included. */
  readonly to: Month
}

/** From ten years ago, or the 18th birthday, to today; undefined for a person who is not 18 yet. */
export function monthsToCover(birthDate: PartialDate | undefined, today: IsoDate): MonthSpan | undefined {
  const adult = birthDate === undefined ? undefined : adultSince(birthDate)
  const from = Math.max(monthOf(addYears(today, -10)), adult === undefined ? 0 : monthOf(adult))
  const to = monthOf(today)
  return adult !== undefined && adult > today ? undefined : { from, to }
}

/** A birth date that says only the year or the month makes the person 18 as late as it can be: nothing is asked too early. */
function adultSince(birthDate: PartialDate): IsoDate {
  if (birthDate.length === 10) return reachesAge(birthDate, 18)
  const month = birthDate.length === 7 ? `${birthDate}-01` : `${birthDate}-12-01`
  return addMonths(addYears(month, 18), 1)
}

/** The months of a row: a year alone counts from its first to its last month, no end is until today. */
export function spanOf(
  from: PartialDate | undefined,
  to: PartialDate | undefined,
  today: IsoDate,
): MonthSpan | undefined {
  if (from === undefined) return undefined
  const end = to === undefined ? monthOf(today) : to.length === 4 ? monthOf(to) + 11 : monthOf(to)
  return { from: monthOf(from), to: end }
}

/** The stretches of `wanted` that no span covers, earliest first. */
export function gapsIn(wanted: MonthSpan, spans: readonly MonthSpan[]): MonthSpan[] {
  const gaps: MonthSpan[] = []
  let next = wanted.from
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    if (from > next) gaps.push({ from: next, to: Math.min(from - 1, wanted.to) })
    next = Math.max(next, to + 1)
    if (next > wanted.to) break
  }
  if (next <= wanted.to) gaps.push({ from: next, to: wanted.to })
  return gaps.filter((gap) => gap.from <= gap.to && gap.from >= wanted.from)
}

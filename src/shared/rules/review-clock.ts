import { isHoliday } from './calendar.ts'
import { addDays, type IsoDate } from './dates.ts'
import { type DeadlineSettings, ruleOn } from './deadlines.ts'

/** The service standard of the review: 15 business days (or what the office set) from the day on which the claim came in complete. */

/** From the day on which something essential was missing to the day on which it came; open while it has not come. */
export interface ReviewPause {
  readonly from: IsoDate
  readonly to?: IsoDate
}

export interface ReviewClock {
  /** The last day of the standard; absent while the clock stands still. */
  readonly due?: IsoDate
  /** Business days that are left while it stands still. */
  readonly left?: number
}

/**
 * Where the clock stands. The day of receipt is excluded; a pause begins with the day after something was found missing,
 * and the day on which it came is still within the pause, as a trigger day is (Interpretation Act, s. 27).
 */
export function reviewClock(
  received: IsoDate,
  pauses: readonly ReviewPause[],
  settings: DeadlineSettings = {},
): ReviewClock {
  const open = pauses.find(({ to }) => to === undefined)
  let left = ruleOn('officer.review', received, settings).count
  let day = received
  while (left > 0) {
    day = addDays(day, 1)
    if (open && day > open.from) return { left }
    if (!isHoliday(day, 'office') && !pauses.some(({ from, to }) => day > from && to !== undefined && day <= to)) left--
  }
  return { due: day }
}

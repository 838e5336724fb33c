import { dayRange, type IsoDate, type PartialDate, reachesAge } from '../rules/index.ts'

/** How old a person is, who may know only the month or the year of birth. */

/** Whole years on a day; undefined where the birth date is not known to the day. */
export function ageOn(birth: PartialDate, day: IsoDate): number | undefined {
  const { earliest, latest } = dayRange(birth)
  if (earliest !== latest || birth > day) return undefined
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4))
  return reachesAge(birth, years) <= day ? years : years - 1
}

/** Under 18 on a day, by the latest birth date that may be meant: a child in doubt is treated as one. */
export const isMinorOn = (birth: PartialDate, day: IsoDate): boolean => day < reachesAge(dayRange(birth).latest, 18)

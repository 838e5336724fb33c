/**
 * A date of which the end may be unknown: `1974-08-12`, `1974-08` or `1974`. Civil documents of many countries give no
 * more than a year.
 */
export type MrzDate = string

/** A date field: the six characters as they stand, and the date they mean; null if unknown or impossible. */
export interface ReadDate {
  readonly raw: string
  readonly value: MrzDate | null
}

/**
 * A date of birth. The zone holds two digits of the year: the century is the latest in which the date is not after
 * `today` (`2026-11-22`).
 */
export function readBirthDate(raw: string, today: string): ReadDate {
  return readDate(raw, centuriesAround(today), (date) => date <= today.slice(0, date.length))
}

/** An expiry date: the century that puts the year between 50 years before and 49 years after `today`. */
export function readExpiryDate(raw: string, today: string): ReadDate {
  const year = Number(today.slice(0, 4))
  return readDate(raw, centuriesAround(today), (date) => Math.abs(Number(date.slice(0, 4)) - year + 0.5) < 50)
}

/** The six characters for a date, `<` where it is unknown; null if it is no date. */
export function writeDate(date: MrzDate | null): string | null {
  if (date === null) return '<<<<<<'
  const parts = /^\d\d(\d\d)(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date)
  if (!parts || !exists(date)) return null
  return [parts[1], parts[2] ?? '<<', parts[3] ?? '<<'].join('')
}

/** The date is wholly unknown, which is a value and not a fault. */
export const isUnknown = (raw: string): boolean => /^<*$/.test(raw)

function readDate(raw: string, centuries: readonly number[], accept: (date: MrzDate) => boolean): ReadDate {
  const parts = /^(\d\d)(\d\d|<<)(\d\d|<<)$/.exec(raw)
  if (!parts || (parts[2] === '<<' && parts[3] !== '<<')) return { raw, value: null }
  const known = parts.slice(2).filter((part) => part !== '<<')
  const dates = centuries.map((century) => [`${century}${parts[1]}`, ...known].join('-'))
  return { raw, value: dates.find((date) => exists(date) && accept(date)) ?? null }
}

/** Latest first. */
function centuriesAround(today: string): readonly number[] {
  const century = Number(today.slice(0, 2))
  return [century + 1, century, century - 1]
}

function exists(date: MrzDate): boolean {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
  return day >= 1 && day <= days
}

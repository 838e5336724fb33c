import type { CaseworkStatistics } from './contract/views.ts'
import type { Language } from './language.ts'
import { numbersCsv } from './numbers-csv.ts'
import { addDays, type IsoDate, weekday } from './rules/dates.ts'

/** Periods of statistics, and the same numbers as CSV. */

/** What is counted, day by day. */
export const countedNames = [
  'arrivals',
  'referred',
  'ineligible',
  'photosApproved',
  'photosReturned',
  'came',
  'noShows',
] as const
export type CountedName = (typeof countedNames)[number]
export type Counted = Readonly<Record<CountedName, number>>

export interface Stretch extends Counted {
  readonly from: IsoDate
  readonly to: IsoDate
}

/** More days than these are told by the week, more than those by the month: a chart has no room for more bars. */
const byDay = 31
const byWeek = 190

/** The stretches of a period, first to last: days, weeks from Monday on, or months; cut off where the period ends. */
export function stretchesOf(from: IsoDate, to: IsoDate): { readonly from: IsoDate; readonly to: IsoDate }[] {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1
  const lastOf = days <= byDay ? (day: IsoDate) => day : days <= byWeek ? sunday : lastOfMonth
  const stretches = []
  for (let day = from; day <= to; ) {
    const last = lastOf(day) < to ? lastOf(day) : to
    stretches.push({ from: day, to: last })
    day = addDays(last, 1)
  }
  return stretches
}

const sunday = (day: IsoDate): IsoDate => addDays(day, 7 - weekday(day))

function lastOfMonth(day: IsoDate): IsoDate {
  const [year = 0, month = 0] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

/** Counts by day put together for each stretch. */
export function inStretches(
  stretches: readonly { readonly from: IsoDate; readonly to: IsoDate }[],
  days: readonly { readonly day: IsoDate; readonly name: CountedName; readonly count: number }[],
): Stretch[] {
  const none = Object.fromEntries(countedNames.map((name) => [name, 0])) as Record<CountedName, number>
  const found = stretches.map((stretch) => ({ ...stretch, ...none }))
  let at = 0
  for (const { day, name, count } of [...days].sort((a, b) => a.day.localeCompare(b.day))) {
    while (at < found.length - 1 && (found[at]?.to ?? '') < day) at += 1
    const stretch = found[at]
    if (stretch && stretch.from <= day && day <= stretch.to) stretch[name] += count
  }
  return found
}

/** One line a number. */
export function caseworkCsv(view: CaseworkStatistics, language: Language): string {
  const line = (subject: string, what: string, number: number) => ({ subject, what, number })
  return numbersCsv(view, language, [
    ...view.stretches.flatMap((stretch) =>
      countedNames.map((name) =>
        line(stretch.from === stretch.to ? stretch.from : `${stretch.from}/${stretch.to}`, name, stretch[name]),
      ),
    ),
    ...view.backlog.map(({ from, to, claims }) =>
      line('backlog_age_days', to === undefined ? `${from}+` : `${from}-${to}`, claims),
    ),
    line('backlog_age_days', 'oldest', view.oldestDays),
    ...(['met', 'late', 'missed', 'running'] as const).map((what) =>
      line('review_standard', what, view.standard[what]),
    ),
  ])
}

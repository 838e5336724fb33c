import type { BacklogAge, TodayView } from '../../shared/contract/views.ts'
import { backlogByDay } from '../store/projections/tally.ts'
import type { Reader } from '../store/types.ts'

/** How long the claims that wait for the desk have waited. */

/** First days of the ages that the chart tells apart; 22 days is past the fifteen working days of the service standard. */
const ages = [0, 8, 22, 46, 91] as const

export function backlogOf(reader: Reader, date: string): Pick<TodayView, 'backlog' | 'oldestDays'> {
  const waiting = backlogByDay(reader).map((row) => ({ ...row, age: Math.max(0, daysFrom(row.day, date)) }))
  const backlog = ages.map((from, at): BacklogAge => {
    const to = (ages[at + 1] ?? Number.POSITIVE_INFINITY) - 1
    const here = waiting.filter(({ age }) => age >= from && age <= to)
    const claims = here.reduce((sum, row) => sum + row.claims, 0)
    return { from, ...(Number.isFinite(to) ? { to } : {}), claims }
  })
  return { backlog, oldestDays: waiting.reduce((oldest, { age }) => Math.max(oldest, age), 0) }
}

const daysFrom = (day: string, date: string): number =>
  Math.round((Date.parse(`${date}T00:00:00Z`) - Date.parse(`${day}T00:00:00Z`)) / dayMs)

const dayMs = 86_400_000

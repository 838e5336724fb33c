import type { Desk } from '../../app/desk.tsx'

export type View = 'day' | 'week' | 'agenda'

interface Asked {
  readonly date: string
  readonly view: View
  /** Only what this officer conducts. */
  readonly officer: string | undefined
}

/** How the calendar is asked for. */
export const calendarOf = (desk: Desk, { date, view, officer }: Asked) =>
  desk.appointments.calendar.queryOptions({ input: { date, view, ...(officer ? { officer } : {}) } })

import {
  type Absence,
  absences,
  type Spoken,
  spoken,
  type WeeklyHours,
  weekdays,
  weeklyHours,
} from '../../../shared/domain/appointments.ts'

/** Hours, absences and languages as officers type them. Undefined: it cannot be read. */

/** By weekday: `08:30-12:00, 13:00-16:30`. */
export const hoursText = (hours: WeeklyHours): Record<string, string> =>
  Object.fromEntries(weekdays.map((day) => [day, (hours[day] ?? []).map(({ from, to }) => `${from}-${to}`).join(', ')]))

export function readHours(days: Readonly<Record<string, string>>): WeeklyHours | undefined {
  const read = Object.entries(days).flatMap(([day, text]) => {
    const parts = text.split(',').map((part) => part.trim())
    const spans = parts.filter(Boolean).map((part) => {
      const [from, to] = part.split(/\s*[-–]\s*/)
      return { from, to }
    })
    return spans.length > 0 ? [[day, spans] as const] : []
  })
  return weeklyHours.safeParse(Object.fromEntries(read)).data
}

/** One a line: `2026-12-21 to 2026-12-31`, or one day. */
export const awayText = (away: readonly Absence[]): string =>
  away.map(({ from, to }) => (from === to ? from : `${from} – ${to}`)).join('\n')

export function readAway(text: string): Absence[] | undefined {
  const lines = text.split('\n').map((line) => line.trim())
  const read = lines.filter(Boolean).map((line) => {
    const [from, to = from] = line.split(/\s+(?:to|à|–|-)\s+/)
    return { from, to }
  })
  return absences.safeParse(read).data
}

/** One a line: `ar: Sudanese, Iraqi`; without dialects any of them. */
export const languagesText = (languages: readonly Spoken[]): string =>
  languages.map(({ language, dialects }) => [language, dialects.join(', ')].filter(Boolean).join(': ')).join('\n')

export function readLanguages(text: string): Spoken[] | undefined {
  const lines = text.split('\n').map((line) => line.trim())
  const read = lines.filter(Boolean).map((line) => {
    const [language = '', dialects = ''] = line.split(':')
    const named = dialects.split(',').map((each) => each.trim())
    return { language: language.trim().toLowerCase(), dialects: named.filter(Boolean) }
  })
  return spoken.array().min(1).max(20).safeParse(read).data
}

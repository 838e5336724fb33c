import { z } from 'zod'
import type { Bilingual } from '../language.ts'
import { addBusinessDays, type CalendarId, nextNonHoliday, previousNonHoliday } from './calendar.ts'
import { addDays, addMonths, type IsoDate, weekday } from './dates.ts'
import { type DeadlineRuleId, deadlineTable } from './deadlines/table.ts'
import type { DeadlineRule, DeadlineSource, TriggerId } from './deadlines/types.ts'

/** A limit worked out for one case, with all that an officer needs to trust it. Dates are `YYYY-MM-DD`. */
export interface Deadline {
  readonly rule: DeadlineRuleId
  readonly title: Bilingual
  readonly trigger: TriggerId
  readonly triggerDate: IsoDate
  readonly due: IsoDate
  /** Where it differs: the day if the office must be open on it. `due` is the earlier of the two for limits that move on. */
  readonly dueIfOfficeClosed?: IsoDate
  /** For a period given as "four to six weeks": the start of it. */
  readonly earliest?: IsoDate
  readonly source: DeadlineSource
  readonly citation: Bilingual
  /** True for a rule of regulations that are not made yet. */
  readonly proposed: boolean
}

/** A period that an office counts otherwise than the table, from a day on. In the unit of its rule. */
export const deadlineChange = z.strictObject({
  rule: z.string().max(80),
  from: z.iso.date(),
  count: z.number().int().min(0).max(730),
  citation: z.string().trim().min(3).max(300),
})
export type DeadlineChange = z.infer<typeof deadlineChange>

/** What an administrator may choose. Absent: the defaults of the table. */
export const deadlineSettings = z.object({
  /** For a purpose with several rules, the one to follow: `{ 'boc.poe': 'boc.poe.statutory' }`. */
  preferred: z.record(z.string(), z.string()).optional(),
  /** Which days the offices are closed. */
  officeCalendar: z.enum(['office', 'office_observed']).optional(),
  /** Periods that were changed since this program was made: from which trigger day on, how long, and by what authority. */
  changes: z.array(deadlineChange).readonly().optional(),
})
export type DeadlineSettings = z.infer<typeof deadlineSettings>

/** How an office counts, of its settings as they travel; what is no change of a period is left out. */
export function deadlineSettingsIn(settings: Readonly<Record<string, unknown>>): DeadlineSettings {
  const { bocRule, deadlineChanges } = settings
  const given: readonly unknown[] = Array.isArray(deadlineChanges) ? deadlineChanges : []
  const changes = given.flatMap((one) => {
    const read = deadlineChange.safeParse(one)
    return read.success ? [read.data] : []
  })
  return { ...(typeof bocRule === 'string' ? { preferred: { 'boc.poe': bocRule } } : {}), changes }
}

/**
 * The limit that a rule sets for a trigger date. The trigger day is excluded and the last day included
 * (Interpretation Act, s. 27); a limit on a holiday moves to the next day that is none (s. 26).
 */
export function deadline(id: DeadlineRuleId, triggerDate: IsoDate, settings: DeadlineSettings = {}): Deadline {
  const rule = ruleOn(id, triggerDate, settings)
  const due = settle(rule, triggerDate, rule.calendar)
  const ifClosed = rule.calendar === 'none' ? due : settle(rule, triggerDate, settings.officeCalendar ?? 'office')
  return {
    rule: id,
    title: rule.title,
    trigger: rule.trigger,
    triggerDate,
    due,
    ...(ifClosed === due ? {} : { dueIfOfficeClosed: ifClosed }),
    ...(rule.earliest === undefined
      ? {}
      : { earliest: count({ ...rule, count: rule.earliest }, triggerDate, 'office') }),
    source: rule.source,
    citation: rule.citation,
    proposed: rule.proposed ?? false,
  }
}

/** The limit for a purpose such as `boc.poe`, by the rule that the settings or the table prefer on that day. */
export function deadlineFor(
  purpose: DeadlinePurpose,
  triggerDate: IsoDate,
  settings: DeadlineSettings = {},
): Deadline | undefined {
  const id = ruleFor(purpose, triggerDate, settings)
  return id && deadline(id, triggerDate, settings)
}

/** The rule that governs a purpose on a trigger date: the preferred one, else the default, else any in force. */
export function ruleFor(
  purpose: DeadlinePurpose,
  triggerDate: IsoDate,
  settings: DeadlineSettings = {},
): DeadlineRuleId | undefined {
  const candidates = deadlineRules.filter(
    (rule) => rule.purpose === purpose && !rule.proposed && isInForce(rule, triggerDate),
  )
  const preferred = settings.preferred?.[purpose]
  const chosen =
    candidates.find(({ id }) => id === preferred) ??
    candidates.find(({ standing }) => standing === 'default') ??
    candidates[0]
  return chosen?.id
}

/** A rule as it counts for a trigger day: as the table says, or as the newest change in force by then. */
export function ruleOn(
  id: DeadlineRuleId,
  triggerDate: IsoDate,
  { changes = [] }: DeadlineSettings = {},
): DeadlineRule {
  const rule: DeadlineRule = deadlineTable[id]
  const change = changes
    .filter((each) => each.rule === id && each.from <= triggerDate)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .at(-1)
  if (!change) return rule
  const { earliest: _, ...whole } = rule
  return { ...whole, count: change.count, citation: { en: change.citation, fr: change.citation } }
}

/** Every rule of the table with its id, for the settings screen. */
export const deadlineRules = Object.entries(deadlineTable).map(([id, rule]) => ({
  ...(rule as DeadlineRule),
  id: id as DeadlineRuleId,
}))

/** What a limit is for; several rules may serve one purpose. */
export type DeadlinePurpose = (typeof deadlineTable)[DeadlineRuleId]['purpose']

const isInForce = (rule: DeadlineRule, day: IsoDate) =>
  (rule.inForceFrom ?? day) <= day && day <= (rule.inForceTo ?? day)

/** Counts, then moves off the days that the calendar leaves out. */
function settle(rule: DeadlineRule, from: IsoDate, calendar: CalendarId | 'none'): IsoDate {
  const counted = count(rule, from, calendar)
  if (calendar === 'none') return counted
  // A day *before* an event never moves towards it in law; with a closed office one must be earlier.
  if (rule.direction === 'before') return calendar === 'statute' ? counted : previousNonHoliday(counted, calendar)
  if (rule.saturdayMoves && weekday(counted) === 6) return nextNonHoliday(counted, 'office')
  return nextNonHoliday(counted, calendar)
}

function count(rule: DeadlineRule, from: IsoDate, calendar: CalendarId | 'none'): IsoDate {
  const signed = rule.direction === 'before' ? -rule.count : rule.count
  switch (rule.unit) {
    case 'day':
      return addDays(from, signed)
    case 'week':
      return addDays(from, 7 * signed)
    case 'month':
      return addMonths(from, signed)
    case 'working_day':
      return addBusinessDays(from, signed, calendar === 'office_observed' ? calendar : 'office')
  }
}

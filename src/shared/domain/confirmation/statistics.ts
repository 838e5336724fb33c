import type { ConfirmationFacts } from './facts.ts'
import { type ConfirmationStep, confirmationSteps } from './table.ts'

/** Numbers of the process: how long people stand at each step, who answers, which cards are late. */

export const tallyNames = ['invited', 'answered', 'card_mailed', 'card_returned'] as const
export type TallyName = (typeof tallyNames)[number] | `step.${ConfirmationStep}`

/** One thing that is counted on `to`, with the day on which it began or was due. */
export interface TallyEntry {
  readonly name: TallyName
  readonly from: string
  readonly to: string
}

/**
 * Everything that one person adds to the numbers, from what is known of them: each step that is over; `invited` and
 * `answered` on the day of the invitation, so that a share is one of the same people; `card_mailed` on the day of the
 * first mailing with the day it was due; `card_returned`.
 */
export function tallyOf({ steps = [], invitation, card }: ConfirmationFacts): TallyEntry[] {
  const over = steps.flatMap(({ step, from }, at): TallyEntry[] => {
    const to = steps[at + 1]?.from
    return to === undefined || to < from ? [] : [{ name: `step.${step}`, from, to }]
  })
  const on = (name: TallyName, to: string | undefined, from = to): TallyEntry[] =>
    to === undefined || from === undefined ? [] : [{ name, from, to }]
  return [
    ...over,
    ...on('invited', invitation.on),
    ...(invitation.answeredOn ? on('answered', invitation.on) : []),
    ...on('card_mailed', card.firstMailedOn, card.dueOn),
    ...on('card_returned', card.returnedOn),
  ]
}

/** What was counted, alike entries together. */
export interface Tally extends TallyEntry {
  readonly count: number
}

/** Steps whose time is the office's own and has a standard in working days: those are counted in working days. */
export const inWorkingDays: ReadonlySet<ConfirmationStep> = new Set(['interview_required'])

export interface StepTime {
  readonly step: ConfirmationStep
  readonly unit: 'day' | 'working_day'
  /** How many stood there and went on. */
  readonly count: number
  readonly median: number
  /** Nine in ten went on within so many days. */
  readonly p90: number
}

/** Time at each step that somebody left, in the order of the process; `workingDays` counts those between two days. */
export function stepTimes(
  tallies: readonly Tally[],
  days: (from: string, to: string) => number,
  workingDays: (from: string, to: string) => number,
): StepTime[] {
  return confirmationSteps.flatMap((step): StepTime[] => {
    const unit = inWorkingDays.has(step) ? 'working_day' : 'day'
    const length = unit === 'day' ? days : workingDays
    const spans = tallies
      .filter(({ name }) => name === `step.${step}`)
      .map(({ from, to, count }) => ({ length: length(from, to), count }))
      .sort((a, b) => a.length - b.length)
    const count = spans.reduce((sum, each) => sum + each.count, 0)
    if (count === 0) return []
    return [{ step, unit, count, median: atRank(spans, count / 2), p90: atRank(spans, count * 0.9) }]
  })
}

/** The length that `rank` of the people do not exceed. */
function atRank(spans: readonly { readonly length: number; readonly count: number }[], rank: number): number {
  let seen = 0
  for (const { length, count } of spans) {
    seen += count
    if (seen >= rank) return length
  }
  return 0
}

/** Cards first mailed, and how many of them after the day they were due. */
export function mailedLate(tallies: readonly Tally[]): { readonly mailed: number; readonly late: number } {
  const cards = tallies.filter(({ name }) => name === 'card_mailed')
  const count = (some: readonly Tally[]) => some.reduce((sum, each) => sum + each.count, 0)
  return { mailed: count(cards), late: count(cards.filter(({ from, to }) => to > from)) }
}

import { addDays, type IsoDate } from '../dates.ts'
import { type DeadlineRuleId, deadlineTable } from './table.ts'
import type { DeadlineRule } from './types.ts'

/**
 * Ladders of reminders: on which days before a limit its person is reminded, and once after it was missed. A desk that
 * slept sends the nearest rung alone: three letters of the same morning help nobody.
 */

/** Days before the limit, the furthest first; the last rung is negative: days after. */
export type Ladder = readonly number[]

/** Dated: the ladder of a limit is the one in force on the day from which it counts. */
export const ladders: readonly { readonly from: IsoDate; readonly of: Readonly<Record<string, Ladder>> }[] = [
  {
    from: '2019-06-21',
    of: {
      'boc.poe': [21, 7, 2, -1],
      'boc.inland': [14, 7, 2, -1],
      'medical.exam': [14, 7, 2, -1],
      'evidence.risk_documents': [14, 3],
      'contact.info': [3],
      'poe.online.completion': [21, 7, 2, -1],
    },
  },
]

/** For how long after a missed limit its last rung may still go out. */
const afterDays = 30

/** The furthest that any ladder looks ahead, and back, in days. */
export const reach = {
  ahead: Math.max(...ladders.flatMap(({ of }) => Object.values(of).flat())),
  back: afterDays,
}

export function ladderOf(rule: string, trigger: IsoDate): Ladder {
  const purpose = Object.hasOwn(deadlineTable, rule)
    ? (deadlineTable[rule as DeadlineRuleId] as DeadlineRule).purpose
    : undefined
  const dated = ladders.filter(({ from }) => from <= trigger).at(-1)
  return (purpose && dated?.of[purpose]) || []
}

/**
 * The rung that is due today and was not sent: the nearest to the limit whose day has come. Undefined if it went out,
 * or if a nearer one did: the ladder is never climbed back.
 */
export function rungDue(
  limit: { readonly rule: string; readonly trigger: IsoDate; readonly due: IsoDate },
  sent: readonly number[],
  today: IsoDate,
): number | undefined {
  if (today > addDays(limit.due, afterDays)) return undefined
  const come = ladderOf(limit.rule, limit.trigger).filter((rung) =>
    rung < 0 ? today >= addDays(limit.due, -rung) : today >= addDays(limit.due, -rung) && today <= limit.due,
  )
  const nearest = come.length > 0 ? Math.min(...come) : undefined
  return nearest === undefined || sent.some((rung) => rung <= nearest) ? undefined : nearest
}

import type { IsoDate } from '../dates.ts'
import { deadline } from '../deadlines.ts'
import { type DeadlineRuleId, deadlineTable } from './table.ts'
import type { DeadlineRule } from './types.ts'

/** More time: which limits may be moved, until when it has to be asked for, and what an extension may not do. */

const ruleOf = (id: string): DeadlineRule | undefined =>
  Object.hasOwn(deadlineTable, id) ? deadlineTable[id as DeadlineRuleId] : undefined

/** May this limit be moved at all? Those of the office itself and those that the Act sets may not. */
export const isExtendable = (rule: string): boolean => ruleOf(rule)?.extension !== undefined

/** The last day on which more time can be asked for: the due day itself, or earlier where a rule says so. */
export function lastDayToAsk(rule: string, due: IsoDate): IsoDate {
  const by = ruleOf(rule)?.extension?.askedBy
  return by ? deadline(by as DeadlineRuleId, due).due : due
}

export type ExtensionProblem = 'not_extendable' | 'asked_ahead' | 'asked_late' | 'not_later'

/** Why a limit cannot be moved to this day, or undefined if it can. */
export function extensionProblem(
  { rule, due }: { readonly rule: string; readonly due: IsoDate },
  { to, askedOn, today }: { readonly to: IsoDate; readonly askedOn: IsoDate; readonly today: IsoDate },
): ExtensionProblem | undefined {
  if (!isExtendable(rule)) return 'not_extendable'
  if (askedOn > today) return 'asked_ahead'
  if (askedOn > lastDayToAsk(rule, due)) return 'asked_late'
  return to > due ? undefined : 'not_later'
}

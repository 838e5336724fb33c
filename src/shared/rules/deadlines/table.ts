import { claimDeadlines } from './claim.ts'
import { hearingDeadlines } from './hearing.ts'
import { residenceDeadlines } from './residence.ts'
import type { DeadlineRule } from './types.ts'

/** Every deadline, by id. Ids are recorded in events and never reused for another meaning. */
export const deadlineTable = {
  ...claimDeadlines,
  ...hearingDeadlines,
  ...residenceDeadlines,
} as const satisfies Record<string, DeadlineRule>

export type DeadlineRuleId = keyof typeof deadlineTable

import { z } from 'zod'
import { isoDate } from '../dates.ts'
import { factId } from './facts.ts'

/** What is recorded of an evaluation. Schemas, because decisions keep their findings in the log for good. */

const bilingual = z.object({ en: z.string(), fr: z.string() })

export const outcome = z.discriminatedUnion('kind', [
  /** The rule bites: for a ground, the claim is ineligible. */
  z.object({ kind: z.literal('met') }),
  z.object({ kind: z.literal('not_met') }),
  z.object({ kind: z.literal('unknown'), missing: z.array(factId) }),
  /** Not in force on the day of the decision, or not for this claim. */
  z.object({ kind: z.literal('not_applicable') }),
  /** The rule would bite, but an exception lifts it. */
  z.object({ kind: z.literal('exempt'), exception: z.string(), title: bilingual, citation: bilingual }),
])
export type Outcome = z.infer<typeof outcome>

/** A reason for a person to look twice. The outcome stands until an officer overrides it. */
export const reviewFlag = z.object({ code: z.string(), text: bilingual })
export type ReviewFlag = z.infer<typeof reviewFlag>

/** An officer's own outcome for a rule. The reason is required and kept with the finding that it replaces. */
export const override = z.object({
  rule: z.string(),
  outcome: z.enum(['met', 'not_met']),
  /** Kind of the rule's own outcome that it was made against: it stands only beside that one. Absent: beside any. */
  was: z.string().optional(),
  /** The facts that the finding rested on: it stands only while they do. Absent: beside any. */
  facts: z.array(z.object({ id: z.string(), value: z.unknown() })).optional(),
  reason: z.string().trim().min(1),
  /** The officer (UUID) and when (ms since 1970), where known. */
  officer: z.string().optional(),
  at: z.number().optional(),
})
export type Override = z.infer<typeof override>

export const finding = z.object({
  rule: z.string(),
  version: z.string(),
  kind: z.enum(['precheck', 'suspension', 'ground']),
  title: bilingual,
  citation: bilingual,
  /** What the rule found. An override does not change it. */
  outcome,
  /** Why, in plain words. */
  why: bilingual,
  facts: z.array(z.object({ id: factId, value: z.unknown() })),
  flags: z.array(reviewFlag),
  override: override.optional(),
  /** An override that no longer counts: the finding or its facts are not those that it was made against. */
  lapsed: override.optional(),
})
export type Finding = z.infer<typeof finding>

export const proposedOutcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('eligible') }),
  /** `rules`: the grounds met. */
  z.object({ kind: z.literal('ineligible'), rules: z.array(z.string()) }),
  z.object({ kind: z.literal('suspended'), rules: z.array(z.string()) }),
  z.object({ kind: z.literal('cannot_claim'), rules: z.array(z.string()) }),
  z.object({ kind: z.literal('not_enough_facts') }),
])
export type ProposedOutcome = z.infer<typeof proposedOutcome>

export const conclusion = z.object({
  outcome: proposedOutcome,
  /** Facts that can still change the outcome, the most important first. Empty: the outcome is decided. */
  nextQuestions: z.array(factId),
  /** Facts that cannot change the outcome any more, but can add a ground to an ineligible claim. */
  furtherQuestions: z.array(factId),
})
export type Conclusion = z.infer<typeof conclusion>

export const evaluation = conclusion.extend({
  ruleSet: z.string(),
  decisionDate: isoDate,
  claimDate: isoDate.optional(),
  findings: z.array(finding),
})
export type Evaluation = z.infer<typeof evaluation>

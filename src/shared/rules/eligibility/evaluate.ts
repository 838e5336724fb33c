import type { IsoDate } from '../dates.ts'
import { type EligibilityFacts, type FactId, factIds } from './facts.ts'
import type { Conclusion, Evaluation, Finding, Outcome, Override } from './finding.ts'
import { applyOverrides } from './overrides.ts'
import { apply } from './rule.ts'
import type { RuleSet } from './ruleSets.ts'

/**
 * Works through a rule set: a finding for each rule, the outcome they propose and what is still worth asking.
 * Rules propose; the officer decides. `overrides` replace the outcome of single rules and stay beside them.
 */
export function evaluate(
  facts: EligibilityFacts,
  decisionDate: IsoDate,
  ruleSet: RuleSet,
  overrides: readonly Override[] = [],
): Evaluation {
  const findings = applyOverrides(
    ruleSet.rules.map((rule) => apply(rule, facts, decisionDate)),
    overrides,
  )
  return {
    ruleSet: ruleSet.id,
    decisionDate,
    ...(facts.claimDate === undefined ? {} : { claimDate: facts.claimDate }),
    ...conclude(findings),
    findings,
  }
}

/**
 * What findings amount to. A removal order bars the claim (s. 99(3)); else a suspension stops the study (s. 100(2));
 * else one ground makes the claim ineligible; else it is eligible once nothing is open.
 * While something earlier in this order is open, nothing later is decided.
 */
export function conclude(findings: readonly Finding[]): Conclusion {
  const stages = ['precheck', 'suspension', 'ground'] as const
  const open: FactId[] = []
  for (const stage of stages) {
    const here = findings.filter(({ kind }) => kind === stage)
    const met = here.filter((each) => effective(each).kind === 'met').map(({ rule }) => rule)
    if (met.length === 0) {
      open.push(...missingIn(here))
      continue
    }
    if (open.length > 0) break
    return {
      outcome: { kind: outcomes[stage], rules: met },
      nextQuestions: [],
      furtherQuestions: inOrder(furtherOf(stage, here)),
    }
  }
  if (open.length === 0) return { outcome: { kind: 'eligible' }, nextQuestions: [], furtherQuestions: [] }
  return { outcome: { kind: 'not_enough_facts' }, nextQuestions: inOrder(open), furtherQuestions: [] }
}

/** The outcome that counts: the officer's, where one was given. */
export function effective({ outcome, override }: Finding): Outcome {
  return override ? { kind: override.outcome } : outcome
}

const outcomes = { precheck: 'cannot_claim', suspension: 'suspended', ground: 'ineligible' } as const

const furtherOf = (stage: keyof typeof outcomes, findings: readonly Finding[]) =>
  stage === 'ground' ? missingIn(findings) : []

function missingIn(findings: readonly Finding[]): readonly FactId[] {
  return findings.map(effective).flatMap((outcome) => (outcome.kind === 'unknown' ? outcome.missing : []))
}

const inOrder = (facts: readonly FactId[]): FactId[] => factIds.filter((id) => facts.includes(id))

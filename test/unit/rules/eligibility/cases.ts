import { evaluate } from '../../../../src/shared/rules/eligibility/evaluate.ts'
import type { EligibilityFacts } from '../../../../src/shared/rules/eligibility/facts.ts'
import { type RuleSetId, ruleSets } from '../../../../src/shared/rules/eligibility/ruleSets.ts'
import type { RuleId } from '../../../../src/shared/rules/index.ts'

/** A person who flew in, claimed inland a month later, and has no history: eligible, with every fact known. */
export const plain: EligibilityFacts = {
  claimDate: '2026-11-22',
  claimPlace: 'inland',
  removalOrder: false,
  reportReferred: false,
  seriousCharge: false,
  entries: [{ date: '2026-10-22', manner: 'airport' }],
  entriesComplete: true,
  citizenships: ['SYR'],
  birthDate: '1990-05-17',
  protectionInCanada: 'none',
  priorClaims: [],
  partnerClaim: 'none',
  refugeeElsewhere: false,
  inadmissibility: [],
}

/** At a land port of entry, from the United States, and none of the exceptions. */
export const atLandPort: EligibilityFacts = {
  ...plain,
  claimPlace: 'land_poe',
  cameFromUs: true,
  entries: [{ date: '2026-11-22', manner: 'land_poe' }],
  relativeInCanada: false,
  canadianDocument: 'none',
  visaFreeCanada: false,
  returnedFromUs: 'no',
  deathPenaltyUs: false,
  deathPenaltyElsewhere: false,
}

/** Crossed between ports of entry on a day, claimed inland on another, none of the exceptions. */
export const crossing = (entryDate: string, claimDate: string): EligibilityFacts => ({
  ...atLandPort,
  claimPlace: 'inland',
  claimDate,
  entries: [{ date: entryDate, manner: 'between_poes' }],
})

interface Options {
  readonly decision?: string
  readonly set?: RuleSetId
}

/** Evaluates and picks one finding. */
export function judge(
  facts: EligibilityFacts,
  rule: RuleId,
  { decision = '2026-11-25', set = '2026-03-26' }: Options = {},
) {
  const evaluation = evaluate(facts, decision, ruleSets[set])
  const finding = evaluation.findings.find((each) => each.rule === rule)
  if (!finding) throw new Error(`${rule} is not in the set ${set}`)
  return {
    ...evaluation,
    finding,
    kind: finding.outcome.kind,
    exception: finding.outcome.kind === 'exempt' ? finding.outcome.exception : undefined,
    missing: finding.outcome.kind === 'unknown' ? finding.outcome.missing : [],
    flags: finding.flags.map(({ code }) => code),
  }
}

/** The same facts without some of them. */
export function without(facts: EligibilityFacts, ...ids: readonly (keyof EligibilityFacts)[]): EligibilityFacts {
  return Object.fromEntries(Object.entries(facts).filter(([id]) => !ids.includes(id as keyof EligibilityFacts)))
}

import { dayRange, reachesAge } from '../rules/dates.ts'
import type { EligibilityFacts } from '../rules/index.ts'
import { type CheckName, type CheckResult, checkNames } from './vocabulary.ts'

/** The checks of a person who claims protection: what they say, what they settle, and which facts of law they give. */

export interface CheckRecord {
  readonly result: CheckResult
  /** Was something found? Only of a check that is done and looks for something. */
  readonly found?: boolean
  /** What was found, or why the check cannot be made. */
  readonly note?: string
}
export type CheckRecords = { readonly [N in CheckName]?: CheckRecord }

/** The office's policy of checks. */
export interface CheckPolicy {
  /** Must be settled before a claimant document. */
  readonly checksBeforeDocument: readonly CheckName[]
  /** A check that cannot be made, with the reason, counts as settled: systems may be down for days. */
  readonly unavailableChecksAllowed: boolean
}

/** Biometrics are taken, or not; the other checks look for something. */
export const looksForSomething = (name: CheckName): boolean => name !== 'biometrics'

/** Is the person certainly under 14 on this day, and so exempt from biometrics (IRPR ss. 12.1, 12.2)? */
export function biometricsExempt(birthDate: string | undefined, on: string): boolean {
  return birthDate !== undefined && on < reachesAge(dayRange(birthDate).earliest, 14)
}

/** Which checks are settled: done, exempt, or unavailable where the office lets that do. */
export function settledChecks(records: CheckRecords, biometricsExempted: boolean, policy: CheckPolicy): CheckName[] {
  return checkNames.filter((name) => {
    const result = records[name]?.result
    if (result === 'done' || (name === 'biometrics' && biometricsExempted)) return true
    return result === 'unavailable' && policy.unavailableChecksAllowed
  })
}

/**
 * The facts that checks give: a removal order bars the claim before anything else (IRPA s. 99(3)); no earlier claim
 * is the known answer "none". How an earlier claim ended, the officer answers. A check that is not done says nothing.
 */
export function factsOfChecks({ removal_order, prior_claims }: CheckRecords): EligibilityFacts {
  return {
    ...(removal_order?.result === 'done' ? { removalOrder: removal_order.found === true } : {}),
    ...(prior_claims?.result === 'done' && prior_claims.found === false ? { priorClaims: [] } : {}),
  }
}

/** Does a check say that there is an earlier claim? Then the answer "none" no longer counts. */
export const earlierClaimFound = ({ prior_claims }: CheckRecords): boolean =>
  prior_claims?.result === 'done' && prior_claims.found === true

import type { ClaimState } from './states.ts'
import type { StepName } from './steps.ts'
import type { lanes } from './vocabulary.ts'

/**
 * The One Touch lane: for claims of low risk and low need, only what identity, eligibility and the document need is
 * asked at the counter (CBSA, PS-2025-QP-00009). The rest is a task of the claimant's own on the IRCC portal.
 */

export type Lane = (typeof lanes)[number]

/** One Touch takes both; every other claim is taken in whole. */
export const laneFor = (triage: { readonly lowRisk: boolean; readonly lowNeed: boolean }): Lane =>
  triage.lowRisk && triage.lowNeed ? 'one_touch' : 'full_intake'

/** What each step is needed for at the counter; `portal`: what can wait for the portal. */
export const neededFor: Readonly<Record<StepName, 'identity' | 'eligibility' | 'document' | 'portal'>> = {
  passport: 'identity',
  search: 'identity',
  identity: 'identity',
  // Language and interpreter are told at the referral (RPD Rules, rules 17 and 19), and notices need an address.
  contact: 'eligibility',
  entry: 'eligibility',
  grounds: 'portal',
  photo: 'document',
  checks: 'eligibility',
  eligibility: 'eligibility',
  document: 'document',
  // Who cannot be left alone is seen at the counter; what was done in law there is recorded there.
  needs: 'eligibility',
  measures: 'document',
  journey: 'portal',
  papers: 'portal',
  background: 'portal',
}

/** The lane that counts: a claim found ineligible, if only by one officer yet, is taken in whole. */
export const laneNow = (lane: Lane | undefined, state: ClaimState): Lane =>
  lane === 'one_touch' && state !== 'ineligible' && state !== 'ineligible_proposed' ? 'one_touch' : 'full_intake'

/** May this step wait for the portal in that lane? */
export const waitsForPortal = (lane: Lane, step: StepName): boolean =>
  lane === 'one_touch' && neededFor[step] === 'portal'

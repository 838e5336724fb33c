import type { EligibilityFacts, FactId } from '../../shared/rules/index.ts'

/** The answers of a person for whom nothing stands against the claim, where the answer is not "no": for demo and tour. */
export const ordinaryAnswers = {
  entriesComplete: true,
  protectionInCanada: 'none',
  priorClaims: [],
  partnerClaim: 'none',
  inadmissibility: [],
  relativeStatus: 'none',
  relativeClaimEnded: 'no',
  relativePermit: 'none',
  canadianDocument: 'none',
  returnedFromUs: 'no',
} satisfies { readonly [F in FactId]?: EligibilityFacts[F] }

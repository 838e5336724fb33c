import type { ChecklistLine } from '../../domain/review-checklist.ts'
import type { Standing } from '../../domain/standing.ts'
import type { withdrawalWays } from '../../domain/vocabulary.ts'
import type { Consent, PartnerId, PartnerPurpose, PartnerResult, SharedField } from '../../partners/names.ts'

/** The review of a claim, from its arrival to the decision. */

export interface PartnerRequestView {
  readonly request: string
  readonly partner: PartnerId
  readonly purpose: PartnerPurpose
  readonly state: 'given' | 'asked' | 'late' | 'answered'
  readonly fields: readonly SharedField[]
  readonly authority: string
  readonly consent: Consent
  readonly on: string
  readonly by: string
  readonly due: string
  readonly result?: PartnerResult
  readonly note?: string
  readonly answeredOn?: string
  readonly answeredBy?: string
  /** Given on another claim of the same person: its application number. */
  readonly elsewhere?: string
}

export interface InterviewNoteView {
  readonly notes: string
  readonly template: string
  readonly state: 'open' | 'suspended' | 'closed'
  readonly answers: readonly { readonly question: string; readonly text: string }[]
  readonly beganOn: string
  readonly on: string
  readonly by: string
  readonly reason?: string
}

export interface ClaimReviewView {
  readonly checklist: readonly ChecklistLine[]
  readonly standing: readonly Standing[]
  /** May the preliminary review be passed now? */
  readonly mayPass: boolean
  readonly consent: Consent
  /** Every partner that was given something of this person, newest first. */
  readonly ledger: readonly PartnerRequestView[]
  readonly notes: readonly InterviewNoteView[]
}

export interface WithdrawnView {
  readonly on: string
  readonly how: (typeof withdrawalWays)[number]
  readonly reason: string
  readonly by: string
}

/** A decision of the random sample. */
export interface SampledDecision {
  readonly claimId: string
  readonly applicationNumber: string
  readonly name: string
  readonly outcome: string
  readonly decidedAt: number
  readonly decidedBy: string
  readonly reviewed?: {
    readonly verdict: 'sound' | 'to_correct'
    readonly note: string
    readonly by: string
    readonly on: string
  }
}

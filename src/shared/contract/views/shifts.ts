import type { StepName } from '../../domain/steps.ts'
import type { Failure } from '../../errors.ts'

/** What one shift leaves to the next, with names looked up for whoever may read them. Times are ISO instants. */

/** A record that a brief speaks of; without a number where it is no longer kept. */
interface BriefClaim {
  readonly claimId: string
  readonly name?: string
  readonly applicationNumber?: string
}

export interface BriefView {
  readonly since: string
  readonly intakes: readonly (BriefClaim & {
    readonly lacks: readonly StepName[]
    readonly touched: string
    /** Half done for more than a day. */
    readonly over: boolean
    /** Whose it is now. */
    readonly owner?: string
    readonly mine: boolean
  })[]
  readonly intakesInAll: number
  readonly waiting: readonly {
    readonly arrivalId: string
    readonly name?: string
    readonly people: number
    readonly since: string
    readonly held: boolean
  }[]
  readonly waitingInAll: number
  readonly proposals: readonly (BriefClaim & { readonly since: string })[]
  readonly spoiled: readonly BriefPaper[]
  readonly sheets: readonly { readonly serial: string; readonly state: 'spoiled' | 'lost' | 'returned' }[]
  readonly unconfirmed: readonly BriefPaper[]
  readonly warnings: readonly Failure[]
}

export interface BriefPaper {
  readonly documentId: string
  readonly claimId?: string
  readonly number?: string
  /** The sheet it was printed on. */
  readonly serial?: string
  /** Sheet, or number, of the paper that replaces it. */
  readonly replacedBy?: string
}

/** A shift that was handed over. */
export interface HandoverRow {
  readonly handoverId: string
  readonly at: string
  readonly by: string
  readonly mine: boolean
  readonly note?: string
  readonly acceptedBy?: string
  readonly acceptedAt?: string
  readonly intakes: number
  readonly waiting: number
}

export interface HandoverView extends HandoverRow {
  readonly brief: BriefView
  /** Half-done intakes of the officer who handed over, which can be taken over. */
  readonly takeable: number
}

export interface ShiftView {
  /** The brief as it would be handed over now. */
  readonly now: BriefView
  /** The last shift handed over at this desk, while nobody accepted it. */
  readonly pending?: HandoverView
  /** Latest first. */
  readonly history: readonly HandoverRow[]
}

/** A paper pack printed at this desk. */
export interface PackRow {
  readonly number: string
  readonly printedAt: string
  /** The claim that took it. */
  readonly claimId?: string
  readonly applicationNumber?: string
}

export interface PackTaken {
  readonly claimId: string
  /** A new claim was opened for it; else the claim had it already. */
  readonly opened: boolean
  /** Another desk printed it. */
  readonly foreign: boolean
}

/** A pack that a claim took, with the pictures of its pages. */
export interface ClaimPackView {
  readonly number: string
  readonly foreign: boolean
  readonly pages: readonly { readonly page: number; readonly sha256: string; readonly at: string }[]
}

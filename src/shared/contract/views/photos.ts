import type { PhotoAction, PhotoSource, PhotoState } from '../../domain/photo-states.ts'
import type { Failure } from '../../errors.ts'
import type { Bilingual, Language } from '../../language.ts'
import type { CheckId, Level } from '../../photos/checks.ts'
import type { Frame } from '../../photos/geometry.ts'
import type { PhotoProfile } from '../../photos/profiles.ts'
import type { ReasonCode, ReturnReason } from '../../photos/reasons.ts'
import type { PhotoReport } from '../../photos/report.ts'
import type { Page } from './claims.ts'
import type { FindingView } from './papers.ts'

/** Photos under review as the screens show them. */

/** The lists of the queue. `waiting` is oldest first, the others latest first. */
export type PhotoStage = 'waiting' | 'approved' | 'returned' | 'replaced'
/** What the machine would do; `none` while it has not looked, or could not. */
export type PhotoSuggestion = 'accept' | 'review' | 'return' | 'none'

export interface PhotoRow {
  readonly photoId: string
  readonly profile: PhotoProfile
  readonly source: PhotoSource
  readonly state: PhotoState
  readonly suggestion: PhotoSuggestion
  readonly submittedAt: string
  /** It answers one that was returned. */
  readonly again: boolean
  /** `TREMBLAY, Amélie`. */
  readonly name: string
  readonly applicationNumber: string
  /** SHA-256 of the picture: ask for it by `photoReview.picture`. */
  readonly picture: string
  readonly width: number
  readonly height: number
  readonly decidedAt?: string
  readonly decidedBy?: string
}

export interface PhotoCounts {
  readonly waiting: number
  readonly approved: number
  readonly returned: number
  readonly replaced: number
  /** Of those that wait and fit the filter. */
  readonly bySuggestion: Readonly<Record<PhotoSuggestion, number>>
  readonly byProfile: Readonly<Record<PhotoProfile, number>>
  readonly again: number
}

export interface PhotoQueue extends Page<PhotoRow> {
  /** Under the same filter, for this officer. */
  readonly counts: PhotoCounts
}

/** Who is in the picture; nothing about how to reach them. */
export interface PhotoApplicant {
  readonly name: string
  readonly applicationNumber: string
  readonly clientId?: string
  readonly birthDate?: string
  /** The official language of their letters. */
  readonly language: Language
  /** Whole months on the day of submission. */
  readonly months?: number
}

export interface PhotoDecision {
  /** The event that decided. */
  readonly event: string
  readonly outcome: 'approved' | 'returned'
  readonly at: string
  readonly by: string
  readonly reasons: readonly ReturnReason[]
  readonly codes: readonly ReasonCode[]
  /** What the applicant was told. */
  readonly text?: Bilingual
  readonly words?: Partial<Bilingual>
  /** Until then whoever decided may undo it (key Z); nothing has left the desk. */
  readonly undoUntil?: string
}

/** An earlier submission of the same person or application. */
export interface EarlierPhoto {
  readonly photoId: string
  readonly picture: string
  readonly width: number
  readonly height: number
  readonly state: PhotoState
  readonly submittedAt: string
  readonly decision?: PhotoDecision
}

/** Another photo that looks like this one. `other`: of another person, which is an alarm. */
export interface PhotoLikeness {
  readonly photoId: string
  readonly person: 'same' | 'other'
  /** The very same file, or the same picture data. */
  readonly sameFile: boolean
  /** Bits of 64. */
  readonly difference: number
  readonly state: PhotoState
  readonly submittedAt: string
  /** Left out where the officer may not see that case: picture and name with it. */
  readonly picture?: string
  readonly name?: string
  readonly applicationNumber?: string
  readonly claimId?: string
}

export interface PhotoOverride {
  readonly check: CheckId
  readonly was: Level
  readonly says: 'fine' | 'fault'
  readonly note?: string
  readonly by: string
  readonly at: string
}

export interface PhotoReview {
  readonly row: PhotoRow
  readonly applicant: PhotoApplicant
  /** Of a claimant's photo. */
  readonly claimId?: string
  /** The machine's report; absent while it has not looked, or could not. */
  readonly report?: PhotoReport
  /** Event of that report: hand it back with the decision. */
  readonly reportEvent?: string
  readonly checkFailure?: Failure
  /** What the file itself shows; there from the first moment. */
  readonly findings: readonly FindingView[]
  readonly overrides: readonly PhotoOverride[]
  /** The frame that will be printed: the officer's, else the machine's, else the largest centred one. */
  readonly frame: Frame
  readonly frameBy: 'officer' | 'machine' | 'centre'
  /** SHA-256 of the print crop that an officer framed. */
  readonly print?: string
  readonly decision?: PhotoDecision
  readonly answers?: string
  readonly answeredBy?: string
  /** Latest first. */
  readonly earlier: readonly EarlierPhoto[]
  /** Closest first, other people before the same person. */
  readonly likenesses: readonly PhotoLikeness[]
  /** Letters made for the standing decision. */
  readonly letters: readonly { readonly language: Language; readonly pdf: string; readonly at: string }[]
  /** What this officer may do to it now. */
  readonly allowed: readonly PhotoAction[]
}

/** What was decided in a period, days of the office, both included. */
export interface PhotoStatistics {
  readonly from: string
  readonly to: string
  readonly approved: number
  readonly returned: number
  readonly reasons: readonly { readonly reason: ReturnReason; readonly count: number }[]
  readonly codes: readonly { readonly code: ReasonCode; readonly count: number }[]
  /**
   * Of each check: how often machine and officer both found a fault, only one of them did, or neither; and how often it
   * was not assessed. `agreement` is the share of those assessed in which both said the same.
   */
  readonly checks: readonly {
    readonly check: CheckId
    readonly agreed: number
    readonly machineOnly: number
    readonly officerOnly: number
    readonly neither: number
    readonly notAssessed: number
    readonly agreement: number | null
  }[]
  /** Hours from submission to decision. */
  readonly waiting: {
    readonly mean: number | null
    /** Decisions within that many hours; the last bucket has no end. */
    readonly buckets: readonly { readonly hours: number | null; readonly count: number }[]
    /** Of those that wait now. */
    readonly oldest?: string
  }
}

/** What changed limits would have done to the last photos of a profile, from their stored measures. */
export interface PhotoWhatIf {
  /** How many were judged again, at most 500. */
  readonly photos: number
  readonly before: Readonly<Record<'accept' | 'review' | 'return', number>>
  readonly after: Readonly<Record<'accept' | 'review' | 'return', number>>
  /** Checks whose level would be another one for some photo. */
  readonly checks: readonly { readonly id: CheckId; readonly from: Level; readonly to: Level; readonly count: number }[]
  /** Photos whose suggestion would change, latest first, at most 50 of them. */
  readonly changed: readonly {
    readonly photoId: string
    readonly from: 'accept' | 'review' | 'return'
    readonly to: 'accept' | 'review' | 'return'
  }[]
  readonly changedInAll: number
}

/** The watched folder. */
export interface PhotoImportView {
  readonly folder?: string
  readonly lastAt?: string
  readonly taken: number
  readonly refused: number
  /** Files that are not whole yet, or wait for their sidecar. */
  readonly waiting: number
  readonly failure?: Failure
  /** The last look that took or refused something. */
  readonly last?: PhotoImportLook
}

/** Taken files are counted only: their names may name people, whose photos may be erased later. */
export interface PhotoImportLook {
  readonly at: string
  readonly taken: number
  readonly refused: number
  /** The first of those refused: they lie in `refused` under this name, each with its reason. */
  readonly refusals: readonly PhotoRefusal[]
}
export interface PhotoRefusal {
  readonly name: string
  readonly failure: Failure
}

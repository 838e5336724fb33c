import type { ActName, Acts } from '../../domain/acts.ts'
import type { ClaimField, ClaimValues, PersonField, PersonValues } from '../../domain/fields.ts'
import type { ReadBackPart } from '../../domain/read-back.ts'
import type { Standing } from '../../domain/standing.ts'
import type { ClaimAction, ClaimState } from '../../domain/states.ts'
import type { StepName, StepStatus } from '../../domain/steps.ts'
import type { CheckName, CheckResult, decisionOutcomes, ExtensionAsker } from '../../domain/vocabulary.ts'
import type { Bilingual } from '../../language.ts'
import type { Consequences, EligibilityFacts, Evaluation, FactId } from '../../rules/index.ts'
import type { FamilyView, LaneView } from './families.ts'
import type { DocumentView, FindingView } from './papers.ts'
import type { Unreachable } from './portal.ts'
import type { JudgedFinding } from './record.ts'
import type { WithdrawnView } from './review.ts'

/** Claims: lists, the whole claim, and what is found beside it. */

export type DecisionOutcome = (typeof decisionOutcomes)[number]

export interface ClaimRow {
  readonly claimId: string
  readonly personId: string
  readonly applicationNumber: string
  readonly clientId?: string
  readonly familyName?: string
  readonly givenNames?: string
  readonly nativeName?: string
  readonly birthDate?: string
  readonly citizenships: readonly string[]
  readonly state: ClaimState
  readonly claimDate: string
  readonly documentNumber?: string
  /** The earliest deadline that still counts. */
  readonly nextDeadline?: string
  readonly ownerName?: string
  readonly updatedAt: string
  /** SHA-256 of the print crop of the photo, for a thumbnail. */
  readonly photo?: string
  /** Only in the One Touch lane. */
  readonly oneTouch?: true
  /** It came through the portal. */
  readonly portal?: true
  /** How many claims its family has, if more than one. */
  readonly family?: number
}

export interface Page<Row> {
  readonly rows: readonly Row[]
  /** Opaque keyset cursor of the next page; absent on the last. */
  readonly next?: string
}

/** What was searched, said with every result: nobody may mistake this desk for the whole of Canada. */
export interface Searched {
  readonly people: number
  /** Newest event on this desk. */
  readonly until: string
}

export interface SearchPage
  extends Page<ClaimRow & { readonly matched: 'number' | 'name' | 'sounds_like' | 'contains' }> {
  readonly searched: Searched
}

/** One field with its value, and the other values if desks disagree. */
export interface FieldView<Value = unknown> {
  readonly value?: Value
  /** Ids of the events that hold it now: a change names them as its bases. */
  readonly heads: readonly string[]
  readonly conflict?: readonly {
    readonly event: string
    readonly value: Value
    readonly by: string
    readonly at: string
  }[]
}

export type { StepName }

export type StepView = StepStatus

export interface DeadlineView {
  readonly rule: string
  readonly due: string
  readonly trigger: string
  readonly label: Bilingual
  readonly citation: Bilingual
  readonly source: string
  /** A legal effect on a day, not something that anybody can miss. */
  readonly effect?: boolean
  /** It came from a decision that was reopened: nobody is late for it. */
  readonly superseded?: boolean
  /** The day on which what it asks for was received or done. */
  readonly met?: string
  /** The day as it was first set, of one that was extended. */
  readonly original?: string
  /** More time was asked for and nobody answered: by whom, on which day, until when if they said so. */
  readonly asked?: {
    readonly request: string
    readonly by: ExtensionAsker
    readonly on: string
    readonly to?: string
    readonly reason: string
  }
}

export interface PhotoView {
  readonly print: string
  readonly original: string
  readonly width: number
  readonly height: number
  readonly addedAt: string
  /** Its place in the review of photos; absent for one that was added before there was a review. */
  readonly photoId?: string
  /** The machine looked at it: `findings` are those of its report. */
  readonly checked?: boolean
  readonly findings: readonly FindingView[]
}

export interface ReadDocumentView {
  readonly format: string
  readonly lines: readonly string[]
  readonly number: string
  readonly issuer: string
  readonly expiry?: string
  readonly failedChecks: readonly string[]
  readonly at: string
}

export interface DecisionView {
  readonly outcome: DecisionOutcome
  readonly proposed: string
  readonly ruleSet: string
  readonly decisionDate: string
  readonly grounds: readonly string[]
  readonly reason?: string
  readonly by: string
  /** The first of two officers. */
  readonly proposedBy?: string
  readonly at: string
}

/** A claim found ineligible by one officer, waiting for a second one. */
export interface ProposalView {
  readonly grounds: readonly string[]
  readonly reason?: string
  readonly by: string
  /** Who proposed it (UUID): that officer cannot confirm it. */
  readonly officer: string
  readonly at: string
}

export interface CheckView {
  readonly name: CheckName
  /** Absent while nothing was said of it. */
  readonly result?: CheckResult
  readonly found?: boolean
  readonly note?: string
  readonly by?: string
  readonly at?: string
  /** The person is exempt from it by age. */
  readonly exempt: boolean
  /** The office demands it before a claimant document. */
  readonly demanded: boolean
  readonly settled: boolean
}

export interface ReadBackView {
  readonly language: string
  /** What the claimant said is wrong; empty when all of it was right. */
  readonly wrong: readonly ReadBackPart[]
  /** Nothing of what was shown has changed since. */
  readonly current: boolean
  readonly by: string
  readonly at: string
}

/** A decision that no longer stands. */
export interface EarlierDecisionView extends DecisionView {
  readonly reopened: { readonly reason: string; readonly by: string; readonly at: string }
}

export interface ClaimView {
  /** The officer reviews photos: only who it is and the photo are in here (`claim.view_file` is not theirs). */
  readonly only?: 'photo'
  readonly row: ClaimRow
  readonly person: { readonly [F in PersonField]?: FieldView<NonNullable<PersonValues[F]>> }
  readonly claim: { readonly [F in ClaimField]?: FieldView<NonNullable<ClaimValues[F]>> }
  /** Acts of law recorded upon the claim. */
  readonly acts: { readonly [A in ActName]?: FieldView<NonNullable<Acts[A]>> }
  readonly steps: readonly StepView[]
  /** Steps that still bar a claimant document, by the office's settings; empty when it may be issued. */
  readonly bars: readonly StepView[]
  /** What state and role allow this officer to do now. */
  readonly allowed: readonly ClaimAction[]
  /** What contradicts what, and which step mends it. */
  readonly alerts: readonly { readonly code: string; readonly step: StepName; readonly text: Bilingual }[]
  /** What is missing from the record or cannot all be true, and nobody dismissed: the serious first. */
  readonly findings: readonly Pick<JudgedFinding, 'key' | 'severity' | 'message' | 'at'>[]
  /** No mail reaches the person. */
  readonly unreachable?: Unreachable
  readonly read?: ReadDocumentView
  readonly photo?: PhotoView
  readonly search?: { readonly people: number; readonly found: number; readonly at: string }
  readonly decision?: DecisionView
  readonly proposal?: ProposalView
  readonly checks: readonly CheckView[]
  readonly readBack?: ReadBackView
  /** Decisions that were reopened, oldest first. */
  readonly earlierDecisions: readonly EarlierDecisionView[]
  /** What changes only by correction, since a decision or a document rests on it. */
  readonly settled: { readonly identity: boolean; readonly facts: boolean }
  readonly deadlines: readonly DeadlineView[]
  /** What may be asked for before the decision. */
  readonly standing: readonly Standing[]
  /** The person took the claim back. */
  readonly withdrawn?: WithdrawnView
  /** Another office has the claim. */
  readonly moved?: MovedView
  readonly documents: readonly DocumentView[]
  /** Photos that were returned, latest first: each has its letter, `photoReview.letter`. */
  readonly returnedPhotos: readonly { readonly photoId: string; readonly at: string }[]
  /** Half-typed text that was not yet a value, by field name. */
  readonly drafts: Readonly<Record<string, string>>
  readonly lane: LaneView
  /** Only where there is more than this claim, or a party from which it came. */
  readonly family?: FamilyView
}

export interface Candidate {
  readonly personId: string
  readonly familyName?: string
  readonly givenNames?: string
  readonly nativeName?: string
  readonly birthDate?: string
  readonly sex?: string
  readonly citizenships: readonly string[]
  readonly clientId?: string
  readonly photo?: string
  readonly claims: readonly {
    readonly claimId: string
    readonly applicationNumber: string
    readonly state: ClaimState
    readonly claimDate: string
  }[]
  /** 0..1 */
  readonly score: number
  readonly why: readonly (
    | 'same_name'
    | 'similar_name'
    | 'sounds_like'
    | 'same_birth_date'
    | 'close_birth_date'
    | 'same_document'
    | 'same_citizenship'
  )[]
  /** Said before, with this reason, not to be the same person. */
  readonly ruledOut?: string
}

export interface Candidates {
  readonly candidates: readonly Candidate[]
  readonly searched: Searched
}

export interface MovedView {
  /** Name of the office that has it now. */
  readonly to: Bilingual
  readonly on: string
  readonly reason: string
  readonly by: string
}

export interface TimelineEntry {
  readonly event: string
  readonly at: string
  readonly by: string
  readonly type: string
  /** What happened, in words. */
  readonly text: Bilingual
  readonly visibility: 'public' | 'internal' | 'restricted'
  /** It came too late, or was not this author’s to write: it stands in the record and changes nothing. */
  readonly withoutEffect?: true
  /** Changed fields: name, before, after. */
  readonly changes: readonly { readonly field: string; readonly before?: unknown; readonly after?: unknown }[]
}

/** The eligibility step: findings, what is known, what is worth asking, what follows. */
export interface EligibilityWorksheet {
  /** SHA-256 of evaluation and facts: a decision says which worksheet it was taken on. */
  readonly digest: string
  readonly evaluation: Evaluation
  readonly facts: EligibilityFacts
  /** Facts that other steps hold: shown here, changed there. */
  readonly fixed: readonly FactId[]
  readonly consequences: Consequences
  readonly ruleSetTitle: Bilingual
  /** An ineligible decision waits for a second officer. */
  readonly takesTwo: boolean
  /** Names of the officers who overrode a rule, by rule; also where the override has lapsed. */
  readonly overriddenBy: Readonly<Record<string, string>>
}

import type { Acts } from '../domain/acts.ts'
import type { ClaimValues, PersonValues } from '../domain/fields.ts'
import type { StepName } from '../domain/steps.ts'
import type { Bilingual } from '../language.ts'
import type { Evidence } from '../record/evidence.ts'
import type { ClaimRecord } from '../record/record.ts'
import type { IsoDate } from './dates.ts'

/**
 * What is found in a claim's record: something that lacks, or two things that cannot both be true. A finding never bars
 * and never decides; it says where to look, what the source of the rule is, and what to ask.
 */

/** `serious`: cannot be true, or stops the review. `look`: deserves a question. `note`: for the file only. */
export type Severity = 'serious' | 'look' | 'note'

/** Where a finding is mended. */
export type Place =
  | { readonly in: 'form'; readonly form: string; readonly item: string; readonly row?: string }
  | { readonly in: 'step'; readonly step: StepName }
  | { readonly in: 'evidence' }

export interface Finding {
  readonly rule: string
  /** Unique within the claim, and the same as long as it is about the same thing. */
  readonly key: string
  readonly severity: Severity
  readonly message: Bilingual
  readonly at: Place
  /** Where the other side of a contradiction stands. */
  readonly against?: Place
  readonly citation: Bilingual
  readonly ask: Bilingual
  /** For the package to the Board; never a ground of eligibility. */
  readonly referralOnly?: true
  /** What it rests on: when that changes, a dismissal no longer holds. */
  readonly facts: unknown
}

/** What a claim says by itself. */
export interface OwnRecord {
  readonly person: PersonValues
  readonly claim: ClaimValues
  readonly record: ClaimRecord
  readonly acts: Acts
  readonly evidence: readonly Evidence[]
  /** The latest machine-readable zone: values as read. */
  readonly read?: {
    readonly familyName?: string
    readonly givenNames?: string
    readonly number?: string
    readonly expiry?: string
  }
  /** Today in the office's time zone. */
  readonly today: IsoDate
}

/** What is judged. */
export interface RecordInput extends OwnRecord {
  /** Application numbers of other claims with the same passport or identity paper, person, photo, file of evidence. */
  readonly elsewhere: {
    readonly passport: readonly string[]
    /** Of the same person, or of one of the same name by sound and birth date who was not ruled out. */
    readonly identity: readonly string[]
    readonly photo: readonly string[]
    readonly evidence: readonly string[]
  }
}

/** One rule: what it finds, nothing where all is well. Pure and small; its name is the `rule` of what it finds. */
export type Rule = (input: RecordInput) => readonly Finding[]

export const inForm = (form: string, item: string, row?: string): Place => ({
  in: 'form',
  form,
  item,
  ...(row ? { row } : {}),
})
export const inStep = (step: StepName): Place => ({ in: 'step', step })
export const inEvidence: Place = { in: 'evidence' }

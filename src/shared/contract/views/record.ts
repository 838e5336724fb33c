import type { CountryGuide } from '../../guides/guide.ts'
import type { Bilingual } from '../../language.ts'
import type { AsideAccount, EvidenceAccount } from '../../record/evidence.ts'
import type { MatrixRow } from '../../rules/completeness/matrix.ts'
import type { Finding } from '../../rules/finding.ts'
import type { MonthSpan } from '../../rules/months.ts'
import type { FieldView } from './claims.ts'

/** The record of a claim: what the forms ask, the evidence, and what was found in them. */

export type RecordSource = 'typed' | 'paper' | 'portal' | 'import'

/** One register of the record: its value as every field has it, who said it, and how it first came. */
export interface RecordValueView extends FieldView {
  readonly source: RecordSource
  /** As the person sent it, where an officer corrected it since. */
  readonly sent?: unknown
  readonly reason?: string
}

/** A finding as an officer sees it. `dismissed`: why nothing needs to be done. `back`: it was dismissed, on other facts. */
export interface JudgedFinding extends Omit<Finding, 'facts'> {
  readonly dismissed?: string
  readonly back?: true
}

/** How a history covers the months that it must: bars on the page. Months are years times twelve. */
export interface CoverageView {
  readonly wanted?: MonthSpan
  readonly rows: readonly { readonly id: string; readonly span: MonthSpan }[]
  readonly gaps: readonly MonthSpan[]
}

export interface EvidenceView {
  readonly id: string
  readonly file: string
  readonly mime: string
  readonly bytes: number
  readonly pages: number
  readonly name?: string
  readonly source: string
  readonly by: string
  readonly at: string
  readonly account: EvidenceAccount
  /** Events that hold the account. */
  readonly heads: readonly string[]
  /** The piece that it took the place of, and the one that took its place. */
  readonly replaces?: string
  readonly replacedBy?: string
  /** It counts no more: why, and by whom. */
  readonly aside?: AsideAccount & { readonly by: string }
  /** The same file is on this claim already. */
  readonly twin?: true
}

export interface ReviewView {
  readonly receivedOn?: string
  readonly receivedBy?: string
  readonly due?: string
  /** Business days left while the clock stands still. */
  readonly left?: number
  readonly paused?: {
    readonly on: string
    readonly missing: readonly { readonly item: string; readonly name: Bilingual }[]
    readonly weeks: { readonly from: number; readonly to: number }
  }
}

export interface RecordView {
  readonly registers: Readonly<Record<string, RecordValueView>>
  readonly findings: readonly JudgedFinding[]
  readonly essentials: readonly {
    readonly item: string
    readonly name: Bilingual
    readonly met?: 'given' | 'explained'
  }[]
  readonly matrix: readonly MatrixRow[]
  readonly coverage: { readonly addresses: CoverageView; readonly activities: CoverageView }
  readonly evidence: readonly EvidenceView[]
  /** Guides to the papers of the countries of the claim. */
  readonly guides: readonly CountryGuide[]
  readonly review: ReviewView
}

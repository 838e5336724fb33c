import type { ClaimField, ClaimValues, PersonField, PersonValues } from '../domain/fields.ts'
import type { ClaimAction, ClaimState, DocumentAction, DocumentState } from '../domain/states.ts'
import type { StepName, StepStatus } from '../domain/steps.ts'
import type { decisionOutcomes, documentKinds, numberSeries, roles, stockStates } from '../domain/vocabulary.ts'
import type { Failure } from '../errors.ts'
import type { Bilingual } from '../language.ts'
import type { Consequences, EligibilityFacts, Evaluation, FactId } from '../rules/index.ts'

/** What the desk shows: the answers of its queries. Dates are ISO strings; times are ISO instants in UTC. */

export type Role = (typeof roles)[number]
export type DocumentKind = (typeof documentKinds)[number]
export type StockState = (typeof stockStates)[number]
export type NumberSeries = (typeof numberSeries)[number]
export type DecisionOutcome = (typeof decisionOutcomes)[number]

export interface OfficerView {
  readonly id: string
  readonly userName: string
  readonly displayName: string
  readonly roles: readonly Role[]
  readonly jurisdiction: 'office' | 'all'
  readonly disabled: boolean
}

/** `refused`: the store cannot be opened; `problem` says why and what to do. */
export type DeskPhase =
  | 'needs_setup'
  | 'refused'
  | 'signed_out'
  | 'needs_second_factor'
  | 'must_change_password'
  | 'active'
  | 'locked'

export interface DeskStatus {
  readonly version: string
  readonly host: 'electron' | 'browser'
  readonly demo: boolean
  readonly phase: DeskPhase
  readonly problem?: Failure
  readonly office?: { readonly id: string; readonly name: Bilingual; readonly code: string; readonly zone: string }
  readonly officer?: OfficerView
  /** Standing warnings: store behind its mark, backup overdue, few numbers or sheets left ... */
  readonly warnings: readonly Failure[]
  readonly idleLockMinutes: number
  /** Today's date in the office's time zone. */
  readonly today: string
  /** No central service is configured in this version: always offline, by design. */
  readonly sync: { readonly state: 'no_central'; readonly waiting: number; readonly attention: number }
}

/** How the window of this desk looks; absent: not chosen. */
export interface Preferences {
  readonly language?: 'en' | 'fr' | undefined
  readonly scheme?: 'light' | 'dark' | 'auto' | undefined
  readonly density?: 'comfortable' | 'compact' | undefined
  /** Single-key shortcuts on or off. */
  readonly shortcuts?: boolean | undefined
}

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
}

export interface DocumentView {
  readonly documentId: string
  readonly kind: DocumentKind
  readonly number: string
  readonly stockSerial?: string
  readonly state: DocumentState
  readonly allowed: readonly DocumentAction[]
  readonly issueDate: string
  readonly validUntil?: string
  readonly replaces?: string
  readonly pdf: string
  readonly findings: readonly FindingView[]
}

/** Something the officer should know about a photo or a paper; never alone a bar. */
export interface FindingView {
  readonly code: string
  readonly severity: 'ok' | 'review' | 'return' | 'not_assessed'
  readonly text: Bilingual
}

export interface PhotoView {
  readonly print: string
  readonly original: string
  readonly width: number
  readonly height: number
  readonly addedAt: string
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
  readonly at: string
}

export interface ClaimView {
  readonly row: ClaimRow
  readonly person: { readonly [F in PersonField]?: FieldView<NonNullable<PersonValues[F]>> }
  readonly claim: { readonly [F in ClaimField]?: FieldView<NonNullable<ClaimValues[F]>> }
  readonly steps: readonly StepView[]
  /** Steps that still bar a claimant document, by the office's settings; empty when it may be issued. */
  readonly bars: readonly StepView[]
  /** What state and role allow this officer to do now. */
  readonly allowed: readonly ClaimAction[]
  /** What contradicts what, and which step mends it. */
  readonly alerts: readonly { readonly code: string; readonly step: StepName; readonly text: Bilingual }[]
  readonly read?: ReadDocumentView
  readonly photo?: PhotoView
  readonly search?: { readonly people: number; readonly found: number; readonly at: string }
  readonly decision?: DecisionView
  readonly deadlines: readonly DeadlineView[]
  readonly documents: readonly DocumentView[]
  /** Half-typed text that was not yet a value, by field name. */
  readonly drafts: Readonly<Record<string, string>>
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

export interface TimelineEntry {
  readonly event: string
  readonly at: string
  readonly by: string
  readonly type: string
  /** What happened, in words. */
  readonly text: Bilingual
  readonly visibility: 'public' | 'internal' | 'restricted'
  /** Changed fields: name, before, after. */
  readonly changes: readonly { readonly field: string; readonly before?: unknown; readonly after?: unknown }[]
}

export interface StockSerialView {
  readonly serial: string
  readonly state: StockState
  readonly device?: string
  /** Number of the paper printed on it, and its claim. */
  readonly document?: string
  readonly claimId?: string
  readonly reason?: string
}

export interface StockView {
  readonly counts: Readonly<Record<StockState, number>>
  /** Checked out to this desk and not used, next first. */
  readonly ready: readonly string[]
  readonly serials: readonly StockSerialView[]
  /** Warn when fewer than this many sheets are ready. */
  readonly warnAt: number
}

export interface NumberBlockView {
  readonly series: NumberSeries
  readonly prefix: string
  readonly first: number
  readonly last: number
  readonly width: number
  readonly next: number
  readonly left: number
}

export interface AttentionItem {
  readonly id: string
  readonly kind:
    | 'conflict'
    | 'unfinished_print'
    | 'spoiled_not_replaced'
    | 'deadline_overdue'
    | 'intake_waiting'
    | 'warning'
  readonly text: Bilingual
  readonly claimId?: string
  readonly step?: StepName
  readonly since?: string
}

export interface TodayView {
  readonly counts: Readonly<Record<ClaimState, number>>
  readonly takenInToday: number
  readonly documentsToday: number
  readonly due: readonly {
    readonly claimId: string
    readonly name: string
    readonly label: Bilingual
    readonly due: string
  }[]
  readonly mine: readonly ClaimRow[]
  readonly sheetsReady: number
  /** Claims taken in on each of the last 14 days. */
  readonly arrivals: readonly { readonly date: string; readonly claims: number }[]
}

export interface AccessEntry {
  readonly at: string
  readonly by: string
  readonly kind: string
  readonly subject?: string
  readonly detail?: string
}

export interface SettingsView {
  readonly idleLockMinutes: number
  readonly shiftHours: number
  readonly bocRule: 'boc.poe.practice' | 'boc.poe.statutory'
  readonly backupFolder?: string
  readonly lastBackup?: { readonly at: string; readonly folder: string; readonly ok: boolean }
  readonly stockWarnAt: number
  readonly requireSearchBeforeDocument: boolean
}

/** The eligibility step: findings, what is known, what is worth asking, what follows. */
export interface EligibilityWorksheet {
  readonly evaluation: Evaluation
  readonly facts: EligibilityFacts
  /** Facts that other steps hold: shown here, changed there. */
  readonly fixed: readonly FactId[]
  readonly consequences: Consequences
  readonly ruleSetTitle: Bilingual
  /** Names of the officers who overrode a rule, by rule. */
  readonly overriddenBy: Readonly<Record<string, string>>
}

/** What became of a file or print job: see the host's ports. `window`: the window opens `address` itself. */
export type DeliveryView =
  | { readonly by: 'done' }
  | { readonly by: 'cancelled' }
  | { readonly by: 'window'; readonly address: string }

export interface SetupSecrets {
  readonly totpUri: string
  readonly totpSecret: string
  /** Rows of the QR code, true = dark. */
  readonly qr: readonly (readonly boolean[])[]
  readonly recoveryKey: string
  readonly recoveryCodes: readonly string[]
}

export interface AuditReport {
  readonly ok: boolean
  readonly events: number
  readonly accesses: number
  /** The first broken place, if any. */
  readonly broken?: {
    readonly log: 'record' | 'access'
    readonly device: string
    readonly sequence: number
    readonly reason: string
  }
}

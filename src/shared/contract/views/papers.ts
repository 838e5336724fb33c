import type { PersonField } from '../../domain/fields.ts'
import type { PackLine } from '../../domain/pack.ts'
import type { ClaimState, DocumentAction, DocumentState } from '../../domain/states.ts'
import type { documentKinds, numberSeries, revocationReasons, stockStates } from '../../domain/vocabulary.ts'
import type { Failure } from '../../errors.ts'
import type { Bilingual } from '../../language.ts'
import type { Renewal } from '../../rules/index.ts'

/** Papers, the numbered sheets under them and the numbers on them. */

export type DocumentKind = (typeof documentKinds)[number]

export type StockState = (typeof stockStates)[number]

export type NumberSeries = (typeof numberSeries)[number]

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
  /** Number of the revoked document in whose place it stands. */
  readonly replacesNumber?: string
  /** Why and since when the number is not valid any more. */
  readonly revocation?: RevocationView
  /** Of a document in the person's hand: lines that were corrected since it was printed. */
  readonly corrected?: readonly PersonField[]
  /** When it may be renewed. */
  readonly renewal?: Renewal
  /** Its replacement waits for a new photo (the person was under 18 when the claim was made), but for an error. */
  readonly needsNewPhoto?: boolean
  readonly pdf: string
  readonly findings: readonly FindingView[]
  /** What it speaks of: held documents on a notice, numbers on a cover, `stand_in` for a letter in a document's place. */
  readonly about: readonly string[]
  /** Code of the failure of the last attempt to print; absent once the printer took it. */
  readonly notPrinted?: string
  /** Pictures of the sheet with its signature, oldest first. */
  readonly signed: readonly SignedCopyView[]
}

/** A sheet that came back signed: the hash of its picture, and when it was added. */
export interface SignedCopyView {
  readonly sha256: string
  readonly width: number
  readonly height: number
  readonly at: string
}

/** A member of a pack, as the list names them. */
export interface PackMemberView {
  readonly claimId: string
  readonly applicationNumber: string
  readonly familyName?: string
  readonly givenNames?: string
  readonly state: ClaimState
}

/** The papers of a family in the order of the sheets. */
export interface PackView {
  /** The principal's claim first. */
  readonly members: readonly PackMemberView[]
  readonly lines: readonly PackLine[]
}

/** What issuing a pack came to: the list as it stands, and what could not be issued, with the reason. */
export interface PackIssuedView extends PackView {
  readonly refused: readonly { readonly claimId: string; readonly kind: DocumentKind; readonly failure: Failure }[]
}

/** What printing came to: the list as it stands; `delivery` where the window prints, with the papers that are in it. */
export interface PackPrintedView extends PackView {
  readonly delivery?: DeliveryView
  readonly handed: readonly string[]
}

export type RevocationReason = (typeof revocationReasons)[number]

export interface RevocationView {
  readonly why: RevocationReason
  readonly on: string
  readonly note?: string
  readonly police?: { readonly number: string; readonly service: string }
  /** The sheet came back to the office. */
  readonly returned: boolean
  readonly by: string
  readonly at: string
}

/** Something the officer should know about a photo or a paper; never alone a bar. */
export interface FindingView {
  readonly code: string
  readonly severity: 'ok' | 'review' | 'return' | 'not_assessed'
  readonly text: Bilingual
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

/** What became of a file or print job: see the host's ports. `window`: the window opens `address` itself. */
export type DeliveryView =
  | { readonly by: 'done' }
  | { readonly by: 'cancelled' }
  | { readonly by: 'window'; readonly address: string }

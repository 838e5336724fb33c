import type { EvidenceKind, RequiredAction } from '../../domain/vocabulary.ts'
import type { Bilingual } from '../../language.ts'
import type { Preparation, ShownGuide } from '../../portal/preparation.ts'
import type { ClaimantView } from '../../portal/view.ts'
import type { Finding } from '../../rules/finding.ts'
import type { Service } from '../../rules/service.ts'

/** What came through the portal, as officers see it; and the messages. */

/** A file that somebody sent. `here`: its bytes are on this desk. */
export interface SentFileView {
  readonly sha256: string
  readonly name: string
  readonly mime: string
  readonly size: number
  readonly here: boolean
}

/** What accepting a correction would do to what is found in the claim. */
export interface CorrectionEffects {
  readonly brings: readonly FoundBy[]
  readonly settles: readonly FoundBy[]
}
type FoundBy = Pick<Finding, 'key' | 'severity' | 'message'>

/** A correction, or a whole corrected form, as it was sent. */
export interface CorrectionView {
  readonly correction: string
  readonly on: string
  readonly reason: string
  /** The corrected form; left out for single values. */
  readonly form?: { readonly number: string; readonly title: Bilingual }
  /** It should have come by this day. */
  readonly lateSince?: string
  readonly changes: readonly {
    readonly of: 'person' | 'claim'
    readonly field: string
    /** What stands there now; of an accepted one, what it replaced. */
    readonly held?: unknown
    readonly proposed: unknown
    /** Of an accepted correction: this change was not accepted. */
    readonly declined?: true
    /** Not accepted, yet entered: by a desk whose answer came second. */
    readonly entered?: true
  }[]
  /** Of one that waits. */
  readonly effects?: CorrectionEffects
  readonly state: 'waiting' | 'accepted' | 'declined'
  readonly answeredBy?: string
  readonly answeredOn?: string
  readonly answer?: string
}

export interface PortalView {
  /** Absent for a claim that did not come through the portal. */
  readonly sent?: {
    readonly on: string
    readonly draft: string
    readonly language: 'en' | 'fr'
    readonly people: number
    readonly document: { readonly kind: string; readonly number: string }
    /** As it was sent, whatever officers made of it since. */
    readonly fields: readonly { readonly of: 'person' | 'claim'; readonly field: string; readonly value: unknown }[]
  }
  readonly corrections: readonly CorrectionView[]
  readonly evidence: readonly {
    readonly item: string
    readonly on: string
    readonly title: string
    readonly kind: EvidenceKind
    readonly file: SentFileView
    readonly replaced: boolean
  }[]
}

/** Exactly what the person sees, and how fresh it is. */
export interface ClaimantScreenView {
  readonly view: ClaimantView
  /** What helps to get ready, with the guides of the countries that the person named. */
  readonly preparation: Preparation & { readonly guides: readonly ShownGuide[] }
  readonly asOf: { readonly portal: string; readonly office: string | null }
}

export interface MessageView {
  readonly message: string
  readonly thread: string
  readonly from: 'office' | 'claimant'
  readonly by?: string
  readonly at: string
  readonly language: 'en' | 'fr'
  readonly subject: string
  readonly text: string
  readonly files: readonly SentFileView[]
  /** A letter on paper: nobody reads it here. */
  readonly byPost?: true
  readonly readOn?: string
  /** Of a message of the office: whether it counts as served. */
  readonly service?: Service
  readonly action?: {
    readonly what: RequiredAction
    readonly due: string
    readonly acknowledgedOn?: string
    readonly settledOn?: string
  }
}

export interface Unreachable {
  readonly since: string
  readonly how: 'bounced' | 'returned'
  readonly code?: string
}

export interface MessagesView {
  /** Oldest first. */
  readonly messages: readonly MessageView[]
  readonly unreachable?: Unreachable
  /** The person's official language. */
  readonly language: 'en' | 'fr'
  /** What templates are filled with. */
  readonly values: Readonly<Record<string, string>>
}

/** A message that waits to be read, or a person whom no notice reaches. */
export interface WaitingMessage {
  readonly claimId: string
  readonly person?: string
  readonly applicationNumber: string
  readonly subject: string
  readonly at: string
  readonly ownerName?: string
}

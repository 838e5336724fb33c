import type { Stretch } from '../../casework-statistics.ts'
import type { Role } from '../../domain/authority.ts'
import type { NextAction } from '../../domain/next-action.ts'
import type { QueueName } from '../../domain/queues.ts'
import type { SearchFilter } from '../../domain/saved-search.ts'
import type { ExtensionAsker } from '../../domain/vocabulary.ts'
import type { Failure } from '../../errors.ts'
import type { Bilingual } from '../../language.ts'
import type { PartnerId, PartnerPurpose } from '../../partners/names.ts'
import type { ClaimRow, Page } from './claims.ts'
import type { BacklogAge } from './office.ts'

/** Queues of casework. */

/** Whose claims: everybody's, the asking officer's, nobody's yet. */
export type Whose = 'all' | 'mine' | 'nobody'

export interface QueueCount {
  readonly queue: QueueName
  /** Null as long as it is not known: what the rules say of each claim is still being asked. */
  readonly count: number | null
  readonly late: number | null
  /** There are more than were counted. */
  readonly more: boolean
  /** Open days of waiting after which a claim in it is late, where days of waiting make it so. */
  readonly patience?: number
}

/** A claim in a queue. One can stand in it more than once: with two messages, say. */
export interface QueuedClaim extends ClaimRow {
  readonly key: string
  /** Since when it waits, or the day on which it is due. */
  readonly day: string
  readonly late: boolean
  readonly matter?: QueuedMatter
}

/** What of a claim stands in a queue, where it can stand there for several things. */
export type QueuedMatter =
  | { readonly kind: 'partner'; readonly partner: PartnerId; readonly purpose: PartnerPurpose; readonly since: string }
  /** `due`: the day that would be moved. */
  | { readonly kind: 'extension'; readonly rule: string; readonly asker: ExtensionAsker; readonly due: string }

/** How many open claims an officer has. */
export interface OfficerCases {
  readonly id: string
  readonly name: string
  readonly open: number
  /** No longer works here: somebody must take what is left. */
  readonly gone: boolean
  /** Can be given claims. */
  readonly works: boolean
}

/** What a bulk action would do to each claim: something, nothing for a reason, or nothing more than with another one. */
export interface BulkPreview {
  readonly rows: readonly ({ readonly claimId: string; readonly number: string; readonly name: string } & (
    | { readonly will: Bilingual }
    | { readonly refused: Failure }
    /** Application number of the claim of the family with which it goes along. */
    | { readonly along: string }
  ))[]
}

/** On top of a claim: whose it is, who is at work on it, what others did since this officer looked, and what is next. */
export interface ClaimHead {
  readonly owner?: { readonly id: string; readonly name: string }
  readonly working?: { readonly id: string; readonly name: string; readonly since: string }
  /** When the visit before this one ended; absent when there was none. */
  readonly lastLook?: string
  /** What others did since, newest first. */
  readonly news: readonly {
    readonly event: string
    readonly at: string
    readonly by: string
    readonly text: Bilingual
  }[]
  /** How many more there are. */
  readonly more: number
  /** The one next action; the review shows the same. */
  readonly next?: NextAction
}

/** What came, what was decided and what waits, in a period. */
export interface CaseworkStatistics {
  readonly from: string
  readonly to: string
  /** Days, weeks or months of the period, first to last. */
  readonly stretches: readonly Stretch[]
  /** As it is today, whatever the period. */
  readonly backlog: readonly BacklogAge[]
  readonly oldestDays: number
  /** Reviews whose limit lay in the period. */
  readonly standard: {
    readonly met: number
    readonly late: number
    readonly missed: number
    readonly running: number
  }
}

/** A note of an officer on a claim; `readers`: the roles that read it beside its author. */
export interface NoteView {
  readonly note: string
  readonly claimId: string
  readonly text: string
  readonly readers: readonly Role[]
  readonly by: string
  readonly at: string
}

/** A note that a search found: on which claim it is, and whose that is, where there is a name. */
export interface FoundNote extends NoteView {
  readonly applicationNumber: string
  readonly name: string
}

/** A list that an officer comes back to. */
export interface SavedSearch {
  readonly search: string
  readonly name: string
  readonly filter: SearchFilter
  /** With the whole office. */
  readonly shared: boolean
  readonly by: string
  readonly mayDrop: boolean
}

export type QueuePage = Page<QueuedClaim>

import type { ClaimState } from '../../domain/states.ts'
import type { StepName } from '../../domain/steps.ts'
import type { Failure } from '../../errors.ts'
import type { Bilingual } from '../../language.ts'
import type { AppointmentView } from './appointments.ts'
import type { ClaimRow } from './claims.ts'

/** The first screen, what needs attention, and oversight. */

export interface AttentionItem {
  readonly id: string
  readonly kind:
    | 'conflict'
    | 'unfinished_print'
    | 'spoiled_not_replaced'
    | 'deadline_overdue'
    | 'intake_waiting'
    | 'decision_waiting'
    | 'settled_otherwise'
    | 'paper_in_doubt'
    | 'file_missing'
    | 'known_elsewhere'
    | 'warning'
  readonly text: Bilingual
  /** Name of the person in one line, if there is one yet. */
  readonly person?: string
  readonly claimId?: string
  readonly step?: StepName
  readonly since?: string
  /** Of a half-done intake: the steps it lacks, and whose it is. */
  readonly lacks?: readonly StepName[]
  readonly owner?: string
  /** Of a document in doubt: which it is, and how to reach the person who has it. */
  readonly paper?: { readonly documentId: string; readonly number: string; readonly inHand: boolean }
  readonly reach?: { readonly phone?: string; readonly email?: string; readonly address?: string }
  /** Of what the stream made of this desk's own work: the event, so that an officer can say that it was seen. */
  readonly event?: string
}

export interface BacklogAge {
  /** Days since the claim came, both included; no `to`: that many and more. */
  readonly from: number
  readonly to?: number
  readonly claims: number
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
  /** Appointments of the day: the officer's own and those of nobody, of a supervisor all; in the order of their time. */
  readonly interviews: readonly AppointmentView[]
  /** Proposed ineligible: a second officer has to confirm. */
  readonly awaitingSecond: readonly ClaimRow[]
  readonly sheetsReady: number
  /** Claims taken in on each of the last 14 days. */
  /** Claims that wait for the desk, by how many days ago they came: the youngest first, the last without an end. */
  readonly backlog: readonly BacklogAge[]
  readonly oldestDays: number
  readonly arrivals: readonly { readonly date: string; readonly claims: number }[]
}

export interface AccessEntry {
  readonly at: string
  readonly by: string
  readonly kind: string
  readonly subject?: string
  readonly detail?: string
}

/** What was wrong with the store when it was checked; nothing: it is whole. */
export interface StoreHealth {
  readonly ok: boolean
  readonly problems: readonly Failure[]
  readonly ms: number
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

import type { ArrivalAction, PriorityId, Vulnerability } from '../../domain/hall.ts'
import type { Lane } from '../../domain/lane.ts'
import type { ClaimState } from '../../domain/states.ts'
import type { StepName } from '../../domain/steps.ts'
import type { Bilingual } from '../../language.ts'

/** The waiting room: who is in the office, since when, and who has them. */

/** A claim of a party, with what is to be done next. */
export interface HallMember {
  readonly claimId: string
  readonly applicationNumber: string
  readonly familyName?: string
  readonly givenNames?: string
  readonly photo?: string
  readonly state: ClaimState
  readonly principal: boolean
  readonly lane: Lane
  /** Absent: nothing is left to do at the counter. */
  readonly next?: StepName
}

export interface HallRow {
  /** Of the party; of the first claim, where claims were opened without one. */
  readonly id: string
  readonly kind: 'party' | 'claims'
  /** UTC instant: of arrival, or of the opening of the first claim. */
  readonly since: string
  readonly adults: number
  readonly children: number
  readonly language?: string
  readonly interpreter: boolean
  readonly minorAlone: boolean
  readonly vulnerable: readonly Vulnerability[]
  readonly name?: string
  readonly note?: string
  /** Why it goes before others, the strongest reason first. */
  readonly priorities: readonly { readonly id: PriorityId; readonly label: Bilingual; readonly source: Bilingual }[]
  readonly holder?: { readonly id: string; readonly name: string; readonly mine: boolean }
  /** Officers who took it on desks that had not seen each other. */
  readonly alsoHeldBy: readonly string[]
  readonly members: readonly HallMember[]
  /** Members for whom no claim is open yet. */
  readonly unopened: number
  readonly allowed: readonly ArrivalAction[]
  /** Ids of the events that hold what was noted: a correction names them as its bases. */
  readonly heads: readonly string[]
}

export interface HallView {
  /** The desk's time when it answered, UTC: how long somebody waits is counted from it. */
  readonly now: string
  /** In turn: who is seen first stands first. */
  readonly rows: readonly HallRow[]
  /** Parties that left or were finished in the last day, latest first, to bring one back. */
  readonly gone: readonly (Pick<HallRow, 'id' | 'since' | 'adults' | 'children' | 'name' | 'allowed'> & {
    readonly stage: 'left' | 'done'
  })[]
  /** More parties than are shown. */
  readonly more: number
  /** Officers to whom a party may be handed over. */
  readonly officers: readonly { readonly id: string; readonly name: string }[]
  /** The desk is connected to no other: it lists only what was noted on it. */
  readonly ownOnly: boolean
}

import type { CardFileKind } from '../../cards/kinds.ts'
import type { CardNeed } from '../../cards/order-row.ts'
import type { ConfirmationState, ConfirmationStep } from '../../domain/confirmation/table.ts'
import type { contactReasons } from '../../domain/confirmation/vocabulary.ts'

/** Views of card orders. Days are the office's, ISO. */

/** Somebody who waits for a card. */
export interface CardCandidate {
  readonly confirmationId: string
  readonly clientId: string
  readonly applicationNumber: string
  /** As they would stand on the card. */
  readonly familyName: string
  readonly givenNames: string
  /** A name is longer than a card has room for. */
  readonly cut: boolean
  /** The day by which the card should be in the mail. */
  readonly due?: string
  readonly late: boolean
  /** What must be known first. */
  readonly missing: readonly CardNeed[]
  /** Why the facility refused the last order. */
  readonly refusal?: string
}

/** A card that is ordered and needs a look: late, held, going to an old address, come back. */
export interface CardUnderWay {
  readonly confirmationId: string
  readonly name: string
  readonly clientId: string
  readonly state: ConfirmationState['card']
  readonly orderedOn?: string
  readonly due?: string
  readonly late: boolean
  readonly held?: string
  readonly goesElsewhere: boolean
  /** Can the facility be told to send it to the address on file? */
  readonly canSend: boolean
  readonly canHold: boolean
  readonly contact?: {
    readonly why: (typeof contactReasons)[number]
    readonly openedOn: string
    readonly note?: string
    readonly attempts: number
  }
}

export interface CardFileRow {
  readonly id: string
  readonly kind: CardFileKind
  readonly on: string
  readonly rows: number
  readonly taken?: number
  readonly refused?: number
  /** Of an order: where its people stand now, in the order of the process. Whoever was ordered again counts with the last. */
  readonly steps?: readonly { readonly step: ConfirmationStep; readonly count: number }[]
}

export interface CardOrders {
  readonly toOrder: readonly CardCandidate[]
  /** More wait than are listed. */
  readonly more: boolean
  readonly underWay: readonly CardUnderWay[]
  /** People to be called of whom no card is on its way. */
  readonly toCall: readonly CardUnderWay[]
  /** Newest first. */
  readonly files: readonly CardFileRow[]
  /** Has an administrator entered the key of the production facility? */
  readonly facilityKnown: boolean
}

export interface CardAnswerRow {
  readonly order: string
  /** A code or a day: what the facility says. */
  readonly says: string
  readonly verdict: 'takes' | 'unknown_order' | 'other_order' | 'not_in_this_state'
  readonly confirmationId?: string
  readonly name?: string
  readonly state?: ConfirmationState['card']
}

export interface CardAnswer {
  readonly kind: CardFileKind
  readonly made: string
  readonly from: string
  /** It was taken in on that day already. */
  readonly takenOn?: string
  readonly rows: readonly CardAnswerRow[]
}

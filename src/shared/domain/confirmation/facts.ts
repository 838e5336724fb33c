import type { EventBody } from '../catalogue.ts'
import { cardAddressProblem, type PostalAddress } from './address.ts'
import type { ConfirmationState, ConfirmationStep } from './table.ts'

/** What is known of one person's confirmation: everything that a screen shows and a command asks, as JSON. */
export interface ConfirmationFacts {
  readonly identity: Identity
  readonly office: string
  readonly importedOn: string
  readonly approvedOn?: string | undefined
  readonly family: { readonly id: string; readonly role: EventBody<'confirmation.imported'>['role'] }
  readonly life: ConfirmationState['life']
  readonly closed?: Pick<EventBody<'confirmation.closed'>, 'on' | 'why' | 'reason'> | undefined
  /** The profile that came first under the same client ID. */
  readonly duplicateOf?: string | undefined
  readonly invitation: {
    readonly state: ConfirmationState['invitation']
    readonly on?: string | undefined
    readonly answerBy?: string | undefined
    readonly reminders: number
    readonly postedOn?: string | undefined
    readonly answeredOn?: string | undefined
  }
  readonly path: ConfirmationState['path']
  readonly assistedWhy?: string | undefined
  readonly account: {
    readonly state: ConfirmationState['account']
    readonly userName?: string | undefined
    readonly reused?: boolean | undefined
    readonly validUntil?: string | undefined
    /** The central or the letter service said that the password went out. */
    readonly sentOn?: string | undefined
    readonly passwords: number
    readonly signedInOn?: string | undefined
  }
  readonly presence: Partial<EventBody<'confirmation.presence_declared'>>
  readonly address?: AddressOnFile | undefined
  readonly earlierAddresses: readonly AddressOnFile[]
  readonly photo: PhotoFacts
  readonly interview: {
    readonly state: ConfirmationState['interview']
    readonly why?: EventBody<'confirmation.interview_required'>['why'] | undefined
    readonly note?: string | undefined
    readonly requiredOn?: string | undefined
    readonly planned?: NonNullable<EventBody<'confirmation.interview_set'>['interview']> | undefined
    /** The appointment of the calendar; none of interviews from before there was one. */
    readonly appointment?: string | undefined
    readonly outcome?: EventBody<'confirmation.interview_held'>['outcome'] | undefined
    readonly heldOn?: string | undefined
  }
  readonly residence?:
    | (EventBody<'confirmation.confirmed'> & { readonly event: string; readonly by: string })
    | undefined
  readonly ecopr: {
    readonly state: ConfirmationState['ecopr']
    readonly event?: string | undefined
    readonly number?: string | undefined
    readonly pdf?: string | undefined
    readonly issuedOn?: string | undefined
    readonly availableUntil?: string | undefined
    readonly downloadedOn?: string | undefined
    readonly downloads: number
  }
  readonly card: {
    readonly state: ConfirmationState['card']
    /** The event of the last order. */
    readonly event?: string | undefined
    readonly batch?: string | undefined
    readonly orderedOn?: string | undefined
    readonly dueOn?: string | undefined
    /** Where the last order or mailing sends it. */
    readonly address?: PostalAddress | undefined
    readonly photo?: string | undefined
    readonly producedOn?: string | undefined
    readonly mailedOn?: string | undefined
    readonly firstMailedOn?: string | undefined
    readonly refusal?: string | undefined
    /** Why the facility was told not to mail it. */
    readonly held?: string | undefined
    readonly returnedOn?: string | undefined
    readonly returnedWhy?: EventBody<'confirmation.card_returned'>['why'] | undefined
    readonly mailings: number
  }
  readonly contact: {
    readonly state: ConfirmationState['contact']
    readonly why?: EventBody<'confirmation.contact_opened'>['why'] | undefined
    readonly openedOn?: string | undefined
    readonly note?: string | undefined
    readonly attempts: readonly EventBody<'confirmation.contact_attempted'>[]
  }
  /** Keys of messages that went out: none goes twice. */
  readonly sent: readonly string[]
  /** The steps gone through, each with the day on which it began. People taken in by older versions lack the first ones. */
  readonly steps?: readonly { readonly step: ConfirmationStep; readonly from: string }[] | undefined
  /** Events that came where the table does not allow them and had no effect: two desks did not see each other. */
  readonly without: readonly { readonly event: string; readonly type: string }[]
}

export type Identity = Pick<
  EventBody<'confirmation.imported'>,
  | 'clientId'
  | 'applicationNumber'
  | 'familyName'
  | 'givenNames'
  | 'birthDate'
  | 'birthPlace'
  | 'birthCountry'
  | 'sex'
  | 'citizenship'
  | 'maritalStatus'
  | 'passport'
  | 'category'
  | 'heightCm'
  | 'eyeColour'
  | 'language'
  | 'email'
  | 'phone'
>

export type AddressOnFile = EventBody<'confirmation.address_set'> & { readonly event: string }

export interface PhotoFacts {
  readonly state: ConfirmationState['photo']
  /** The photo that waits or was decided last. */
  readonly id?: string | undefined
  readonly submittedOn?: string | undefined
  readonly decidedOn?: string | undefined
  readonly returns: number
  /** What came through the portal and is not taken in yet. */
  readonly sent?:
    | { readonly id: string; readonly sha256: string; readonly on: string; readonly takenOn?: string | undefined }
    | undefined
  /** Why the last one that came could not be used. */
  readonly refused?: Pick<EventBody<'confirmation.photo_refused'>, 'on' | 'code' | 'params'> | undefined
  /** The application of the photos module. */
  readonly application?: string | undefined
}

/** The address that the card goes to. */
export const cardAddress = ({ address }: Pick<ConfirmationFacts, 'address'>): PostalAddress | undefined =>
  address && (address.card === 'mailing' ? address.mailing : address.home)

/**
 * Events of a type that had no effect: what is decided anew names them among its bases. The first of them took the
 * decision's place all the same, when a person said something else before it came.
 */
export const withoutEffect = ({ without }: ConfirmationFacts, type: string): string[] =>
  without.flatMap((one) => (one.type === type ? [one.event] : []))

/** The place on every track that follows from what is known. */
export function stateOf(facts: ConfirmationFacts): ConfirmationState {
  const problem = cardAddressProblem(cardAddress(facts))
  const { inCanada } = facts.presence
  return {
    life: facts.life,
    invitation: facts.invitation.state,
    path: facts.path,
    account: facts.account.state,
    presence: inCanada === undefined ? 'none' : inCanada ? 'in_canada' : 'abroad',
    address: problem === null ? 'canadian' : problem === 'no_address' ? 'none' : 'unfit',
    photo: facts.photo.state,
    interview: facts.interview.state,
    residence: facts.residence ? 'confirmed' : 'none',
    ecopr: facts.ecopr.state,
    card: facts.card.state,
    contact: facts.contact.state,
  }
}

/** Does the card go where the person lives no more? The order or the mailing named another address than the one on file. */
export function cardGoesElsewhere(facts: ConfirmationFacts): boolean {
  const sentTo = facts.card.address
  const now = cardAddress(facts)
  if (!sentTo || !now || facts.card.state === 'none' || facts.card.state === 'refused') return false
  return (['line1', 'line2', 'city', 'province', 'postalCode', 'country'] as const).some(
    (part) => (sentTo[part] ?? '') !== (now[part] ?? ''),
  )
}

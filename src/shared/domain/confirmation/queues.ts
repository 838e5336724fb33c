import { addDays } from '../../rules/dates.ts'
import { deadlineFor } from '../../rules/deadlines.ts'
import { type ConfirmationFacts, cardGoesElsewhere, stateOf } from './facts.ts'
import type { ConfirmationQueue } from './queue-names.ts'
import { type ConfirmationState, type ConfirmationStep, confirmationAllows, stepOf } from './table.ts'

/** One place of a person in a queue: they are in it from that day on (of the office), until an event takes them out. */
export interface QueuePlace {
  readonly queue: ConfirmationQueue
  readonly from: string
}

/**
 * The queues that a person stands in, from when. Derived, never stored as a decision: most begin when somebody must act,
 * some only when a day has passed (a password ran out, an answer did not come, a card is late).
 */
export function queuesOf(facts: ConfirmationFacts): QueuePlace[] {
  const state = stateOf(facts)
  if (state.life !== 'open') return []
  const step = stepOf(state)
  const places: (QueuePlace | null)[] = [
    byStep[step]?.(facts) ?? null,
    passwordExpired(facts, state),
    at('photo_waiting', state.photo === 'waiting' && facts.photo.submittedOn),
    at('ecopr_to_issue', confirmationAllows(state, 'issue_ecopr') && facts.residence?.on),
    cardLate(facts, state),
    at('address_photo_due', addressPhotoDue(facts, state)),
    at('contact_open', state.contact === 'open' && facts.contact.openedOn),
  ]
  return places.filter((place) => place !== null)
}

const at = (queue: ConfirmationQueue, from: string | false | undefined): QueuePlace | null =>
  from ? { queue, from } : null

const byStep: { readonly [S in ConfirmationStep]?: (facts: ConfirmationFacts) => QueuePlace | null } = {
  to_invite: ({ importedOn }) => at('to_invite', importedOn),
  invited: ({ invitation }) => at('invitation_unanswered', invitation.answerBy && addDays(invitation.answerBy, 1)),
  account_to_create: ({ invitation }) => at('account_to_create', invitation.answeredOn),
  declaration_awaited: ({ account, invitation }) =>
    at('declaration_awaited', account.signedInOn ?? invitation.answeredOn),
  interview_required: ({ interview }) => at('interview_to_book', interview.requiredOn),
  interview_booked: ({ interview }) => at('interview_to_record', interview.planned?.date),
  ready_for_confirmation: ({ presence }) => at('ready_for_confirmation', presence.on),
  not_satisfied: ({ interview }) => at('not_satisfied', interview.heldOn),
  card_to_order: ({ photo }) => at('card_to_order', photo.decidedOn),
}

const passwordExpired = ({ account }: ConfirmationFacts, state: ConfirmationState): QueuePlace | null =>
  at(
    'password_expired',
    state.account === 'password_out' && state.residence === 'none' && account.validUntil
      ? addDays(account.validUntil, 1)
      : undefined,
  )

/** The day by which the card should be in the mail: the service standard from the accepted photo; undefined before. */
export function cardDueOn({ photo, residence, card }: ConfirmationFacts): string | undefined {
  if (card.dueOn && card.state !== 'refused') return card.dueOn
  if (photo.state !== 'accepted' || !photo.decidedOn || !residence) return undefined
  const from = photo.decidedOn > residence.on ? photo.decidedOn : residence.on
  return deadlineFor('pr.card.delivery', from)?.due
}

function cardLate(facts: ConfirmationFacts, { card }: ConfirmationState): QueuePlace | null {
  const due = card === 'mailed' || card === 'undelivered' ? undefined : cardDueOn(facts)
  return at('card_late', due && addDays(due, 1))
}

/** IRPR s. 58: address and photo within 180 days of becoming a permanent resident; asked for a month before. */
export const addressPhotoBy = ({ residence }: ConfirmationFacts): string | undefined =>
  residence && deadlineFor('pr.address_photo', residence.on)?.due

function addressPhotoDue(facts: ConfirmationFacts, { address, photo }: ConfirmationState): string | undefined {
  const by = addressPhotoBy(facts)
  const owed = address !== 'canadian' || photo === 'none' || photo === 'returned'
  return by && owed ? addDays(by, -30) : undefined
}

/** What the facility can usefully be told of the card: to keep it, or to send it to the address on file. */
export function cardInstructionsOf(facts: ConfirmationFacts): { readonly hold: boolean; readonly send: boolean } {
  const state = stateOf(facts)
  const held = facts.card.held !== undefined
  return {
    hold: confirmationAllows(state, 'hold_card') && !held,
    send:
      confirmationAllows(state, 'remail_card') ||
      (confirmationAllows(state, 'redirect_card') && (held || cardGoesElsewhere(facts))),
  }
}

import type { ErrorCode } from '../../errors.ts'

/**
 * What may be done for one person in each state; the button, the command and the log read the same table. A state is a
 * place on each of a dozen tracks: photo and electronic confirmation, say, go ahead side by side.
 */

export const tracks = {
  /** `duplicate`: another profile of the same client ID came first. */
  life: ['open', 'closed', 'duplicate'],
  invitation: ['none', 'sent', 'answered'],
  path: ['unknown', 'portal', 'assisted'],
  /** `password_out`: a temporary password was asked for or sent and not used; it may have run out. */
  account: ['none', 'password_out', 'signed_in'],
  presence: ['none', 'in_canada', 'abroad'],
  /** Where the card would go: nowhere yet, an address no card can be sent to, a Canadian one. */
  address: ['none', 'unfit', 'canadian'],
  /** `sent`: through the portal; a desk has still to take it in. */
  photo: ['none', 'sent', 'waiting', 'returned', 'accepted'],
  interview: ['none', 'required', 'booked', 'resumed', 'not_satisfied'],
  residence: ['none', 'confirmed'],
  ecopr: ['none', 'available', 'downloaded', 'withdrawn'],
  /** `refused`: the production facility did not take the order. */
  card: ['none', 'ordered', 'acknowledged', 'refused', 'produced', 'mailed', 'undelivered'],
  contact: ['none', 'open'],
} as const

export type Track = keyof typeof tracks
/** Where one person stands on every track. */
export type ConfirmationState = { readonly [T in Track]: (typeof tracks)[T][number] }
type Needs = { readonly [T in Track]?: readonly (typeof tracks)[T][number][] }

const open = ['open'] as const
const underWay = ['ordered', 'acknowledged', 'produced'] as const
const notOrdered = ['none', 'refused'] as const

/** What each act needs: on a track that it names, one of these places. */
export const needs = {
  correct: { life: open, card: notOrdered },
  link_family: { life: open },
  join_photos: { life: open },
  invite: { life: open, invitation: ['none'] },
  remind: { life: open, invitation: ['sent'] },
  post_invitation: { life: open, invitation: ['none', 'sent'] },
  record_answer: { life: open, invitation: ['sent', 'answered'], account: ['none'] },
  create_account: { life: open, path: ['portal'], account: ['none'] },
  make_password: { life: open, account: ['password_out', 'signed_in'] },
  password_sent: { life: open, account: ['password_out'] },
  sign_in: { life: open, account: ['password_out'] },
  declare_presence: { life: open, path: ['portal', 'assisted'] },
  set_address: { life: open },
  send_photo: { life: open, path: ['portal'], photo: ['none', 'returned'] },
  refuse_photo: { photo: ['sent'] },
  submit_photo: { life: open, photo: ['none', 'sent', 'returned'] },
  decide_photo: { photo: ['waiting'] },
  reopen_photo: { photo: ['accepted', 'returned'], card: notOrdered },
  require_interview: { life: open, residence: ['none'], interview: ['none', 'resumed', 'not_satisfied'] },
  book_interview: { life: open, interview: ['required', 'booked'] },
  record_interview: { life: open, interview: ['booked'] },
  /** IRPA s. 21(1): in Canada, the officer satisfied, not inadmissible; the last is checked at that instant. */
  confirm: { life: open, presence: ['in_canada'], interview: ['none', 'resumed'], residence: ['none'] },
  set_aside: { life: open, residence: ['confirmed'], ecopr: ['none', 'withdrawn'], card: notOrdered },
  issue_ecopr: { life: open, residence: ['confirmed'], ecopr: ['none', 'withdrawn'] },
  download_ecopr: { ecopr: ['available', 'downloaded'] },
  renew_ecopr: { ecopr: ['available', 'downloaded'] },
  withdraw_ecopr: { ecopr: ['available', 'downloaded'] },
  /** IRPR s. 55, 58: an accepted photo, and an address in Canada. */
  order_card: {
    life: open,
    residence: ['confirmed'],
    photo: ['accepted'],
    address: ['canadian'],
    card: notOrdered,
  },
  acknowledge_card: { card: ['ordered'] },
  produce_card: { card: ['ordered', 'acknowledged'] },
  /** Until it is in the mail, the facility can be told to keep it, or where else to send it. */
  hold_card: { card: underWay },
  redirect_card: { life: open, card: underWay, address: ['canadian'] },
  mail_card: { card: ['acknowledged', 'produced'] },
  return_card: { card: ['mailed'] },
  remail_card: { life: open, card: ['undelivered'], address: ['canadian'] },
  open_contact: { life: open, contact: ['none'] },
  attempt_contact: { contact: ['open'] },
  close_contact: { contact: ['open'] },
  send_message: {},
  refuse_request: {},
  close: { life: open, card: ['none', 'refused', 'mailed', 'undelivered'] },
  reopen: { life: ['closed'] },
} as const satisfies Record<string, Needs>

export type ConfirmationAct = keyof typeof needs
export const confirmationActs = Object.keys(needs) as readonly ConfirmationAct[]

/** May this be done in this state? The first track that objects, as an error code to show as it is; null if none does. */
export function objection(state: ConfirmationState, act: ConfirmationAct): ErrorCode | null {
  const track = objectingTrack(state, act)
  return track && objections[track]
}

/** May this be done in this state? */
export const confirmationAllows = (state: ConfirmationState, act: ConfirmationAct): boolean =>
  objectingTrack(state, act) === null

/** For a family: whose turn it is, by their places in the list. An act upon a family reaches those alone. */
export const familyAllows = (members: readonly ConfirmationState[], act: ConfirmationAct): readonly number[] =>
  members.flatMap((state, index) => (confirmationAllows(state, act) ? [index] : []))

function objectingTrack(state: ConfirmationState, act: ConfirmationAct): Track | null {
  const needed: Needs = needs[act]
  for (const track of Object.keys(needed) as Track[]) {
    const places: readonly string[] | undefined = needed[track]
    if (places && !places.includes(state[track])) return track
  }
  return null
}

const objections: Readonly<Record<Track, ErrorCode>> = {
  life: 'confirmations.not_open',
  invitation: 'confirmations.invitation',
  path: 'confirmations.path',
  account: 'confirmations.account',
  presence: 'confirmations.presence',
  address: 'confirmations.address',
  photo: 'confirmations.photo',
  interview: 'confirmations.interview',
  residence: 'confirmations.residence',
  ecopr: 'confirmations.ecopr',
  card: 'confirmations.card',
  contact: 'confirmations.contact',
}

/** The one step that a person stands at, in the order of the process: what lists and headers name. */
export const confirmationSteps = [
  'to_invite',
  'invited',
  'account_to_create',
  'password_out',
  'declaration_awaited',
  'abroad',
  'interview_required',
  'interview_booked',
  'not_satisfied',
  'ready_for_confirmation',
  'address_awaited',
  'photo_awaited',
  'photo_returned',
  'photo_waiting',
  'card_to_order',
  'card_ordered',
  'card_produced',
  'card_undelivered',
  'card_mailed',
  'closed',
  'duplicate',
] as const
export type ConfirmationStep = (typeof confirmationSteps)[number]

const byInterview = {
  required: 'interview_required',
  booked: 'interview_booked',
  not_satisfied: 'not_satisfied',
  none: null,
  resumed: null,
} as const
const byCard = {
  ordered: 'card_ordered',
  acknowledged: 'card_ordered',
  produced: 'card_produced',
  mailed: 'card_mailed',
  undelivered: 'card_undelivered',
  none: null,
  refused: null,
} as const

/** The step at which a person stands. */
export function stepOf(state: ConfirmationState): ConfirmationStep {
  if (state.life !== 'open') return state.life
  return byCard[state.card] ?? byInterview[state.interview] ?? beforeCard(state)
}

/** The step at which a family stands: that of whoever is least far. Members out of the process do not hold it up. */
export function familyStep(members: readonly ConfirmationState[]): ConfirmationStep {
  const going = members.filter(({ life }) => life === 'open')
  const steps = (going.length > 0 ? going : members).map((state) => confirmationSteps.indexOf(stepOf(state)))
  return confirmationSteps[Math.min(...steps)] ?? 'closed'
}

function beforeCard(state: ConfirmationState): ConfirmationStep {
  if (state.residence === 'none') {
    if (state.presence === 'in_canada') return 'ready_for_confirmation'
    if (state.presence === 'abroad') return 'abroad'
    if (state.invitation !== 'answered') return state.invitation === 'none' ? 'to_invite' : 'invited'
    if (state.path === 'portal' && state.account !== 'signed_in')
      return state.account === 'none' ? 'account_to_create' : 'password_out'
    return 'declaration_awaited'
  }
  if (state.photo === 'waiting' || state.photo === 'sent') return 'photo_waiting'
  if (state.address !== 'canadian') return 'address_awaited'
  if (state.photo === 'accepted') return 'card_to_order'
  return state.photo === 'returned' ? 'photo_returned' : 'photo_awaited'
}

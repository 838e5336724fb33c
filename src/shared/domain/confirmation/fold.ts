import type { confirmationEvents } from '../catalogue/confirmations.ts'
import type { EventBody, EventName } from '../catalogue.ts'
import { type ConfirmationFacts, stateOf } from './facts.ts'
import { laterSteps } from './fold-cards.ts'
import { interviewSteps } from './fold-interviews.ts'
import { photoSteps } from './fold-photo.ts'
import { type ConfirmationAct, confirmationAllows, stepOf } from './table.ts'

/** An event as the fold reads it: what the log says, and the office's day of a photo's event. */
export interface ConfirmationEvent {
  readonly id: string
  readonly type: string
  readonly actor: string
  /** The photo or the appointment, for events about one. */
  readonly subject: string
  readonly body: unknown
  /** The office's day on which it was written, for bodies that name none. */
  readonly day?: string | undefined
}

/**
 * What is known after one more event. The table is asked here too, not by commands alone: what another desk wrote, and
 * the table does not allow where the central placed it, has no effect and is listed as such. `imported` begins.
 */
export function fold(facts: ConfirmationFacts | undefined, event: ConfirmationEvent): ConfirmationFacts | undefined {
  if (event.type === 'confirmation.imported') return facts ?? begin(event.body as EventBody<'confirmation.imported'>)
  const step = Object.hasOwn(steps, event.type) ? (steps[event.type as keyof typeof steps] as Step<never>) : undefined
  if (!facts || !step) return facts
  const [act, change] = step
  if (!confirmationAllows(stateOf(facts), act) || !ofThisPhoto(facts, act, event) || isSaidBefore(facts, event))
    return { ...facts, without: [...facts.without, { event: event.id, type: event.type }] }
  return withStep(facts, { ...facts, ...change(event.body as never, facts, event) }, event)
}

/** Notes the step that begins with an event, and its day: the office's, as the event says it, else that of the log. */
function withStep(before: ConfirmationFacts, after: ConfirmationFacts, { body, day }: ConfirmationEvent) {
  const step = stepOf(stateOf(after))
  const from = (body as { readonly on?: string }).on ?? day
  if (!from || step === stepOf(stateOf(before))) return after
  return { ...after, steps: [...(after.steps ?? []), { step, from }] }
}

/** A decision is about the photo that waits, a reopening about the one decided last, a refusal about the one sent; another photo's changes nothing. */
const ofThisPhoto = (facts: ConfirmationFacts, act: ConfirmationAct, { subject, body }: ConfirmationEvent) =>
  ((act !== 'decide_photo' && act !== 'reopen_photo') || facts.photo.id === subject) &&
  (act !== 'refuse_photo' || facts.photo.sent?.id === (body as EventBody<'confirmation.photo_refused'>).photo)

/** Two desks whose jobs reminded the same person, or sent the same message: the first placed is the one. */
function isSaidBefore(facts: ConfirmationFacts, { type, body }: ConfirmationEvent): boolean {
  if (type === 'confirmation.message_sent') return facts.sent.includes((body as EventBody<typeof type>).key)
  return type === 'confirmation.reminded' && (body as EventBody<typeof type>).number !== facts.invitation.reminders + 1
}

function begin(body: EventBody<'confirmation.imported'>): ConfirmationFacts {
  const { office, on, file: _file, address, approvedOn, family, role, photos, ...identity } = body
  return {
    identity,
    office,
    importedOn: on,
    approvedOn,
    family: { id: family, role },
    life: 'open',
    invitation: { state: 'none', reminders: 0 },
    path: 'unknown',
    account: { state: 'none', passwords: 0 },
    presence: {},
    // An address of the application is where they lived then: shown, and for them to confirm.
    earlierAddresses: address ? [{ on, via: 'post', home: address, card: 'home', event: '' }] : [],
    photo: { state: 'none', returns: 0, application: photos },
    interview: { state: 'none' },
    ecopr: { state: 'none', downloads: 0 },
    card: { state: 'none', mailings: 0 },
    contact: { state: 'none', attempts: [] },
    sent: [],
    steps: [{ step: 'to_invite', from: on }],
    without: [],
  }
}

type Begun = 'confirmation.imported' | 'confirmation.erased' | `confirmation.interview_${string}`
type Known = Exclude<keyof typeof confirmationEvents, Begun>
export type Step<N extends EventName> = readonly [
  ConfirmationAct,
  (body: EventBody<N>, facts: ConfirmationFacts, event: ConfirmationEvent) => Partial<ConfirmationFacts>,
]

const ownSteps: { readonly [N in Exclude<Known, keyof typeof photoSteps>]: Step<N> } = {
  'confirmation.family_linked': ['link_family', ({ family, role }) => ({ family: { id: family, role } })],
  'confirmation.corrected': [
    'correct',
    ({ fields }, { identity }) => ({ identity: { ...identity, ...(fields as Partial<typeof identity>) } }),
  ],
  'confirmation.photos_joined': ['join_photos', ({ application }, { photo }) => ({ photo: { ...photo, application } })],
  'confirmation.invited': [
    'invite',
    ({ on, to, answerBy }, { invitation, identity }) => ({
      identity: { ...identity, email: to },
      invitation: { ...invitation, state: 'sent', on, answerBy },
    }),
  ],
  'confirmation.reminded': [
    'remind',
    ({ number, answerBy }, { invitation }) => ({ invitation: { ...invitation, reminders: number, answerBy } }),
  ],
  'confirmation.invitation_posted': [
    'post_invitation',
    ({ on, answerBy }, { invitation }) => ({
      invitation: { ...invitation, state: 'sent', on: invitation.on ?? on, postedOn: on, answerBy },
    }),
  ],
  'confirmation.answered': [
    'record_answer',
    ({ on, path, email, why }, { invitation, identity }) => ({
      identity: { ...identity, email: email ?? identity.email },
      invitation: { ...invitation, state: 'answered', answeredOn: on },
      path,
      assistedWhy: path === 'assisted' ? why : undefined,
    }),
  ],
  'confirmation.account_created': [
    'create_account',
    ({ on, userName, reused, email }, { account, identity }) => ({
      identity: { ...identity, email: email ?? identity.email },
      // With an account of their own there is no password to send.
      account: reused
        ? { ...account, state: 'signed_in', userName, reused, signedInOn: on }
        : { ...account, state: 'password_out', userName, reused },
    }),
  ],
  'confirmation.password_requested': [
    'make_password',
    ({ validUntil }, { account }) => ({
      account: { ...account, state: 'password_out', validUntil, sentOn: undefined, passwords: account.passwords + 1 },
    }),
  ],
  'confirmation.password_sent': [
    'password_sent',
    ({ on, validUntil, userName }, { account }) => ({
      account: { ...account, sentOn: on, validUntil, userName: userName ?? account.userName },
    }),
  ],
  'confirmation.signed_in': [
    'sign_in',
    ({ on }, { account }) => ({ account: { ...account, state: 'signed_in', signedInOn: on } }),
  ],
  'confirmation.presence_declared': ['declare_presence', (body) => ({ presence: body })],
  'confirmation.address_set': [
    'set_address',
    (body, { address, earlierAddresses }, { id }) => ({
      address: { ...body, event: id },
      earlierAddresses: address ? [...earlierAddresses, address] : earlierAddresses,
    }),
  ],
  'confirmation.confirmed': [
    'confirm',
    (body, _facts, { id, actor }) => ({ residence: { ...body, event: id, by: actor } }),
  ],
  'confirmation.residence_set_aside': ['set_aside', () => ({ residence: undefined })],
  'confirmation.ecopr_issued': [
    'issue_ecopr',
    ({ on, number, pdf, availableUntil }, { ecopr }, { id }) => ({
      ecopr: { ...ecopr, state: 'available', event: id, number, pdf, issuedOn: on, availableUntil },
    }),
  ],
  'confirmation.ecopr_downloaded': [
    'download_ecopr',
    ({ on }, { ecopr }) => ({
      ecopr: { ...ecopr, state: 'downloaded', downloadedOn: on, downloads: ecopr.downloads + 1 },
    }),
  ],
  'confirmation.ecopr_withdrawn': [
    'withdraw_ecopr',
    (_body, { ecopr }, { id }) => ({ ecopr: { ...ecopr, state: 'withdrawn', event: id } }),
  ],
  'confirmation.card_ordered': [
    'order_card',
    ({ on, batch, photo, address, dueOn }, { card }, { id }) => ({
      card: { state: 'ordered', event: id, batch, orderedOn: on, dueOn, address, photo, mailings: card.mailings },
    }),
  ],
  'confirmation.card_acknowledged': [
    'acknowledge_card',
    ({ accepted, reason }, { card }) => ({
      card: { ...card, state: accepted ? 'acknowledged' : 'refused', refusal: accepted ? undefined : reason },
    }),
  ],
  'confirmation.card_produced': [
    'produce_card',
    ({ on }, { card }) => ({ card: { ...card, state: 'produced', producedOn: on } }),
  ],
  'confirmation.card_mailed': [
    'mail_card',
    ({ on, address }, { card }) => ({
      card: {
        ...card,
        state: 'mailed',
        held: undefined,
        mailedOn: on,
        firstMailedOn: card.firstMailedOn ?? on,
        address: address ?? card.address,
        mailings: card.mailings + 1,
      },
    }),
  ],
  'confirmation.card_returned': [
    'return_card',
    ({ on, why }, { card }) => ({ card: { ...card, state: 'undelivered', returnedOn: on, returnedWhy: why } }),
  ],
  'confirmation.card_remailed': [
    'remail_card',
    ({ on, address }, { card }) => ({
      card: { ...card, state: 'mailed', mailedOn: on, address, mailings: card.mailings + 1 },
    }),
  ],
  'confirmation.contact_opened': [
    'open_contact',
    ({ on, why, note }) => ({ contact: { state: 'open', why, openedOn: on, note, attempts: [] } }),
  ],
  'confirmation.contact_attempted': [
    'attempt_contact',
    (body, { contact }) => ({ contact: { ...contact, attempts: [...contact.attempts, body] } }),
  ],
  'confirmation.contact_closed': [
    'close_contact',
    (_body, { contact }) => ({ contact: { ...contact, state: 'none' } }),
  ],
  'confirmation.message_sent': ['send_message', ({ key }, { sent }) => ({ sent: [...sent, key] })],
  'confirmation.request_refused': ['refuse_request', () => ({})],
  'confirmation.closed': ['close', ({ on, why, reason }) => ({ life: 'closed', closed: { on, why, reason } })],
  'confirmation.reopened': ['reopen', () => ({ life: 'open', closed: undefined })],
}

const steps = { ...ownSteps, ...photoSteps, ...interviewSteps, ...laterSteps }

/** Types of events that the fold reads. */
export const foldedTypes: readonly string[] = ['confirmation.imported', ...Object.keys(steps)]

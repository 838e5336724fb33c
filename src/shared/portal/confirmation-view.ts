import type { EventBody } from '../domain/catalogue.ts'
import type { AddressOnFile, ConfirmationFacts } from '../domain/confirmation/facts.ts'
import { stateOf } from '../domain/confirmation/facts.ts'
import { messageText } from '../domain/confirmation/messages.ts'
import {
  type ConfirmationState,
  type ConfirmationStep,
  confirmationAllows,
  stepOf,
} from '../domain/confirmation/table.ts'
import { stepWords } from '../domain/confirmation/words.ts'
import { type ErrorCode, errors, explain } from '../errors.ts'
import type { Bilingual } from '../language.ts'
import { reasonWord } from './view/sent.ts'
import { toldOf } from './view/told.ts'

/**
 * What somebody is shown of the confirmation of their own permanent residence: one pure function of what is known, in the
 * words of the process. No note of an officer, no batch, no other application is in it.
 */

/** What a person declares of their presence, by version: what was agreed to stays readable. */
export const statements = {
  '2026-11': {
    en: 'I am physically present in Canada today. I understand that declaring it does not yet make me a permanent resident, and that I must say so before I leave Canada.',
    fr: 'Je suis physiquement présent au Canada aujourd’hui. Je comprends que cette déclaration ne fait pas encore de moi un résident permanent, et que je dois le dire avant de quitter le Canada.',
  },
} as const satisfies Record<string, Bilingual>
export const statementVersions = Object.keys(statements) as [keyof typeof statements]

/** What the person can do now. */
export const personTasks = [
  'declare_presence',
  'give_address',
  'send_photo',
  'come_to_interview',
  'download_ecopr',
] as const
export type PersonTask = (typeof personTasks)[number]

export interface ConfirmationPersonView {
  readonly applicationNumber: string
  readonly language: 'en' | 'fr'
  readonly step: ConfirmationStep
  readonly stepText: Bilingual
  readonly steps: readonly { readonly step: PersonStep; readonly done: boolean; readonly on?: string }[]
  readonly tasks: readonly PersonTask[]
  readonly presence?: { readonly on: string; readonly inCanada: boolean; readonly returnOn?: string | undefined }
  readonly statement: { readonly version: string; readonly text: Bilingual }
  readonly address?: Omit<AddressOnFile, 'event' | 'request'>
  readonly photo: PersonPhoto
  readonly interview?: NonNullable<ConfirmationFacts['interview']['planned']>
  readonly ecopr?: { readonly number: string; readonly availableUntil: string; readonly downloads: number }
  readonly card: { readonly state: CardStage; readonly mailedOn?: string }
  /** Oldest first. */
  readonly messages: readonly PersonMessage[]
  /** What happened, newest first. */
  readonly timeline: readonly { readonly at: string; readonly text: Bilingual }[]
}

/** The way from the account to the card, as a person goes it. */
const personSteps = ['account', 'presence', 'address', 'residence', 'ecopr', 'photo', 'card'] as const
type PersonStep = (typeof personSteps)[number]

interface PersonPhoto {
  /** `sent`: on its way to the office. Until then another may be chosen; a returned one may be answered by another. */
  readonly state: ConfirmationState['photo']
  readonly on?: string
  /** Why it was returned. */
  readonly reasons?: readonly Bilingual[]
  readonly text?: Bilingual
  /** Why the last one that was sent could not be used. */
  readonly refused?: Bilingual
}

/** `being_made`: ordered. `came_back`: the post brought it back; the office asks for the address. */
type CardStage = 'none' | 'being_made' | 'mailed' | 'came_back'

interface PersonMessage {
  readonly message: string
  readonly on: string
  readonly subject: Bilingual
  readonly text: Bilingual
}

/** An event with what was known after it, in the order of the record. */
export interface ToldEvent {
  readonly type: string
  readonly visibility: string
  readonly at: number
  readonly body: unknown
  readonly after: ConfirmationFacts
}

/** The view of one person. `today`: the office's day. */
export function confirmationPersonView(
  facts: ConfirmationFacts,
  events: readonly ToldEvent[],
  today: string,
): ConfirmationPersonView {
  const state = stateOf(facts)
  const { identity, presence, address, ecopr, card, interview } = facts
  const isHeld = ecopr.number && ecopr.availableUntil && ['available', 'downloaded'].includes(state.ecopr)
  const [version] = statementVersions.toReversed()
  return {
    applicationNumber: identity.applicationNumber,
    language: identity.language,
    step: stepOf(state),
    stepText: stepWords[stepOf(state)],
    steps: stepsOf(facts, state),
    tasks: tasksOf(facts, state, today),
    ...(presence.on
      ? { presence: { on: presence.on, inCanada: presence.inCanada === true, returnOn: presence.returnOn } }
      : {}),
    statement: { version: version ?? '', text: statements[version ?? statementVersions[0]] },
    ...(address ? { address: shownAddress(address) } : {}),
    photo: photoOf(facts, events),
    ...(state.interview === 'booked' && interview.planned ? { interview: interview.planned } : {}),
    ...(isHeld
      ? {
          ecopr: { number: ecopr.number ?? '', availableUntil: ecopr.availableUntil ?? '', downloads: ecopr.downloads },
        }
      : {}),
    card: {
      state: cardStage[state.card],
      ...(state.card === 'mailed' && card.mailedOn ? { mailedOn: card.mailedOn } : {}),
    },
    messages: messagesOf(events),
    timeline: events
      .filter(({ visibility }) => visibility === 'public')
      .flatMap(toldOf)
      .reverse(),
  }
}

const cardStage: Readonly<Record<ConfirmationState['card'], CardStage>> = {
  none: 'none',
  refused: 'none',
  ordered: 'being_made',
  acknowledged: 'being_made',
  produced: 'being_made',
  mailed: 'mailed',
  undelivered: 'came_back',
}

function stepsOf(facts: ConfirmationFacts, state: ConfirmationState): ConfirmationPersonView['steps'] {
  const { account, presence, address, residence, ecopr, photo, card } = facts
  const reached: Readonly<Record<PersonStep, readonly [boolean, string | undefined]>> = {
    account: [state.account === 'signed_in', account.signedInOn],
    presence: [state.presence === 'in_canada', presence.on],
    address: [state.address === 'canadian', address?.on],
    residence: [state.residence === 'confirmed', residence?.on],
    ecopr: [state.ecopr === 'available' || state.ecopr === 'downloaded', ecopr.issuedOn],
    photo: [state.photo === 'accepted', photo.decidedOn],
    card: [state.card === 'mailed', card.mailedOn],
  }
  return personSteps.map((step) => {
    const [done, on] = reached[step]
    return { step, done, ...(done && on ? { on } : {}) }
  })
}

function tasksOf(facts: ConfirmationFacts, state: ConfirmationState, today: string): readonly PersonTask[] {
  const open: Readonly<Record<PersonTask, boolean>> = {
    declare_presence: state.presence !== 'in_canada' && confirmationAllows(state, 'declare_presence'),
    give_address: state.address !== 'canadian' && confirmationAllows(state, 'set_address'),
    send_photo: confirmationAllows(state, 'send_photo'),
    come_to_interview: state.interview === 'booked',
    download_ecopr: state.ecopr === 'available' && (facts.ecopr.availableUntil ?? '') >= today,
  }
  return personTasks.filter((task) => open[task])
}

const shownAddress = ({ event: _event, request: _request, ...shown }: AddressOnFile) => shown

function photoOf(facts: ConfirmationFacts, events: readonly ToldEvent[]): PersonPhoto {
  const { state, submittedOn, sent, refused } = facts.photo
  const on = sent?.on ?? submittedOn
  const returned = events.findLast(({ type }) => type === 'photo.returned')?.body as
    | EventBody<'photo.returned'>
    | undefined
  return {
    state,
    ...(on ? { on } : {}),
    ...(state === 'returned' && returned ? { reasons: returned.reasons.map(reasonWord), text: returned.text } : {}),
    ...(refused ? { refused: wordsOf(refused) } : {}),
  }
}

/** A desk of a newer program may refuse with a code that is not known here. */
function wordsOf({ code, params }: NonNullable<ConfirmationFacts['photo']['refused']>): Bilingual {
  if (!Object.hasOwn(errors, code)) return { en: code, fr: code }
  const say = (language: 'en' | 'fr') => explain({ code: code as ErrorCode, params }, language).message
  return { en: say('en'), fr: say('fr') }
}

/** The messages that were sent, in their words of then. Those of the account are in the mail alone. */
const messagesOf = (events: readonly ToldEvent[]): PersonMessage[] =>
  events.flatMap(({ type, body, after }) => {
    if (type !== 'confirmation.message_sent') return []
    const { message, on } = body as EventBody<'confirmation.message_sent'>
    return message === 'account' || message === 'password' ? [] : [{ message, on, ...messageText(message, after) }]
  })

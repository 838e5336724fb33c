import type { ConfirmationWork } from '../../shared/contract/desk/confirmations.ts'
import type { OfficerView } from '../../shared/contract/views.ts'
import type { EventName } from '../../shared/domain/catalogue.ts'
import { confirmationAllows } from '../../shared/domain/confirmation/table.ts'
import { ok, type Result } from '../../shared/result.ts'
import { today } from '../claims/tools.ts'
import { noteContact } from '../confirmations/cards/contact.ts'
import { orderCards } from '../confirmations/cards/order.ts'
import { confirmResidence } from '../confirmations/decide.ts'
import { issueEcopr, takeEcopr } from '../confirmations/ecopr.ts'
import { addPhoto } from '../confirmations/photo.ts'
import { postInvitation } from '../confirmations/post.ts'
import { type Confirmation, findConfirmation, profileOfClient } from '../confirmations/rows.ts'
import { previewImport, takeInRows } from '../confirmations/take-in.ts'
import { workOn } from '../confirmations/work.ts'
import type { PaperTools } from '../documents/rendering.ts'
import { changeSettings } from '../office/change-settings.ts'
import { settingsOf } from '../office/settings.ts'
import { approvePhoto, returnPhoto } from '../photos/review/decide.ts'
import { officerNamed } from './officers.ts'
import { residentPhoto } from './resident-photo.ts'
import { addressOf, approvedRows, mailOf } from './resident-rows.ts'
import type { Resident, ResidentAct } from './residents.ts'
import { answerCards, demoFacilityKey } from './seed-card-facility.ts'
import { book, endDay } from './seed-resident-interviews.ts'
import type { ResidentStep } from './seed-residents.ts'
import type { StepWorld } from './seed-steps.ts'

/**
 * Plays a step of the second service by the very command that an officer's click or the portal's act runs. One that was
 * played before a crash does nothing.
 */
export function playResidents({ tools }: StepWorld, step: ResidentStep): Promise<Result<unknown>> | Result<unknown> {
  const caseworker = officerNamed(tools, 'demo.caseworker')
  switch (step.do) {
    case 'approved':
      return takeFile(tools, caseworker, step.who)
    case 'resident':
      return act(tools, caseworker, step.who, step.act)
    case 'cards_ordered':
      return order(tools, caseworker, step.who)
    case 'cards_answered':
      return answerCards(tools, caseworker, step)
    case 'interviews_end':
      return endDay(tools, caseworker, step.outcomes)
  }
}

/** As the screen of the file does: what the headers suggest, then the rows. Whoever is there already is refused by the row. */
function takeFile(tools: PaperTools, officer: OfficerView, who: readonly Resident[]): Result<unknown> {
  const bytes = new TextEncoder().encode(JSON.stringify(approvedRows(who, today(tools))))
  const preview = previewImport(tools, bytes)
  if (!preview.ok) return preview
  return takeInRows(tools, officer, { bytes, mapping: preview.value.mapping, from: 0, count: who.length })
}

function act(tools: PaperTools, officer: OfficerView, who: Resident, what: ResidentAct) {
  const found = findConfirmation(tools.store, profileOfClient(tools.store, who.clientId) ?? '')
  if (!found.ok) return found
  const { id } = found.value
  if (isPlayed(tools, id, what)) return ok(null)
  const work = workOf(who, what, today(tools))
  const by = inPortal.has(what) ? { ...officer, id: tools.store.identity()?.device ?? '' } : officer
  return work ? workOn(tools, by, id, work) : other(tools, officer, { who, what, person: found.value })
}

/** What the person does: no officer is named for it. */
const inPortal: ReadonlySet<ResidentAct> = new Set(['sign_in', 'declare', 'declare_abroad', 'address'])

/** Nobody does the same twice in a day: an event of the office's day says that it was done. */
function isPlayed(tools: PaperTools, id: string, what: ResidentAct): boolean {
  const type = said[what]
  const on = today(tools)
  const events = type ? tools.store.timeline({ kind: 'confirmation', id }) : []
  return events.some((event) => event.type === type && (event.body as { readonly on?: string } | null)?.on === on)
}

/** What an act says in the record; those left out ask where the person stands. */
const said: { readonly [A in ResidentAct]?: EventName } = {
  invite: 'confirmation.invited',
  post: 'confirmation.invitation_posted',
  answer: 'confirmation.answered',
  answer_assisted: 'confirmation.answered',
  account: 'confirmation.account_created',
  sign_in: 'confirmation.signed_in',
  declare: 'confirmation.presence_declared',
  declare_abroad: 'confirmation.presence_declared',
  declare_by_phone: 'confirmation.presence_declared',
  address: 'confirmation.address_set',
  refuse_representative: 'confirmation.request_refused',
  require_interview: 'confirmation.interview_required',
  download: 'confirmation.ecopr_downloaded',
  unreachable: 'confirmation.contact_opened',
  no_answer: 'confirmation.contact_attempted',
  message_left: 'confirmation.contact_attempted',
  wrong_number: 'confirmation.contact_attempted',
  close: 'confirmation.closed',
}

/** What the screen's own form sends; undefined for what has a command of its own. */
function workOf(who: Resident, what: ResidentAct, on: string): ConfirmationWork | undefined {
  const via = 'portal'
  switch (what) {
    case 'invite':
      return { act: 'invite' }
    case 'answer':
      return { act: 'record_answer', via: 'email', path: 'portal' }
    case 'answer_assisted':
      return { act: 'record_answer', via: 'phone', path: 'assisted', why: 'Has no computer and reads with difficulty.' }
    case 'account':
      return { act: 'create_account', userName: mailOf(who).split('@')[0] ?? '', reused: false }
    case 'sign_in':
      return { act: 'sign_in' }
    case 'declare':
      return { act: 'declare_presence', via, inCanada: true, ...entryOf(who, on) }
    case 'declare_abroad':
      return { act: 'declare_presence', via, inCanada: false }
    case 'declare_by_phone':
      return { act: 'declare_presence', via: 'phone', inCanada: true, ...entryOf(who, on) }
    case 'address':
      return { act: 'set_address', via, home: addressOf(who), card: 'home' }
    case 'refuse_representative':
      return {
        act: 'refuse_request',
        via: 'email',
        request: 'representative',
        note: 'A consultant asked for an account.',
      }
    case 'require_interview':
      return { act: 'require_interview', ...(doubts[who.place % doubts.length] ?? { why: 'other' }) }
    case 'close':
      return { act: 'close', why: 'withdrawn', reason: 'Wrote that they have gone back to look after a parent.' }
    default:
      return undefined
  }
}

const doubts = [
  { why: 'identity', note: 'Two papers give another year of birth.' },
  { why: 'passport_differs', note: 'The passport spells the family name otherwise.' },
  { why: 'presence_in_doubt', note: 'Was seen to leave by air a week before the declaration.' },
] as const

function entryOf({ person }: Resident, on: string) {
  const { date = '', place } = person.claim.entries?.at(-1) ?? {}
  return date.length === 10 && date <= on ? { lastEntryOn: date, ...(place ? { lastEntryPlace: place } : {}) } : {}
}

interface Doing {
  readonly who: Resident
  readonly what: ResidentAct
  readonly person: Confirmation
}

async function other(tools: PaperTools, officer: OfficerView, { who, what, person }: Doing): Promise<Result<unknown>> {
  const { id, state, facts } = person
  switch (what) {
    case 'post':
      return postInvitation(tools, officer, id)
    case 'book':
      return book(tools, officer, id)
    case 'confirm':
      // The interview was not held yet where no earlier time was free.
      return confirmationAllows(state, 'confirm') ? confirmResidence(tools, officer, id, checksOf(person)) : ok(null)
    case 'ecopr':
      return confirmationAllows(state, 'issue_ecopr')
        ? issueEcopr(tools, officer, { confirmationId: id, checkedNow: true })
        : ok(null)
    case 'download':
      return takeEcopr(tools, officer, id)
    case 'photo':
    case 'bad_photo':
      return confirmationAllows(state, 'submit_photo')
        ? addPhoto(tools, officer, id, { bytes: await residentPhoto(who, what === 'bad_photo') })
        : ok(null)
    case 'accept':
    case 'return':
      return facts.photo.state === 'waiting' ? review(tools, facts.photo.id ?? '', what) : ok(null)
    case 'unreachable':
      return noteContact(tools, officer, id, { act: 'open_contact', why: 'unreachable' })
    default:
      return noteContact(tools, officer, id, { act: 'attempt_contact', ...tries[what as keyof typeof tries] })
  }
}

const tries = {
  no_answer: { via: 'phone', outcome: 'no_answer' },
  message_left: { via: 'phone', outcome: 'message_left' },
  wrong_number: { via: 'phone', outcome: 'wrong_contact', note: 'A shop answered.' },
} as const

const checksOf = ({ facts }: Confirmation) =>
  facts.identity.passport
    ? ({ source: 'GCMS', passport: 'agrees' } as const)
    : ({ source: 'GCMS', passport: 'none', passportNote: 'Came without one; known from the refugee claim.' } as const)

function review(tools: PaperTools, photoId: string, as: 'accept' | 'return'): Result<unknown> {
  const reviewer = officerNamed(tools, 'demo.photo.reviewer')
  return as === 'accept'
    ? approvePhoto(tools, reviewer, { photoId })
    : returnPhoto(tools, reviewer, { photoId, reasons: ['other_requirements'], codes: ['bg_not_white'] })
}

/** The first order comes after the administrator has noted the facility's key. */
function order(tools: PaperTools, officer: OfficerView, who: readonly Resident[]): Result<unknown> {
  const known =
    settingsOf(tools.store).cardFacilityKey === null
      ? changeSettings(tools, officerNamed(tools, 'demo.administrator'), { cardFacilityKey: demoFacilityKey })
      : ok(null)
  if (!known.ok) return known
  const ready = who.flatMap(({ clientId }) => {
    const found = findConfirmation(tools.store, profileOfClient(tools.store, clientId) ?? '')
    return found.ok && confirmationAllows(found.value.state, 'order_card') ? [found.value.id] : []
  })
  return ready.length > 0 ? orderCards(tools, officer, ready) : ok(null)
}

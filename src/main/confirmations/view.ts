import type { ConfirmationView, TimelineEntry } from '../../shared/contract/views.ts'
import { cardGoesElsewhere } from '../../shared/domain/confirmation/facts.ts'
import { addressPhotoBy, cardDueOn, queuesOf } from '../../shared/domain/confirmation/queues.ts'
import {
  type ConfirmationAct,
  confirmationActs,
  confirmationAllows,
  familyStep,
  stepOf,
} from '../../shared/domain/confirmation/table.ts'
import { describe } from '../../shared/domain/timeline.ts'
import type { Uuid } from '../../shared/ports.ts'
import { ok, type Result } from '../../shared/result.ts'
import { wholeTimeline } from '../claims/timeline.ts'
import { officerNames, type Tools, today } from '../claims/tools.ts'
import { query } from '../store/query.ts'
import { passwordExpired, rowView } from './list.ts'
import { type Confirmation, familyOf, findConfirmation } from './rows.ts'
import { mostReminders } from './work.ts'

/** One person's page: where they stand, their family, what may be done, the one next action, and the timeline. */
export function confirmationView(tools: Tools, id: Uuid): Result<ConfirmationView> {
  const { store } = tools
  const found = findConfirmation(store, id)
  if (!found.ok) return found
  const person = found.value
  const { facts, state } = person
  const on = today(tools)
  const family = familyOf(store, facts.family.id)
  const due = ['mailed', 'undelivered'].includes(state.card) ? undefined : cardDueOn(facts)
  const by =
    state.address === 'canadian' && ['sent', 'waiting', 'accepted'].includes(state.photo)
      ? undefined
      : addressPhotoBy(facts)
  const nameOf = officerNames(store)
  const next = nextAct(person, on)
  return ok({
    confirmationId: id,
    facts,
    state,
    step: stepOf(state),
    passwordExpired: passwordExpired(state, facts.account.validUntil, on),
    ...(due ? { cardDue: due } : {}),
    ...(by ? { addressPhotoBy: by } : {}),
    cardGoesElsewhere: cardGoesElsewhere(facts),
    queues: queuesOf(facts).filter(({ from }) => from <= on),
    allowed: confirmationActs.filter((act) => confirmationAllows(state, act)),
    ...(next ? { next } : {}),
    family: family.map((member) => rowView(member, on)),
    familyStep: familyStep(family.map((member) => member.state)),
    timeline: timelineOf(tools, person, nameOf),
    ...(facts.residence ? { confirmedBy: nameOf(facts.residence.by) } : {}),
  })
}

/** The one thing that the office does next; undefined while the person's turn is awaited. */
export function nextAct({ facts, state }: Confirmation, on: string): ConfirmationAct | undefined {
  const act = byStep({ facts, state }, on)
  if (act && confirmationAllows(state, act)) return act
  return confirmationAllows(state, 'issue_ecopr') ? 'issue_ecopr' : undefined
}

function byStep({ facts, state }: Pick<Confirmation, 'facts' | 'state'>, on: string): ConfirmationAct | undefined {
  const { invitation, identity, account, interview } = facts
  switch (stepOf(state)) {
    case 'to_invite':
      return identity.email ? 'invite' : 'post_invitation'
    case 'invited':
      if ((invitation.answerBy ?? on) >= on) return 'record_answer'
      return identity.email && invitation.reminders < mostReminders ? 'remind' : 'post_invitation'
    case 'account_to_create':
      return 'create_account'
    case 'password_out':
      return passwordExpired(state, account.validUntil, on) ? 'make_password' : undefined
    case 'declaration_awaited':
      return state.path === 'assisted' ? 'declare_presence' : undefined
    case 'interview_required':
      return 'book_interview'
    case 'interview_booked':
      return (interview.planned?.date ?? on) <= on ? 'record_interview' : undefined
    case 'not_satisfied':
      return 'close'
    case 'ready_for_confirmation':
      return 'confirm'
    default:
      return afterwards(state)
  }
}

/** Once somebody is a permanent resident: the confirmation is issued first, then the card. */
function afterwards(state: Confirmation['state']): ConfirmationAct | undefined {
  if (confirmationAllows(state, 'issue_ecopr')) return 'issue_ecopr'
  switch (stepOf(state)) {
    case 'photo_waiting':
      return 'decide_photo'
    case 'card_to_order':
      return 'order_card'
    case 'card_undelivered':
      return state.address === 'canadian' ? 'remail_card' : 'set_address'
    case 'address_awaited':
      return state.path === 'assisted' ? 'set_address' : undefined
    case 'photo_awaited':
    case 'photo_returned':
      return state.path === 'assisted' ? 'submit_photo' : undefined
    default:
      return state.contact === 'open' ? 'attempt_contact' : undefined
  }
}

/** What happened to the person, their photos and appointments among it, newest first. */
function timelineOf({ store }: Tools, { id, facts }: Confirmation, nameOf: (id: string) => string): TimelineEntry[] {
  const photos = facts.photo.application
    ? store.all(query.selectFrom('photo').select('id').where('application', '=', facts.photo.application))
    : []
  const appointments = store.all(query.selectFrom('appointment').select('id').where('about_id', '=', id))
  const subjects = [
    { kind: 'confirmation', id } as const,
    ...appointments.map((appointment) => ({ kind: 'appointment', id: appointment.id }) as const),
    ...photos.map((photo) => ({ kind: 'photo', id: photo.id }) as const),
  ]
  return subjects
    .flatMap((subject) => wholeTimeline(store, subject))
    .sort((a, b) => b.position - a.position)
    .map((event) => ({
      event: event.id,
      at: new Date(event.at).toISOString(),
      by: nameOf(event.actor),
      type: event.type,
      text: describe(event.type, event.body),
      visibility: event.visibility,
      changes: [],
    }))
}

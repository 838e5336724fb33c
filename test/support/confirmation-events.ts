import type { EventBody, EventName } from '../../src/shared/domain/catalogue.ts'
import type { ConfirmationEvent } from '../../src/shared/domain/confirmation/fold.ts'

/** Bodies of the confirmation's events for tests: each plain and whole, days and choices to be overridden. */

export const confirmationIds = {
  office: '00000000-0000-4000-8000-00000000000a',
  officer: '00000000-0000-4000-8000-00000000000b',
  family: '00000000-0000-4000-8000-00000000000c',
  batch: '00000000-0000-4000-8000-00000000000d',
}

export const ottawa = {
  line1: '12 Rideau Street',
  city: 'Ottawa',
  province: 'ON',
  postalCode: 'K1N 9J7',
  country: 'CAN',
}
export const lyon = { line1: '3 rue Mercière', city: 'Lyon', postalCode: '69002', country: 'FRA' }

const on = '2026-12-01'
export const importedBody: EventBody<'confirmation.imported'> = {
  office: confirmationIds.office,
  on,
  clientId: '1112223334',
  applicationNumber: 'E000123456',
  familyName: 'Haddad',
  givenNames: 'Rana',
  birthDate: '1990-05-17',
  language: 'en',
  email: 'rana@example.org',
  family: confirmationIds.family,
  role: 'principal',
}

/** One event, as the fold reads it. */
export const eventOf = <N extends EventName>(
  type: N,
  body: EventBody<N>,
  { id = `event-${type}`, subject = 'photo-1' }: { readonly id?: string; readonly subject?: string } = {},
): ConfirmationEvent => ({ id, type, actor: confirmationIds.officer, subject, body })

/** What leads somebody through the portal from import to the card in the mail. */
export const wholeWay: readonly ConfirmationEvent[] = [
  eventOf('confirmation.imported', importedBody),
  eventOf('confirmation.invited', { on, to: 'rana@example.org', answerBy: '2026-12-15' }),
  eventOf('confirmation.answered', { on, via: 'email', path: 'portal' }),
  eventOf('confirmation.account_created', { on, userName: 'rhaddad01', reused: false }),
  eventOf('confirmation.password_requested', { on, reason: 'first', by: 'email', validUntil: '2026-12-15' }),
  eventOf('confirmation.password_sent', { on, by: 'email', validUntil: '2026-12-15' }),
  eventOf('confirmation.signed_in', { on }),
  eventOf('confirmation.presence_declared', { on, via: 'portal', inCanada: true }),
  eventOf('confirmation.address_set', { on, via: 'portal', home: ottawa, card: 'home' }),
  eventOf('photo.submitted', { on } as EventBody<'photo.submitted'>),
  eventOf('photo.approved', { on }),
  eventOf('confirmation.confirmed', { on, notInadmissible: { checked: true, source: 'GCMS' }, passport: 'agrees' }),
  eventOf('confirmation.ecopr_issued', {
    on,
    number: 'P000000001',
    language: 'both',
    pdf: 'a'.repeat(64),
    availableUntil: '2026-12-31',
  }),
  eventOf('confirmation.ecopr_downloaded', { on, via: 'portal' }),
  eventOf('confirmation.card_ordered', {
    on,
    batch: confirmationIds.batch,
    line: 1,
    photo: confirmationIds.officer,
    address: ottawa,
    dueOn: '2026-12-08',
  }),
  eventOf('confirmation.card_acknowledged', { on, batch: confirmationIds.batch, accepted: true }),
  eventOf('confirmation.card_produced', { on }),
  eventOf('confirmation.card_mailed', { on }),
]

const whom = {
  about: { kind: 'confirmation', id: confirmationIds.batch },
  kind: 'confirmation_interview',
} as const satisfies Pick<EventBody<'appointment.booked'>, 'about' | 'kind'>
const slot: EventBody<'appointment.booked'>['slot'] = {
  ...{ date: '2026-12-14', time: '09:30', minutes: 30, mode: 'in_person', place: 'Room 1, 365 Laurier Avenue West' },
  ...{ officer: confirmationIds.officer, room: null, interpreter: null },
}
const inCalendar = { subject: 'appointment-1' }

/** The interview in the calendar. */
const appointmentEvents: readonly ConfirmationEvent[] = [
  eventOf('appointment.booked', { office: confirmationIds.office, ...whom, slot, was: [], by: 'office' }, inCalendar),
  eventOf(
    'appointment.moved',
    { ...whom, slot: { ...slot, time: '10:00' }, was: [slot], by: 'office', reason: 'strike' },
    inCalendar,
  ),
  eventOf('appointment.cancelled', { ...whom, was: [slot], by: 'office', reason: 'officer away' }, inCalendar),
  eventOf('appointment.attendance_noted', { ...whom, was: [slot], attendance: 'no_show' }, inCalendar),
  eventOf('appointment.attendance_noted', { ...whom, was: [slot], attendance: 'attended' }, inCalendar),
  eventOf('appointment.attendance_withdrawn', { ...whom, slot, reason: 'was in the hall' }, inCalendar),
]

const sentPicture = { sha256: 'b'.repeat(64), size: 1000, mime: 'image/jpeg', name: 'me.jpg' } as const

/** Everything else that can happen on the way, in any order. */
export const byTheWay: readonly ConfirmationEvent[] = [
  eventOf('confirmation.family_linked', { family: confirmationIds.batch, role: 'child', reason: 'same file' }),
  eventOf('confirmation.corrected', {
    fields: { familyName: 'Hadad' },
    was: { familyName: 'Haddad' },
    reason: 'misread',
  }),
  eventOf('confirmation.photos_joined', { application: confirmationIds.batch }),
  eventOf('confirmation.reminded', { on, to: 'rana@example.org', number: 1, answerBy: '2026-12-22' }),
  eventOf('confirmation.invitation_posted', { on, answerBy: '2026-12-31' }),
  eventOf('confirmation.answered', { on, via: 'phone', path: 'assisted', why: 'no computer' }),
  eventOf('confirmation.presence_declared', { on, via: 'portal', inCanada: false, returnOn: '2026-12-20' }),
  eventOf('confirmation.address_set', { on, via: 'portal', home: lyon, card: 'home' }),
  eventOf('confirmation.address_set', { on, via: 'portal', home: lyon, mailing: ottawa, card: 'mailing' }),
  eventOf('confirmation.photo_sent', { on, photo: confirmationIds.batch, file: sentPicture }),
  eventOf('confirmation.photo_refused', { on, photo: confirmationIds.batch, code: 'photo.truncated', params: {} }),
  eventOf('photo.submitted', { on } as EventBody<'photo.submitted'>, { subject: 'photo-2' }),
  eventOf('photo.returned', { on } as EventBody<'photo.returned'>),
  eventOf('photo.approved', { on }, { subject: 'photo-2' }),
  eventOf('photo.decision_undone', { decision: confirmationIds.batch }),
  eventOf('photo.reopened', { decision: confirmationIds.batch, reason: 'wrong person' }),
  eventOf('confirmation.interview_required', { on, why: 'identity' }),
  eventOf('confirmation.interview_set', {
    on,
    interview: { date: '2026-12-14', time: '09:30', minutes: 60, place: '365 Laurier Avenue West' },
  }),
  eventOf('confirmation.interview_set', { on, interview: null }),
  eventOf('confirmation.interview_held', { on, outcome: 'resumed' }),
  eventOf('confirmation.interview_held', { on, outcome: 'not_satisfied' }),
  eventOf('confirmation.interview_held', { on, outcome: 'no_show' }),
  ...appointmentEvents,
  eventOf('confirmation.residence_set_aside', { on, reason: 'another person' }),
  eventOf('confirmation.ecopr_withdrawn', { on, number: 'P000000001', reason: 'wrong name' }),
  eventOf('confirmation.ecopr_renewed', { on, availableUntil: '2027-01-31' }),
  eventOf('confirmation.card_held', { on, file: confirmationIds.batch, reason: 'moved' }),
  eventOf('confirmation.card_redirected', {
    on,
    file: confirmationIds.batch,
    address: { ...ottawa, province: 'ON', country: 'CAN' },
  }),
  eventOf('confirmation.card_acknowledged', { on, batch: confirmationIds.batch, accepted: false, reason: 'name' }),
  eventOf('confirmation.card_returned', { on, why: 'moved' }),
  eventOf('confirmation.card_remailed', { on, address: ottawa }),
  eventOf('confirmation.contact_opened', { on, why: 'card_undelivered' }),
  eventOf('confirmation.contact_attempted', { on, via: 'phone', outcome: 'reached' }),
  eventOf('confirmation.contact_closed', { on, outcome: 'resolved' }),
  eventOf('confirmation.message_sent', { on, message: 'invitation', key: 'a', by: 'email', language: 'en' }),
  eventOf('confirmation.request_refused', { on, via: 'phone', request: 'renewal' }),
  eventOf('confirmation.closed', { on, why: 'withdrawn', reason: 'called' }),
  eventOf('confirmation.reopened', { on, reason: 'called again' }),
]

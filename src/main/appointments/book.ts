import {
  type AppointmentAbout,
  type AppointmentAction,
  type AppointmentKind,
  type AppointmentState,
  type Attendance,
  appointmentAllows,
  type NoShowOutcome,
  type Slot,
} from '../../shared/domain/appointments.ts'
import type { EventBody } from '../../shared/domain/catalogue.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { minuteIn } from '../../shared/rules/index.ts'
import { findClaim, type Officer, type Tools, today } from '../claims/tools.ts'
import { officeOf, settingsOf } from '../office/settings.ts'
import { query } from '../store/query.ts'
import type { Reader, Tx } from '../store/types.ts'
import { heldSlot, slotsHeld } from './office.ts'
import { waitingTogether } from './person.ts'
import { objectionsTo } from './propose.ts'

/**
 * Commands of appointments. A slot is checked against all that this desk knows; another desk may have taken it
 * meanwhile, and then the central gives it to whoever came first (shared/sync/guarded.ts).
 */

interface Whom {
  readonly about: AppointmentAbout
  readonly kind: AppointmentKind
}
type By = 'office' | 'claimant'

/** Asks for an appointment: it stands in the queue of what is to be scheduled. */
export function requestAppointment(
  tools: Tools,
  officer: Officer,
  { reason, ...whom }: Whom & { reason?: string | undefined },
): Result<Uuid> {
  return tools.store.transact({ actor: officer.id }, (tx) => {
    const known = isKnown(tx, whom.about)
    if (!known.ok) return known
    if (openOf(tx, whom)) return fail('appointments.already_open')
    const id = tx.newId()
    const body = { office: officeOf(tx).id, ...whom, ...(reason ? { reason } : {}) }
    tx.append({ subject: { kind: 'appointment', id }, type: 'appointment.requested', body })
    return ok(id)
  })
}

/** Books one slot for one person. */
export function bookAppointment(tools: Tools, officer: Officer, asked: Whom & { slot: Slot }): Result<Uuid> {
  return tools.store.transact({ actor: officer.id }, (tx) => book(tools, tx, asked, asked.slot))
}

/** Books a proposal: one slot for each of the family who waits for the same, all of them or none. */
export function acceptProposal(
  tools: Tools,
  officer: Officer,
  { slots, ...whom }: Whom & { slots: readonly Slot[] },
): Result<Uuid[]> {
  return tools.store.transact({ actor: officer.id }, (tx) => {
    const people = waitingTogether(tx, whom.about, whom.kind)
    if (people.length !== slots.length) return fail('appointments.not_in_this_state')
    const booked: Uuid[] = []
    for (const [i, about] of people.entries()) {
      const done = book(tools, tx, { about, kind: whom.kind }, slots[i] as Slot)
      if (!done.ok) return done
      booked.push(done.value)
    }
    return ok(booked)
  })
}

/** Holds up to three slots for the person to choose from, for as many hours as the office allows. */
export function offerSlots(
  tools: Tools,
  officer: Officer,
  { slots, ...whom }: Whom & { slots: readonly Slot[] },
): Result<Uuid> {
  return tools.store.transact({ actor: officer.id }, (tx) => {
    const known = isKnown(tx, whom.about)
    if (!known.ok) return known
    for (const slot of slots) {
      const refused = refusal(tools, tx, whom, slot)
      if (refused) return refused
    }
    const open = openOf(tx, whom)
    if (open && !appointmentAllows(open.state, 'offer')) return fail('appointments.already_open')
    const id = open?.id ?? tx.newId()
    const until = new Date(tx.now + settingsOf(tx).offerHoldHours * hourMs).toISOString()
    const body = { office: officeOf(tx).id, ...whom, slots: [...slots], until }
    tx.append({ subject: { kind: 'appointment', id }, type: 'appointment.offered', body })
    return ok(id)
  })
}

/** Takes an offer back, or notes that none of it suits. */
export const endOffer = (
  tools: Tools,
  officer: Officer,
  { id, why, reason }: { id: Uuid; why: 'withdrawn' | 'declined'; reason?: string | undefined },
): Result<Uuid> =>
  inAppointment(tools, officer.id, id, 'end_offer', (tx, row) => {
    end(tx, row, why, reason)
    return ok(null)
  })

/** The person chose one of the slots offered. Errors: appointments.offer_lapsed. */
export const chooseSlot = (
  tools: Tools,
  officer: Officer,
  { id, nth, by }: { id: Uuid; nth: number; by: By },
): Result<Uuid> =>
  inAppointment(tools, officer.id, id, 'book', (tx, row) => {
    const was = slotsHeld(tx, row.id)
    const slot = was[nth]
    if (!slot) return fail('appointments.not_in_this_state')
    if (row.until !== null && row.until <= tx.now) return fail('appointments.offer_lapsed')
    const { about, kind } = row
    const body: EventBody<'appointment.booked'> = { office: officeOf(tx).id, about, kind, slot, was, by }
    tx.append({ subject: subjectOf(row), type: 'appointment.booked', body })
    return ok(null)
  })

/** Another time, officer, room or interpreter, with the reason. */
export const moveAppointment = (
  tools: Tools,
  officer: Officer,
  { id, slot, reason, by }: { id: Uuid; slot: Slot; reason: string; by: By },
): Result<Uuid> =>
  inAppointment(tools, officer.id, id, 'move', (tx, row) => {
    const { about, kind } = row
    const refused = refusal(tools, tx, row, slot, row.id)
    if (refused) return refused
    const body: EventBody<'appointment.moved'> = { about, kind, slot, was: slotsHeld(tx, row.id), by, reason }
    tx.append({ subject: subjectOf(row), type: 'appointment.moved', body })
    return ok(null)
  })

export const cancelAppointment = (
  tools: Tools,
  officer: Officer,
  { id, reason, by }: { id: Uuid; reason: string; by: By },
): Result<Uuid> =>
  inAppointment(tools, officer.id, id, 'cancel', (tx, row) => {
    cancel(tx, row, by, reason)
    return ok(null)
  })

/** Who came. Not before the appointment has begun. */
export const noteAttendance = (
  tools: Tools,
  officer: Officer,
  noted: { id: Uuid; attendance: Attendance; minutesLate?: number | undefined; note?: string | undefined },
): Result<Uuid> =>
  inAppointment(tools, officer.id, noted.id, 'note_attendance', (tx, row) => {
    const was = slotsHeld(tx, row.id)
    const [slot] = was
    const now = minuteIn(officeOf(tx).zone, tx.now)
    // Who is early is there; who is not there can still come.
    const begins = slot && `${slot.date}T${slot.time}`
    const early = noted.attendance === 'attended' ? slot && slot.date > now.slice(0, 10) : begins && begins > now
    if (early) return fail('appointments.too_early')
    const { about, kind } = row
    const { attendance, minutesLate, note } = noted
    const body: EventBody<'appointment.attendance_noted'> = {
      about,
      kind,
      was,
      attendance,
      ...(attendance === 'late' && minutesLate ? { minutesLate } : {}),
      ...(note ? { note } : {}),
    }
    tx.append({ subject: subjectOf(row), type: 'appointment.attendance_noted', body })
    return ok(null)
  })

/** What was noted of attendance was a mistake: the appointment stands as before. */
export const withdrawAttendance = (
  tools: Tools,
  officer: Officer,
  { id, reason }: { id: Uuid; reason: string },
): Result<Uuid> =>
  inAppointment(tools, officer.id, id, 'withdraw_attendance', (tx, row) => {
    const slot = bookedSlot(tx, row.id)
    if (!slot) return fail('appointments.not_in_this_state')
    const open = openOf(tx, row)
    if (open) return fail('appointments.already_open')
    const { about, kind } = row
    const body: EventBody<'appointment.attendance_withdrawn'> = { about, kind, slot, reason }
    tx.append({ subject: subjectOf(row), type: 'appointment.attendance_withdrawn', body })
    return ok(null)
  })

/** What a supervisor decides on a person who did not come. Nobody but the RPD declares a claim abandoned. */
export const reviewNoShow = (
  tools: Tools,
  officer: Officer,
  { id, outcome, reason }: { id: Uuid; outcome: NoShowOutcome; reason: string },
): Result<Uuid> =>
  inAppointment(tools, officer.id, id, 'review', (tx, row) => {
    const { about, kind } = row
    tx.append({ subject: subjectOf(row), type: 'appointment.no_show_reviewed', body: { about, kind, outcome, reason } })
    return ok(null)
  })

/**
 * Ends every offer whose time is over; gives how many. The desk does so by itself, and as often as it likes: an offer
 * that is ended is none any more.
 */
export function lapseOffers(tools: Tools, device: Uuid): Result<number> {
  const overdue = () =>
    query
      .selectFrom('appointment')
      .select('id')
      .where('state', '=', 'offered')
      .where('until_ms', '<=', tools.clock.now())
      .orderBy('until_ms')
      .limit(200)
  if (tools.store.all(overdue()).length === 0) return ok(0)
  return tools.store.transact({ actor: device }, (tx) => {
    const rows = tx.all(overdue())
    for (const { id } of rows) {
      const row = rowOf(tx, id)
      if (row) end(tx, row, 'lapsed')
    }
    return ok(rows.length)
  })
}

/** Gives up what is held for people who are about to be erased: afterwards nobody could. */
export function cancelForErasure(tx: Tx, appointments: readonly { readonly id: Uuid }[], law: string): void {
  for (const { id } of appointments) {
    const row = rowOf(tx, id)
    if (row && appointmentAllows(row.state, 'cancel')) cancel(tx, row, 'office', law)
  }
}

const hourMs = 3_600_000

interface Row extends Whom {
  readonly id: Uuid
  readonly state: AppointmentState
  readonly until: number | null
}

const subjectOf = ({ id }: Row) => ({ kind: 'appointment', id }) as const

function rowOf(reader: Reader, id: Uuid): Row | undefined {
  const row = reader.first(query.selectFrom('appointment').selectAll().where('id', '=', id))
  return (
    row && {
      id,
      state: row.state as AppointmentState,
      kind: row.kind as AppointmentKind,
      about: { kind: row.about_kind as AppointmentAbout['kind'], id: row.about_id },
      until: row.until_ms,
    }
  )
}

function bookedSlot(reader: Reader, id: Uuid): Slot | undefined {
  const row = reader.first(query.selectFrom('appointment').selectAll().where('id', '=', id))
  const { date, minute, minutes, mode, place } = row ?? {}
  if (!row || !date || minute === null || minute === undefined || !minutes || !mode || !place) return undefined
  return heldSlot({ ...row, date, minute, minutes, mode, place })
}

function inAppointment(
  tools: Tools,
  actor: Uuid,
  id: Uuid,
  action: AppointmentAction,
  work: (tx: Tx, row: Row) => Result<unknown>,
): Result<Uuid> {
  return tools.store.transact({ actor }, (tx) => {
    const row = rowOf(tx, id)
    if (!row) return fail('desk.not_found')
    if (!appointmentAllows(row.state, action)) return fail('appointments.not_in_this_state')
    const done = work(tx, row)
    return done.ok ? ok(id) : done
  })
}

/** The appointment of this kind that the person has open, requested ones among them. */
export function openOf(reader: Reader, { about, kind }: Whom): { id: Uuid; state: AppointmentState } | undefined {
  const row = reader.first(
    query
      .selectFrom('appointment')
      .select(['id', 'state'])
      .where('about_id', '=', about.id)
      .where('kind', '=', kind)
      .where('state', 'in', ['requested', 'offered', 'booked'])
      .orderBy('n', 'desc'),
  )
  return row && { id: row.id, state: row.state as AppointmentState }
}

const isKnown = (reader: Reader, { kind, id }: AppointmentAbout): Result<unknown> =>
  kind === 'claim' ? findClaim(reader, id) : ok(null)

function refusal(tools: Tools, tx: Tx, whom: Whom, slot: Slot, appointment?: Uuid): Result<never> | undefined {
  const [problem] = objectionsTo(tools, tx, whom, slot, appointment)
  if (problem) return fail(`appointments.${problem}`)
  const now = minuteIn(officeOf(tx).zone, tx.now)
  return slot.date === today(tools) && `${slot.date}T${slot.time}` < now ? fail('appointments.past') : undefined
}

function book(tools: Tools, tx: Tx, { about, kind }: Whom, slot: Slot): Result<Uuid> {
  const known = isKnown(tx, about)
  if (!known.ok) return known
  const open = openOf(tx, { about, kind })
  // An offer is answered by choosing from it.
  if (open && open.state !== 'requested') return fail('appointments.already_open')
  const refused = refusal(tools, tx, { about, kind }, slot)
  if (refused) return refused
  const id = open?.id ?? tx.newId()
  const body: EventBody<'appointment.booked'> = { office: officeOf(tx).id, about, kind, slot, was: [], by: 'office' }
  tx.append({ subject: { kind: 'appointment', id }, type: 'appointment.booked', body })
  return ok(id)
}

function end(tx: Tx, row: Row, why: EventBody<'appointment.offer_ended'>['why'], reason?: string): void {
  const { about, kind } = row
  const body = { about, kind, was: slotsHeld(tx, row.id), why, ...(reason ? { reason } : {}) }
  tx.append({ subject: subjectOf(row), type: 'appointment.offer_ended', body })
}

function cancel(tx: Tx, row: Row, by: By, reason: string): void {
  const { about, kind } = row
  const body = { about, kind, was: slotsHeld(tx, row.id), by, reason }
  tx.append({ subject: subjectOf(row), type: 'appointment.cancelled', body })
}

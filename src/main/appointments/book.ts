import { appointmentAllows, type Slot } from '../../shared/domain/appointments.ts'
import type { EventBody } from '../../shared/domain/catalogue.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { minuteIn } from '../../shared/rules/index.ts'
import { type Officer, type Tools, today } from '../claims/tools.ts'
import { officeOf, settingsOf } from '../office/settings.ts'
import { query } from '../store/query.ts'
import type { Tx } from '../store/types.ts'
import { tellOfInterview } from './of-confirmation.ts'
import { slotsHeld } from './office.ts'
import { waitingTogether } from './person.ts'
import { objectionsTo } from './propose.ts'
import {
  type AppointmentRow,
  type By,
  canBeCalled,
  cancelled,
  cancelOpen,
  inAppointment,
  openOf,
  rowOf,
  subjectOf,
  type Whom,
} from './rows.ts'

/**
 * Commands of appointments. A slot is checked against all that this desk knows; another desk may have taken it
 * meanwhile, and then the central gives it to whoever came first (shared/sync/guarded.ts).
 */

/** Asks for an appointment: it stands in the queue of what is to be scheduled. */
export function requestAppointment(
  tools: Tools,
  officer: Officer,
  { reason, ...whom }: Whom & { reason?: string | undefined },
): Result<Uuid> {
  return tools.store.transact({ actor: officer.id }, (tx) => {
    const known = canBeCalled(tx, whom)
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
    const known = canBeCalled(tx, whom)
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
    tellOfInterview(tx, about, slot, today(tools))
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
    const was = slotsHeld(tx, row.id)
    const body: EventBody<'appointment.moved'> = { about, kind, slot, was, by, reason }
    tx.append({ subject: subjectOf(row), type: 'appointment.moved', body })
    tellOfInterview(tx, about, slot, today(tools), was[0])
    return ok(null)
  })

export const cancelAppointment = (
  tools: Tools,
  officer: Officer,
  { id, reason, by }: { id: Uuid; reason: string; by: By },
): Result<Uuid> =>
  inAppointment(tools, officer.id, id, 'cancel', (tx, row) => {
    cancelled(tx, row, by, reason)
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

/** Erases every appointment of these people. What is held for them is given up first: afterwards nobody could. */
export function eraseAppointments(tx: Tx, people: readonly Uuid[], law: string): void {
  cancelOpen(tx, people, law)
  const appointments = tx.all(query.selectFrom('appointment').select('id').where('about_id', 'in', people))
  for (const { id } of appointments) {
    tx.append({ subject: { kind: 'appointment', id }, type: 'appointment.erased', body: { law } })
  }
}

const hourMs = 3_600_000

function refusal(tools: Tools, tx: Tx, whom: Whom, slot: Slot, appointment?: Uuid): Result<never> | undefined {
  const [problem] = objectionsTo(tools, tx, whom, slot, appointment)
  if (problem) return fail(`appointments.${problem}`)
  const now = minuteIn(officeOf(tx).zone, tx.now)
  return slot.date === today(tools) && `${slot.date}T${slot.time}` < now ? fail('appointments.past') : undefined
}

function book(tools: Tools, tx: Tx, { about, kind }: Whom, slot: Slot): Result<Uuid> {
  const known = canBeCalled(tx, { about, kind })
  if (!known.ok) return known
  const open = openOf(tx, { about, kind })
  // An offer is answered by choosing from it.
  if (open && open.state !== 'requested') return fail('appointments.already_open')
  const refused = refusal(tools, tx, { about, kind }, slot)
  if (refused) return refused
  const id = open?.id ?? tx.newId()
  const body: EventBody<'appointment.booked'> = { office: officeOf(tx).id, about, kind, slot, was: [], by: 'office' }
  tx.append({ subject: { kind: 'appointment', id }, type: 'appointment.booked', body })
  tellOfInterview(tx, about, slot, today(tools))
  return ok(id)
}

function end(tx: Tx, row: AppointmentRow, why: EventBody<'appointment.offer_ended'>['why'], reason?: string): void {
  const { about, kind } = row
  const by = why === 'declined' ? { by: 'office' as const } : {}
  const body = { about, kind, was: slotsHeld(tx, row.id), why, ...by, ...(reason ? { reason } : {}) }
  tx.append({ subject: subjectOf(row), type: 'appointment.offer_ended', body })
}

import type { AppointmentKind, PreferredTime, Slot } from '../../domain/appointments.ts'
import type { EventBody } from '../../domain/catalogue.ts'
import { appointmentKindWords } from '../../domain/timeline/appointments.ts'
import type { Bilingual } from '../../language.ts'
import type { PublicEvent } from './events.ts'

/** A time as its person is shown it: on the office's clock, and without who and what is held for it. */
export type ShownSlot = Pick<Slot, 'date' | 'time' | 'minutes' | 'mode' | 'place'>

export interface ShownAppointment {
  readonly appointment: string
  readonly kind: AppointmentKind
  readonly what: Bilingual
  /** Up to three times to choose from, by their place in this list, until an instant (ISO, UTC). */
  readonly offered?: { readonly slots: readonly ShownSlot[]; readonly until: string }
  readonly booked?: ShownSlot
  /** The person said that none of the times suited: the office looks for others. */
  readonly declined?: { readonly reason?: string; readonly preferred: readonly PreferredTime[] }
}

type Standing = ShownAppointment & {
  /** The slots of the offer, whole, and the event that made it: who chooses goes on from there. */
  readonly offer?: { readonly event: PublicEvent; readonly body: EventBody<'appointment.offered'> }
}

/** Appointments that are offered or booked now, or for which the person asked for other times; the oldest first. */
export function appointmentsOf(events: readonly PublicEvent[]): ShownAppointment[] {
  return standingOf(events).map(({ offer: _, ...shown }) => shown)
}

/** The offer that stands for an appointment. */
export const offerOf = (events: readonly PublicEvent[], appointment: string): Standing['offer'] =>
  standingOf(events).find((one) => one.appointment === appointment)?.offer

function standingOf(events: readonly PublicEvent[]): Standing[] {
  const standing = new Map<string, Standing>()
  for (const event of events) {
    const { type, subject, body } = event
    if (subject.kind !== 'appointment' || body === null) continue
    standing.delete(subject.id)
    const { kind } = body as EventBody<'appointment.cancelled'>
    const shown = { appointment: subject.id, kind, what: appointmentKindWords[kind] }
    if (type === 'appointment.offered') {
      const offer = body as EventBody<'appointment.offered'>
      const offered = { slots: offer.slots.map(shownSlot), until: offer.until }
      standing.set(subject.id, { ...shown, offered, offer: { event, body: offer } })
    }
    if (type === 'appointment.offer_ended') {
      const { by, why, reason, preferred = [] } = body as EventBody<'appointment.offer_ended'>
      // What an officer noted of a telephone call is written for officers.
      if (by === 'claimant' && why === 'declined')
        standing.set(subject.id, { ...shown, declined: { ...(reason ? { reason } : {}), preferred } })
    }
    if (bookedBy.has(type)) {
      const { slot } = body as EventBody<'appointment.booked'>
      standing.set(subject.id, { ...shown, booked: shownSlot(slot) })
    }
  }
  return [...standing.values()]
}

const bookedBy: ReadonlySet<string> = new Set([
  'appointment.booked',
  'appointment.moved',
  'appointment.attendance_withdrawn',
])

const shownSlot = ({ date, time, minutes, mode, place }: Slot): ShownSlot => ({ date, time, minutes, mode, place })

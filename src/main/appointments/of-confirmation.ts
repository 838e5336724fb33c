import type { AppointmentAbout, Slot } from '../../shared/domain/appointments.ts'
import type { Uuid } from '../../shared/ports.ts'
import { findConfirmation } from '../confirmations/rows.ts'
import { send } from '../confirmations/say.ts'
import type { Reader, Tx } from '../store/types.ts'
import { attended, cancelled, openOf, rowOf } from './rows.ts'

/** The interview of a confirmation of permanent residence: what calendar and confirmation tell each other. */

const kind = 'confirmation_interview'
const openInterview = (reader: Reader, id: Uuid) => {
  const open = openOf(reader, { about: { kind: 'confirmation', id }, kind })
  return open && rowOf(reader, open.id)
}

/**
 * The person is told of the time and place that were booked for them: each time anew when either changes, also back to
 * what it was. `was`: the slot that they were told of before.
 */
export function tellOfInterview(tx: Tx, about: AppointmentAbout, slot: Slot, on: string, was?: Slot): void {
  const { date, time, place } = slot
  if (was && was.date === date && was.time === time && was.place === place) return
  const person = about.kind === 'confirmation' ? findConfirmation(tx, about.id) : undefined
  if (!person?.ok) return
  const key = `interview ${date} ${time}`
  const before = person.value.facts.sent.filter((sent) => sent === key || sent.startsWith(`${key} `)).length
  send(tx, person.value, { message: 'interview', key: before > 0 ? `${key} ${before + 1}` : key, on })
}

/** An officer records the interview: the appointment that stands for it says who came. False where none is booked. */
export function noteInterviewHeld(tx: Tx, id: Uuid, attendance: 'attended' | 'no_show', note?: string): boolean {
  const row = openInterview(tx, id)
  if (row?.state !== 'booked') return false
  attended(tx, row, { attendance, note: note?.slice(0, 500) })
  return true
}

/** The confirmation is over: nobody is called to an interview any more. */
export function cancelInterview(tx: Tx, id: Uuid, reason: string): void {
  const row = openInterview(tx, id)
  if (row) cancelled(tx, row, 'office', reason)
}

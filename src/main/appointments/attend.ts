import type { Attendance, NoShowOutcome } from '../../shared/domain/appointments.ts'
import type { EventBody } from '../../shared/domain/catalogue.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { minuteIn } from '../../shared/rules/index.ts'
import type { Officer, Tools } from '../claims/tools.ts'
import { officeOf } from '../office/settings.ts'
import { isUnreachable } from '../portal/reach.ts'
import { slotsHeld } from './office.ts'
import { attended, bookedSlot, inAppointment, openOf, subjectOf } from './rows.ts'

/** Commands of the day itself: who came, and what becomes of whoever did not. */

/** Who came. Not before the appointment has begun. */
export const noteAttendance = (
  tools: Tools,
  officer: Officer,
  noted: { id: Uuid; attendance: Attendance; minutesLate?: number | undefined; note?: string | undefined },
): Result<Uuid> =>
  inAppointment(tools, officer.id, noted.id, 'note_attendance', (tx, row) => {
    const [slot] = slotsHeld(tx, row.id)
    const now = minuteIn(officeOf(tx).zone, tx.now)
    // Who is early is there; who is not there can still come.
    const begins = slot && `${slot.date}T${slot.time}`
    const early = noted.attendance === 'attended' ? slot && slot.date > now.slice(0, 10) : begins && begins > now
    if (early) return fail('appointments.too_early')
    attended(tx, row, noted)
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
    // A notice that reached nobody was not served: nobody is held to it.
    if (outcome === 'referred_to_enforcement' && about.kind === 'claim' && isUnreachable(tx, about.id))
      return fail('appointments.not_served')
    tx.append({ subject: subjectOf(row), type: 'appointment.no_show_reviewed', body: { about, kind, outcome, reason } })
    return ok(null)
  })

import {
  type AppointmentAbout,
  type AppointmentAction,
  type AppointmentKind,
  type AppointmentState,
  appointmentAllows,
  type Slot,
} from '../../shared/domain/appointments.ts'
import type { EventBody } from '../../shared/domain/catalogue.ts'
import { objection } from '../../shared/domain/confirmation/table.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { findClaim, type Tools } from '../claims/tools.ts'
import { findConfirmation } from '../confirmations/rows.ts'
import { query } from '../store/query.ts'
import type { Reader, Tx } from '../store/types.ts'
import { heldSlot, slotsHeld } from './office.ts'
import { aboutOf } from './person.ts'

/** One appointment as its commands read it, and whom it is for. */

export interface Whom {
  readonly about: AppointmentAbout
  readonly kind: AppointmentKind
}
export type By = 'office' | 'claimant'

export interface AppointmentRow extends Whom {
  readonly id: Uuid
  readonly state: AppointmentState
  readonly until: number | null
}

export const subjectOf = ({ id }: Pick<AppointmentRow, 'id'>) => ({ kind: 'appointment', id }) as const

export function rowOf(reader: Reader, id: Uuid): AppointmentRow | undefined {
  const row = reader.first(query.selectFrom('appointment').selectAll().where('id', '=', id))
  return (
    row && {
      id,
      state: row.state as AppointmentState,
      kind: row.kind as AppointmentKind,
      about: aboutOf(row),
      until: row.until_ms,
    }
  )
}

/** The slot of a booked appointment, and of one that somebody came to. */
export function bookedSlot(reader: Reader, id: Uuid): Slot | undefined {
  const row = reader.first(query.selectFrom('appointment').selectAll().where('id', '=', id))
  const { date, minute, minutes, mode, place } = row ?? {}
  if (!row || !date || minute === null || minute === undefined || !minutes || !mode || !place) return undefined
  return heldSlot({ ...row, date, minute, minutes, mode, place })
}

/** Runs a command on one appointment if its state allows the action, in one transaction. */
export function inAppointment(
  tools: Tools,
  actor: Uuid,
  id: Uuid,
  action: AppointmentAction,
  work: (tx: Tx, row: AppointmentRow) => Result<unknown>,
): Result<Uuid> {
  return tools.store.transact({ actor }, (tx) => {
    const row = rowOf(tx, id)
    if (!row) return fail('desk.not_found')
    if (!appointmentAllows(row.state, action)) return fail('appointments.not_in_this_state')
    const known = freeing.has(action) ? ok(null) : canBeCalled(tx, row)
    if (!known.ok) return known
    const done = work(tx, row)
    return done.ok ? ok(id) : done
  })
}

/** What may be done though the person is not to be called any more. */
const freeing: ReadonlySet<AppointmentAction> = new Set(['end_offer', 'cancel', 'review'])

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

/** May somebody be called for this? A claim is called to anything of claims; a confirmation to the interview that an officer required. */
export function canBeCalled(reader: Reader, { about, kind }: Whom): Result<unknown> {
  if ((about.kind === 'confirmation') !== (kind === 'confirmation_interview')) return fail('desk.not_found')
  if (about.kind === 'claim') {
    const claim = findClaim(reader, about.id)
    // Another office has it, and calls the person itself.
    return claim.ok && claim.value.state === 'moved' ? fail('claims.moved_elsewhere') : claim
  }
  const person = findConfirmation(reader, about.id)
  const against = person.ok && objection(person.value.state, 'book_interview')
  return against ? fail(against) : person
}

/** Gives up whatever an appointment holds; its person is called no more. */
export function cancelled(tx: Tx, row: AppointmentRow, by: By, reason: string): void {
  const { about, kind } = row
  const body: EventBody<'appointment.cancelled'> = { about, kind, was: slotsHeld(tx, row.id), by, reason }
  tx.append({ subject: subjectOf(row), type: 'appointment.cancelled', body })
}

/** Gives up every appointment that these people have open: nobody expects them any more. */
export function cancelOpen(tx: Tx, people: readonly Uuid[], reason: string): void {
  for (const { id } of tx.all(query.selectFrom('appointment').select('id').where('about_id', 'in', people))) {
    const row = rowOf(tx, id)
    if (row && appointmentAllows(row.state, 'cancel')) cancelled(tx, row, 'office', reason)
  }
}

/** Who came, as it was seen. */
export function attended(
  tx: Tx,
  row: AppointmentRow,
  {
    attendance,
    minutesLate,
    note,
  }: Pick<EventBody<'appointment.attendance_noted'>, 'attendance'> & {
    readonly minutesLate?: number | undefined
    readonly note?: string | undefined
  },
): void {
  const { about, kind } = row
  const body: EventBody<'appointment.attendance_noted'> = {
    about,
    kind,
    was: slotsHeld(tx, row.id),
    attendance,
    ...(attendance === 'late' && minutesLate ? { minutesLate } : {}),
    ...(note ? { note } : {}),
  }
  tx.append({ subject: subjectOf(row), type: 'appointment.attendance_noted', body })
}

import {
  type Absence,
  type AppointmentKind,
  type Slot,
  type Spoken,
  timeOf,
  usualHours,
  type WeeklyHours,
} from '../../shared/domain/appointments.ts'
import { type Action, may } from '../../shared/domain/authority.ts'
import type { Bookable, Hold, OwnDays, SchedulingOffice } from '../../shared/rules/index.ts'
import { officerRow } from '../claims/tools.ts'
import { officeOf } from '../office/settings.ts'
import { query } from '../store/query.ts'
import type { Reader } from '../store/types.ts'

/** What the office can book, and what is taken, as the finder of slots takes it. */

/** Of the days between two dates, both included; without what one appointment holds. */
export function schedulingOffice(
  reader: Reader,
  kind: AppointmentKind,
  { from, to, except }: { from: string; to: string; except?: string | undefined },
): SchedulingOffice {
  return {
    zone: officeOf(reader).zone,
    ownDays: ownDaysOf(reader),
    officers: officersWithHours(reader, kind),
    rooms: reader
      .all(query.selectFrom('room').selectAll().where('active', '=', 1).orderBy('n'))
      .map(({ id, place, accessible, ...row }) => ({ id, place, accessible: accessible === 1, ...whenOf(row) })),
    interpreters: reader
      .all(query.selectFrom('interpreter').selectAll().where('active', '=', 1).orderBy('n'))
      .map(({ id, languages, ...row }) => ({ id, languages: JSON.parse(languages) as Spoken[], ...whenOf(row) })),
    holds: holdsBetween(reader, from, to, except),
  }
}

export const ownDaysOf = (reader: Reader): OwnDays =>
  new Map(
    reader.all(query.selectFrom('office_day').select(['date', 'open'])).map(({ date, open }) => [date, open === 1]),
  )

export interface OfficerHours extends Bookable {
  readonly name: string
  /** Nobody set them. */
  readonly usual: boolean
}

/**
 * Officers who conduct such an appointment, or any, with their hours; without any of their own, the usual ones. Whoever
 * may confirm permanent residence sees the person whom they are to be satisfied of.
 */
export function officersWithHours(reader: Reader, kind?: AppointmentKind): OfficerHours[] {
  const actions: readonly Action[] =
    kind === undefined
      ? ['interview.conduct', 'confirmation.decide']
      : [kind === 'confirmation_interview' ? 'confirmation.decide' : 'interview.conduct']
  const office = officeOf(reader).id
  return reader
    .all(
      query
        .selectFrom('officer')
        .leftJoin('officer_hours', 'officer_hours.officer', 'officer.id')
        .selectAll('officer')
        .select(['hours', 'away'])
        .orderBy('display_name')
        .orderBy('id'),
    )
    .filter((row) => actions.some((action) => may({ ...officerRow(row), office }, action, { office }).allowed))
    .map(({ id, display_name: name, hours, away }) => ({
      id,
      name,
      usual: hours === null,
      ...(hours === null || away === null ? { hours: usualHours, away: [] } : whenOf({ hours, away })),
    }))
}

export const whenOf = ({ hours, away }: { hours: string; away: string }) => ({
  hours: JSON.parse(hours) as WeeklyHours,
  away: JSON.parse(away) as Absence[],
})

/** Everything held between two days. */
function holdsBetween(reader: Reader, from: string, to: string, except?: string): Hold[] {
  return reader
    .all(query.selectFrom('appointment_hold').selectAll().where('date', '>=', from).where('date', '<=', to))
    .filter(({ appointment }) => appointment !== except)
    .map(({ date, minute, minutes, officer, room, interpreter }) => ({
      date,
      from: minute,
      to: minute + minutes,
      resources: [officer, room, interpreter].filter((each) => each !== null),
    }))
}

/** The slots that an appointment holds, in the order in which they were offered. */
export const slotsHeld = (reader: Reader, appointment: string): Slot[] =>
  reader
    .all(query.selectFrom('appointment_hold').selectAll().where('appointment', '=', appointment).orderBy('nth'))
    .map(heldSlot)

/** A row of `appointment_hold`, or of an appointment with its slot. */
export const heldSlot = (row: {
  date: string
  minute: number
  minutes: number
  mode: string
  officer: string | null
  room: string | null
  interpreter: string | null
  place: string
}): Slot => ({
  date: row.date,
  time: timeOf(row.minute),
  minutes: row.minutes,
  mode: row.mode as Slot['mode'],
  officer: row.officer,
  room: row.room,
  interpreter: row.interpreter,
  place: row.place,
})

/** The eligibility interview that a claim has booked. */
export function bookedInterview(reader: Reader, claimId: string): Slot | undefined {
  const row = reader.first(
    query
      .selectFrom('appointment_hold')
      .innerJoin('appointment', 'appointment.id', 'appointment_hold.appointment')
      .selectAll('appointment_hold')
      .where('about_id', '=', claimId)
      .where('kind', '=', 'eligibility_interview')
      .where('state', '=', 'booked'),
  )
  return row && heldSlot(row)
}

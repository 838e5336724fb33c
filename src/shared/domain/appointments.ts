import { z } from 'zod'
import { plainDate, text } from './field-types.ts'

/**
 * Appointments: what an office books for a person, and with what. One lasts a number of quarter hours, on the office's
 * own clock; every room, officer and interpreter has at most one in each of them.
 */

export const appointmentKinds = ['eligibility_interview', 'biometrics', 'medical', 'confirmation_interview'] as const
/** `medical`: with a panel physician, outside the office; it takes no room and nobody of the office. */
export type AppointmentKind = (typeof appointmentKinds)[number]

export const appointmentModes = ['in_person', 'video'] as const
export type AppointmentMode = (typeof appointmentModes)[number]

export const appointmentStates = ['requested', 'offered', 'booked', 'attended', 'late', 'no_show', 'cancelled'] as const
/**
 * `requested`: to be scheduled. `offered`: up to three slots are held for the person to choose from. `attended`, `late`,
 * `no_show`: what was seen on the day. Only the RPD can declare a claim abandoned (IRPA s. 168): a no-show is noted.
 */
export type AppointmentState = (typeof appointmentStates)[number]

export type AppointmentAction =
  | 'offer'
  | 'end_offer'
  | 'book'
  | 'move'
  | 'cancel'
  | 'note_attendance'
  | 'withdraw_attendance'
  | 'review'

const byState: Readonly<Record<AppointmentState, readonly AppointmentAction[]>> = {
  requested: ['offer', 'book', 'cancel'],
  offered: ['end_offer', 'book', 'cancel'],
  booked: ['move', 'cancel', 'note_attendance'],
  attended: ['withdraw_attendance'],
  late: ['withdraw_attendance'],
  no_show: ['withdraw_attendance', 'review'],
  cancelled: [],
}
/** May this be done to an appointment in this state? */
export const appointmentAllows = (state: AppointmentState, action: AppointmentAction): boolean =>
  byState[state].includes(action)

export const attendances = ['attended', 'late', 'no_show'] as const
export type Attendance = (typeof attendances)[number]

/** What a supervisor decides on a person who did not come: call them once more, accept the reason, or leave it to enforcement (IRPR s. 228(1)(c)). */
export const noShowOutcomes = ['second_notice', 'excused', 'referred_to_enforcement'] as const
export type NoShowOutcome = (typeof noShowOutcomes)[number]

/** Every appointment begins and ends on a quarter hour. */
export const quarter = 15
export const clock = z.string().regex(/^([01]\d|2[0-3]):(00|15|30|45)$/)
export const minutesLong = z
  .number()
  .int()
  .min(quarter)
  .max(480)
  .refine((minutes) => minutes % quarter === 0)

/** `09:45` as minutes since midnight, and back. */
export const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
export const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** When somebody or something can be booked: by weekday, 1 for Monday to 7 for Sunday; a day that is not named is free. */
export const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const
const span = z.object({ from: clock, to: clock }).refine(({ from, to }) => from < to, { message: 'to', path: ['to'] })
export const weeklyHours = z.partialRecord(z.enum(weekdays), z.array(span).max(3))
export type WeeklyHours = z.infer<typeof weeklyHours>

/** Days on which an officer, interpreter or room is not there, the last one included. */
const absence = z
  .object({ from: plainDate, to: plainDate })
  .refine(({ from, to }) => from <= to, { message: 'to', path: ['to'] })
export const absences = z.array(absence).max(60)
export type Absence = z.infer<typeof absence>

/** A language that an interpreter works in. No dialects: any of them. */
export const spoken = z.object({
  language: z.string().regex(/^[a-z]{2,3}$/),
  dialects: z.array(text(60)).max(20),
})
export type Spoken = z.infer<typeof spoken>

/** When, how, and with what: `officer`, `room` and `interpreter` are held for it. Times are the office's. */
export const slot = z.object({
  date: plainDate,
  time: clock,
  minutes: minutesLong,
  mode: z.enum(appointmentModes),
  officer: z.uuid().nullable(),
  room: z.uuid().nullable(),
  interpreter: z.uuid().nullable(),
  /** The address, or how to join, as it should be read. */
  place: text(200),
})
export type Slot = z.infer<typeof slot>

/** When a person could come instead, on the office's clock. */
const dayParts = ['morning', 'afternoon', 'any'] as const
export const preferredTime = z.strictObject({ date: plainDate, part: z.enum(dayParts) })
export type PreferredTime = z.infer<typeof preferredTime>

/** Whom it is for: a claim, or a confirmation of permanent residence. */
export const appointmentAbout = z.object({ kind: z.enum(['claim', 'confirmation']), id: z.uuid() })
export type AppointmentAbout = z.infer<typeof appointmentAbout>

/** How long each kind takes where nobody says otherwise. */
export const usualMinutes: Readonly<Record<AppointmentKind, number>> = {
  eligibility_interview: 90,
  biometrics: 30,
  medical: 60,
  confirmation_interview: 30,
}

/** Hours of the office where none were set: weekdays, half past eight to half past four. */
export const usualHours: WeeklyHours = Object.fromEntries(
  ['1', '2', '3', '4', '5'].map((day) => [day, [{ from: '08:30', to: '16:30' }]]),
)

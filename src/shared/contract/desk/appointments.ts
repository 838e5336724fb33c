import { z } from 'zod'
import {
  absences,
  appointmentAbout,
  appointmentKinds,
  appointmentModes,
  attendances,
  noShowOutcomes,
  slot,
  spoken,
  weeklyHours,
} from '../../domain/appointments.ts'
import { plainDate, text } from '../../domain/field-types.ts'
import type * as v from '../views.ts'
import { call, cursor, id, limit, reason } from './call.ts'

const kind = z.enum(appointmentKinds)
const whom = { about: appointmentAbout, kind }
const by = z.enum(['office', 'claimant']).default('office')
const hours = { hours: weeklyHours, away: absences }

/** Appointments and what the office can book for them. */
export const appointmentsContract = {
  appointments: {
    /** The day, its week from Monday on, or what comes in the four weeks after it. */
    calendar: call<v.CalendarView>().takes({
      date: plainDate,
      view: z.enum(['day', 'week', 'agenda']),
      officer: id.optional(),
    }),
    queue: call<v.ScheduleQueueView>().takes({ after: cursor, limit }),
    /** Up to three times that suit the person, and the family that waits with them. */
    proposals: call<v.SlotProposals>().takes({ ...whom, mode: z.enum(appointmentModes).default('in_person') }),
    of: call<v.AppointmentView[]>().takes({ about: appointmentAbout }),

    request: call<v.AppointmentView>().takes({ ...whom, reason: reason.optional() }),
    /** Books a proposal as it was shown: one slot a member of the family, in their order. */
    accept: call<v.AppointmentView[]>().takes({ ...whom, slots: z.array(slot).min(1).max(40) }),
    book: call<v.AppointmentView>().takes({ ...whom, slot }),
    offer: call<v.AppointmentView>().takes({ ...whom, slots: z.array(slot).min(1).max(3) }),
    endOffer: call<v.AppointmentView>().takes({
      appointmentId: id,
      why: z.enum(['withdrawn', 'declined']),
      reason: reason.optional(),
    }),
    /** The person chose one of the slots offered, 0 to 2. */
    choose: call<v.AppointmentView>().takes({ appointmentId: id, nth: z.number().int().min(0).max(2), by }),
    move: call<v.AppointmentView>().takes({ appointmentId: id, slot, reason, by }),
    cancel: call<v.AppointmentView>().takes({ appointmentId: id, reason, by }),
    attendance: call<v.AppointmentView>().takes({
      appointmentId: id,
      attendance: z.enum(attendances),
      minutesLate: z.number().int().min(1).max(480).optional(),
      note: text(500).optional(),
    }),
    withdrawAttendance: call<v.AppointmentView>().takes({ appointmentId: id, reason }),
    review: call<v.AppointmentView>().takes({ appointmentId: id, outcome: z.enum(noShowOutcomes), reason }),
  },

  roster: {
    view: call<v.RosterView>().takesNothing(),
    /** Without an id: a new one. */
    setRoom: call<v.RosterView>().takes({
      roomId: id.optional(),
      name: text(80),
      place: text(200),
      accessible: z.boolean(),
      active: z.boolean(),
      ...hours,
    }),
    setInterpreter: call<v.RosterView>().takes({
      interpreterId: id.optional(),
      name: text(100),
      languages: z.array(spoken).min(1).max(20),
      active: z.boolean(),
      ...hours,
    }),
    setHours: call<v.RosterView>().takes({ officerId: id, ...hours }),
    /** `open` null: as the calendar of federal offices says. */
    setDay: call<v.RosterView>().takes({
      date: plainDate,
      open: z.boolean().nullable(),
      name: z.object({ en: text(80), fr: text(80) }).optional(),
    }),
  },
}

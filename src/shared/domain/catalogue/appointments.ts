import { z } from 'zod'
import {
  absences,
  appointmentAbout,
  appointmentKinds,
  attendances,
  noShowOutcomes,
  preferredTime,
  slot,
  spoken,
  weeklyHours,
} from '../appointments.ts'
import { plainDate, text } from '../field-types.ts'
import { bilingual, type EventType, erasure, reason, uuid } from './event-type.ts'

/**
 * Events: rooms, hours and interpreters of the office, and appointments. What an appointment gives up stands in each
 * event as `was`, so that whoever places it in the stream knows without a table what becomes free.
 */

const roster = { version: 1, visibility: 'internal' } as const
const appointment = { version: 1, about: 'appointment', visibility: 'public' } as const
const by = z.enum(['office', 'claimant'])
const was = z.array(slot).max(3)
/** Whom it is for goes along: one claim has one open appointment of a kind. */
const about = { about: appointmentAbout, kind: z.enum(appointmentKinds) }

export const appointmentEvents = {
  'room.set': {
    ...roster,
    about: 'room',
    body: z.object({
      office: uuid,
      name: text(80),
      /** The address as it should be read on a notice. */
      place: text(200),
      /** Reached and used in a wheelchair. */
      accessible: z.boolean(),
      hours: weeklyHours,
      away: absences,
      /** False: not used any more. */
      active: z.boolean(),
    }),
  },
  'interpreter.set': {
    ...roster,
    about: 'interpreter',
    body: z.object({
      office: uuid,
      name: text(100),
      languages: z.array(spoken).min(1).max(20),
      hours: weeklyHours,
      away: absences,
      active: z.boolean(),
    }),
  },
  'officer.hours_set': { ...roster, about: 'officer', body: z.object({ hours: weeklyHours, away: absences }) },
  /** A day on which the office is closed though the calendar says open, or open though it says closed; null: as the calendar says. */
  'office.day_set': {
    ...roster,
    about: 'office',
    body: z.object({ date: plainDate, open: z.boolean().nullable(), name: bilingual.optional() }),
  },

  /** Somebody asks for one: it stands in the queue of what is to be scheduled. */
  'appointment.requested': {
    ...appointment,
    visibility: 'internal',
    body: z.object({ office: uuid, ...about, reason: reason.optional() }),
  },
  /** Slots are held for the person until an instant (ISO, UTC). */
  'appointment.offered': {
    ...appointment,
    body: z.object({ office: uuid, ...about, slots: z.array(slot).min(1).max(3), until: z.iso.datetime() }),
  },
  'appointment.offer_ended': {
    ...appointment,
    body: z.object({
      ...about,
      was,
      why: z.enum(['lapsed', 'withdrawn', 'declined']),
      reason: reason.optional(),
      /** Declined: who says that none of the times suits, and when the person could come instead. */
      by: by.optional(),
      preferred: z.array(preferredTime).max(5).optional(),
    }),
  },
  'appointment.booked': { ...appointment, body: z.object({ office: uuid, ...about, slot, was, by }) },
  'appointment.moved': { ...appointment, body: z.object({ ...about, slot, was, by, reason }) },
  'appointment.cancelled': { ...appointment, body: z.object({ ...about, was, by, reason }) },
  'appointment.attendance_noted': {
    ...appointment,
    body: z.object({
      ...about,
      was,
      attendance: z.enum(attendances),
      minutesLate: z.number().int().min(1).max(480).optional(),
      note: text(500).optional(),
    }),
  },
  /** Noted by mistake. */
  'appointment.attendance_withdrawn': { ...appointment, body: z.object({ ...about, slot, reason }) },
  'appointment.no_show_reviewed': {
    ...appointment,
    visibility: 'internal',
    body: z.object({ ...about, outcome: z.enum(noShowOutcomes), reason }),
  },
  'appointment.erased': { ...appointment, visibility: 'restricted', erases: true, body: erasure },
} as const satisfies Record<string, EventType>

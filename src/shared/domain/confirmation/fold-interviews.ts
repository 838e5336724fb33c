import type { EventBody } from '../catalogue.ts'
import type { ConfirmationFacts } from './facts.ts'
import type { Step } from './fold.ts'

/** The interview that an officer requires: since there is a calendar, its times are those of the appointment booked in it. */
type OfInterview =
  | `confirmation.interview_${'required' | 'set' | 'held'}`
  | `appointment.${'booked' | 'moved' | 'cancelled' | 'attendance_noted' | 'attendance_withdrawn'}`

export const interviewSteps: { readonly [N in OfInterview]: Step<N> } = {
  'confirmation.interview_required': [
    'require_interview',
    ({ on, why, note }) => ({ interview: { state: 'required', why, note, requiredOn: on } }),
  ],
  'confirmation.interview_set': [
    'book_interview',
    ({ interview: planned }, { interview }) => ({
      interview: planned
        ? { ...interview, state: 'booked', planned }
        : { ...interview, state: 'required', planned: undefined },
    }),
  ],
  'confirmation.interview_held': [
    'record_interview',
    ({ on, outcome }, { interview }) => ({
      interview:
        outcome === 'no_show'
          ? { ...interview, state: 'required', planned: undefined, outcome, heldOn: on }
          : { ...interview, state: outcome, outcome, heldOn: on },
    }),
  ],
  'appointment.booked': ['book_interview', ({ slot }, facts, { subject }) => bookedAt(facts, slot, subject)],
  'appointment.moved': ['book_interview', ({ slot }, facts, { subject }) => bookedAt(facts, slot, subject)],
  'appointment.cancelled': [
    'book_interview',
    (_body, { interview }, { subject }) => ({
      interview: isPlanned(interview, subject) ? { ...interview, ...unplanned, state: 'required' } : interview,
    }),
  ],
  'appointment.attendance_noted': [
    'book_interview',
    ({ attendance, was }, { interview }, { subject }) => ({
      interview:
        attendance === 'no_show' && isPlanned(interview, subject)
          ? { ...interview, ...unplanned, state: 'required', outcome: 'no_show', heldOn: was[0]?.date }
          : interview,
    }),
  ],
  'appointment.attendance_withdrawn': [
    'book_interview',
    ({ slot }, facts, { subject }) => bookedAt(facts, slot, subject),
  ],
}

type Interview = ConfirmationFacts['interview']
const unplanned = { planned: undefined, appointment: undefined } as const

/** Another appointment's end does not undo the one that is booked: two desks may each have made one. */
const isPlanned = ({ appointment }: Interview, subject: string) => appointment === subject

function bookedAt(
  { interview }: ConfirmationFacts,
  { date, time, minutes, place }: EventBody<'appointment.booked'>['slot'],
  appointment: string,
): Pick<ConfirmationFacts, 'interview'> {
  const planned = { date, time, minutes, place }
  return { interview: { ...interview, state: 'booked', planned, appointment, outcome: undefined, heldOn: undefined } }
}

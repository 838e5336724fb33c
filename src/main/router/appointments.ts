import { ok, type Result } from '../../shared/result.ts'
import { noteAttendance, reviewNoShow, withdrawAttendance } from '../appointments/attend.ts'
import {
  acceptProposal,
  bookAppointment,
  cancelAppointment,
  chooseSlot,
  endOffer,
  moveAppointment,
  offerSlots,
  requestAppointment,
} from '../appointments/book.ts'
import { proposalView, scheduleQueue } from '../appointments/queue.ts'
import { rosterView, setInterpreter, setOfficeDay, setOfficerHours, setRoom } from '../appointments/roster.ts'
import { appointmentsOf, appointmentView, calendarView } from '../appointments/view.ts'
import type { Core } from '../seat/core.ts'
import { type Acting, allowed, note, os, withAllowed } from './calls.ts'

/** Appointments and the roster. A command answers with the appointment, or the roster, as it stands afterwards. */
export function appointmentRoutes(core: Core) {
  const view = () => allowed(core, 'interview.view')
  const schedule = () => allowed(core, 'interview.schedule')
  const set = () => allowed(core, 'roster.set')
  const after = ({ desk, officer }: Acting, done: Result<string>) =>
    done.ok ? appointmentView(desk.store, officer, done.value) : done
  const rosterAfter = ({ desk }: Acting, done: Result<unknown>) => (done.ok ? ok(rosterView(desk)) : done)
  const { appointments, roster } = os
  return {
    appointments: {
      calendar: appointments.calendar.handler(({ input, errors }) =>
        withAllowed(view(), errors, ({ desk, officer }) => ok(calendarView(desk, officer, input))),
      ),
      queue: appointments.queue.handler(({ input, errors }) =>
        withAllowed(view(), errors, ({ desk, officer }) => ok(scheduleQueue(desk, officer, input))),
      ),
      proposals: appointments.proposals.handler(({ input, errors }) =>
        withAllowed(schedule(), errors, ({ desk }) => proposalView(desk, input)),
      ),
      of: appointments.of.handler(({ input, errors }) =>
        withAllowed(view(), errors, (who) => {
          note(who, 'viewed', input.about)
          return ok(appointmentsOf(who.desk.store, who.officer, input.about))
        }),
      ),
      request: appointments.request.handler(({ input, errors }) =>
        withAllowed(schedule(), errors, (who) => after(who, requestAppointment(who.desk, who.officer, input))),
      ),
      accept: appointments.accept.handler(({ input, errors }) =>
        withAllowed(schedule(), errors, ({ desk, officer }) => {
          const booked = acceptProposal(desk, officer, input)
          if (!booked.ok) return booked
          const views = booked.value.flatMap((id) => {
            const one = appointmentView(desk.store, officer, id)
            return one.ok ? [one.value] : []
          })
          return ok(views)
        }),
      ),
      book: appointments.book.handler(({ input, errors }) =>
        withAllowed(schedule(), errors, (who) => after(who, bookAppointment(who.desk, who.officer, input))),
      ),
      offer: appointments.offer.handler(({ input, errors }) =>
        withAllowed(schedule(), errors, (who) => after(who, offerSlots(who.desk, who.officer, input))),
      ),
      endOffer: appointments.endOffer.handler(({ input: { appointmentId: id, ...rest }, errors }) =>
        withAllowed(schedule(), errors, (who) => after(who, endOffer(who.desk, who.officer, { id, ...rest }))),
      ),
      choose: appointments.choose.handler(({ input: { appointmentId: id, ...rest }, errors }) =>
        withAllowed(schedule(), errors, (who) => after(who, chooseSlot(who.desk, who.officer, { id, ...rest }))),
      ),
      move: appointments.move.handler(({ input: { appointmentId: id, ...rest }, errors }) =>
        withAllowed(schedule(), errors, (who) => after(who, moveAppointment(who.desk, who.officer, { id, ...rest }))),
      ),
      cancel: appointments.cancel.handler(({ input: { appointmentId: id, ...rest }, errors }) =>
        withAllowed(schedule(), errors, (who) => after(who, cancelAppointment(who.desk, who.officer, { id, ...rest }))),
      ),
      attendance: appointments.attendance.handler(({ input: { appointmentId: id, ...rest }, errors }) =>
        withAllowed(schedule(), errors, (who) => after(who, noteAttendance(who.desk, who.officer, { id, ...rest }))),
      ),
      withdrawAttendance: appointments.withdrawAttendance.handler(({ input: { appointmentId: id, reason }, errors }) =>
        withAllowed(schedule(), errors, (who) => after(who, withdrawAttendance(who.desk, who.officer, { id, reason }))),
      ),
      review: appointments.review.handler(({ input: { appointmentId: id, ...rest }, errors }) =>
        withAllowed(allowed(core, 'interview.review'), errors, (who) =>
          after(who, reviewNoShow(who.desk, who.officer, { id, ...rest })),
        ),
      ),
    },
    roster: {
      view: roster.view.handler(({ errors }) =>
        withAllowed(allowed(core, 'roster.view'), errors, ({ desk }) => ok(rosterView(desk))),
      ),
      setRoom: roster.setRoom.handler(({ input, errors }) =>
        withAllowed(set(), errors, (who) => rosterAfter(who, setRoom(who.desk, who.officer, input))),
      ),
      setInterpreter: roster.setInterpreter.handler(({ input, errors }) =>
        withAllowed(set(), errors, (who) => rosterAfter(who, setInterpreter(who.desk, who.officer, input))),
      ),
      setHours: roster.setHours.handler(({ input, errors }) =>
        withAllowed(set(), errors, (who) => rosterAfter(who, setOfficerHours(who.desk, who.officer, input))),
      ),
      setDay: roster.setDay.handler(({ input, errors }) =>
        withAllowed(set(), errors, (who) => rosterAfter(who, setOfficeDay(who.desk, who.officer, input))),
      ),
    },
  }
}

import { afterEach, beforeEach, expect, test } from 'vitest'
import { noteAttendance, withdrawAttendance } from '../../../src/main/appointments/attend.ts'
import {
  acceptProposal,
  bookAppointment,
  cancelAppointment,
  moveAppointment,
  requestAppointment,
} from '../../../src/main/appointments/book.ts'
import { proposalView, scheduleQueue } from '../../../src/main/appointments/queue.ts'
import { appointmentsOf } from '../../../src/main/appointments/view.ts'
import { confirmResidence } from '../../../src/main/confirmations/decide.ts'
import { photoApplicationOf } from '../../../src/main/confirmations/photo.ts'
import { findConfirmation } from '../../../src/main/confirmations/rows.ts'
import { workOn } from '../../../src/main/confirmations/work.ts'
import { orderErasure } from '../../../src/main/photos/review/erase-applicant.ts'
import type { Slot } from '../../../src/shared/domain/appointments.ts'
import { fail, ok, unwrap } from '../../../src/shared/result.ts'
import { family } from '../../support/confirmation-files.ts'
import { atTheCounter, furnish, slotAt } from '../appointments/support.ts'
import { type Office, openOffice } from '../claims/support.ts'
import { does, importAll, personOf, viewOf } from './support.ts'

/** An officer asks to see the person: queue, calendar and confirmation say the same. */

let office: Office
let id: string
let room: string
const day = 86_400_000
beforeEach(() => {
  office = openOffice()
  atTheCounter(office, 'caseworker')
  ;[room = ''] = furnish(office, 2).rooms
  importAll(office, family())
  id = personOf(office, '1110000001')
  does(
    office,
    id,
    { act: 'invite' },
    { act: 'record_answer', via: 'email', path: 'portal' },
    { act: 'declare_presence', via: 'portal', inCanada: true },
  )
})
afterEach(() => office.store.remove())

const kind = 'confirmation_interview'
const whom = () => ({ about: { kind: 'confirmation', id }, kind }) as const
const queue = () => scheduleQueue(office.tools, office.officer, { limit: 50 }).rows
const appointments = () => appointmentsOf(office.store, office.officer, whom().about)
const appointment = () => appointments()[0]?.appointmentId ?? ''
const requires = () => does(office, id, { act: 'require_interview', why: 'identity', note: 'two names' })
const slot = (date = '2026-11-30', time = '09:30'): Slot => slotAt(office, date, time, { room })
const books = (at: Slot = slot()) => bookAppointment(office.tools, office.officer, { ...whom(), slot: at })
const checks = { source: 'GCMS', passport: 'agrees' } as const

async function expectSameRows() {
  const live = office.store.dumpProjections()
  unwrap(await office.store.rebuild())
  expect(office.store.dumpProjections()).toEqual(live)
}

test('an interview that an officer requires waits in the queue with its reason, and is booked from there', async () => {
  expect(queue()).toEqual([])
  requires()
  expect(queue()).toMatchObject([{ ...whom(), name: 'HADDAD, Rana', why: 'required', reason: 'identity', members: 1 }])
  const { proposals } = unwrap(proposalView(office.tools, { ...whom(), mode: 'in_person' }))
  const slots = (proposals[0] ?? []).map(({ officerName: _, roomName: __, interpreterName: ___, ...each }) => each)
  unwrap(acceptProposal(office.tools, office.officer, { ...whom(), slots }))
  expect(queue()).toEqual([])
  const [planned] = slots
  expect(viewOf(office, id)).toMatchObject({
    step: 'interview_booked',
    facts: { interview: { planned: { date: planned?.date, time: planned?.time }, appointment: appointment() } },
  })
  expect(viewOf(office, id).timeline.map(({ type }) => type)).toContain('appointment.booked')
  expect(viewOf(office, id).facts.sent).toContain(`interview ${planned?.date} ${planned?.time}`)
  await expectSameRows()
})

test('a time that is moved is told of, and one that is called off waits again', async () => {
  requires()
  unwrap(books())
  const moved = { id: appointment(), slot: slot('2026-12-01', '10:00'), reason: 'bus strike', by: 'office' } as const
  unwrap(moveAppointment(office.tools, office.officer, moved))
  expect(viewOf(office, id).facts.interview.planned).toMatchObject({ date: '2026-12-01', time: '10:00' })
  expect(viewOf(office, id).facts.sent).toContain('interview 2026-12-01 10:00')
  unwrap(cancelAppointment(office.tools, office.officer, { id: appointment(), reason: 'officer away', by: 'office' }))
  expect(viewOf(office, id)).toMatchObject({ step: 'interview_required', next: 'book_interview' })
  expect(queue()).toMatchObject([{ why: 'required' }])
  expect(viewOf(office, id).facts.without).toEqual([])
  await expectSameRows()
})

test('another place and a time that comes back are told of anew; another room of the same place is not', () => {
  requires()
  unwrap(books())
  const told = () => viewOf(office, id).facts.sent.filter((key) => key.startsWith('interview '))
  const move = (changes: Partial<Slot>) => {
    const to = { ...slot(), ...changes }
    unwrap(
      moveAppointment(office.tools, office.officer, { id: appointment(), slot: to, reason: 'strike', by: 'office' }),
    )
  }
  move({ minutes: 45 })
  expect(told()).toHaveLength(1)
  move({ place: 'Second floor' })
  expect(told()).toHaveLength(2)
  move({ time: '10:00', place: 'Second floor' })
  move({ place: 'Second floor' })
  expect(told()).toHaveLength(4)
  expect(new Set(told()).size).toBe(4)
})

test('nobody is confirmed before it was held; recorded, the calendar says who came and the process resumes', async () => {
  requires()
  expect(confirmResidence(office.tools, office.officer, id, checks)).toEqual(fail('confirmations.interview'))
  unwrap(books())
  expect(workOn(office.tools, office.officer, id, { act: 'record_interview', outcome: 'resumed' })).toEqual(
    fail('confirmations.future'),
  )
  office.store.clock.advance(8 * day)
  expect(viewOf(office, id).next).toBe('record_interview')
  does(office, id, { act: 'record_interview', outcome: 'resumed' })
  expect(appointments()).toMatchObject([{ state: 'attended' }])
  const reason = 'wrong person'
  expect(withdrawAttendance(office.tools, office.officer, { id: appointment(), reason })).toEqual(
    fail('confirmations.interview'),
  )
  unwrap(confirmResidence(office.tools, office.officer, id, checks))
  await expectSameRows()
})

test('whoever did not come is called again, whichever page it was noted on', async () => {
  requires()
  unwrap(books())
  office.store.clock.advance(8 * day)
  unwrap(noteAttendance(office.tools, office.officer, { id: appointment(), attendance: 'no_show' }))
  expect(viewOf(office, id)).toMatchObject({ step: 'interview_required', facts: { interview: { outcome: 'no_show' } } })
  expect(queue()).toMatchObject([{ why: 'no_show' }])
  unwrap(withdrawAttendance(office.tools, office.officer, { id: appointment(), reason: 'was in the hall' }))
  expect(viewOf(office, id).step).toBe('interview_booked')
  does(office, id, { act: 'record_interview', outcome: 'no_show' })
  expect(appointments()).toMatchObject([{ state: 'no_show' }])
  expect(viewOf(office, id)).toMatchObject({ step: 'interview_required', facts: { without: [] } })
  await expectSameRows()
})

test('only whoever is to be seen is called, and whoever may confirm sees them', () => {
  expect(requestAppointment(office.tools, office.officer, whom())).toEqual(fail('confirmations.interview'))
  const nobody = { about: { kind: 'confirmation', id: office.store.newId() }, kind } as const
  expect(requestAppointment(office.tools, office.officer, nobody)).toEqual(fail('desk.not_found'))
  expect(requestAppointment(office.tools, office.officer, { ...whom(), kind: 'medical' })).toEqual(
    fail('desk.not_found'),
  )
  requires()
  atTheCounter(office)
  expect(books()).toEqual(fail('appointments.no_officer'))
  atTheCounter(office, 'caseworker')
  unwrap(requestAppointment(office.tools, office.officer, whom()))
  expect(queue()).toMatchObject([{ why: 'requested' }])
  unwrap(books())
})

test('a confirmation that is closed or erased frees its time', async () => {
  requires()
  unwrap(books())
  does(office, id, { act: 'close', why: 'withdrawn', reason: 'called today' })
  expect(appointments()).toMatchObject([{ state: 'cancelled' }])
  expect(queue()).toEqual([])
  expect(viewOf(office, id).facts.without).toEqual([])
  const application = unwrap(
    office.store.transact({ actor: office.officer.id }, (tx) =>
      ok(photoApplicationOf(tx, unwrap(findConfirmation(tx, personOf(office, '1110000002'))))),
    ),
  )
  id = personOf(office, '1110000002')
  does(office, id, { act: 'require_interview', why: 'identity' })
  unwrap(books())
  unwrap(
    office.store.transact({ actor: office.officer.id }, (tx) => {
      orderErasure(tx, [application], 'retention')
      return ok(null)
    }),
  )
  expect(appointments()).toEqual([])
  await expectSameRows()
})

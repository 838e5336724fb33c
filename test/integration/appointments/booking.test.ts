import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { noteAttendance, reviewNoShow, withdrawAttendance } from '../../../src/main/appointments/attend.ts'
import {
  acceptProposal,
  cancelAppointment,
  chooseSlot,
  endOffer,
  lapseOffers,
  moveAppointment,
  offerSlots,
  requestAppointment,
} from '../../../src/main/appointments/book.ts'
import { proposalView, scheduleQueue } from '../../../src/main/appointments/queue.ts'
import { setOfficeDay, setOfficerHours, setRoom } from '../../../src/main/appointments/roster.ts'
import { appointmentsOf, calendarView } from '../../../src/main/appointments/view.ts'
import { eraseWholePerson } from '../../../src/main/claims/erase-person.ts'
import { linkClaims } from '../../../src/main/claims/family/link.ts'
import { claimTimeline } from '../../../src/main/claims/timeline.ts'
import { findClaim } from '../../../src/main/claims/tools.ts'
import { appointmentOf } from '../../../src/main/documents/letters.ts'
import { mailReturned, reachedAgain } from '../../../src/main/portal/messages.ts'
import { query } from '../../../src/main/store/query.ts'
import type { Slot } from '../../../src/shared/domain/appointments.ts'
import { fail, unwrap } from '../../../src/shared/result.ts'
import { type Office, openOffice } from '../claims/support.ts'
import { atTheCounter, book, furnish, interviewOf, slotAt, toReturn, weekdays } from './support.ts'

let office: Office
let rooms: string[]
let interpreter: string
beforeEach(() => {
  office = openOffice()
  atTheCounter(office)
  ;({ rooms, interpreter } = furnish(office, 2))
})
afterEach(() => office.store.remove())

const queue = () => scheduleQueue(office.tools, office.officer, { limit: 50 })
const proposals = (claimId: string) =>
  unwrap(proposalView(office.tools, { ...interviewOf(claimId), mode: 'in_person' })).proposals.map((group) =>
    group.map(({ officerName: _, roomName: __, interpreterName: ___, ...slot }): Slot => slot),
  )
const of = (claimId: string) => appointmentsOf(office.store, office.officer, { kind: 'claim', id: claimId })
const id = (claimId: string) => of(claimId)[0]?.appointmentId ?? ''
const to = (date: string, time: string) => {
  office.store.clock.advance(Date.parse(`${date}T${time}:00-05:00`) - office.tools.clock.now())
}

test('a medical examination that is asked for waits, and takes neither officer nor room, though all are busy', () => {
  const claimId = toReturn(office, 'Haddad', { spokenLanguage: 'so', interpreterNeeded: true })
  const whom = { about: { kind: 'claim', id: claimId }, kind: 'medical' } as const
  unwrap(requestAppointment(office.tools, office.officer, whom))
  expect(queue().rows.map(({ kind, why }) => [kind, why])).toContainEqual(['medical', 'requested'])
  for (const [i, room] of rooms.entries())
    unwrap(
      setRoom(office.tools, office.officer, {
        ...{ roomId: room, name: `Room ${i}`, place: 'Closed', accessible: true, active: false },
        ...{ hours: weekdays, away: [] },
      }),
    )
  const { proposals: found } = unwrap(proposalView(office.tools, { ...whom, mode: 'video' }))
  expect(found).toHaveLength(3)
  for (const [slot] of found)
    expect(slot).toMatchObject({ mode: 'in_person', officer: null, room: null, interpreter: null })
  unwrap(acceptProposal(office.tools, office.officer, { ...whom, slots: found[0] ?? [] }))
  expect(of(claimId)).toMatchObject([{ kind: 'medical', state: 'booked' }])
})

describe('the queue of what is to be scheduled', () => {
  test('lists an acknowledged claim until its interview is booked, and again when that is cancelled', () => {
    const claimId = toReturn(office, 'Haddad', { spokenLanguage: 'ar', interpreterNeeded: true })
    expect(queue()).toMatchObject({
      total: 1,
      rows: [{ name: 'HADDAD, Sami', why: 'filed', waited: 0, late: false, language: 'ar', members: 1 }],
    })
    const [first] = proposals(claimId)
    unwrap(acceptProposal(office.tools, office.officer, { ...interviewOf(claimId), slots: first ?? [] }))
    expect(queue().total).toBe(0)
    expect(of(claimId)).toMatchObject([
      { state: 'booked', slot: { interpreterName: 'Hala Nasser', roomName: 'Room 1' } },
    ])
    office.store.clock.advance(30 * 86_400_000)
    unwrap(cancelAppointment(office.tools, office.officer, { id: id(claimId), reason: 'office closed', by: 'office' }))
    // Whoever waited before waits since then, and past the days of the office it shows.
    expect(queue().rows).toMatchObject([{ late: true, why: 'filed' }])
  })

  test('goes by the longest wait, page by page', () => {
    const claims = ['A', 'B', 'C'].map((name) => {
      office.store.clock.advance(60_000)
      return toReturn(office, name)
    })
    const first = scheduleQueue(office.tools, office.officer, { limit: 2 })
    const second = scheduleQueue(office.tools, office.officer, { limit: 2, after: first.next })
    expect([...first.rows, ...second.rows].map(({ about }) => about.id)).toEqual(claims)
    expect(second.next).toBeUndefined()
  })

  test('puts a family into adjacent times with one key', () => {
    const mother = toReturn(office, 'Osman')
    const child = toReturn(office, 'Osman')
    unwrap(linkClaims(office.tools, office.officer, { claimId: child, to: mother, reason: 'mother and child' }))
    expect(queue().rows).toMatchObject([{ members: 2 }])
    const [first] = proposals(mother)
    unwrap(acceptProposal(office.tools, office.officer, { ...interviewOf(mother), slots: first ?? [] }))
    const [one, two] = [of(mother)[0]?.slot, of(child)[0]?.slot]
    expect(one).toMatchObject({ time: '08:30', room: two?.room, officer: two?.officer })
    expect(two?.time).toBe('10:00')
    expect(queue().total).toBe(0)
  })
})

describe('a booking', () => {
  test('takes room, officer and interpreter, and nobody else gets them at that time', () => {
    const one = toReturn(office, 'Haddad')
    const two = toReturn(office, 'Osman')
    const slot = slotAt(office, '2026-12-01', '09:00', { room: rooms[0] ?? null })
    unwrap(book(office, one, slot))
    expect(book(office, two, { ...slot, time: '09:45' })).toEqual(fail('appointments.officer_taken'))
    expect(book(office, two, { ...slot, time: '10:00', room: rooms[1] ?? null }).ok).toBe(true)
    expect(book(office, one, { ...slot, date: '2026-12-02' })).toEqual(fail('appointments.already_open'))
  })

  test('is refused out of hours, on a closed day, in the past, without what the person needs', () => {
    const claimId = toReturn(office, 'Haddad', {
      spokenLanguage: 'so',
      interpreterNeeded: true,
      accessibilityNeeded: true,
      accessibilityNeeds: 'wheelchair',
    })
    const slot = slotAt(office, '2026-12-01', '09:00', { room: rooms[0] ?? null })
    expect(book(office, claimId, { ...slot, time: '16:00' })).toEqual(fail('appointments.officer_away'))
    expect(book(office, claimId, { ...slot, date: '2026-12-25' })).toEqual(fail('appointments.closed_day'))
    expect(book(office, claimId, { ...slot, date: '2026-11-02' })).toEqual(fail('appointments.past'))
    expect(book(office, claimId, { ...slot, room: rooms[1] ?? null })).toEqual(fail('appointments.room_not_accessible'))
    expect(book(office, claimId, slot)).toEqual(fail('appointments.no_interpreter'))
    expect(book(office, claimId, { ...slot, interpreter })).toEqual(fail('appointments.interpreter_language'))
    expect(of(claimId)).toEqual([])
  })

  test('follows the hours of the officer and the days that the office set', () => {
    const claimId = toReturn(office, 'Haddad')
    const away = [{ from: '2026-12-01', to: '2026-12-03' }]
    unwrap(setOfficerHours(office.tools, office.officer, { officerId: office.officer.id, hours: {}, away }))
    const slot = slotAt(office, '2026-12-01', '09:00', { room: rooms[0] ?? null })
    expect(book(office, claimId, slot)).toEqual(fail('appointments.officer_away'))
    const hours = { '1': [{ from: '10:00', to: '12:00' }] }
    unwrap(setOfficerHours(office.tools, office.officer, { officerId: office.officer.id, hours, away: [] }))
    unwrap(setOfficeDay(office.tools, office.officer, { date: '2026-11-30', open: false }))
    expect(proposals(claimId)[0]).toMatchObject([{ date: '2026-12-07', time: '10:00' }])
    unwrap(setOfficeDay(office.tools, office.officer, { date: '2026-11-30', open: null }))
    expect(proposals(claimId)[0]).toMatchObject([{ date: '2026-11-30' }])
  })

  test('is moved with a reason, and what it held is free again', () => {
    const one = toReturn(office, 'Haddad')
    const two = toReturn(office, 'Osman')
    const slot = slotAt(office, '2026-12-01', '09:00', { room: rooms[0] ?? null })
    unwrap(book(office, one, slot))
    const moved = { id: id(one), slot: { ...slot, time: '09:30' }, reason: 'bus strike', by: 'claimant' as const }
    unwrap(moveAppointment(office.tools, office.officer, moved))
    expect(of(one)).toMatchObject([{ moves: 1, slot: { time: '09:30' } }])
    unwrap(book(office, two, { ...slot, time: '08:30' }))
    const words = unwrap(claimTimeline(office.tools, one)).map(({ text }) => text.en)
    expect(words).toContain(
      'Eligibility interview moved at the person’s request to 2026-12-01 at 09:30, 1 Main. bus strike',
    )
  })

  test('is what the papers say, as it stands after a move, and no more once it is cancelled', () => {
    const claimId = toReturn(office, 'Haddad')
    const slot = slotAt(office, '2026-12-01', '09:00', { room: rooms[0] ?? null })
    unwrap(book(office, claimId, slot))
    expect(appointmentOf(office.tools, claimId)).toMatchObject({ date: '2026-12-01', time: '09:00' })
    const later = { ...slot, time: '11:00' }
    unwrap(moveAppointment(office.tools, office.officer, { id: id(claimId), slot: later, reason: 'ill', by: 'office' }))
    expect(appointmentOf(office.tools, claimId)).toMatchObject({ time: '11:00', place: { en: '1 Main' } })
    unwrap(cancelAppointment(office.tools, office.officer, { id: id(claimId), reason: 'ill', by: 'office' }))
    expect(appointmentOf(office.tools, claimId)).toBeNull()
  })

  test('shows in the calendar of its day, week and officer', () => {
    const claimId = toReturn(office, 'Haddad')
    unwrap(book(office, claimId, slotAt(office, '2026-12-01', '09:00', { room: rooms[0] ?? null })))
    const at = (view: 'day' | 'week' | 'agenda', date: string, officer?: string) =>
      calendarView(office.tools, office.officer, { view, date, officer })
    expect(at('week', '2026-12-03').rows).toMatchObject([{ name: 'HADDAD, Sami', mine: true, provisional: false }])
    expect(at('day', '2026-12-02').rows).toEqual([])
    expect(at('agenda', '2026-11-25').rows).toHaveLength(1)
    expect(at('week', '2026-12-01', office.store.newId()).rows).toEqual([])
    expect(at('week', '2026-12-25').days.find(({ date }) => date === '2026-12-25')).toMatchObject({
      open: false,
      name: { en: 'Christmas Day' },
    })
  })
})

describe('an offer', () => {
  const offer = (claimId: string) => {
    const slots = proposals(claimId).flatMap(([slot]) => slot ?? [])
    unwrap(offerSlots(office.tools, office.officer, { ...interviewOf(claimId), slots }))
    return slots
  }

  test('holds up to three times; the one chosen is booked, the others are free', () => {
    const claimId = toReturn(office, 'Haddad')
    const slots = offer(claimId)
    expect(slots).toHaveLength(3)
    const other = toReturn(office, 'Osman')
    expect(book(office, other, { ...(slots[0] as Slot), room: rooms[1] ?? null })).toEqual(
      fail('appointments.officer_taken'),
    )
    expect(queue()).toMatchObject({ total: 1, offers: [{ state: 'offered' }] })
    unwrap(chooseSlot(office.tools, office.officer, { id: id(claimId), nth: 1, by: 'claimant' }))
    expect(of(claimId)).toMatchObject([{ state: 'booked', byClaimant: true, slot: { time: slots[1]?.time } }])
    expect(book(office, other, slots[0] as Slot).ok).toBe(true)
  })

  test('lapses after 72 hours, however often the desk looks, and the person waits again', () => {
    const claimId = toReturn(office, 'Haddad')
    offer(claimId)
    const device = office.store.identity()?.device ?? ''
    office.store.clock.advance(72 * 3_600_000 - 1)
    expect(lapseOffers(office.tools, device)).toEqual({ ok: true, value: 0 })
    office.store.clock.advance(1)
    expect(chooseSlot(office.tools, office.officer, { id: id(claimId), nth: 0, by: 'claimant' })).toEqual(
      fail('appointments.offer_lapsed'),
    )
    expect(lapseOffers(office.tools, device)).toEqual({ ok: true, value: 1 })
    expect(lapseOffers(office.tools, device)).toEqual({ ok: true, value: 0 })
    expect(queue()).toMatchObject({ total: 1, offers: [], rows: [{ why: 'requested' }] })
  })

  test('is withdrawn, and nothing is held any more', () => {
    const claimId = toReturn(office, 'Haddad')
    offer(claimId)
    unwrap(endOffer(office.tools, office.officer, { id: id(claimId), why: 'declined', reason: 'in hospital' }))
    expect(office.store.all(query.selectFrom('appointment_hold').selectAll())).toEqual([])
    offer(claimId)
    expect(of(claimId)).toMatchObject([{ state: 'offered' }])
  })
})

describe('who does not come', () => {
  const missed = (name: string) => {
    const claimId = toReturn(office, name)
    unwrap(book(office, claimId, slotAt(office, '2026-12-01', '09:00', { room: rooms[0] ?? null })))
    const note = { id: id(claimId), attendance: 'no_show' as const, note: 'not reached by phone' }
    expect(noteAttendance(office.tools, office.officer, note)).toEqual(fail('appointments.too_early'))
    to('2026-12-01', '09:30')
    unwrap(noteAttendance(office.tools, office.officer, note))
    return claimId
  }

  test('is called a second time, and a supervisor looks at it', () => {
    const claimId = missed('Haddad')
    expect(queue()).toMatchObject({
      rows: [{ why: 'no_show' }],
      reviews: [{ state: 'no_show', note: 'not reached by phone' }],
    })
    unwrap(book(office, claimId, slotAt(office, '2026-12-02', '09:00', { room: rooms[0] ?? null })))
    to('2026-12-02', '10:00')
    unwrap(noteAttendance(office.tools, office.officer, { id: id(claimId), attendance: 'no_show' }))
    // The second time only a supervisor says how it goes on.
    expect(queue().rows).toEqual([])
    expect(queue().reviews).toHaveLength(2)
    const review = { id: id(claimId), outcome: 'second_notice' as const, reason: 'mail was returned' }
    unwrap(reviewNoShow(office.tools, office.officer, review))
    expect(queue().rows).toMatchObject([{ why: 'no_show' }])
  })

  test('is not handed to enforcement while no mail reaches the person: the notice was not served', () => {
    const claimId = missed('Haddad')
    unwrap(mailReturned(office.tools, office.officer, claimId))
    const review = { id: id(claimId), outcome: 'referred_to_enforcement' as const, reason: 'left the address' }
    expect(reviewNoShow(office.tools, office.officer, review)).toEqual(fail('appointments.not_served'))
    unwrap(reachedAgain(office.tools, office.officer, claimId, 'she called'))
    unwrap(reviewNoShow(office.tools, office.officer, review))
  })

  test('is not called any more once enforcement has it', () => {
    const claimId = missed('Haddad')
    const review = { id: id(claimId), outcome: 'referred_to_enforcement' as const, reason: 'left the address' }
    unwrap(reviewNoShow(office.tools, office.officer, review))
    expect(queue()).toMatchObject({ total: 0, reviews: [] })
  })

  test('noted by mistake stands booked as before', () => {
    const claimId = missed('Haddad')
    unwrap(withdrawAttendance(office.tools, office.officer, { id: id(claimId), reason: 'was in another room' }))
    expect(of(claimId)).toMatchObject([{ state: 'booked' }])
    unwrap(noteAttendance(office.tools, office.officer, { id: id(claimId), attendance: 'late', minutesLate: 30 }))
    expect(of(claimId)).toMatchObject([{ state: 'late', minutesLate: 30 }])
    expect(queue()).toMatchObject({ total: 0, reviews: [] })
  })
})

test('a rebuild from the log gives the same calendar and queue, also after an erasure, which frees what was held', async () => {
  const claims = ['A', 'B', 'C', 'D'].map((name) => toReturn(office, name))
  const [a = '', b = '', c = ''] = claims
  const slots = proposals(a).flatMap(([slot]) => slot ?? [])
  unwrap(offerSlots(office.tools, office.officer, { ...interviewOf(a), slots }))
  unwrap(chooseSlot(office.tools, office.officer, { id: id(a), nth: 2, by: 'claimant' }))
  unwrap(book(office, b, slotAt(office, '2026-12-03', '09:00', { room: rooms[1] ?? null })))
  unwrap(cancelAppointment(office.tools, office.officer, { id: id(b), reason: 'ill', by: 'claimant' }))
  unwrap(book(office, c, slotAt(office, '2026-12-03', '09:00', { room: rooms[1] ?? null })))
  const before = office.store.dumpProjections()
  unwrap(await office.store.rebuild())
  expect(office.store.dumpProjections()).toEqual(before)
  const { personId } = unwrap(findClaim(office.store, c))
  unwrap(office.store.transact({ actor: office.officer.id }, (tx) => eraseWholePerson(tx, personId, 'retention')))
  expect(of(c)).toEqual([])
  expect(book(office, b, slotAt(office, '2026-12-03', '09:00', { room: rooms[1] ?? null })).ok).toBe(true)
  const after = office.store.dumpProjections()
  unwrap(await office.store.rebuild())
  expect(office.store.dumpProjections()).toEqual(after)
})

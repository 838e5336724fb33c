import { afterEach, beforeEach, expect, test } from 'vitest'
import { noteAttendance } from '../../../src/main/appointments/attend.ts'
import { todayView } from '../../../src/main/office/today.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { atTheCounter, book, furnish, slotAt, toReturn } from '../appointments/support.ts'
import { type Office, openOffice } from '../claims/support.ts'

/** Who comes today, as the first screen says it. */

let office: Office
let rooms: string[]
beforeEach(() => {
  office = openOffice()
  atTheCounter(office)
  ;({ rooms } = furnish(office, 2))
})
afterEach(() => office.store.remove())

const day = '2026-11-26'
const today = (officer = office.officer) =>
  todayView(office.tools, officer).interviews.map(({ name, slot, state }) => [name, slot?.time, state])
const at = (date: string, time: string) => slotAt(office, date, time, { room: rooms[0] ?? null })
const arrive = () => office.store.clock.advance(Date.parse(`${day}T13:00:00-05:00`) - office.tools.clock.now())

test('appointments of the day are listed in the order of the hours, with what became of them; those of other days are not', () => {
  const claims = ['Haddad', 'Moyo', 'Later'].map((name) => toReturn(office, name))
  unwrap(book(office, claims[1] ?? '', at(day, '14:00')))
  unwrap(book(office, claims[0] ?? '', at(day, '10:00')))
  unwrap(book(office, claims[2] ?? '', at('2026-11-27', '10:00')))
  expect(today()).toEqual([])
  arrive()
  expect(today()).toEqual([
    [expect.stringMatching(/haddad/i), '10:00', 'booked'],
    [expect.stringMatching(/moyo/i), '14:00', 'booked'],
  ])
  const [first] = todayView(office.tools, office.officer).interviews
  unwrap(noteAttendance(office.tools, office.officer, { id: first?.appointmentId ?? '', attendance: 'attended' }))
  expect(today()[0]?.[2]).toBe('attended')
})

test('an officer sees their own, a supervisor those of everybody', () => {
  unwrap(book(office, toReturn(office, 'Haddad'), at(day, '10:00')))
  arrive()
  const colleague = { ...office.officer, id: crypto.randomUUID() }
  expect(today(colleague)).toEqual([])
  expect(today({ ...colleague, roles: ['supervisor'] })).toHaveLength(1)
})

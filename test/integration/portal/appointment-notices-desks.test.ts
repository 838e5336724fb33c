import { afterEach, beforeEach, expect, test } from 'vitest'
import { bookAppointment, cancelAppointment, moveAppointment } from '../../../src/main/appointments/book.ts'
import { tellOfAppointments } from '../../../src/main/portal/appointment-notices.ts'
import { messagesOf } from '../../../src/main/portal/messages.ts'
import { keepCentral } from '../../../src/main/sync/enrolment.ts'
import { officeId } from '../../../src/shared/domain/ports-of-entry.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { testRandom } from '../../support/store.ts'
import { pullAll, pushAll } from '../../support/sync/exchange.ts'
import { erases } from '../../support/sync/lacolle.ts'
import { createMemoryCentral } from '../../support/sync/memory-central.ts'
import { atTheCounter, furnish, interviewOf, slotAt } from '../appointments/support.ts'
import { portalClaim } from '../casework/support.ts'
import { type Office, openOffice } from '../claims/support.ts'

/** Two desks of one office that settle with a central, and what people are told of bookings that are not settled. */

let service: ReturnType<typeof createMemoryCentral>
let a: Office
let b: Office
let room: string | null
let one: string
let two: string
beforeEach(async () => {
  service = createMemoryCentral(officeId('lacolle-15'), erases)
  ;[a, b] = ['a', 'b'].map((name, i) => openOffice({ random: testRandom(name) }, 1 + i * 8)) as [Office, Office]
  for (const { store } of [a, b]) unwrap(store.sync.begin(service.epoch()))
  for (const office of [a, b]) atTheCounter(office)
  room = furnish(a, 2).rooms[0] ?? null
  ;[one, two] = [portalClaim(a, 1, 0), portalClaim(a, 1, 1)]
  await settle()
})
afterEach(() => {
  for (const { store } of [a, b]) store.remove()
})

async function settle(): Promise<void> {
  for (const { store } of [a, b]) {
    await pullAll(store, service, 50)
    pushAll(store, service)
  }
  for (const { store } of [a, b]) await pullAll(store, service, 50)
}
const enrol = ({ store }: Office) =>
  unwrap(keepCentral(store, { address: 'central.test', centralKey: 'key', enrolledAt: 'then' }))
const tell = ({ tools, store }: Office) => unwrap(tellOfAppointments(tools, store.identity()?.device ?? ''))
const at = (office: Office, day: string) => slotAt(office, day, '09:00', { room })
const book = (office: Office, claim: string, day = '2026-12-01') =>
  unwrap(bookAppointment(office.tools, office.officer, { ...interviewOf(claim), slot: at(office, day) }))
const textsOf = ({ tools }: Office, claim: string) =>
  unwrap(messagesOf(tools, claim)).messages.map(({ subject, text }) => `${subject}\n${text}`)

test('a booking that is not settled is told to nobody, and one that falls never was', async () => {
  for (const desk of [a, b]) enrol(desk)
  book(a, one)
  book(b, two)
  expect([tell(a), tell(b)]).toEqual([0, 0])
  await settle()
  expect([tell(a), tell(b)]).toEqual([1, 1])
  expect(textsOf(b, two)).toEqual([])
  await settle()
  // Both desks said the same: it stands once.
  for (const desk of [a, b]) expect(textsOf(desk, one)).toEqual([expect.stringContaining('2026-12-01 à 09 h 00')])
})

test('a cancellation that is not settled is not told: a move may have come first', async () => {
  for (const desk of [a, b]) enrol(desk)
  const id = book(a, one)
  await settle()
  expect(tell(a)).toBe(1)
  await settle()
  unwrap(moveAppointment(a.tools, a.officer, { id, slot: at(a, '2026-12-02'), reason: 'strike', by: 'office' }))
  unwrap(cancelAppointment(b.tools, b.officer, { id, reason: 'ill', by: 'claimant' }))
  expect([tell(a), tell(b)]).toEqual([0, 0])
  await settle()
  expect([tell(a), tell(b)]).toEqual([1, 1])
  expect(textsOf(b, one).at(-1)).toContain('L’heure a changé')
})

test('whoever was told of a booking that falls is told so once, and of the time that stands instead', async () => {
  // A desk without a central, or a program of before, told at once.
  book(a, one)
  book(b, two)
  expect(tell(b)).toBe(1)
  await settle()
  for (const desk of [a, b]) enrol(desk)
  tell(b)
  expect(textsOf(b, two)).toEqual([
    expect.stringContaining('Vous êtes attendu'),
    expect.stringMatching(
      /^Pas à cette heure[\s\S]*le 2026-12-01 à 09 h 00[\s\S]*Ne vous présentez pas[\s\S]*Nous vous écrirons/,
    ),
  ])
  await settle()
  expect(tell(b)).toBe(0)
  book(b, two, '2026-12-03')
  await settle()
  expect(tell(b)).toBe(1)
  expect(textsOf(b, two).at(-1)).toContain('2026-12-03')
})

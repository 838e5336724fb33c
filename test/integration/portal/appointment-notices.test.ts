import { expect, test } from 'vitest'
import {
  bookAppointment,
  cancelAppointment,
  chooseSlot,
  moveAppointment,
  offerSlots,
} from '../../../src/main/appointments/book.ts'
import { openOf } from '../../../src/main/appointments/rows.ts'
import { tellOfAppointments } from '../../../src/main/portal/appointment-notices.ts'
import { messagesOf } from '../../../src/main/portal/messages.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { interviewOf, slotAt } from '../appointments/support.ts'
import { caseworkOffice, portalClaim } from '../casework/support.ts'

test('times held and the time booked are told once each, in the person’s language, the booked one with what to prepare', () => {
  const office = caseworkOffice()
  const { tools, officer, store } = office
  const claim = portalClaim(office, 1, 0)
  const tell = () => unwrap(tellOfAppointments(tools, store.identity()?.device ?? ''))
  const messages = () => unwrap(messagesOf(tools, claim)).messages
  expect(tell()).toBe(0)
  const slots = ['2026-12-01', '2026-12-02'].map((day) =>
    slotAt(office, day, '09:00', { mode: 'video', place: 'Vidéo' }),
  )
  unwrap(offerSlots(tools, officer, { ...interviewOf(claim), slots }))
  expect(tell()).toBe(1)
  expect(tell()).toBe(0)
  expect(messages()[0]?.text).toContain('- le 2026-12-01 à 09 h 00, Vidéo\n- le 2026-12-02 à 09 h 00, Vidéo')
  const id = openOf(store, interviewOf(claim))?.id ?? ''
  unwrap(chooseSlot(tools, officer, { id, nth: 1, by: 'claimant' }))
  expect(tell()).toBe(1)
  expect(tell()).toBe(0)
  const [, booked] = messages()
  expect(booked).toMatchObject({ language: 'fr', subject: expect.stringContaining('2026-12-02 à 09 h 00') })
  expect(booked?.text).toContain('Ce qui manque encore à votre dossier')
  expect(booked?.text).toContain('Pourquoi êtes-vous venu au Canada?')
  expect(booked?.text).not.toContain('{{')
  // Another time is told anew, with the one that holds no more; and that nobody is expected any more.
  const moved = slotAt(office, '2026-12-03', '10:00', { mode: 'video', place: 'Vidéo' })
  unwrap(moveAppointment(tools, officer, { id, slot: moved, reason: 'officer is ill', by: 'office' }))
  expect(tell()).toBe(1)
  expect(messages().at(-1)?.text).toMatch(/L’heure a changé\. Vous êtes attendu\u00a0: le 2026-12-03 à 10 h 00/)
  expect(messages().at(-1)?.text).toContain('Vous n’êtes plus attendu\u00a0: le 2026-12-02 à 09 h 00, Vidéo.')
  unwrap(cancelAppointment(tools, officer, { id, reason: 'a reason for officers', by: 'office' }))
  expect(tell()).toBe(1)
  expect(tell()).toBe(0)
  expect(messages().at(-1)).toMatchObject({
    subject: 'Annulation\u00a0: Entrevue de recevabilité, le 2026-12-03 à 10 h 00, Vidéo',
    text: expect.stringContaining('Ne vous présentez pas'),
  })
  expect(messages().at(-1)?.text).not.toContain('a reason for officers')
})

test('one that was cancelled before anybody was told, or whose day is over, is not told of', () => {
  const office = caseworkOffice()
  const { tools, officer, store } = office
  const claim = portalClaim(office, 1, 0)
  const tell = () => unwrap(tellOfAppointments(tools, store.identity()?.device ?? ''))
  const book = () =>
    unwrap(
      bookAppointment(tools, officer, {
        ...interviewOf(claim),
        slot: slotAt(office, '2026-12-01', '09:00', { mode: 'video', place: 'Vidéo' }),
      }),
    )
  const cancel = (id: string) => unwrap(cancelAppointment(tools, officer, { id, reason: 'ill', by: 'office' }))
  cancel(book())
  expect(tell()).toBe(0)
  const id = book()
  expect(tell()).toBe(1)
  store.clock.advance(10 * 86_400_000)
  cancel(id)
  expect(tell()).toBe(0)
})

test('a time to which an interview comes back is told again, and a run out offer is not told of', () => {
  const office = caseworkOffice()
  const { tools, officer, store } = office
  const [claim, late] = [portalClaim(office, 1, 0), portalClaim(office, 1, 1)]
  const tell = () => unwrap(tellOfAppointments(tools, store.identity()?.device ?? ''))
  const at = (day: string) => slotAt(office, day, '09:00', { mode: 'video', place: 'Vidéo' })
  const [first, second] = [at('2026-12-01'), at('2026-12-02')]
  const id = unwrap(bookAppointment(tools, officer, { ...interviewOf(claim), slot: first }))
  expect(tell()).toBe(1)
  const move = (slot: typeof first) =>
    unwrap(moveAppointment(tools, officer, { id, slot, reason: 'officer is ill', by: 'office' }))
  move(second)
  expect(tell()).toBe(1)
  move(first)
  expect(tell()).toBe(1)
  expect(tell()).toBe(0)
  expect(unwrap(messagesOf(tools, claim)).messages.at(-1)?.subject).toContain('2026-12-01')
  expect(unwrap(messagesOf(tools, claim)).messages.at(-1)?.text).toContain('2026-12-02')
  unwrap(offerSlots(tools, officer, { ...interviewOf(late), slots: [at('2026-12-03')] }))
  store.clock.advance(4 * 86_400_000)
  expect(tell()).toBe(0)
})

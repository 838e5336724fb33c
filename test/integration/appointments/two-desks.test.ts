import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { cancelAppointment, moveAppointment } from '../../../src/main/appointments/book.ts'
import { scheduleQueue } from '../../../src/main/appointments/queue.ts'
import { appointmentsOf } from '../../../src/main/appointments/view.ts'
import { attentionItems } from '../../../src/main/office/today.ts'
import { officeId } from '../../../src/shared/domain/ports-of-entry.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { testRandom } from '../../support/store.ts'
import { pullAll, pushAll, shown } from '../../support/sync/exchange.ts'
import { erases } from '../../support/sync/lacolle.ts'
import { createMemoryCentral } from '../../support/sync/memory-central.ts'
import { type Office, openOffice } from '../claims/support.ts'
import { atTheCounter, book, furnish, slotAt, toReturn } from './support.ts'

let service: ReturnType<typeof createMemoryCentral>
let a: Office
let b: Office
let rooms: string[]
let claims: string[]
beforeEach(async () => {
  service = createMemoryCentral(officeId('lacolle-15'), erases)
  ;[a, b] = ['a', 'b'].map((name, i) => openOffice({ random: testRandom(name) }, 1 + i * 8)) as [Office, Office]
  for (const { store } of [a, b]) unwrap(store.sync.begin(service.epoch()))
  for (const office of [a, b]) atTheCounter(office)
  ;({ rooms } = furnish(a, 2))
  claims = ['Haddad', 'Osman'].map((name) => toReturn(a, name))
  await settle(a, b)
})
afterEach(() => {
  for (const { store } of [a, b]) store.remove()
})

async function settle(...desks: Office[]): Promise<void> {
  for (const { store } of desks) {
    await pullAll(store, service, 50)
    pushAll(store, service)
  }
  for (const { store } of [a, b]) await pullAll(store, service, 50)
}
const room = () => rooms[0] ?? null
const at = (office: Office, date: string, time: string) => slotAt(office, date, time, { room: room() })
const of = (office: Office, claimId = '') =>
  appointmentsOf(office.store, office.officer, { kind: 'claim', id: claimId })
const same = async () => {
  expect(shown(b.store)).toEqual(shown(a.store))
  for (const { store } of [a, b]) {
    const before = shown(store)
    unwrap(await store.rebuild())
    expect(shown(store)).toEqual(before)
  }
}

describe('two desks without a network', () => {
  test('that book one room at one time: the first in the stream has it, the other sees it and waits again', async () => {
    const [one = '', two = ''] = claims
    unwrap(book(a, one, at(a, '2026-12-01', '09:00')))
    unwrap(book(b, two, at(b, '2026-12-01', '09:30')))
    expect(of(b, two)).toMatchObject([{ state: 'booked', provisional: true }])
    await settle(a, b)
    expect(of(a, one)).toMatchObject([{ state: 'booked', provisional: false }])
    expect(of(b, one)).toMatchObject([{ state: 'booked', provisional: false }])
    expect(of(b, two)).toEqual([])
    expect(scheduleQueue(b.tools, b.officer, { limit: 10 }).rows).toMatchObject([{ name: 'OSMAN, Sami' }])
    expect(attentionItems(b.tools)).toMatchObject([{ kind: 'settled_otherwise', claimId: two }])
    expect(attentionItems(b.tools)[0]?.text.en).toContain('Another desk booked')
    await same()
  })

  test('that book at other times, or other rooms, both have theirs', async () => {
    const [one = '', two = ''] = claims
    unwrap(book(a, one, at(a, '2026-12-01', '09:00')))
    unwrap(book(b, two, at(b, '2026-12-01', '10:00')))
    await settle(a, b)
    expect(of(a, one)).toMatchObject([{ state: 'booked' }])
    expect(of(a, two)).toMatchObject([{ state: 'booked' }])
    await same()
  })

  test('that book the same person twice: one appointment is left', async () => {
    const [one = ''] = claims
    unwrap(book(a, one, at(a, '2026-12-01', '09:00')))
    unwrap(book(b, one, at(b, '2026-12-02', '09:00')))
    await settle(a, b)
    expect(of(b, one)).toMatchObject([{ slot: { date: '2026-12-01' } }])
    await same()
  })

  test('of which one moves what the other cancels: the first counts', async () => {
    const [one = '', two = ''] = claims
    unwrap(book(a, one, at(a, '2026-12-01', '09:00')))
    await settle(a, b)
    const id = of(a, one)[0]?.appointmentId ?? ''
    unwrap(cancelAppointment(a.tools, a.officer, { id, reason: 'ill', by: 'claimant' }))
    const slot = { ...at(a, '2026-12-02', '09:00'), officer: a.officer.id }
    unwrap(moveAppointment(b.tools, b.officer, { id, slot, reason: 'strike', by: 'office' }))
    await settle(a, b)
    expect(of(b, one)).toMatchObject([{ state: 'cancelled' }])
    // What the move would have held is free.
    unwrap(book(b, two, at(b, '2026-12-02', '09:00')))
    await settle(b)
    expect(of(a, two)).toMatchObject([{ state: 'booked', provisional: false }])
    await same()
  })

  test('what follows a booking that came second falls with it, and holds nothing', async () => {
    const [one = '', two = ''] = claims
    unwrap(book(a, one, at(a, '2026-12-01', '09:00')))
    unwrap(book(b, two, at(b, '2026-12-01', '09:00')))
    const id = of(b, two)[0]?.appointmentId ?? ''
    unwrap(moveAppointment(b.tools, b.officer, { id, slot: at(b, '2026-12-03', '09:00'), reason: 'ill', by: 'office' }))
    await settle(a, b)
    expect(of(a, two)).toEqual([])
    unwrap(book(a, two, at(a, '2026-12-03', '09:00')))
    await settle(a)
    expect(of(b, two)).toMatchObject([{ state: 'booked', slot: { date: '2026-12-03' } }])
    await same()
  })
})

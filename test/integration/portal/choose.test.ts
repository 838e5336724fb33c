import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Slot } from '../../../src/shared/domain/appointments.ts'
import { startTestCentral, type TestCentral } from '../../support/central.ts'
import { refusalOf } from '../../support/central-desk.ts'
import type { TestDesk } from '../../support/desk.ts'
import { openPortal, type TestPortal } from '../../support/portal.ts'
import { portalDesks } from '../../support/portal-desk.ts'

/** The office offers times at a desk, the person chooses at the portal, and the calendar of every desk shows it. */
let central: TestCentral
let portal: TestPortal
beforeAll(async () => {
  central = await startTestCentral()
  portal = await openPortal(central)
})
afterAll(() => central.remove())
const desks = portalDesks(() => central)
afterEach(desks.close)

const slotOn = (officer: string, date: string, time = '10:00'): Slot => ({
  ...{ date, time, minutes: 60, mode: 'video', place: 'A link comes the day before' },
  ...{ officer, room: null, interpreter: null },
})
const days = ['2026-12-01', '2026-12-02', '2026-12-03']

/** Somebody to whom three times were offered, at a desk that told the central. */
async function offered(date = days): Promise<{ test: TestDesk; account: string; claim: string; appointment: string }> {
  const account = await portal.account()
  const { claim } = await portal.file(account)
  const test = await desks.enrol()
  const whom = { about: { kind: 'claim', id: claim }, kind: 'eligibility_interview' } as const
  const officer = (await test.desk.status()).officer?.id ?? ''
  await test.desk.appointments.offer({ ...whom, slots: date.map((day) => slotOn(officer, day)) })
  await test.desk.sync.now()
  const { appointments } = await portal.claim(account, claim)
  return { test, account, claim, appointment: appointments[0]?.appointment ?? '' }
}

const choose = (account: string, claim: string, body: { appointment: string; nth: number }) =>
  portal.ask('POST', `/accounts/${account}/claims/${claim}/choices`, body)
const hourMs = 3_600_000

test('the person sees the times offered, chooses one, and desk and portal show it booked', async () => {
  const { test: at, account, claim, appointment } = await offered()
  const before = await portal.claim(account, claim)
  expect(before.appointments).toMatchObject([
    { kind: 'eligibility_interview', offered: { slots: [{}, { date: days[1] }, {}] } },
  ])
  expect(JSON.stringify(before.appointments)).not.toContain('officer')
  expect((await choose(account, claim, { appointment, nth: 1 })).status).toBe(200)
  // Another one is not booked by now: whoever chose twice must not be told that it is.
  expect(await refusalOf(await choose(account, claim, { appointment, nth: 0 }))).toMatchObject({ code: 'offer_lapsed' })
  expect((await choose(account, claim, { appointment, nth: 1 })).status).toBe(200)
  await at.desk.sync.now()
  const { rows } = await at.desk.appointments.calendar({ date: '2026-11-30', view: 'week' })
  expect(rows.filter(({ appointmentId }) => appointmentId === appointment)).toMatchObject([
    { state: 'booked', slot: { date: days[1] } },
  ])
  const after = await portal.claim(account, claim)
  expect(after.appointments).toMatchObject([{ booked: { date: days[1], time: '10:00' } }])
  expect(after.dates).toContainEqual(expect.objectContaining({ on: days[1], time: '10:00', appointment }))
  const { asOf: _, ...atPortal } = after
  expect((await at.desk.portal.asClaimant({ claimId: claim })).view).toEqual(atPortal)
})

test('what lapsed is refused with the next step, and changes nothing', async () => {
  const { test: at, account, claim, appointment } = await offered(['2026-12-08'])
  central.clock.advance(73 * hourMs)
  at.time.now = central.clock.now()
  const refused = await refusalOf(await choose(account, claim, { appointment, nth: 0 }))
  expect(refused).toMatchObject({ status: 409, code: 'offer_lapsed', next: { fr: expect.any(String) } })
  expect((await portal.claim(account, claim)).appointments).toMatchObject([{ offered: {} }])
})

test('an offer that the office took back, and a place that was not offered, cannot be chosen', async () => {
  const { test: at, account, claim, appointment } = await offered(['2026-12-15'])
  expect(await refusalOf(await choose(account, claim, { appointment, nth: 2 }))).toMatchObject({ code: 'no_slot' })
  await at.desk.appointments.endOffer({ appointmentId: appointment, why: 'withdrawn' })
  await at.desk.sync.now()
  expect(await refusalOf(await choose(account, claim, { appointment, nth: 0 }))).toMatchObject({ code: 'offer_lapsed' })
})

test('the person was first: a desk that ends the offer apart comes second, and sees the time booked', async () => {
  const { test: at, account, claim, appointment } = await offered(['2026-12-22'])
  expect((await choose(account, claim, { appointment, nth: 0 })).status).toBe(200)
  await at.desk.appointments.endOffer({ appointmentId: appointment, why: 'withdrawn' })
  await at.desk.sync.now()
  const { rows } = await at.desk.appointments.calendar({ date: '2026-12-21', view: 'week' })
  expect(rows.filter(({ appointmentId }) => appointmentId === appointment)).toMatchObject([{ state: 'booked' }])
})

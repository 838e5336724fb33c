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

test('none of the times suits: they are free again, and who schedules reads what would suit', async () => {
  const { test: at, account, claim, appointment } = await offered(['2026-12-29'])
  const path = `/accounts/${account}/claims/${claim}/refusals`
  const preferred = [{ date: '2027-01-05', part: 'morning' }]
  const late = { appointment, preferred: [{ date: '2020-01-05', part: 'any' }] }
  expect(await refusalOf(await portal.ask('POST', path, late))).toMatchObject({
    ...{ status: 422, code: 'past_date', at: 'preferred.0.date' },
  })
  const said = { appointment, reason: 'I work at night', preferred }
  expect((await portal.ask('POST', path, said)).status).toBe(200)
  expect((await portal.ask('POST', path, said)).status).toBe(200)
  expect(await refusalOf(await choose(account, claim, { appointment, nth: 0 }))).toMatchObject({ code: 'offer_lapsed' })
  await at.desk.sync.now()
  const { rows } = await at.desk.appointments.queue({ limit: 200 })
  expect(rows.find(({ about }) => about.id === claim)).toMatchObject({
    declined: { reason: 'I work at night', preferred },
  })
  // What is proposed next lies in it.
  const asked = { about: { kind: 'claim', id: claim }, kind: 'eligibility_interview' } as const
  const next = await at.desk.appointments.proposals({ ...asked, mode: 'video' })
  expect(next.suits).toBe(true)
  expect(next.proposals.map(([slot]) => slot?.date)).toEqual(['2027-01-05'])
  expect(next.proposals[0]?.[0]?.time).toMatch(/^(08|09|10):/)
  const { rows: booked } = await at.desk.appointments.calendar({ date: '2026-12-28', view: 'week' })
  expect(booked.filter(({ appointmentId }) => appointmentId === appointment)).toEqual([])
  const queue = await at.desk.queues.page({ queue: 'to_schedule', whose: 'all', limit: 50 })
  expect(queue.rows.map(({ claimId }) => claimId)).toContain(claim)
  const timeline = await at.desk.claims.timeline({ claimId: claim })
  const told = timeline.find(({ type }) => type === 'appointment.offer_ended')?.text
  expect(told?.en).toContain('none of the times offered suits the person. I work at night. Could come: 2027-01-05')
  expect(told?.fr).toContain('Pourrait venir\u00a0: le 2027-01-05 en matinée')
  const { asOf: _, ...atPortal } = await portal.claim(account, claim)
  expect(atPortal.appointments).toMatchObject([{ appointment, declined: { reason: 'I work at night', preferred } }])
  expect((await at.desk.portal.asClaimant({ claimId: claim })).view).toEqual(atPortal)
  // The same hour is held for others again.
  const again = { about: { kind: 'claim', id: claim }, kind: 'eligibility_interview' } as const
  const officer = (await at.desk.status()).officer?.id ?? ''
  await at.desk.appointments.offer({ ...again, slots: [slotOn(officer, '2026-12-29')] })
  await at.desk.sync.now()
  expect((await portal.claim(account, claim)).appointments).toMatchObject([{ offered: {} }])
})

test('an offer that lapsed cannot be declined any more', async () => {
  const { test: at, account, claim, appointment } = await offered(['2027-01-12'])
  central.clock.advance(73 * hourMs)
  at.time.now = central.clock.now()
  const path = `/accounts/${account}/claims/${claim}/refusals`
  expect(await refusalOf(await portal.ask('POST', path, { appointment }))).toMatchObject({ code: 'offer_lapsed' })
})

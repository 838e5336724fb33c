import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { readMail } from '../../../src/central/simulate/read-mail.ts'
import { startTestCentral, type TestCentral } from '../../support/central.ts'
import { refusalOf } from '../../support/central-desk.ts'
import { openAccount, takeFamilyIn, works } from '../../support/confirmation-desk.ts'
import { type PortalPerson, portalPerson, rideau } from '../../support/confirmation-portal.ts'
import type { TestDesk } from '../../support/desk.ts'
import { openPortal } from '../../support/portal.ts'
import { portalDesks } from '../../support/portal-desk.ts'
import { portraitJpeg } from '../../support/portraits.ts'
import { quickTimers } from '../../support/quick-timers.ts'
import { startSmtp, type TestSmtp } from '../../support/smtp.ts'

/**
 * A family of four from the invitation to the order of their cards: a whole desk, a whole central on a real PostgreSQL,
 * a real mail server, and four people at the portal.
 */
let smtp: TestSmtp
let central: TestCentral
beforeAll(async () => {
  smtp = await startSmtp()
  central = await startTestCentral({ smtp: smtp.settings, portalUrl: 'https://portal.example.org/' })
})
afterAll(async () => {
  await central.remove()
  await smtp.close()
})
const desks = portalDesks(() => central, ['supervisor'])
afterEach(desks.close)

const dayMs = 86_400_000
const timers = quickTimers()
let office: TestDesk
let ids: readonly string[] = []

/** Both sides hear of each other, mail goes out, and photos that came are taken in. */
async function settle(): Promise<void> {
  // What was decided of a photo is final ten seconds later.
  later(11_000)
  await office.desk.sync.now()
  await central.mailer.pump()
  await office.desk.sync.now()
  const blobs = async () => (await office.desk.status()).sync.blobs
  await expect.poll(async () => (await blobs())?.in, { timeout: 10_000 }).toBe(0)
  const photos = async () => Promise.all(ids.map(async (id) => (await get(id)).state.photo))
  await expect.poll(photos, { timeout: 10_000 }).not.toContain('sent')
  await office.desk.sync.now()
  await expect.poll(async () => (await blobs())?.out, { timeout: 10_000 }).toBe(0)
}

/** Time goes by, for everybody. */
function later(ms: number): void {
  office.time.now += ms
  central.clock.advance(ms)
}

const passwordFor = (to: string): string => {
  const texts = smtp.mails.filter((mail) => mail.to === to).map(({ raw }) => readMail(raw).text)
  const found = texts.flatMap((text) => /[0-9a-z]{5}-[0-9a-z]{5}-[0-9a-z]{5}/.exec(text) ?? [])
  return found.at(-1) ?? ''
}
const get = (confirmationId: string) => office.desk.confirmations.get({ confirmationId })
const taskOf = async (person: PortalPerson) => (await person.view()).tasks

test('a photo returned twice, a password that ran out, somebody abroad, a new address: four cards are ordered', async () => {
  office = await desks.enrol({ timers })
  timers.start()
  const [rana, omar, lina, sami] = await takeFamilyIn(office)
  ids = [rana, omar, lina, sami]
  for (const [i, id] of ids.entries()) await openAccount(office, id, `haddad${i}`)
  await settle()
  const { credential } = await openPortal(central)
  const at = () => portalPerson(central, credential)
  const people = { rana: at(), omar: at(), lina: at(), sami: at() }

  await people.rana.begin('haddad0', passwordFor('rana@example.org'))
  await people.omar.begin('haddad1', passwordFor('omar@example.org'))
  await people.lina.begin('haddad2', passwordFor('lina@example.org'))
  expect(await taskOf(people.rana)).toEqual(['declare_presence', 'give_address', 'send_photo'])
  expect((await people.lina.view()).language).toBe('fr')

  // Sami waits too long: the password has run out, an officer has another sent.
  const old = passwordFor('sami@example.org')
  later(15 * dayMs)
  await office.desk.sync.now()
  expect(
    await refusalOf(await people.sami.ask('POST', '/sign-in', { userName: 'haddad3', password: old })),
  ).toMatchObject({ status: 403, code: 'password_expired' })
  const expired = await office.desk.confirmations.page({ limit: 10, queue: 'password_expired' })
  expect(expired.rows.map(({ confirmationId }) => confirmationId)).toEqual([sami])
  await works(office, sami, { act: 'make_password', reason: 'expired', by: 'email' })
  await settle()
  await people.sami.begin('haddad3', passwordFor('sami@example.org'))

  // Omar is abroad, and comes back. The others say that they are here.
  await people.sami.declare(true, { lastEntryOn: '2026-12-01', lastEntryPlace: 'Ottawa' })
  await people.sami.moveTo(rideau)
  // The sessions of two weeks ago are over.
  await people.rana.signIn('haddad0', `own ${passwordFor('rana@example.org')}`)
  await people.rana.declare(true)
  await people.rana.moveTo(rideau)
  await people.lina.signIn('haddad2', `own ${passwordFor('lina@example.org')}`)
  await people.lina.declare(true)
  await people.lina.moveTo(rideau)
  await people.omar.signIn('haddad1', `own ${passwordFor('omar@example.org')}`)
  await people.omar.declare(false, { returnOn: '2026-12-20' })
  await people.omar.moveTo({ line1: '3 rue Mercière', city: 'Lyon', country: 'FRA' })
  await settle()
  expect(await get(omar)).toMatchObject({ step: 'abroad', state: { address: 'unfit' } })
  expect(await get(rana)).toMatchObject({ step: 'ready_for_confirmation', state: { address: 'canadian' } })
  later(20 * dayMs)
  await people.omar.signIn('haddad1', `own ${passwordFor('omar@example.org')}`)
  await people.omar.declare(true)
  await people.omar.moveTo(rideau)

  // The officer makes them permanent residents; the confirmation is downloaded, once however often it is asked for.
  await settle()
  for (const confirmationId of ids) {
    const checks = { notInadmissible: true, source: 'GCMS', passport: 'agrees' } as const
    await office.desk.confirmations.confirm({ confirmationId, ...checks })
    await office.desk.ecopr.issue({ confirmationId })
  }
  await settle()
  await people.lina.signIn('haddad2', `own ${passwordFor('lina@example.org')}`)
  await people.rana.signIn('haddad0', `own ${passwordFor('rana@example.org')}`)
  await people.sami.signIn('haddad3', `own ${passwordFor('sami@example.org')}`)
  expect(await taskOf(people.lina)).toContain('download_ecopr')
  const request = '0198c0de-1111-7000-8000-000000000001'
  const pdf = await people.lina.download(request)
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect((await people.lina.download(request)).equals(pdf)).toBe(true)
  await people.lina.download()
  expect((await people.lina.view()).ecopr?.downloads).toBe(2)

  // Rana's photo comes back twice.
  const send = async (person: PortalPerson, seed: number) => person.sendPhoto(await portraitJpeg(seed, {}, 720))
  for (const [seed, reason] of [
    [1, 'too_dark'],
    [2, 'glare'],
  ] as const) {
    await send(people.rana, seed)
    await settle()
    expect((await people.rana.view()).photo).toMatchObject({ state: 'waiting' })
    const locked = await people.rana.ask('PUT', '/photo', await portraitJpeg(9, {}, 720))
    expect(await refusalOf(locked)).toMatchObject({ status: 409, code: 'photo', state: 'waiting' })
    const photoId = (await get(rana)).facts.photo.id ?? ''
    await office.desk.photoReview.return({ photoId, reasons: [reason] })
    await settle()
    const { photo } = await people.rana.view()
    expect(photo).toMatchObject({ state: 'returned', reasons: [{ en: expect.any(String), fr: expect.any(String) }] })
  }
  await send(people.rana, 3)
  for (const [i, person] of [people.omar, people.lina, people.sami].entries()) await send(person, 4 + i)
  await settle()
  for (const id of ids) {
    const { state, facts } = await get(id)
    expect(state.photo).toBe('waiting')
    await office.desk.photoReview.approve({ photoId: facts.photo.id ?? '' })
  }
  expect((await get(rana)).facts.photo).toMatchObject({ state: 'accepted', returns: 2 })

  // Lina moves before her card is ordered, and again after it.
  const bank = { ...rideau, line1: '400 Bank Street', postalCode: 'K2P 1Y5' }
  await people.lina.moveTo(bank)
  await settle()
  const { batch } = await office.desk.cards.order({ confirmationIds: [...ids] })
  expect(batch).toBeTruthy()
  await settle()
  for (const id of ids) expect(await get(id)).toMatchObject({ state: { card: 'ordered' } })
  expect((await get(lina)).facts.card.address).toMatchObject({ line1: '400 Bank Street' })
  for (const person of Object.values(people)) expect((await person.view()).card.state).toBe('being_made')
  await people.lina.moveTo({ ...rideau, line1: '7 Elgin Street' })
  await settle()
  expect(await get(lina)).toMatchObject({ cardGoesElsewhere: true, facts: { contact: { why: 'address_changed' } } })

  // What the person read is what was mailed, and nothing had to be set aside as not allowed.
  const view = await people.lina.view()
  expect(view.messages.map(({ message }) => message)).toEqual(['invitation', 'confirmed', 'ecopr_available'])
  for (const id of ids) expect((await get(id)).facts.without).toEqual([])
}, 120_000)

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { readMail } from '../../../src/central/simulate/read-mail.ts'
import { eraseConfirmation } from '../../../src/central/storage/confirmations.ts'
import { startTestCentral, type TestCentral } from '../../support/central.ts'
import { refusalOf } from '../../support/central-desk.ts'
import { openAccount, takeCrowdIn, works } from '../../support/confirmation-desk.ts'
import { portalPerson, rideau } from '../../support/confirmation-portal.ts'
import type { TestDesk } from '../../support/desk.ts'
import { openPortal, type TestPortal } from '../../support/portal.ts'
import { portalDesks } from '../../support/portal-desk.ts'
import { portraitJpeg } from '../../support/portraits.ts'
import { startSmtp, type TestSmtp } from '../../support/smtp.ts'

/** What the portal of confirmations lets people do, and what it refuses, over HTTP to a whole central. */
let smtp: TestSmtp
let central: TestCentral
let portal: TestPortal
beforeAll(async () => {
  smtp = await startSmtp()
  central = await startTestCentral({ smtp: smtp.settings })
  portal = await openPortal(central)
  made = await desks.enrol()
  waiting = await takeCrowdIn(made, 16)
})
afterAll(async () => {
  await desks.close()
  await central.remove()
  await smtp.close()
})
const desks = portalDesks(() => central, ['caseworker'])

/** The latest temporary password that was mailed to that user name: the mailer may be at work on it already. */
const temporary = (userName: string) =>
  vi.waitFor(() => {
    const texts = smtp.mails.map(({ raw }) => readMail(raw ?? '').text)
    const latest = texts.findLast((text) => new RegExp(`\\b${userName}\\b`).test(text) && password.test(text))
    return password.exec(latest ?? '')?.[0] ?? expect.unreachable('No password was mailed')
  }, 10_000)
const password = /[0-9a-z]{5}-[0-9a-z]{5}-[0-9a-z]{5}/
const at = () => portalPerson(central, portal.credential)
let made: TestDesk
let waiting: string[] = []

/** Somebody of their own, with an account and its temporary password. */
async function opened() {
  const rana = waiting.pop() ?? ''
  const userName = `user${waiting.length}`
  await openAccount(made, rana, userName)
  await made.desk.sync.now()
  await central.mailer.pump()
  return { rana, userName, password: await temporary(userName) }
}

/** Somebody who is signed in with a password of their own. */
async function begun() {
  const account = await opened()
  const person = at()
  await person.begin(account.userName, account.password)
  return { ...account, person }
}
const refused = async (answer: Promise<Response>) => refusalOf(await answer)
const eventsOf = async (confirmation: string, type: string) => {
  const { rows } = await central.services.database.pool.query('SELECT 1 FROM event WHERE subject = $1 AND type = $2', [
    confirmation,
    type,
  ])
  return rows.length
}

describe('signing in', () => {
  test('with a temporary password lets somebody do nothing but set their own, which the desk hears of once', async () => {
    const { rana, userName, password } = await opened()
    const person = at()
    expect(await person.signIn(` ${userName.toUpperCase()} `, password)).toMatchObject({ setPassword: true })
    expect(await refused(person.ask('GET', ''))).toMatchObject({ status: 403, code: 'set_password' })
    expect(await refused(person.ask('PUT', '/password', { password: 'short' }))).toMatchObject({ status: 422 })
    expect(await refused(person.ask('PUT', '/password', { password }))).toMatchObject({ code: 'same_password' })
    await person.ask('PUT', '/password', { password: 'correct horse battery' })
    await person.ask('PUT', '/password', { password: 'another horse battery' })
    expect(await refused(at().ask('POST', '/sign-in', { userName, password }))).toMatchObject({ code: 'sign_in' })
    expect(await person.signIn(userName, 'another horse battery')).toMatchObject({ setPassword: false })
    await made.desk.sync.now()
    expect(await made.desk.confirmations.get({ confirmationId: rana })).toMatchObject({ step: 'declaration_awaited' })
    expect(await eventsOf(rana, 'confirmation.signed_in')).toBe(1)
  })

  test('tells nobody whether a name is one, and gives whoever guesses no time', async () => {
    const { userName } = await opened()
    const wrong = (name: string) => refused(at().ask('POST', '/sign-in', { userName: name, password: 'guess' }))
    const { status, code } = await wrong(userName)
    expect(await wrong('nobody.at.all')).toMatchObject({ status, code })
    expect([status, code]).toEqual([401, 'sign_in'])
    for (let i = 0; i < 9; i++) await wrong(userName)
    expect(await wrong(userName)).toMatchObject({ status: 429, code: 'limited' })
    const elsewhere = { userName, password: 'guess', from: '192.0.2.7' }
    expect(await refused(at().ask('POST', '/sign-in', elsewhere))).toMatchObject({ status: 401, code: 'sign_in' })
  })

  test('lasts two hours, at the service that was given the session, until it is ended', async () => {
    const { person } = await begun()
    expect((await person.ask('GET', '')).status).toBe(200)
    const session = (await person.ask('POST', '/sign-out')).status
    expect(session).toBe(200)
    expect(await refused(person.ask('GET', ''))).toMatchObject({ status: 401, code: 'session' })
    const again = await begun()
    const other = await openPortal(central)
    const stolen = portalPerson(central, other.credential)
    expect(await refused(stolen.ask('GET', ''))).toMatchObject({ code: 'session' })
    central.clock.advance(2 * 3_600_000 + 1)
    expect(await refused(again.person.ask('GET', ''))).toMatchObject({ code: 'session' })
  })

  test('ends when an officer has another password sent', async () => {
    const { rana, person } = await begun()
    await works(made, rana, { act: 'make_password', reason: 'lost', by: 'email' })
    await made.desk.sync.now()
    await central.mailer.pump()
    expect(await refused(person.ask('GET', ''))).toMatchObject({ code: 'session' })
  })
})

describe('what somebody sends', () => {
  test('twice under one id is one event', async () => {
    const { rana, person } = await begun()
    const declared = { request: randomUUID(), inCanada: true, statement: '2026-11' }
    const moved = { request: randomUUID(), home: rideau, card: 'home' }
    for (const [path, body] of [
      ['/presence', declared],
      ['/address', moved],
    ] as const)
      expect(await Promise.all([1, 2].map(async () => (await person.ask('POST', path, body)).status))).toEqual([
        200, 200,
      ])
    expect(await eventsOf(rana, 'confirmation.presence_declared')).toBe(1)
    expect(await eventsOf(rana, 'confirmation.address_set')).toBe(1)
    const view = await person.view()
    expect(view.presence).toMatchObject({ inCanada: true })
    expect(view.address?.home).toMatchObject({ province: 'ON', postalCode: 'K1N 9J7' })
    expect(JSON.stringify(view)).not.toContain(moved.request)
  })

  test('is refused with a code where it does not hold', async () => {
    const { person } = await begun()
    const statement = '2026-11'
    const post = (path: string, body: object) => refused(person.ask('POST', path, { request: randomUUID(), ...body }))
    expect(await post('/presence', { inCanada: true })).toMatchObject({ status: 422, code: 'schema' })
    expect(await post('/presence', { inCanada: true, statement, lastEntryOn: '2099-01-01' })).toMatchObject({
      ...{ status: 422, code: 'future' },
    })
    expect(await post('/address', { home: { ...rideau, province: 'QC' }, card: 'home' })).toMatchObject({
      ...{ status: 422, code: 'card_address', what: 'postal_province' },
    })
    expect(await post('/ecopr/downloads', {})).toMatchObject({ status: 409, code: 'ecopr', state: 'none' })
    expect(await post('/photo', { sha256: 'a'.repeat(64) })).toMatchObject({ status: 409, code: 'not_chosen' })
  })
})

describe('a photo', () => {
  test('may be replaced until it is sent, then it is locked', async () => {
    const { rana, person } = await begun()
    const choose = (bytes: Uint8Array) => person.ask('PUT', '/photo', bytes)
    const [first, second] = await Promise.all([1, 2].map((seed) => portraitJpeg(seed, {}, 720)))
    const one = (await (await choose(first ?? new Uint8Array())).json()) as { sha256: string; width: number }
    expect(one.width).toBe(720)
    const two = (await (await choose(second ?? new Uint8Array())).json()) as { sha256: string }
    const send = (sha256: string) => person.ask('POST', '/photo', { request: randomUUID(), sha256 })
    expect(await refused(send(one.sha256))).toMatchObject({ code: 'not_chosen' })
    expect((await send(two.sha256)).status).toBe(200)
    expect(await refused(send(two.sha256))).toMatchObject({ status: 409, code: 'photo', state: 'sent' })
    expect(await refused(choose(first ?? new Uint8Array()))).toMatchObject({ code: 'photo', state: 'sent' })
    expect((await person.view()).photo.state).toBe('sent')
    expect(await eventsOf(rana, 'confirmation.photo_sent')).toBe(1)
  })

  test('that is no picture, or is cut short, is refused at once', async () => {
    const { person } = await begun()
    const choose = (bytes: Uint8Array) => refused(person.ask('PUT', '/photo', bytes))
    expect(await choose(Buffer.from('%PDF-1.7'))).toMatchObject({ status: 415, code: 'media_type' })
    const whole = await portraitJpeg(1, {}, 720)
    expect(await choose(whole.subarray(0, whole.length / 2))).toMatchObject({ status: 422, code: 'photo_unreadable' })
    expect(await choose(new Uint8Array(4 * 1024 * 1024 + 1))).toMatchObject({ status: 413, code: 'too_large' })
  })
})

test('an erased confirmation leaves no account', async () => {
  const { rana, person } = await begun()
  await central.services.database.transact((tx) => eraseConfirmation(tx, rana))
  expect(await refused(person.ask('GET', ''))).toMatchObject({ status: 401, code: 'session' })
})

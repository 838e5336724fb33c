import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readMail } from '../../../src/central/simulate/read-mail.ts'
import { bounceOf } from '../../support/bounces.ts'
import { startTestCentral, type TestCentral } from '../../support/central.ts'
import { refusalOf } from '../../support/central-desk.ts'
import { openAccount, takeFamilyIn, works } from '../../support/confirmation-desk.ts'
import { portalPerson } from '../../support/confirmation-portal.ts'
import { openPortal } from '../../support/portal.ts'
import { portalDesks } from '../../support/portal-desk.ts'
import { startSmtp, type TestSmtp } from '../../support/smtp.ts'

/** Accounts of people who confirm permanent residence: a desk asks, the central makes and mails them, over a real SMTP server. */
const link = 'https://portal.example.org/'
let smtp: TestSmtp
let central: TestCentral
beforeAll(async () => {
  smtp = await startSmtp()
})
afterAll(() => smtp.close())
beforeEach(async () => {
  central = await startTestCentral({ smtp: smtp.settings, portalUrl: link })
})
const desks = portalDesks(() => central, ['caseworker'])
afterEach(async () => {
  await desks.close()
  await central.remove()
  smtp.mails.length = 0
})

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
/** What was mailed to somebody, decoded: the subject and the text of each. */
const mailsTo = (to: string) =>
  smtp.mails.filter((mail) => mail.to === to).map(({ raw }) => ({ ...readMail(raw), raw }))
const passwordIn = (text: string) => /[0-9a-z]{5}-[0-9a-z]{5}-[0-9a-z]{5}/.exec(text)?.[0]
const rowsOf = async (statement: string) => (await central.services.database.pool.query(statement)).rows

test('an account reaches its person in two mails, and the desk hears that each is out, but never the password', async () => {
  const made = await desks.enrol()
  const [rana] = await takeFamilyIn(made)
  await openAccount(made, rana, 'RHaddad01')
  await made.desk.sync.now()
  await central.mailer.pump()
  const [invitation, first, second, ...more] = mailsTo('rana@example.org')
  expect(more).toEqual([])
  expect(invitation?.subject).toBe('Confirm your permanent residence')
  const password = passwordIn(first?.text ?? '')
  expect(first?.text).toContain('Your user name is rhaddad01.')
  expect(first?.text).not.toContain(link)
  expect(second?.text).toContain(link)
  expect(second?.text).not.toContain('rhaddad01')
  expect(passwordIn(second?.text ?? '')).toBeUndefined()
  await made.desk.sync.now()
  const view = await made.desk.confirmations.get({ confirmationId: rana })
  expect(view.facts.account).toMatchObject({ state: 'password_out', sentOn: '2026-11-23', validUntil: '2026-12-07' })
  expect(view.timeline.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['confirmation.password_sent', 'confirmation.message_sent']),
  )
  // Neither the record, the central's tables nor its log hold it.
  const [kept] = await rowsOf('SELECT * FROM confirmation_account')
  expect(kept.password).toMatch(/^scrypt\$10\$8\$1\$/)
  const everywhere = JSON.stringify([view, kept, await rowsOf('SELECT * FROM mail'), central.lines])
  expect(password).toBeDefined()
  expect(everywhere).not.toContain(password)
  expect(JSON.stringify(central.lines)).not.toContain('rana@')
})

test('two people whom two desks give one user name have two; each is told theirs', async () => {
  const [one, other] = [await desks.enrol(), await desks.enrol()]
  const [rana, omar] = await takeFamilyIn(one)
  await one.desk.sync.now()
  await other.desk.sync.now()
  // Neither has heard of the other's account yet.
  await openAccount(one, rana, 'haddad')
  await openAccount(other, omar, 'haddad')
  await one.desk.sync.now()
  await other.desk.sync.now()
  await central.mailer.pump()
  expect(mailsTo('rana@example.org')[1]?.text).toContain('Your user name is haddad.')
  expect(mailsTo('omar@example.org')[1]?.text).toContain('Your user name is haddad2.')
  await one.desk.sync.now()
  expect((await one.desk.confirmations.get({ confirmationId: omar })).facts.account.userName).toBe('haddad2')
})

describe('another password', () => {
  test('asked for by an officer once the first ran out, replaces it; what was asked for before goes out no more', async () => {
    const made = await desks.enrol()
    const [rana] = await takeFamilyIn(made)
    await openAccount(made, rana, 'rhaddad01')
    await made.desk.sync.now()
    await central.mailer.pump()
    made.time.now += 15 * dayMs
    central.clock.advance(15 * dayMs)
    const page = await made.desk.confirmations.page({ limit: 50, queue: 'password_expired' })
    expect(page.rows.map(({ confirmationId }) => confirmationId)).toEqual([rana])
    smtp.mails.length = 0
    await works(made, rana, { act: 'make_password', reason: 'expired', by: 'email' })
    await works(made, rana, { act: 'make_password', reason: 'lost', by: 'email' })
    await made.desk.sync.now()
    const [before] = await rowsOf('SELECT password FROM confirmation_account')
    await central.mailer.pump()
    expect(mailsTo('rana@example.org').map(({ subject }) => subject)).toEqual([
      'Your temporary password',
      'Your portal account',
    ])
    const [after] = await rowsOf('SELECT password FROM confirmation_account')
    expect(after.password).not.toBe(before.password)
    expect(await rowsOf("SELECT state, code FROM mail WHERE code = 'superseded'")).toHaveLength(1)
  })
})

describe('a central that is stopped between a mail and its record', () => {
  test('sends another password and says so, in the mail and in the record', async () => {
    const made = await desks.enrol()
    const [rana] = await takeFamilyIn(made)
    await openAccount(made, rana, 'rhaddad01')
    await made.desk.sync.now()
    await central.mailer.pump()
    const sent = mailsTo('rana@example.org')
    // As the database stands when the process dies with the mail in its hand.
    await rowsOf("UPDATE mail SET state = 'waiting', in_hand = true, ended = NULL WHERE key LIKE '%/password'")
    smtp.mails.length = 0
    central.clock.advance(11 * minuteMs)
    await central.mailer.pump()
    const [again, ...more] = mailsTo('rana@example.org')
    expect(more).toEqual([])
    expect(idOf(again?.raw)).toBe(idOf(sent[1]?.raw))
    expect(again?.text).toContain('it replaces any other')
    expect(passwordIn(again?.text ?? '')).not.toBe(passwordIn(sent[1]?.text ?? ''))
    await made.desk.sync.now()
    const { timeline } = await made.desk.confirmations.get({ confirmationId: rana })
    const said = timeline.filter(({ type }) => type === 'confirmation.password_sent').map(({ text }) => text.en)
    expect(said.filter((text) => text.includes('may have gone out before'))).toHaveLength(1)
  })
})

test('what a desk brings of long ago is no mail any more', async () => {
  const made = await desks.enrol()
  const [rana, omar] = await takeFamilyIn(made)
  await works(made, rana, { act: 'invite' })
  central.clock.advance(31 * dayMs)
  made.time.now = central.clock.now()
  await made.desk.sync.now()
  await works(made, omar, { act: 'invite' })
  await made.desk.sync.now()
  await central.mailer.pump()
  expect(mailsTo('rana@example.org')).toEqual([])
  expect(smtp.mails).toHaveLength(1)
})

describe('an address that no mail reaches', () => {
  test('is a contact task at the desk; the password in what came back opens nothing', async () => {
    const made = await desks.enrol()
    const [rana] = await takeFamilyIn(made)
    await openAccount(made, rana, 'rhaddad01')
    await made.desk.sync.now()
    await central.mailer.pump()
    // Somebody signed in with it before it came back.
    const person = portalPerson(central, (await openPortal(central)).credential)
    await person.signIn('rhaddad01', passwordIn(mailsTo('rana@example.org')[1]?.text ?? '') ?? '')
    await central.mailer.bounce(bounceOf({ mail: idOf(mailsTo('rana@example.org')[1]?.raw), by: 'envelope' }))
    const own = await person.ask('PUT', '/password', { password: 'correct horse battery' })
    expect(await refusalOf(own)).toMatchObject({ status: 401, code: 'session' })
    expect(await rowsOf('SELECT password FROM confirmation_account')).toEqual([{ password: null }])
    await made.desk.sync.now()
    const { facts } = await made.desk.confirmations.get({ confirmationId: rana })
    expect(facts.contact).toMatchObject({ state: 'open', why: 'unreachable', note: '5.1.1' })
  })
})

const idOf = (raw = '') => /^Message-ID: <([^@]+)@/m.exec(raw)?.[1] ?? ''

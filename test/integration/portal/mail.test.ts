import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { main } from '../../../src/central/cli/main.ts'
import { sweepDrafts } from '../../../src/central/portal/drafts.ts'
import { nodeClock, nodeRandom, nodeTimers } from '../../../src/central/ports/node.ts'
import { bounceOf } from '../../support/bounces.ts'
import { startTestCentral, type TestCentral } from '../../support/central.ts'
import { refusalOf } from '../../support/central-desk.ts'
import { openPortal, type TestPortal } from '../../support/portal.ts'
import { portalDesks } from '../../support/portal-desk.ts'
import { startSmtp, type TestSmtp } from '../../support/smtp.ts'

/** Notices by mail: a desk writes to a person, a whole central on a real PostgreSQL mails through a real SMTP server. */
let smtp: TestSmtp
let central: TestCentral
let portal: TestPortal
beforeAll(async () => {
  smtp = await startSmtp()
  central = await startTestCentral({ smtp: smtp.settings })
  portal = await openPortal(central)
})
afterAll(async () => {
  await central.remove()
  await smtp.close()
})
const desks = portalDesks(() => central)
afterEach(desks.close)

async function personWith(email: string, language: 'en' | 'fr' = 'fr') {
  const account = await portal.account(randomUUID(), { email, language })
  return portal.file(account)
}
const written = { language: 'fr', subject: 'Un document manque', text: 'Le passeport de Mme Diallo.' } as const
const mailsTo = (to: string) => smtp.mails.filter((mail) => mail.to === to).map(({ raw }) => raw)
const idOf = (raw = '') => /^Message-ID: <([^@]+)@/m.exec(raw)?.[1] ?? ''
const minuteMs = 60_000

async function typed(argv: readonly string[]): Promise<{ status: number; out: string[] }> {
  const out: string[] = []
  const world = { version: '0.0.0', clock: nodeClock, random: nodeRandom, timers: nodeTimers, env: {} }
  const stopwatch = () => performance.now()
  const stopped = new Promise<string>(() => {})
  const status = await main(argv, { ...world, stopwatch, stopped, out: (line) => out.push(line), err: () => {} })
  return { status, out }
}

describe('a message of the office', () => {
  test('is announced by mail once, in the person’s language, with nothing of the person or the claim in it', async () => {
    const { claim: claimId, applicationNumber } = await personWith('aissatou@example.com')
    const { desk } = await desks.enrol()
    await desk.messages.send({ claimId, ...written })
    await desk.sync.now()
    await desk.sync.now()
    await Promise.all([central.mailer.pump(), central.mailer.pump()])
    await central.mailer.pump()
    const [raw = '', ...more] = mailsTo('aissatou@example.com')
    expect(more).toEqual([])
    expect(raw).toMatch(/^Subject: Vous avez un message dans votre compte\r$/m)
    expect(raw).toMatch(/^Content-Language: fr\r$/m)
    expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m)
    for (const secret of ['Diallo', 'Aïssatou', applicationNumber, 'passeport', 'document manque', 'http'])
      expect(raw).not.toContain(secret)
    const { rows } = await central.services.database.pool.query('SELECT state, sealed FROM mail WHERE mail = $1', [
      idOf(raw),
    ])
    expect(rows).toEqual([{ state: 'sent', sealed: null }])
  })

  test('to somebody who gave no address is in the account alone', async () => {
    const { claim: claimId } = await portal.file(await portal.account())
    const { desk } = await desks.enrol()
    await desk.messages.send({ claimId, ...written })
    await desk.sync.now()
    const { rows } = await central.services.database.pool.query('SELECT 1 FROM mail WHERE subject = $1', [claimId])
    expect(rows).toEqual([])
  })

  test('is tried again when the server says not now, and later than before each time', async () => {
    const to = 'later@example.com'
    const { claim: claimId } = await personWith(to)
    const { desk } = await desks.enrol()
    smtp.says(to, { code: 451, text: '4.7.1 greylisted' })
    await desk.messages.send({ claimId, ...written })
    await desk.sync.now()
    expect(await central.mailer.pump()).toMatchObject({ later: 1 })
    expect(await central.mailer.pump()).toMatchObject({ later: 0 })
    central.clock.advance(6 * minuteMs)
    expect(await central.mailer.pump()).toMatchObject({ later: 1 })
    smtp.says(to)
    central.clock.advance(4 * minuteMs)
    expect(await central.mailer.pump()).toMatchObject({ sent: 0, later: 0 })
    central.clock.advance(8 * minuteMs)
    expect(await central.mailer.pump()).toMatchObject({ sent: 1 })
    expect(await central.mailer.state()).toMatchObject({ state: 'ready', waiting: 0 })
  })

  test('whose fate is unknown, since the server broke off, goes again under the same Message-ID', async () => {
    const to = 'twice@example.com'
    const { claim: claimId } = await personWith(to)
    const { desk } = await desks.enrol()
    await desk.messages.send({ claimId, ...written })
    await desk.sync.now()
    smtp.breaksOff(to)
    expect(await central.mailer.pump()).toMatchObject({ later: 1 })
    expect(await central.mailer.state()).toMatchObject({ state: 'failing' })
    central.clock.advance(2 * minuteMs)
    expect(await central.mailer.pump()).toMatchObject({ sent: 1 })
    const [first, second] = mailsTo(to)
    expect(idOf(second)).toBe(idOf(first))
  })
})

describe('an address that no mail reaches', () => {
  test('refused for good: the office reads it on the claim, with what the server said', async () => {
    const to = 'nobody@example.com'
    const { claim: claimId } = await personWith(to, 'en')
    const { desk } = await desks.enrol()
    smtp.says(to, { code: 550, text: '5.1.1 no such user' })
    await desk.messages.send({ claimId, ...written })
    await desk.sync.now()
    expect(await central.mailer.pump()).toMatchObject({ refused: 1 })
    await desk.sync.now()
    const { unreachable, messages } = await desk.messages.ofClaim({ claimId })
    expect(unreachable).toMatchObject({ how: 'bounced', code: '550 5.1.1' })
    expect(messages).toMatchObject([{ service: { served: false } }])
    expect((await desk.claims.get({ claimId })).unreachable).toEqual(unreachable)
    // Reached by telephone: what is written from then on counts, what had come back does not.
    await desk.messages.reachedAgain({ claimId, reason: 'She called' })
    const again = await desk.messages.send({ claimId, ...written })
    expect(again.messages.map(({ service }) => service?.served)).toEqual([false, true])
    central.clock.advance(60 * minuteMs)
    expect(await central.mailer.pump()).toEqual({ sent: 0, refused: 0, later: 0 })
  })

  test('a bounce that comes later says the same, once however often it is handed over', async () => {
    const to = 'moved@example.com'
    const { claim: claimId } = await personWith(to)
    const { desk } = await desks.enrol()
    await desk.messages.send({ claimId, ...written })
    await desk.sync.now()
    await central.mailer.pump()
    const raw = bounceOf({ mail: idOf(mailsTo(to)[0]), by: 'envelope' })
    expect((await handOver(raw)).status).toBe(200)
    expect((await handOver(raw)).status).toBe(200)
    await desk.sync.now()
    expect((await desk.messages.ofClaim({ claimId })).unreachable).toMatchObject({ how: 'bounced', code: '5.1.1' })
    const timeline = await desk.claims.timeline({ claimId })
    expect(timeline.filter(({ type }) => type === 'claim.mail_failed')).toHaveLength(1)
  })

  test('what is no bounce, or is about no mail of ours, is refused and changes nothing', async () => {
    expect(await refusalOf(await handOver('Subject: I am away'))).toMatchObject({ status: 422, code: 'no_bounce' })
    const unknown = bounceOf({ mail: randomUUID(), by: 'envelope' })
    expect(await refusalOf(await handOver(unknown))).toMatchObject({ status: 404, code: 'no_mail' })
    expect((await handOver(unknown, 'x'.repeat(43))).status).toBe(401)
  })

  test('an administrator hands one over at the command line', async () => {
    const to = 'gone@example.com'
    const { claim: claimId } = await personWith(to)
    const { desk } = await desks.enrol()
    await desk.messages.send({ claimId, ...written })
    await desk.sync.now()
    await central.mailer.pump()
    const file = join(central.folder, 'bounce.eml')
    writeFileSync(file, bounceOf({ mail: idOf(mailsTo(to)[0]), by: 'message' }))
    const at = ['--data', central.folder, '--database', central.databaseUrl]
    expect(await typed([...at, 'mail', 'bounce', file])).toMatchObject({ status: 0 })
    expect((await typed([...at, 'mail', 'status'])).out.join()).toContain('waiting 0')
    writeFileSync(file, 'Subject: hello')
    expect(await typed([...at, 'mail', 'bounce', file])).toMatchObject({ status: 1 })
    await desk.sync.now()
    expect((await desk.messages.ofClaim({ claimId })).unreachable).toMatchObject({ how: 'bounced' })
  })

  const handOver = (body: string, credential = portal.credential) =>
    fetch(`${central.url}/mail/v1/bounces`, {
      method: 'POST',
      headers: { authorization: `Bearer ${credential}`, 'content-type': 'application/octet-stream' },
      body,
    })
})

test('while no server is set, mails wait and the service says so; set, they go', async () => {
  const bare = await startTestCentral()
  try {
    const people = await openPortal(bare)
    const account = await people.account(randomUUID(), { email: 'waits@example.com', language: 'en' })
    await people.ask('PUT', `/accounts/${account}/draft`, { draft: randomUUID(), form: {} })
    bare.clock.advance(76 * 86_400_000)
    await sweepDrafts(bare.services)
    await sweepDrafts(bare.services)
    expect(await bare.mailer.pump()).toEqual({ sent: 0, refused: 0, later: 0 })
    const ready = await (await fetch(`${bare.url}/readyz`)).json()
    expect(ready).toMatchObject({ status: 'ready', mail: { state: 'off', waiting: 1, oldest: expect.any(String) } })
  } finally {
    await bare.remove()
  }
})

test('while the server answers nobody, mails wait and the service says so', async () => {
  const gone = await startSmtp()
  await gone.close()
  const alone = await startTestCentral({ smtp: gone.settings })
  try {
    const people = await openPortal(alone)
    for (const email of ['a@example.com', 'b@example.com']) {
      const account = await people.account(randomUUID(), { email })
      await people.ask('PUT', `/accounts/${account}/draft`, { draft: randomUUID(), form: {} })
    }
    alone.clock.advance(76 * 86_400_000)
    await sweepDrafts(alone.services)
    expect(await alone.mailer.pump()).toEqual({ sent: 0, refused: 0, later: 1 })
    expect(await alone.mailer.state()).toMatchObject({ state: 'failing', waiting: 2, code: 'ESOCKET' })
  } finally {
    await alone.remove()
  }
})

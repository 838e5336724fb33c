import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sha256, verifyEd25519 } from '../../../src/central/sync/crypto.ts'
import { deviceId } from '../../../src/main/store/identity.ts'
import { deviceIdOf } from '../../../src/shared/sync/device-id.ts'
import { type Statement, statementBytes, wipeContent } from '../../../src/shared/sync/statement.ts'
import { startTestCentral, type TestCentral } from '../../support/central.ts'
import { commandAt } from '../../support/central-command.ts'
import { admit, answered, refusalOf, type WireDesk, wireDesk } from '../../support/central-desk.ts'

let central: TestCentral
beforeAll(async () => {
  central = await startTestCentral()
})
afterAll(() => central.remove())

const command = (...argv: string[]) => commandAt(central, ...argv)
const codeFor = async (office = 'lacolle-15') => (await command('enrol-code', '--office', office)).out[0]!
const enrol = (desk: WireDesk, code: string, changes = {}) =>
  desk.ask(central, 'POST', '/v1/devices', {
    code,
    publicKey: Buffer.from(desk.publicKey).toString('base64'),
    stream: desk.stream,
    ...changes,
  })
const hello = async (desk: WireDesk) => desk.ask(central, 'GET', '/v1/sync/hello')

describe('enrolment', () => {
  test('adopts a desk and its chain by a one-time code, once a second officer has said yes', async () => {
    const desk = wireDesk()
    const answer = await enrol(desk, (await codeFor()).toLowerCase().replaceAll('-', ' '))
    expect(answer.status).toBe(201)
    expect(await answer.json()).toMatchObject({ device: desk.device, office: 'lacolle-15', status: 'waiting' })
    expect(await refusalOf(await hello(desk))).toMatchObject({ status: 403, code: 'device_waiting' })
    expect((await command('devices')).out.join()).toContain(`${desk.device}  waiting  lacolle-15`)
    expect((await command('approve', desk.device)).status).toBe(0)
    expect((await desk.push(central)).durable).toBe(3)
    expect((await command('approve', desk.device)).status).toBe(1)
  })

  test('a code serves one desk, for a day; the same desk may ask again', async () => {
    const [first, second] = [wireDesk(), wireDesk()]
    const code = await codeFor()
    expect((await enrol(first, code)).status).toBe(201)
    expect((await enrol(first, code)).status).toBe(201)
    expect(await refusalOf(await enrol(second, code))).toMatchObject({ status: 403, code: 'code' })
    expect(await refusalOf(await enrol(second, 'ABCDE'))).toMatchObject({ code: 'code' })
    const late = await codeFor()
    central.clock.advance(24 * 3_600_000)
    expect(await refusalOf(await enrol(second, late))).toMatchObject({ code: 'code' })
  })

  test('whoever does not hold the key, or brings another office’s stream, is turned away', async () => {
    const [desk, other] = [wireDesk(), wireDesk()]
    const stolen = { publicKey: Buffer.from(other.publicKey).toString('base64') }
    expect(await refusalOf(await enrol(desk, await codeFor(), stolen))).toMatchObject({ code: 'signature' })
    await enrol(desk, await codeFor())
    const refused = await enrol(other, await codeFor('windsor-detroit-tunnel'), { stream: desk.stream })
    expect(await refusalOf(refused)).toMatchObject({ status: 409, code: 'stream_taken' })
    expect((await command('enrol-code', '--office', 'nowhere')).err.join()).toContain('nowhere')
  })

  test('an administrator at another desk of the office approves; nobody else, and no desk itself', async () => {
    const [desk, other, stranger] = [wireDesk(), wireDesk(), wireDesk()]
    await admit(central, desk)
    await admit(central, stranger, 'windsor-detroit-tunnel')
    await desk.push(central)
    await stranger.push(central)
    await enrol(other, await codeFor())
    const approve = async (at: WireDesk, officer: string, device = other.device) =>
      at.ask(central, 'POST', `/v1/devices/${device}/approval`, { officer })
    expect(await refusalOf(await approve(desk, v7()))).toMatchObject({ code: 'not_entitled' })
    expect(await refusalOf(await approve(desk, desk.admin, desk.device))).toMatchObject({ code: 'not_entitled' })
    expect(await refusalOf(await approve(stranger, stranger.admin))).toMatchObject({ code: 'no_device' })
    expect(await refusalOf(await approve(other, desk.admin))).toMatchObject({ code: 'device_waiting' })
    expect(await answered(await approve(desk, desk.admin))).toMatchObject({ status: 'active', approvedBy: desk.admin })
    const { devices } = await answered<any>(await other.ask(central, 'GET', '/v1/devices'))
    expect(devices).toContainEqual(expect.objectContaining({ device: desk.device, status: 'active' }))
    expect(devices.map(({ device }: any) => device)).not.toContain(stranger.device)
  })

  test('the id of a device follows from its key as the desk reckons it', () => {
    const key = new Uint8Array(randomBytes(32))
    expect(deviceIdOf(sha256, key)).toBe(deviceId(key))
  })
})

describe('revocation', () => {
  test('turns a desk away with a signed order to wipe itself; what it still hands in is kept, withheld', async () => {
    const [desk, other] = [wireDesk(), wireDesk()]
    const enrolled = await answered<any>(await enrol(desk, await codeFor()))
    await command('approve', desk.device)
    await admit(central, other)
    const { epoch } = await desk.hello(central)
    expect((await command('revoke', desk.device, '--reason', 'stolen')).status).toBe(0)

    const refused = await refusalOf(await hello(desk))
    expect(refused).toMatchObject({ status: 403, code: 'device_revoked' })
    const wipe = refused.wipe as Statement
    expect(wipe.key).toBe(enrolled.centralKey)
    const bytes = statementBytes('wipe', wipe.content)
    expect(verifyEd25519(Buffer.from(wipe.key, 'base64'), Buffer.from(wipe.signature, 'base64'), bytes)).toBe(true)
    expect(wipeContent.parse(JSON.parse(wipe.content)).device).toBe(desk.device)

    const late = await answered<any>(await desk.ask(central, 'POST', '/v1/sync/push', desk.batch(epoch)))
    expect(late.verdicts.map(({ why }: any) => why)).toEqual(Array(3).fill('sync.device_revoked'))
  })
})

describe('signed requests', () => {
  let desk: WireDesk
  beforeAll(async () => {
    desk = wireDesk()
    await admit(central, desk)
  })
  const now = () => Math.floor(central.clock.now() / 1000)
  const ask = async (given: Parameters<WireDesk['ask']>[4]) =>
    desk.ask(central, 'GET', '/v1/sync/hello', undefined, given)

  test('count for five minutes either side, and tell a desk whose clock is off the time', async () => {
    for (const created of [now() - 299, now() + 299]) expect((await ask({ created })).status).toBe(200)
    for (const created of [now() - 302, now() + 302])
      expect(await refusalOf(await ask({ created }))).toMatchObject({
        status: 401,
        code: 'signature_time',
        serverTime: new Date(central.clock.now()).toISOString(),
      })
  })

  test('count once', async () => {
    expect((await ask({ nonce: 'once' })).status).toBe(200)
    expect(await refusalOf(await ask({ nonce: 'once' }))).toMatchObject({ status: 401, code: 'replayed' })
    central.clock.advance(11 * 60_000)
    expect((await ask({ nonce: 'once' })).status).toBe(200)
  })

  test('of an unknown device, of none, or over another body are refused', async () => {
    expect(await refusalOf(await hello(wireDesk()))).toMatchObject({ status: 401, code: 'signature' })
    expect(await refusalOf(await fetch(`${central.url}/v1/sync/hello`))).toMatchObject({
      status: 401,
      code: 'signature',
    })
    const digest = { 'content-digest': 'sha-256=:AAAA:' }
    expect((await ask({ headers: digest })).status).toBe(401)
    const body = await desk.ask(central, 'POST', '/v1/sync/push', { a: 1 })
    expect(body.status).toBe(422)
  })
})

test('a device that asks too often is told when to come back; others go on', async () => {
  const slow = await startTestCentral({ requestsPerSecond: 2 })
  const [desk, other] = [wireDesk(), wireDesk()]
  await admit(slow, desk)
  await admit(slow, other)
  const ask = async (at: WireDesk) => at.ask(slow, 'GET', '/v1/sync/hello')
  for (let n = 0; n < 8; n++) expect((await ask(desk)).status).toBe(200)
  const refused = await ask(desk)
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBe(1)
  expect((await ask(other)).status).toBe(200)
  slow.clock.advance(500)
  expect((await ask(desk)).status).toBe(200)
  await slow.remove()
})

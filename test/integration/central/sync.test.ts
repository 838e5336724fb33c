import { randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip, zstdCompress } from 'node:zlib'
import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sha256, verifyEd25519 } from '../../../src/central/sync/crypto.ts'
import { batchBytes } from '../../../src/shared/sync/batch.ts'
import { commitmentOf } from '../../../src/shared/sync/event-header.ts'
import { erasureContent, statementBytes } from '../../../src/shared/sync/statement.ts'
import { helloAnswer, pullAnswer, pushAnswer } from '../../../src/shared/sync/wire.ts'
import { asked, startTestCentral, type TestCentral } from '../../support/central.ts'
import { admit, answered, refusalOf, twoDesksOf, type WireDesk, wireDesk } from '../../support/central-desk.ts'

let central: TestCentral
beforeAll(async () => {
  central = await startTestCentral()
})
afterAll(() => central.remove())

/** Two desks of one office that write into one stream. */
let desk: WireDesk
let other: WireDesk
beforeEach(async () => {
  ;[desk, other] = await twoDesksOf(central)
})

/** Enrols an officer at the desk with these roles, and gives their id. */
function officer(at: WireDesk, roles: any[] = ['border_officer'], hlc?: [number, number]): string {
  const id = v7()
  at.add(
    'officer.enrolled',
    { userName: id.slice(-8), displayName: 'A', roles, jurisdiction: 'office' },
    { subject: { kind: 'officer', id }, ...(hlc ? { hlc } : {}) },
  )
  return id
}
const openClaim = (at: WireDesk, actor: string, id = v7()) =>
  at.add(
    'claim.opened',
    {
      person: v7(),
      office: at.stream,
      applicationNumber: `A${id.slice(-10)}`,
      channel: 'port_of_entry',
      claimDate: '2026-11-20' as never,
    },
    { actor, subject: { kind: 'claim', id } },
  )
const meet = (at: WireDesk, actor: string, id = v7(), rule = 'appointment') =>
  at.add('claim.deadline_met', { rule, on: '2026-11-20' as never }, { actor, subject: { kind: 'claim', id } })

describe('hello', () => {
  test('tells history, time, streams in scope and what is held of the own chain', async () => {
    const before = helloAnswer.parse(await desk.hello(central))
    expect(before.streams).toContainEqual({
      stream: desk.stream,
      head: 0,
      mine: { sequence: 0, hash: Buffer.alloc(32).toString('base64') },
    })
    expect(before.serverTime).toBe(new Date(central.clock.now()).toISOString())
    await desk.push(central)
    const after = await desk.hello(central)
    const { head } = desk.batch(after.epoch)
    expect(after.streams).toContainEqual({ stream: desk.stream, head: 3, mine: head })
  })
})

describe('push', () => {
  test('places a chain in the order of the stream and says what became of each event', async () => {
    const answer = pushAnswer.parse(await desk.push(central))
    expect(answer).toEqual({
      durable: 3,
      verdicts: [1, 2, 3].map((n) => ({ sequence: n, position: n, verdict: 'ok' })),
    })
    const rest = await other.push(central)
    expect(rest.verdicts.map(({ position }) => position)).toEqual([4, 5, 6])
  })

  test('sent again, whole or overlapping, changes nothing and is answered as before', async () => {
    const first = await desk.push(central)
    expect(await desk.push(central)).toEqual(first)
    const ana = officer(desk)
    openClaim(desk, ana)
    const overlapping = await desk.push(central, 2)
    expect(overlapping.verdicts).toEqual([
      ...first.verdicts.slice(1),
      { sequence: 4, position: 4, verdict: 'ok' },
      { sequence: 5, position: 5, verdict: 'ok' },
    ])
    expect((await other.pull(central)).events.length).toBe(5)
  })

  test('at the same time from one device twice is one push', async () => {
    const [a, b] = await Promise.all([desk.push(central), desk.push(central)])
    expect(a).toEqual(b)
    expect((await other.pull(central)).head).toBe(3)
  })

  test('with a gap names the head from which to go on', async () => {
    await desk.push(central, 1, 1)
    const { epoch } = await desk.hello(central)
    const refused = await refusalOf(await desk.ask(central, 'POST', '/v1/sync/push', desk.batch(epoch, 3)))
    expect(refused).toMatchObject({ status: 409, code: 'gap', head: 1 })
  })

  test('of a copied device is found out: two pasts under one key', async () => {
    await desk.push(central)
    const copy = desk.copy()
    officer(desk)
    officer(copy)
    officer(copy)
    await desk.push(central)
    const { epoch } = await copy.hello(central)
    for (const from of [1, 4, 5]) {
      const refused = await refusalOf(await copy.ask(central, 'POST', '/v1/sync/push', copy.batch(epoch, from)))
      expect(refused).toMatchObject({ status: 409, code: 'fork' })
    }
  })

  test('of another history of the central is turned away before anything is read', async () => {
    const refused = await refusalOf(await desk.ask(central, 'POST', '/v1/sync/push', desk.batch(v7())))
    expect(refused).toMatchObject({ status: 409, code: 'epoch' })
  })

  test('into a stream of another office is out of scope, to write and to read', async () => {
    const stranger = wireDesk()
    await admit(central, stranger, 'windsor')
    const { epoch } = await stranger.hello(central)
    const batch = { ...stranger.batch(epoch), stream: desk.stream }
    expect(await refusalOf(await stranger.ask(central, 'POST', '/v1/sync/push', batch))).toMatchObject({
      code: 'scope',
    })
    const pull = await stranger.ask(central, 'GET', `/v1/sync/pull?stream=${desk.stream}`)
    expect(await refusalOf(pull)).toMatchObject({ status: 403, code: 'scope' })
  })

  test.each([
    [
      'a body that was changed',
      (b: any) => ({ ...b, events: b.events.map((e: any) => ({ ...e, body: '{}' })) }),
      'fork',
    ],
    [
      'a signature of other bytes',
      (b: any) => ({ ...b, signature: Buffer.alloc(64).toString('base64') }),
      'batch_signature',
    ],
    ['events out of order', (b: any) => ({ ...b, events: b.events.toReversed() }), 'schema'],
    ['a head that is not the last event', (b: any) => ({ ...b, head: { ...b.head, sequence: 2 } }), 'schema'],
    ['no events', (b: any) => ({ ...b, events: [] }), 'schema'],
    [
      'a body above 64 KiB',
      (b: any) => ({ ...b, events: [{ ...b.events[0], body: `"${'x'.repeat(65_536)}"` }, ...b.events.slice(1)] }),
      'too_large',
    ],
    [
      'a letter that no database holds',
      (b: any) => ({ ...b, events: b.events.map((e: any) => ({ ...e, type: 'a\u0000b' })) }),
      'fork',
    ],
  ])('with %s is refused and leaves nothing', async (_, change, code) => {
    const { epoch } = await desk.hello(central)
    const refused = await refusalOf(await desk.ask(central, 'POST', '/v1/sync/push', change(desk.batch(epoch))))
    expect(refused.code).toBe(code)
    expect((await other.pull(central)).head).toBe(0)
  })

  test('of values that no column holds is refused, not a bug', async () => {
    desk.add('claim.deadline_met', { rule: 'x', on: '2026-11-20' as never }, { type: 'a\u0000b' })
    const { epoch } = await desk.hello(central)
    const refused = await refusalOf(await desk.ask(central, 'POST', '/v1/sync/push', desk.batch(epoch)))
    expect(refused).toMatchObject({ status: 422, code: 'schema', reason: 'value' })
  })

  test('of an id that stands in the stream already is refused', async () => {
    await desk.push(central)
    other.add('officer.disabled', { reason: 'left' }, { id: desk.chain[0]!.id, subject: { kind: 'officer', id: v7() } })
    const { epoch } = await other.hello(central)
    const refused = await refusalOf(await other.ask(central, 'POST', '/v1/sync/push', other.batch(epoch)))
    expect(refused).toMatchObject({ code: 'schema', reason: 'duplicate_id' })
  })
})

describe('bodies of requests', () => {
  const send = async (bytes: Uint8Array, headers: Record<string, string>) =>
    desk.ask(central, 'POST', '/v1/sync/push', undefined, {
      raw: bytes,
      headers: { 'content-type': 'application/json', ...headers },
    })

  test('come packed as zstd, as gzip or not at all', async () => {
    const { epoch } = await desk.hello(central)
    const plain = Buffer.from(JSON.stringify(desk.batch(epoch)))
    for (const [bytes, encoding] of [
      [await promisify(zstdCompress)(plain), 'zstd'],
      [await promisify(gzip)(plain), 'gzip'],
      [plain, 'identity'],
    ] as const)
      expect((await answered<any>(await send(bytes, { 'content-encoding': encoding }))).durable).toBe(3)
  })

  test.each([
    ['unpacks to more than 32 MiB', async () => promisify(zstdCompress)(Buffer.alloc(33 * 1024 * 1024)), 'zstd', 413],
    ['is larger than 8 MiB', async () => randomBytes(8 * 1024 * 1024 + 1), 'identity', 413],
    ['is not what it says', async () => Buffer.from('{}'), 'zstd', 400],
    ['is packed in an unknown way', async () => Buffer.from('{}'), 'br', 415],
    ['is no JSON', async () => Buffer.from('{'), 'identity', 400],
  ])('that %s is refused', async (_, bytes, encoding, status) => {
    expect((await send(await bytes(), { 'content-encoding': encoding })).status).toBe(status)
  })

  test('answers come packed where the asking side takes it', async () => {
    for (let n = 0; n < 20; n++) officer(desk)
    await desk.push(central)
    const answer = await other.ask(central, 'GET', `/v1/sync/pull?stream=${desk.stream}`, undefined, {
      headers: { 'accept-encoding': 'gzip' },
    })
    expect(answer.headers.get('content-encoding')).toBe('gzip')
  })
})

describe('pull', () => {
  test('gives events of others whole and own ones by name, page by page, without a hole', async () => {
    await desk.push(central)
    await other.push(central)
    const pages = [await other.pull(central, 0, 2), await other.pull(central, 2, 2), await other.pull(central, 4, 2)]
    const events = pages.flatMap((page) => pullAnswer.parse(page).events)
    expect(events.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6])
    expect(events.slice(0, 3).map(({ event }) => event)).toEqual(desk.chain)
    expect(events.slice(3)).toEqual(
      other.chain.map(({ id }, i) => ({ position: 4 + i, device: other.device, own: id })),
    )
    expect((await other.pull(central, 6)).events).toEqual([])
  })

  test('names own events that stand in a row together, for a desk that asks; one that lost its place stands alone', async () => {
    const [ana, ben] = [officer(desk, ['photo_reviewer']), officer(other, ['photo_reviewer'])]
    const subject = { kind: 'photo', id: v7() } as const
    desk.add('photo.approved', { on: '2026-11-20' as never }, { actor: ana, subject })
    const late = other.add('photo.approved', { on: '2026-11-20' as never }, { actor: ben, subject })
    officer(other)
    await other.push(central, 1, 2)
    await desk.push(central)
    await other.push(central, 3)
    const asked = async (after: number, limit = 500) => {
      const path = `/v1/sync/pull?stream=${other.stream}&after=${after}&limit=${limit}&own=runs`
      return pullAnswer.parse(await (await other.ask(central, 'GET', path)).json())
    }
    const all = await asked(0)
    const own = all.events.filter(({ device }) => device === other.device)
    expect(own).toMatchObject([{ own: late.id, verdict: 'superseded' }])
    const named = all.events.length + (all.runs ?? []).reduce((sum, { count }) => sum + count, 0)
    expect(named).toBe(all.head)
    expect(all.runs?.[0]).toEqual({ position: 1, sequence: 1, count: 2 })
    for (const { position, sequence, count } of all.runs ?? []) {
      const each = (await other.pull(central, position - 1, count)).events.map(({ own: id }) => id)
      expect(each).toEqual(other.chain.slice(sequence - 1, sequence - 1 + count).map(({ id }) => id))
    }
    const part = await asked(0, 1)
    expect(part.events.map(({ position }) => position)).toEqual([3])
    expect(part.runs).toEqual([{ position: 1, sequence: 1, count: 2 }])
  })

  test('brings what devices vouched for: every batch that ends on the page, to check with the device’s key', async () => {
    await desk.push(central, 1, 2)
    await desk.push(central, 3, 3)
    const { batches } = await other.pull(central)
    expect(batches.map(({ head }) => head.sequence)).toEqual([2, 3])
    for (const { device, publicKey, head, signature } of batches) {
      const bytes = batchBytes(desk.stream, device, head.sequence, Buffer.from(head.hash, 'base64'))
      expect(verifyEd25519(Buffer.from(publicKey, 'base64'), Buffer.from(signature, 'base64'), bytes)).toBe(true)
    }
    expect((await other.pull(central, 0, 1)).batches).toEqual([])
  })
})

describe('decisions that are taken once', () => {
  test('go to the first in the order of the stream; the other is kept, superseded, until it has seen the first', async () => {
    const [ana, ben] = [officer(desk, ['photo_reviewer']), officer(other, ['photo_reviewer'])]
    const id = v7()
    const decide = (at: WireDesk, actor: string, bases: string[] = []) =>
      at.add('photo.approved', { on: '2026-11-20' as never }, { actor, subject: { kind: 'photo', id }, bases })
    const first = decide(desk, ana)
    decide(other, ben)
    expect((await desk.push(central)).verdicts.at(-1)).toMatchObject({ verdict: 'ok' })
    expect((await other.push(central)).verdicts.at(-1)).toMatchObject({
      verdict: 'superseded',
      why: 'sync.decided_elsewhere',
    })
    decide(other, ben, [first.id])
    expect((await other.push(central)).verdicts.at(-1)).toMatchObject({ verdict: 'ok' })
    const { events } = await desk.pull(central)
    expect(events.map(({ verdict = 'ok' }) => verdict)).toEqual([...Array(9).fill('ok'), 'superseded', 'ok'])
  })
})

describe('who may write what', () => {
  test('an unknown actor, a role that was never held and a body that does not fit wait in quarantine: header only', async () => {
    const ana = officer(desk)
    const clerk = officer(desk, ['photo_reviewer'])
    openClaim(desk, v7())
    openClaim(desk, clerk)
    desk.add('claim.deadline_met', { nothing: 1 } as never, { actor: ana })
    desk.add('claim.deadline_met', { rule: 'x', on: '2026-11-20' as never }, { actor: ana, visibility: 'internal' })
    openClaim(desk, ana)
    const { verdicts } = await desk.push(central)
    expect(verdicts.slice(5).map(({ verdict, why }) => [verdict, why])).toEqual([
      ['quarantined', 'sync.unknown_actor'],
      ['quarantined', 'sync.not_entitled'],
      ['quarantined', 'sync.malformed'],
      ['quarantined', 'sync.malformed'],
      ['ok', undefined],
    ])
    const { event } = (await other.pull(central)).events[6]!
    expect(event).toMatchObject({ body: null, salt: null, id: desk.chain[6]!.id })
    const { salt, body } = desk.chain[6]!
    const commitment = commitmentOf(sha256, Buffer.from(salt!, 'base64'), Buffer.from(body!))
    expect(event?.commitment).toBe(Buffer.from(commitment).toString('base64'))
  })

  test('what an officer wrote before their role was taken is flagged, what came after is withheld', async () => {
    const ana = officer(desk, ['border_officer'], [2_000, 0])
    desk.add('officer.disabled', { reason: 'left' }, { subject: { kind: 'officer', id: ana }, hlc: [5_000, 0] })
    await desk.push(central)
    other.add('claim.deadline_met', { rule: 'x', on: '2026-11-20' as never }, { actor: ana, hlc: [4_000, 0] })
    other.add('claim.deadline_met', { rule: 'x', on: '2026-11-20' as never }, { actor: ana, hlc: [6_000, 0] })
    expect((await other.push(central)).verdicts.slice(3)).toMatchObject([
      { verdict: 'flagged', why: 'sync.entitled_before' },
      { verdict: 'quarantined', why: 'sync.not_entitled' },
    ])
  })

  test('nobody gives roles to themselves, and a second administrator cannot appear out of nothing', async () => {
    desk.add('officer.roles_set', { roles: ['supervisor'] }, { subject: { kind: 'officer', id: desk.admin } })
    const stranger = v7()
    desk.add(
      'officer.enrolled',
      { userName: 'x', displayName: 'X', roles: ['administrator'], jurisdiction: 'all' },
      { actor: stranger, subject: { kind: 'officer', id: stranger } },
    )
    expect((await desk.push(central)).verdicts.slice(3).map(({ why }) => why)).toEqual([
      'sync.not_entitled',
      'sync.unknown_actor',
    ])
  })

  test('a type of a newer program is kept and passed on, flagged', async () => {
    const ana = officer(desk)
    desk.add('claim.deadline_met', { rule: 'x', on: '2026-11-20' as never }, { type: 'claim.teleported', actor: ana })
    desk.add('claim.deadline_met', { anything: true } as never, { version: 9, actor: ana })
    expect((await desk.push(central)).verdicts.slice(4)).toMatchObject([
      { verdict: 'flagged', why: 'sync.unknown_type' },
      { verdict: 'flagged', why: 'sync.unknown_type' },
    ])
    expect((await other.pull(central)).events[4]?.event).toEqual(desk.chain[4])
  })
})

describe('erasure', () => {
  const erasure = { law: 'IRPA 166' }

  test('removes bodies and key of a subject in one step; chain and order stay; late events come without a body', async () => {
    const ana = officer(desk, ['supervisor'])
    const id = v7()
    openClaim(desk, ana, id)
    meet(desk, ana, id, 'secretrule')
    await desk.push(central)
    const erased = { actor: ana, subject: { kind: 'claim', id } }
    desk.add('claim.erased', erasure, erased)
    meet(desk, ana, id, 'lateinbatch')
    await desk.push(central)
    const ben = officer(other, ['supervisor'])
    meet(other, ben, id, 'latefromother')
    await other.push(central)

    const { events } = await other.pull(central)
    const about = events
      .filter(({ event }) => event?.subject.id === id)
      .map(({ event }) => [event?.type, event?.body === null])
    expect(about).toEqual([
      ['claim.opened', true],
      ['claim.deadline_met', true],
      ['claim.erased', false],
      ['claim.deadline_met', true],
    ])
    await asked(
      central.databaseUrl,
      `DO $$ BEGIN ASSERT (SELECT count(*) FROM subject_key WHERE subject = '${id}') = 0;
       ASSERT (SELECT count(*) FROM event WHERE subject = '${id}' AND sealed IS NOT NULL) = 1;
       ASSERT (SELECT bodies FROM erased WHERE subject = '${id}') = 2; END $$`,
    )
  })

  test('is certified by the central: what was asked for, how many bodies went', async () => {
    const ana = officer(desk, ['supervisor'])
    const id = v7()
    openClaim(desk, ana, id)
    desk.add('claim.erased', erasure, { actor: ana, subject: { kind: 'claim', id } })
    await desk.push(central, 1, 5)
    await desk.push(central)
    const { db } = central.services.database
    const row = await db.selectFrom('erased').select('certificate').where('subject', '=', id).executeTakeFirstOrThrow()
    const { kind, content, signature, key } = row.certificate!
    const bytes = statementBytes(kind, content)
    expect(verifyEd25519(Buffer.from(key, 'base64'), Buffer.from(signature, 'base64'), bytes)).toBe(true)
    expect(erasureContent.parse(JSON.parse(content))).toMatchObject({ subject: { kind: 'claim', id }, bodies: 1 })
  })

  test('ordered by somebody who may not erases nothing', async () => {
    const ana = officer(desk, ['caseworker'])
    const id = v7()
    openClaim(desk, ana, id)
    desk.add('claim.erased', erasure, { actor: ana, subject: { kind: 'claim', id } })
    expect((await desk.push(central)).verdicts.at(-1)).toMatchObject({ verdict: 'quarantined' })
    expect((await other.pull(central)).events.at(-2)?.event?.body).toContain('applicationNumber')
  })
})

test('bodies lie in the database under keys, never in clear', async () => {
  const ana = officer(desk)
  meet(desk, ana, v7(), 'neverinclear')
  await desk.push(central)
  await asked(
    central.databaseUrl,
    `DO $$ BEGIN ASSERT (SELECT count(*) FROM event WHERE sealed IS NOT NULL AND position('neverinclear'::bytea in sealed) > 0) = 0; END $$`,
  )
  expect((await other.pull(central)).events.at(-1)?.event?.body).toContain('neverinclear')
})

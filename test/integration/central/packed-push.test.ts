import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { packedPushType, packPush } from '../../../src/shared/sync/packed-push.ts'
import { helloAnswer } from '../../../src/shared/sync/wire.ts'
import { uuidToBytes } from '../../../src/shared/uuid-bytes.ts'
import { startTestCentral, type TestCentral } from '../../support/central.ts'
import { answered, refusalOf, twoDesksOf, type WireDesk } from '../../support/central-desk.ts'

let central: TestCentral
beforeAll(async () => {
  central = await startTestCentral()
})
afterAll(() => central.remove())

/** Two desks of one office. */
let desk: WireDesk
let other: WireDesk
beforeEach(async () => {
  ;[desk, other] = await twoDesksOf(central)
})

const bytesOf = (text: string) => Buffer.from(text, 'base64')

/** A desk's chain as a packed push. */
async function packed(from: WireDesk): Promise<Uint8Array> {
  const { epoch } = await from.hello(central)
  const { stream, events, head, signature } = from.batch(epoch)
  return packPush({
    ...{ stream, epoch, first: 1, hash: bytesOf(head.hash), signature: bytesOf(signature) },
    events: events.map(({ actor, subject, type, version, visibility, salt, body, commitment = '', ...event }) => ({
      shape: { actor, kind: subject.kind, type, version, visibility },
      ...{ at: event.at, hlc: event.hlc, bases: event.bases.length },
      body: body === null ? null : Buffer.byteLength(body),
      bytes: Buffer.concat([
        ...[event.id, subject.id, ...event.bases].map(uuidToBytes),
        ...(salt === null || body === null ? [bytesOf(commitment)] : [bytesOf(salt), Buffer.from(body, 'utf8')]),
      ]),
    })),
  })
}
const send = (from: WireDesk, raw: Uint8Array) =>
  from.ask(central, 'POST', '/v1/sync/push', undefined, {
    raw,
    headers: { 'content-type': packedPushType, 'content-encoding': 'identity' },
  })

test('is taken as the same batch in JSON is, and other desks get the same events', async () => {
  desk.add('officer.disabled', { reason: 'Élise n’est plus là' }, { bases: [desk.chain[2]!.id] })
  expect(helloAnswer.parse(await desk.hello(central)).packed).toBeGreaterThan(0)
  const first = await answered(await send(desk, await packed(desk)))
  expect(first).toMatchObject({ durable: 4, verdicts: [1, 2, 3, 4].map((position) => ({ position, verdict: 'ok' })) })
  const { events } = await other.pull(central)
  expect(events.map(({ event }) => event)).toEqual(desk.chain)
  expect(await desk.push(central)).toEqual(first)
})

test('has events without a body, by their commitment', async () => {
  const commitment = Buffer.alloc(32, 5).toString('base64')
  desk.add('officer.disabled', { reason: 'x' }, { salt: null, body: null, commitment })
  const answer = await answered(await send(desk, await packed(desk)))
  expect(answer).toMatchObject({ durable: 4, verdicts: [{}, {}, {}, { why: 'sync.body_missing' }] })
})

/** The message with one byte, from its beginning or its end, set to something else. */
const changed = (at: number, to?: number) => async () => {
  const message = Buffer.from(await packed(desk))
  const place = at < 0 ? message.length + at : at
  message[place] = to ?? message.readUInt8(place) ^ 1
  return message
}
test.each<[string, () => Promise<Uint8Array>, string]>([
  // Places of the head: see packed-push.ts.
  ['with one letter of a body changed', changed(-10), 'fork'],
  ['whose last body is no text', changed(-10, 0xff), 'schema'],
  ['with a signature over something else', changed(40), 'batch_signature'],
  ['of another history of the central', changed(35), 'epoch'],
  ['into the stream of another office', changed(19), 'scope'],
  ['that is cut short', async () => (await packed(desk)).subarray(0, -1), 'schema'],
  ['that is something else', async () => Buffer.from('{}'), 'schema'],
  [
    'with a body above 64 KiB',
    async () => {
      desk.add('officer.disabled', { reason: 'x'.repeat(65_536) })
      return packed(desk)
    },
    'too_large',
  ],
])('%s is refused and leaves nothing', async (_, message, code) => {
  expect((await refusalOf(await send(desk, await message()))).code).toBe(code)
  expect((await other.pull(central)).head).toBe(0)
})

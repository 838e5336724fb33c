import fc from 'fast-check'
import { expect, test } from 'vitest'
import { uuidText } from '../../../src/central/uuid-text.ts'
import { mostPackedEvents, type PackedEvent, packPush, readPackedPush } from '../../../src/shared/sync/packed-push.ts'
import { uuidToBytes } from '../../../src/shared/uuid-bytes.ts'

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
const id = fc.uuid().map(uuidToBytes)
const shape = fc.record({
  actor: fc.uuid(),
  kind: fc.string({ minLength: 1, maxLength: 40 }),
  type: fc.string({ minLength: 1, maxLength: 80 }),
  version: fc.integer({ min: 1 }),
  visibility: fc.string({ minLength: 1, maxLength: 20 }),
})
const bases = fc
  .uniqueArray(fc.uuid(), { maxLength: 3 })
  .map((ids) => new Uint8Array(Buffer.concat(ids.toSorted().map(uuidToBytes))))
const event: fc.Arbitrary<PackedEvent> = fc
  .record({
    ...{ shape, id, subject: id, bases, at: fc.maxSafeInteger(), salt: bytes(16), commitment: bytes(32) },
    hlc: fc.tuple(fc.maxSafeInteger(), fc.nat()),
    body: fc.option(fc.json().map((text) => new TextEncoder().encode(text))),
  })
  .map((one) => (one.body ? one : { ...one, salt: null }))
const push = fc
  .record({
    ...{ stream: fc.uuid(), epoch: fc.uuid(), first: fc.integer({ min: 1 }), hash: bytes(32), signature: bytes(64) },
    events: fc.array(event, { minLength: 1, maxLength: 4 }),
    alike: fc.boolean(),
  })
  .map(({ alike, ...one }) =>
    alike ? { ...one, events: one.events.map((each) => ({ ...each, shape: one.events[0]!.shape })) } : one,
  )

test('what is packed is read as it was', () => {
  fc.assert(
    fc.property(push, (given) => {
      const read = readPackedPush(packPush(given), uuidText)
      expect(read).toMatchObject({ stream: given.stream, epoch: given.epoch })
      expect([read?.hash, read?.signature]).toEqual([given.hash, given.signature])
      const events = given.events.map(({ shape: { actor, kind, ...of }, id, subject, salt, body, ...one }, i) => ({
        ...{ id, subject, bases: one.bases },
        event: {
          ...{ ...of, actor, id: uuidText(id), subject: { kind, id: uuidText(subject) }, sequence: given.first + i },
          ...{ at: one.at, hlc: one.hlc },
          bases: Array.from({ length: one.bases.length / 16 }, (_, n) => uuidText(one.bases.subarray(n * 16))),
        },
        plain: body && salt ? new Uint8Array([...salt, ...body]) : null,
        commitment: body ? null : one.commitment,
      }))
      expect(read?.events).toEqual(events)
    }),
  )
})

test('whatever bytes come, reading them gives a push or nothing', () => {
  fc.assert(
    fc.property(push, fc.nat(), fc.nat({ max: 255 }), fc.boolean(), (given, place, value, cut) => {
      const message = packPush(given)
      const at = place % message.length
      if (!cut) message[at] = value
      const read = readPackedPush(cut ? message.subarray(0, at) : message, uuidText)
      if (cut) expect(read).toBeUndefined()
      else expect(read === undefined || read.events.length > 0).toBe(true)
    }),
  )
})

const one = (changes: Partial<PackedEvent> = {}): PackedEvent => ({
  shape: { actor: uuid(1), kind: 'claim', type: 'claim.set', version: 1, visibility: 'office' },
  ...{ id: uuidToBytes(uuid(2)), subject: uuidToBytes(uuid(3)), bases: new Uint8Array(0) },
  ...{ at: 1, hlc: [1, 0], salt: null, body: null, commitment: new Uint8Array(32) },
  ...changes,
})
const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const packed = (events: readonly PackedEvent[], first = 1) =>
  packPush({
    ...{ stream: uuid(8), epoch: uuid(9), first, events },
    ...{ hash: new Uint8Array(32), signature: new Uint8Array(64) },
  })
const run = (...ids: number[]) => new Uint8Array(Buffer.concat(ids.map((n) => uuidToBytes(uuid(n)))))

test.each<[string, Uint8Array]>([
  ['no event', packed([])],
  ['more events than a push may have', packed(Array.from({ length: mostPackedEvents + 1 }, () => one()))],
  ['a chain that begins before its first event', packed([one()], 0)],
  ['an id that is none', packed([one({ id: new Uint8Array(16).fill(7) })])],
  ['bases that are not in their order', packed([one({ bases: run(5, 4) })])],
  ['a base twice', packed([one({ bases: run(4, 4) })])],
  ['more bases than an event may have', packed([one({ bases: run(...Array.from({ length: 501 }, (_, n) => n)) })])],
  ['a clock that is no whole number', packed([one({ at: 1.5 })])],
  ['a type without a name', packed([one({ shape: { ...one().shape, type: '' } })])],
  ['something behind its end', new Uint8Array([...packed([one()]), 0])],
])('%s is no push', (_, message) => {
  expect(readPackedPush(packed([one()]), uuidText)?.events).toHaveLength(1)
  expect(readPackedPush(message, uuidText)).toBeUndefined()
})

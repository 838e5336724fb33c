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
const event = fc
  .record({
    ...{ shape, id, subject: id, bases, at: fc.maxSafeInteger(), salt: bytes(16), commitment: bytes(32) },
    hlc: fc.tuple(fc.maxSafeInteger(), fc.nat()),
    body: fc.option(fc.json().map((text) => new TextEncoder().encode(text))),
  })
  .map(({ shape, id, subject, bases, at, hlc, salt, body, commitment }) => {
    const rest = body ? [...salt, ...body] : commitment
    const packed: PackedEvent = {
      ...{ shape, at, hlc, bases: bases.length / 16, body: body === null ? null : body.length },
      bytes: new Uint8Array([...id, ...subject, ...bases, ...rest]),
    }
    return {
      packed,
      said: { id, subject, bases, plain: body ? new Uint8Array(rest) : null, commitment: body ? null : commitment },
    }
  })
const push = fc
  .record({
    ...{ stream: fc.uuid(), epoch: fc.uuid(), first: fc.integer({ min: 1 }), hash: bytes(32), signature: bytes(64) },
    events: fc.array(event, { minLength: 1, maxLength: 4 }),
    alike: fc.boolean(),
  })
  .map(({ alike, events, ...one }) => {
    const first = events[0]!.packed.shape
    const packed = events.map((each) => (alike ? { ...each.packed, shape: first } : each.packed))
    return { ...one, events: packed, said: events.map((each) => each.said) }
  })

test('what is packed is read as it was', () => {
  fc.assert(
    fc.property(push, (given) => {
      const read = readPackedPush(packPush(given), uuidText)
      expect(read).toMatchObject({ stream: given.stream, epoch: given.epoch })
      expect([read?.hash, read?.signature]).toEqual([given.hash, given.signature])
      const events = given.events.map(({ shape: { actor, kind, ...of }, at, hlc }, i) => {
        const { id, subject, bases, plain, commitment } = given.said[i]!
        const event = {
          ...{ ...of, actor, id: uuidText(id), subject: { kind, id: uuidText(subject) }, sequence: given.first + i },
          ...{ at, hlc },
          bases: Array.from({ length: bases.length / 16 }, (_, n) => uuidText(bases.subarray(n * 16))),
        }
        return { id, subject, bases, event, plain, commitment }
      })
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

const one = (
  changes: Partial<PackedEvent> = {},
  bases: readonly number[] = [],
  id = uuidToBytes(uuid(2)),
): PackedEvent => ({
  shape: { actor: uuid(1), kind: 'claim', type: 'claim.set', version: 1, visibility: 'office' },
  ...{ at: 1, hlc: [1, 0], bases: bases.length, body: null },
  bytes: new Uint8Array(Buffer.concat([id, ...[3, ...bases].map((n) => uuidToBytes(uuid(n))), Buffer.alloc(32)])),
  ...changes,
})
const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const packed = (events: readonly PackedEvent[], first = 1) =>
  packPush({
    ...{ stream: uuid(8), epoch: uuid(9), first, events },
    ...{ hash: new Uint8Array(32), signature: new Uint8Array(64) },
  })

test.each<[string, Uint8Array]>([
  ['no event', packed([])],
  ['more events than a push may have', packed(Array.from({ length: mostPackedEvents + 1 }, () => one()))],
  ['a chain that begins before its first event', packed([one()], 0)],
  ['an id that is none', packed([one({}, [], new Uint8Array(16).fill(7))])],
  ['bases that are not in their order', packed([one({}, [5, 4])])],
  ['a base twice', packed([one({}, [4, 4])])],
  [
    'more bases than an event may have',
    packed([
      one(
        {},
        Array.from({ length: 501 }, (_, n) => n),
      ),
    ]),
  ],
  ['a clock that is no whole number', packed([one({ at: 1.5 })])],
  ['a type without a name', packed([one({ shape: { ...one().shape, type: '' } })])],
  ['something behind its end', new Uint8Array([...packed([one()]), 0])],
])('%s is no push', (_, message) => {
  expect(readPackedPush(packed([one()]), uuidText)?.events).toHaveLength(1)
  expect(readPackedPush(message, uuidText)).toBeUndefined()
})

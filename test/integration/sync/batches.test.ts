import { afterEach, expect, test } from 'vitest'
import { uuidText } from '../../../src/central/uuid-text.ts'
import { type RoundOptions, settleOnce } from '../../../src/main/sync/round.ts'
import { fail, ok, unwrap } from '../../../src/shared/result.ts'
import { readPackedPush } from '../../../src/shared/sync/packed-push.ts'
import { openTestStore, type TestStore, testOfficer, testRandom } from '../../support/store.ts'
import { me } from '../../support/sync/exchange.ts'
import { makeToyTables, toyProjection } from '../../support/toy-projection.ts'

const open: TestStore[] = []
afterEach(() => {
  for (const store of open.splice(0)) store.remove()
})

/** A desk that has written this many large events. */
function desk(events: number): TestStore {
  const store = openTestStore({ random: testRandom('batches'), projections: [toyProjection] })
  open.push(store)
  makeToyTables(store)
  const subject = { kind: 'claim', id: store.newId() } as const
  unwrap(
    store.transact({ actor: testOfficer }, (tx) => {
      tx.append({ subject, type: 'claim.opened', body: { label: 'a' } })
      for (let n = 1; n < events; n++)
        tx.append({ subject, type: 'claim.noted', body: { text: `${n} ${'x'.repeat(30_000)}` } })
      return ok(null)
    }),
  )
  return store
}

const epoch = '0198c0de-0000-7000-8000-0000000000ee'

/** One round with a central that takes everything; each push takes so long. Gives how many events each had. */
async function settle(store: TestStore, packed: boolean, answerMs: number, most = Infinity): Promise<number[]> {
  const sizes: number[] = []
  const stream = me(store).office
  const take = (events: number, last: number) => {
    store.clock.advance(answerMs)
    if (events > most) return fail('sync.too_large')
    sizes.push(events)
    return ok({ durable: last, verdicts: [] })
  }
  const options: RoundOptions = { signal: new AbortController().signal, version: '1.0.0', clock: store.clock }
  const round = settleOnce(
    store,
    {
      hello: async () =>
        ok({
          ...{ wire: 1, epoch, serverTime: '2026-11-27T00:00:00Z', minClient: '0.0.0', offlineDays: 10 },
          ...(packed ? { packed: 2000 } : {}),
          streams: [{ stream, head: 0, mine: { sequence: 0, hash: Buffer.alloc(32).toString('base64') } }],
        }),
      push: async ({ events, head }) => take(events.length, head.sequence),
      async pushPacked(bytes) {
        const { events = [] } = readPackedPush(bytes, uuidText) ?? {}
        return take(events.length, events.at(-1)?.event.sequence ?? 0)
      },
      pull: async () => ok({ epoch, events: [], batches: [], head: 0 }),
    },
    options,
  )
  unwrap(await round)
  return sizes
}

test.each([true, false])(
  'grow while the line is quick, and no further than the central takes (packed: %s)',
  async (packed) => {
    const sizes = await settle(desk(400), packed, 100)
    expect(sizes.reduce((sum, size) => sum + size)).toBeGreaterThanOrEqual(400)
    const [first = 0, second = 0] = sizes
    expect(second).toBeGreaterThan(first * 1.8)
    expect(Math.max(...sizes) * 30_000).toBeLessThan(4_100_000)
  },
)

test('stay as they are where the line is slow', async () => {
  const sizes = await settle(desk(200), true, 20_000)
  expect(Math.max(...sizes) * 30_000).toBeLessThan(1_100_000)
})

test('are halved where they are too much, and everything goes all the same', async () => {
  const sizes = await settle(desk(100), true, 100, 9)
  expect(Math.max(...sizes)).toBeLessThanOrEqual(9)
  expect(sizes.reduce((sum, size) => sum + size)).toBeGreaterThanOrEqual(100)
})

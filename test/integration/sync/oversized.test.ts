import { randomBytes } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { batchOf } from '../../../src/central/sync/batch.ts'
import { uuidText } from '../../../src/central/uuid-text.ts'
import { sha256 } from '../../../src/main/store/log/header.ts'
import { uuidBytes } from '../../../src/main/store/log/uuid.ts'
import { query } from '../../../src/main/store/query.ts'
import { settledOtherwise } from '../../../src/main/sync/troubles.ts'
import { ok, unwrap } from '../../../src/shared/result.ts'
import { mostBodyBytes } from '../../../src/shared/sync/body-limit.ts'
import { commitmentOf, eventHash, packIds } from '../../../src/shared/sync/event-header.ts'
import { readPackedPush } from '../../../src/shared/sync/packed-push.ts'
import { openTestStore, type TestStore, testOfficer, testRandom } from '../../support/store.ts'
import { me } from '../../support/sync/exchange.ts'
import { makeToyTables, toyProjection } from '../../support/toy-projection.ts'

/** What is longer than the central takes: nobody writes it any more, and what an older program wrote holds nothing up. */

const open: TestStore[] = []
afterEach(() => {
  for (const store of open.splice(0)) store.remove()
})

function desk(): TestStore {
  const store = openTestStore({ random: testRandom('oversized'), projections: [toyProjection] })
  open.push(store)
  makeToyTables(store)
  return store
}

const note = (store: TestStore, claim: string, text: string) =>
  store.transact({ actor: testOfficer }, (tx) =>
    ok(tx.append({ subject: { kind: 'claim', id: claim }, type: 'claim.noted', body: { text } }).id),
  )

function opened(store: TestStore): string {
  const id = store.newId()
  unwrap(
    store.transact({ actor: testOfficer }, (tx) => {
      tx.append({ subject: { kind: 'claim', id }, type: 'claim.opened', body: { label: 'a' } })
      return ok(null)
    }),
  )
  return id
}

describe('an entry longer than the central takes', () => {
  const around = JSON.stringify({ text: '' }).length

  test('is refused with how much is too much, and nothing is written; one that just fits is kept', () => {
    const store = desk()
    const claim = opened(store)
    const before = store.status()
    const refused = note(store, claim, 'é'.repeat(mostBodyBytes / 2))
    expect(refused).toMatchObject({ ok: false, failure: { code: 'store.too_long', params: { over: around } } })
    expect(store.status()).toEqual(before)
    unwrap(note(store, claim, 'x'.repeat(mostBodyBytes - around)))
  })

  test('that an older program wrote goes to the central as its header alone, and what came after it whole', () => {
    const store = desk()
    const claim = opened(store)
    const long = unwrap(note(store, claim, 'short'))
    lengthen(store, long)
    unwrap(note(store, claim, 'after it'))
    const { device } = me(store)
    const limits = { events: 10, bytes: 1_000_000 }
    const batch = store.sync.batch(0, limits)
    const packed = store.sync.packed(0, limits, crypto.randomUUID())
    const asBytes = packed && readPackedPush(packed.bytes, uuidText)
    if (!batch || !asBytes) throw new Error('Nothing to send')
    for (const given of [{ ...batch, epoch: '' }, asBytes]) {
      const read = batchOf(given, device)
      const last = read.ok ? read.value : undefined
      expect(last?.events.map(({ event, body }) => [event.type, body !== null])).toEqual(
        last?.events.map(({ event }) => [event.type, event.id !== long]),
      )
      expect(last?.events.at(-1)?.body?.toString()).toContain('after it')
    }
  })
})

test('an officer is told that no other desk has it and that it is to be written again', () => {
  const store = desk()
  const claim = opened(store)
  const long = unwrap(note(store, claim, 'short'))
  lengthen(store, long)
  const epoch = crypto.randomUUID()
  unwrap(store.sync.begin(epoch))
  const { device } = me(store)
  const own = store.since(0, 10)
  const events = own.map(({ id }, i) => {
    const withheld = id === long ? ({ verdict: 'quarantined', why: 'sync.body_missing' } as const) : {}
    return { position: i + 1, device, own: id, ...withheld }
  })
  unwrap(store.sync.settle({ epoch, events, batches: [], head: own.length }))
  const told = settledOtherwise(store)
  expect(told.map(({ event, text }) => [event, text.en])).toEqual([
    [long, expect.stringContaining('longer than the central service takes')],
  ])
})

/** Makes the last event of this desk's chain as long as an older program let it be. */
function lengthen(store: TestStore, id: string): void {
  const event = store.event(id)
  if (!event) throw new Error('No such event')
  const [salt, body] = [randomBytes(16), Buffer.from(JSON.stringify({ text: 'x'.repeat(mostBodyBytes) }))]
  const commitment = commitmentOf(sha256, salt, body)
  const before = Buffer.from(store.sync.chainAt(event.sequence - 1)?.hash ?? '', 'base64')
  const hash = eventHash(sha256, before, { ...event, bases: packIds(event.bases) }, commitment)
  unwrap(
    store.transact({ actor: testOfficer }, (tx) => {
      tx.run(query.updateTable('event').set({ salt, body, commitment, hash }).where('id', '=', uuidBytes(id)))
      return ok(null)
    }),
  )
}

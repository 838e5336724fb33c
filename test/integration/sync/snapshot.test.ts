import { generateKeyPairSync, sign } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { nodeTimers } from '../../../src/main/ports/node.ts'
import { deviceId } from '../../../src/main/store/identity.ts'
import { query, sql } from '../../../src/main/store/query.ts'
import { findPeople } from '../../../src/main/store/search/find-people.ts'
import type { Store } from '../../../src/main/store/types.ts'
import type { CentralClient } from '../../../src/main/sync/client.ts'
import { takeSnapshot } from '../../../src/main/sync/snapshots.ts'
import { officeId } from '../../../src/shared/domain/ports-of-entry.ts'
import { fail, ok, type Result, unwrap } from '../../../src/shared/result.ts'
import { type SnapshotManifest, snapshotBytes } from '../../../src/shared/sync/snapshot.ts'
import type { HelloAnswer } from '../../../src/shared/sync/wire.ts'
import { testRandom } from '../../support/store.ts'
import { pullAll, pushAll, shown } from '../../support/sync/exchange.ts'
import { erases } from '../../support/sync/lacolle.ts'
import { createMemoryCentral, type MemoryCentral } from '../../support/sync/memory-central.ts'
import { act, perform } from '../claims/random-history.ts'
import { newClaim, type Office, openOffice } from '../claims/support.ts'

const open: Office[] = []
afterEach(() => {
  for (const { store } of open.splice(0)) store.remove()
})

let part = 0
function desk(name: string, changes = {}): Office {
  const made = openOffice({ random: testRandom(`${name} ${part}`), timers: nodeTimers, ...changes }, ++part * 8)
  open.push(made)
  return made
}

/** Two desks of an office that settled everything. */
async function office() {
  const central = createMemoryCentral(officeId('lacolle-15'), erases)
  const desks = [desk('a'), desk('b')] as const
  const settle = async () => {
    for (const { store } of desks) pushAll(store, central)
    for (const { store } of desks) await pullAll(store, central)
  }
  return { central, desks, settle }
}

const handed = (to: Store, from: Store, made: SnapshotManifest, central: MemoryCentral) =>
  to.sync.snapshots.take({
    parts: made.parts.map(({ sha }) => ok({ sha, path: join(from.sync.snapshots.folder, sha) })),
    key: Buffer.from(made.key, 'base64'),
    position: made.position,
    heads: central.heads(),
    places: central.places(made.position),
  })

/** A snapshot of the first desk, and a desk that is about to join with events of its own, which are sent already. */
async function joining(history: (desks: readonly [Office, Office]) => unknown) {
  const { central, desks, settle } = await office()
  await history(desks)
  await settle()
  const [{ store: maker }] = desks
  const made = unwrap(await maker.sync.snapshots.make(central.epoch()))
  if (!made) throw new Error('No snapshot')
  const heads = central.heads()
  const newcomer = desk('c')
  pushAll(newcomer.store, central)
  return { central: { ...central, heads: () => heads }, desks, maker, made, newcomer, settle }
}

const reasonOf = (taken: Result<unknown>) =>
  taken.ok ? 'taken' : `${taken.failure.code} ${taken.failure.params?.reason}`

test('a desk that took a snapshot shows what the others show, and what its own log says', {
  timeout: 240_000,
}, async () => {
  const acts = fc.array(act, { minLength: 8, maxLength: 25 })
  await fc.assert(
    fc.asyncProperty(acts, acts, async (first, second) => {
      const { central, maker, made, newcomer } = await joining(async ([a, b]) => {
        await perform(a, first)
        await perform(b, second)
      })
      const { store } = newcomer
      const before = store.sync.waiting()
      unwrap(await handed(store, maker, made, central))
      expect(store.sync.position()).toBe(made.position)
      expect(store.sync.waiting()).toBe(before)
      await pullAll(store, central)
      await pullAll(maker, central)
      expect(store.sync.waiting()).toBe(0)
      const now = shown(maker)
      expect(shown(store)).toEqual(now)
      expect(await store.check()).toMatchObject({ ok: true })
      unwrap(await store.rebuild())
      expect(shown(store)).toEqual(now)
      for (const { store: one } of open.splice(0)) one.remove()
    }),
    { numRuns: 4, endOnFailure: true },
  )
})

test('its officer works on at once: people are found by name, numbers are its own, and its work arrives at the others', {
  timeout: 60_000,
}, async () => {
  const { central, maker, made, newcomer, desks } = await joining(([a]) => {
    for (const familyName of ['Okafor', 'Nguyen', 'Okeke'])
      newClaim(a, { familyName, givenNames: 'Ada', birthDate: '1990-02-03', sex: 'F' })
  })
  const waitingHere = newClaim(newcomer, { familyName: 'Okonkwo' })
  unwrap(await handed(newcomer.store, maker, made, central))
  const lists = sql<object>`SELECT h.fields, l.fields AS names FROM field_holder h
    LEFT JOIN field_list l ON l.name = h.fields WHERE h.fields LIKE '#%'`
  expect(newcomer.store.all(lists).length).toBeGreaterThan(0)
  expect(newcomer.store.all(lists)).toEqual(maker.all(lists))
  const found = (store: Store, text: string) => findPeople(store, text, 10).length
  expect(found(newcomer.store, 'ok')).toBe(3)
  const later = newClaim(newcomer, { familyName: 'Okoro' })
  expect(later.applicationNumber).not.toBe(waitingHere.applicationNumber)
  pushAll(newcomer.store, central)
  await pullAll(newcomer.store, central)
  await pullAll(desks[1].store, central)
  expect(found(desks[1].store, 'ok')).toBe(4)
  expect(shown(newcomer.store)).toEqual(shown(desks[1].store))
})

test('a desk with work that is on nobody else’s, or that was written for another program, makes none', async () => {
  const { central, desks, settle } = await office()
  newClaim(desks[0])
  const { snapshots } = desks[0].store.sync
  expect(unwrap(await snapshots.make(central.epoch()))).toBeUndefined()
  await settle()
  expect(unwrap(await snapshots.make(central.epoch()))).toBeDefined()
})

test('nothing of a snapshot is kept that was changed, shortened or invented on the way', {
  timeout: 60_000,
}, async () => {
  const { central, maker, made, newcomer } = await joining(([a, b]) => {
    newClaim(a, { familyName: 'Okafor' })
    newClaim(b, { familyName: 'Nguyen' })
  })
  const { store } = newcomer
  const before = shown(store)
  const heads = central.heads()
  const take = (given: Partial<SnapshotManifest>, signed = heads) =>
    handed(store, maker, { ...made, ...given }, { ...central, heads: () => signed })
  expect(reasonOf(await take({}, heads.slice(1)))).toBe('sync.snapshot_unusable signature')
  const swapped = heads.map((head, i) => ({ ...head, signature: heads[1 - i]?.signature ?? '' }))
  expect(reasonOf(await take({}, swapped))).toBe('sync.snapshot_unusable signature')
  expect(reasonOf(await take({ position: made.position + 1 }))).toBe('sync.snapshot_unusable places')
  expect(reasonOf(await take({ key: Buffer.alloc(32).toString('base64') }))).toBe('sync.snapshot_unusable part')
  const path = join(maker.sync.snapshots.folder, made.parts[0]?.sha ?? '')
  const bytes = readFileSync(path)
  writeFileSync(path, bytes.with(500, (bytes[500] ?? 0) ^ 1))
  expect(reasonOf(await take({}))).toBe('sync.snapshot_unusable part')
  expect(shown(store)).toEqual(before)
  expect(await store.check()).toMatchObject({ ok: true })
})

test('a line that is cut between two parts leaves the desk as it was, which writes on and takes it the next time', {
  timeout: 60_000,
}, async () => {
  const { central, maker, made, newcomer } = await joining(([a]) => void newClaim(a, { familyName: 'Okafor' }))
  const { store } = newcomer
  const before = shown(store)
  const [first] = made.parts
  const path = join(maker.sync.snapshots.folder, first?.sha ?? '')
  async function* cut() {
    yield ok({ sha: first?.sha ?? '', path })
    yield fail('sync.offline')
  }
  const claimed = { position: made.position, heads: central.heads(), key: Buffer.from(made.key, 'base64') }
  const taken = await store.sync.snapshots.take({ ...claimed, parts: cut() })
  expect(taken).toMatchObject({ ok: false, failure: { code: 'sync.offline' } })
  expect(shown(store)).toEqual(before)
  newClaim(newcomer, { familyName: 'Okoro' })
  unwrap(await handed(store, maker, made, central))
  pushAll(store, central)
  await pullAll(store, central)
  await pullAll(maker, central)
  expect(shown(store)).toEqual(shown(maker))
})

test.each([
  ['a body', "UPDATE event SET body = CAST(replace(CAST(body AS TEXT), 'Okafor', 'Okonek') AS BLOB)", 'body'],
  ['a header', "UPDATE event SET type = 'claim.withdrawn' WHERE type = 'claim.opened'", 'hash'],
  ['an actor', 'UPDATE event SET actor = device', 'hash'],
  ['a body left out', "UPDATE event SET body = NULL, salt = NULL WHERE type = 'claim.opened'", 'body_missing'],
  ['two events that changed places in a chain', 'UPDATE event SET sequence = 1000 - sequence', 'sequence'],
])('a desk that changed its log before it wrote it out convinces nobody: %s', async (_, change, reason) => {
  const { central, desks, settle } = await office()
  newClaim(desks[0], { familyName: 'Okafor' })
  await settle()
  const { store: maker } = desks[0]
  unwrap(
    maker.transact({ actor: maker.newId() }, (tx) => {
      tx.run(sql.raw(change))
      return { ok: true, value: null }
    }),
  )
  const made = unwrap(await maker.sync.snapshots.make(central.epoch()))
  const heads = central.heads()
  const { store } = desk('c')
  if (!made) throw new Error('No snapshot')
  const taken = await handed(store, maker, made, { ...central, heads: () => heads })
  expect(reasonOf(taken)).toBe(`sync.snapshot_unusable ${reason}`)
  expect(store.all(query.selectFrom('claim').selectAll())).toEqual([])
})

test.each([
  [
    'the order of two events',
    'UPDATE placed SET position = 1000000 - position WHERE position IN (5, 6)',
    ['UPDATE placed SET position = CASE position WHEN 999995 THEN 6 ELSE 5 END WHERE position > 900000'],
  ],
  ['a verdict', "UPDATE placed SET verdict = 'superseded', why = 'sync.decided_elsewhere' WHERE position = 5", []],
  ['the reason of a verdict', "UPDATE placed SET why = 'sync.decided_elsewhere' WHERE position = 5", []],
])('a desk that changed %s in what it hands over convinces nobody', async (_, change, then) => {
  const { central, desks, settle } = await office()
  newClaim(desks[0], { familyName: 'Okafor' })
  newClaim(desks[1], { familyName: 'Nguyen' })
  await settle()
  const { store: maker } = desks[0]
  unwrap(
    maker.transact({ actor: maker.newId() }, (tx) => {
      for (const one of [change, ...then]) tx.run(sql.raw(one))
      return { ok: true, value: null }
    }),
  )
  const made = unwrap(await maker.sync.snapshots.make(central.epoch()))
  if (!made) throw new Error('No snapshot')
  const { store } = desk('c')
  expect(reasonOf(await handed(store, maker, made, central))).toBe('sync.snapshot_unusable order')
  // The stream has everything: read event by event, it is as it was judged.
  pushAll(store, central)
  await pullAll(store, central)
  await pullAll(desks[1].store, central)
  expect(shown(store)).toEqual(shown(desks[1].store))
})

test('what did not fit at the desk that made it is no reason to refuse it: the central judged it as the others did', async () => {
  const { central, desks, settle } = await office()
  newClaim(desks[0], { familyName: 'Okafor' })
  await settle()
  const { store: maker } = desks[0]
  unwrap(
    maker.transact({ actor: maker.newId() }, (tx) => {
      tx.run(sql.raw("UPDATE placed SET verdict = 'flagged', why = 'sync.does_not_fit' WHERE position = 5"))
      return { ok: true, value: null }
    }),
  )
  const made = unwrap(await maker.sync.snapshots.make(central.epoch()))
  if (!made) throw new Error('No snapshot')
  const heads = central.heads()
  const { store } = desk('c')
  pushAll(store, central)
  expect(reasonOf(await handed(store, maker, made, { ...central, heads: () => heads }))).toBe('taken')
})

test('cut short before its own events were applied, the desk asks for a rebuild and then shows the same', async () => {
  let cut = false
  const step = <T>(name: string, fn: () => T): T => {
    if (cut && name === 'commit') throw new Error('killed')
    return fn()
  }
  const { central, maker, made } = await joining(([a]) => void newClaim(a, { familyName: 'Okafor' }))
  const newcomer = desk('d', { step })
  pushAll(newcomer.store, central)
  cut = true
  await expect(handed(newcomer.store, maker, made, central)).rejects.toThrow('killed')
  cut = false
  const again = newcomer.store.reopen()
  open.push({ ...newcomer, store: again })
  expect(again.status().stale).not.toEqual([])
  unwrap(await again.rebuild())
  await pullAll(again, central)
  await pullAll(maker, central)
  expect(shown(again)).toEqual(shown(maker))
})

test('one that somebody signed who has no chain in the log of the office is left alone', async () => {
  const { central, made, newcomer } = await joining(([a]) => newClaim(a, { familyName: 'Okafor' }))
  const { privateKey, publicKey: key } = generateKeyPairSync('ed25519')
  const publicKey = key.export({ format: 'der', type: 'spki' }).subarray(-32)
  const given = {
    ...{ ...made, heads: central.heads() },
    maker: { device: deviceId(publicKey), publicKey: publicKey.toString('base64') },
    signature: sign(null, snapshotBytes(made), privateKey).toString('base64'),
  }
  const client = { snapshot: async () => ok(given) } as unknown as CentralClient
  const link = { store: newcomer.store, client, signal: new AbortController().signal, fewest: 1 }
  const hello = { epoch: made.epoch, streams: [{ stream: made.stream, head: 10 }] } as unknown as HelloAnswer
  expect(reasonOf(await takeSnapshot(link, hello))).toBe('sync.snapshot_unusable maker')
})

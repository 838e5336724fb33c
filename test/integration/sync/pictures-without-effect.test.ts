import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import type { Catalogue } from '../../../src/main/store/types.ts'
import { movesEvents } from '../../../src/shared/domain/catalogue/moves.ts'
import { ok, unwrap } from '../../../src/shared/result.ts'
import { openTestStore, type TestStore, testOffice, testOfficer, testRandom } from '../../support/store.ts'
import { me, pullAll, pushAll, shown } from '../../support/sync/exchange.ts'
import { createMemoryCentral } from '../../support/sync/memory-central.ts'
import { draftOf, simCatalogue } from '../../support/sync/world.ts'

/** What an officer took for a claim that another office has meanwhile has no effect; it is evidence all the same. */
const claim = { kind: 'claim', id: '0198c0de-0000-7000-8000-000000001000' } as const
const laterThanAny = Number.MAX_SAFE_INTEGER

const open: TestStore[] = []
afterEach(() => {
  for (const store of open.splice(0)) store.remove()
})

function desk(name: string, catalogue: Catalogue = simCatalogue): TestStore {
  const store = openTestStore({ random: testRandom(name), catalogue })
  open.push(store)
  return store
}

function write(store: TestStore, type: string, body?: unknown): void {
  unwrap(
    store.transact({ actor: testOfficer }, (tx) => {
      tx.append({ subject: claim, ...(body ? { type, body } : draftOf(type, 'said')) })
      return ok(undefined)
    }),
  )
}

/** A picture is taken at the desk; gives its SHA-256. */
function takePicture(store: TestStore, type = 'claim.pictured'): string {
  const original = unwrap(store.blobs.put(Buffer.from('a passport')))
  write(store, type, { original, text: 'seen' })
  return original
}

const out = ({ blobs }: TestStore) => blobs.travel.toSend({ largest: laterThanAny, limit: 10 }).map(({ sha }) => sha)
const awaited = ({ blobs }: TestStore) => blobs.travel.toFetch(10).map(({ sha }) => sha)

/** Twice: what was stored since the last time is spared. */
async function removeUnnamed({ blobs, clock }: TestStore): Promise<void> {
  clock.advance(3_600_000)
  for (const _ of [1, 2]) unwrap(await blobs.removeUnnamed(clock.now()))
}

test('a picture of a claim that went away meanwhile stays, is sent, and is asked for by the others', async () => {
  const central = createMemoryCentral(testOffice, (type) => type === 'claim.erased')
  const [here, beside] = [desk('a'), desk('b')]
  write(here, 'claim.opened')
  pushAll(here, central)
  unwrap(beside.sync.begin(central.epoch()))
  await pullAll(beside, central)
  write(here, 'claim.moved_out')
  pushAll(here, central)
  const picture = takePicture(beside)
  pushAll(beside, central)
  for (const store of [here, beside]) await pullAll(store, central)
  expect(central.rows().at(-1)).toMatchObject({ verdict: 'superseded', why: 'sync.claim_moved' })

  for (const store of [here, beside]) await removeUnnamed(store)
  expect(out(beside)).toEqual([picture])
  expect(beside.blobs.get(picture).ok).toBe(true)
  expect(awaited(here)).toEqual([picture])
  expect(shown(beside)).toEqual(shown(here))
  for (const store of [here, beside]) {
    const before = shown(store)
    unwrap(await store.rebuild())
    expect(shown(store)).toEqual(before)
  }
  // Erased is erased: then it goes.
  write(here, 'claim.erased')
  pushAll(here, central)
  await pullAll(beside, central)
  await removeUnnamed(beside)
  expect(out(beside)).toEqual([])
  expect(beside.blobs.get(picture).ok).toBe(false)
})

test('a picture that the central holds back stays with its author, and is sent', async () => {
  const central = createMemoryCentral(testOffice, () => false)
  const at = desk('a')
  unwrap(at.sync.begin(central.epoch()))
  const picture = takePicture(at)
  pushAll(at, central)
  const page = central.pull(me(at).device, 0)
  const events = page.events.map((event) => ({ ...event, verdict: 'quarantined' as const }))
  unwrap(at.sync.settle({ ...page, events }))
  await removeUnnamed(at)
  expect(at.blobs.get(picture).ok).toBe(true)
  expect(out(at)).toEqual([picture])
})

test('a picture that only a newer program can read of is asked for as well', async () => {
  const kind = {
    version: 1,
    about: 'claim',
    visibility: 'internal',
    body: z.object({ original: z.string(), text: z.string() }),
  } as const
  const central = createMemoryCentral(testOffice, () => false)
  const [newer, older] = [desk('a', { ...movesEvents, 'claim.x_rayed': kind }), desk('b')]
  const picture = takePicture(newer, 'claim.x_rayed')
  pushAll(newer, central)
  unwrap(older.sync.begin(central.epoch()))
  await pullAll(older, central)
  await removeUnnamed(older)
  expect(awaited(older)).toEqual([picture])
})

import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { nodeTimers } from '../../../src/main/ports/node.ts'
import type { StoreOptions } from '../../../src/main/store/types.ts'
import { createHandover, type Handing } from '../../../src/main/sync/handover.ts'
import { officeId } from '../../../src/shared/domain/ports-of-entry.ts'
import type { Step, Timers } from '../../../src/shared/ports.ts'
import { fail, ok, unwrap } from '../../../src/shared/result.ts'
import { testRandom } from '../../support/store.ts'
import { me, pullAll, pushAll, shown } from '../../support/sync/exchange.ts'
import { erases } from '../../support/sync/lacolle.ts'
import { createMemoryCentral } from '../../support/sync/memory-central.ts'
import { newClaim, type Office, openOffice } from '../claims/support.ts'

/** The moment in which the new database takes the place of the desk's, and what may go wrong just then. */
const open: Office[] = []
afterEach(() => {
  for (const { store } of open.splice(0)) store.remove()
})

const desk = (name: string, changes = {}): Office => {
  const made = openOffice({ random: testRandom(name), timers: nodeTimers, ...changes }, open.length + 1)
  open.push(made)
  return made
}

/** A desk with events and access entries of its own, and the snapshot of another that it is about to take. */
async function joining(changes: Partial<StoreOptions>) {
  const central = createMemoryCentral(officeId('lacolle-15'), erases)
  const maker = desk('maker')
  for (let i = 0; i < 5; i++) newClaim(maker)
  pushAll(maker.store, central)
  await pullAll(maker.store, central)
  const made = unwrap(await maker.store.sync.snapshots.make(central.epoch()))
  if (!made) throw new Error('No snapshot')
  const claimed = { position: made.position, heads: central.heads(), places: central.places(made.position) }
  const joiner = desk('joiner', changes)
  pushAll(joiner.store, central)
  const look = () => {
    joiner.store.access.note({ actor: joiner.officer.id, act: 'job_failed', details: {} })
    return joiner.store.access.flush()
  }
  unwrap(look())
  const take = () =>
    joiner.store.sync.snapshots.take({
      ...claimed,
      parts: made.parts.map(({ sha }) => ok({ sha, path: join(maker.store.sync.snapshots.folder, sha) })),
      key: Buffer.from(made.key, 'base64'),
    })
  /** Both desks settle everything and show the same; every chain of the joiner holds. */
  const settled = async () => {
    pushAll(joiner.store, central)
    await pullAll(joiner.store, central)
    await pullAll(maker.store, central)
    expect(shown(joiner.store)).toEqual(shown(maker.store))
    expect(await joiner.store.verify()).toMatchObject({ ok: true })
  }
  return { joiner, take, look, settled, maker, answer: { ...made, ...claimed } }
}

/** The system refuses a step with this error while `refusing` says so. */
const refusing = (step: string, code: string, isRefusing = () => true): { step: Step } => ({
  step(name, fn) {
    if (name === step && isRefusing()) throw Object.assign(new Error(code), { code })
    return fn()
  },
})

test.each(['EBUSY', 'ENOSPC'])(
  'a desk whose new database is refused its name (%s) works on, settles and takes it later',
  async (code) => {
    let isRefusing = true
    const { joiner, take, settled } = await joining(refusing('exchange.rename', code, () => isRefusing))
    expect(await take()).toMatchObject({ ok: false })
    expect(joiner.store.sync.position()).toBe(0)
    newClaim(joiner)
    expect(await joiner.store.verify()).toMatchObject({ ok: true })
    isRefusing = false
    unwrap(await take())
    newClaim(joiner)
    await settled()
  },
)

test('what an officer does in the turn after the exchange stands behind the events of the desk, and no chain breaks', async () => {
  let later = () => {}
  const { joiner, take, look, settled } = await joining({
    step(name, fn) {
      if (name === 'exchange.fsync_folder') setImmediate(() => later())
      return fn()
    },
  })
  const done: unknown[] = []
  later = () => void done.push(look(), newClaim(joiner).applicationNumber)
  unwrap(await take())
  expect(done).toEqual([ok(undefined), expect.any(String)])
  expect(await joiner.store.verify()).toMatchObject({ ok: true })
  await settled()
})

test('a disk that does not promise to keep the new name changes nothing else: the desk’s own events stand behind the log', async () => {
  const { joiner, take, settled } = await joining(refusing('exchange.fsync_folder', 'EIO'))
  unwrap(await take())
  expect(joiner.store.sync.position()).toBeGreaterThan(0)
  expect(joiner.store.status()).toMatchObject({ stale: [], access: { waiting: 1 } })
  newClaim(joiner)
  await settled()
})

test('a walk of the chains that an exchange overtakes walks those of the new database', async () => {
  let held: (() => void)[] | undefined
  const timers: Timers = {
    after: (ms, fn) => nodeTimers.after(ms, ms === 0 && held ? held.push.bind(held, fn) : fn),
  }
  const { joiner, take } = await joining({ timers })
  held = []
  const verified = joiner.store.verify()
  await new Promise((resolve) => setTimeout(resolve, 50))
  const [goOn] = held
  held = undefined
  unwrap(await take())
  goOn?.()
  expect(goOn).toBeDefined()
  expect(unwrap(await verified)).toEqual(unwrap(await joiner.store.verify()))
})

test('a store that something else has open is tried again with the parts that came, and after a few times the stream is read', {
  timeout: 60_000,
}, async () => {
  const { joiner, handedTo, folder, parts } = await handing(refusing('exchange.rename', 'EBUSY'))
  for (let i = 0; i < 3; i++) {
    expect(await handedTo()).toEqual(fail('store.held'))
    expect(parts.every(({ sha }) => existsSync(join(folder, sha)))).toBe(true)
  }
  expect(await handedTo()).toEqual(ok(null))
  expect(existsSync(folder)).toBe(false)
  expect(joiner.store.access.waiting).toBe(1)
})

test('a bug that comes with the snapshot is written down, and the desk joins by the stream', async () => {
  const { joiner, handedTo, folder, settled } = await handing({
    step(name, fn) {
      if (name === 'exchange.rename') throw new RangeError('A bug')
      return fn()
    },
  })
  unwrap(await handedTo())
  expect(existsSync(folder)).toBe(false)
  expect(joiner.store.access.waiting).toBe(1)
  newClaim(joiner)
  expect(await handedTo()).toEqual(ok(null))
  await settled()
})

/** A desk that is about to take a snapshot from a central, whose parts came before. */
async function handing(changes: Partial<StoreOptions>) {
  const made = await joining(changes)
  const { maker, answer } = made
  const { store } = made.joiner
  const { folder } = store.sync.snapshots
  cpSync(maker.store.sync.snapshots.folder, folder, { recursive: true })
  const { device, publicKey } = me(maker.store)
  const given = { ...answer, maker: { device, publicKey: Buffer.from(publicKey).toString('base64') } }
  const hands = {
    ...{ desk: { store }, signal: new AbortController().signal },
    client: { snapshot: async () => ok(given) },
  } as unknown as Handing
  const core = { options: { clock: store.clock, snapshotFrom: 1 } } as unknown as Parameters<typeof createHandover>[0]
  const handover = createHandover(core)
  const hello = { epoch: given.epoch, streams: [{ stream: given.stream, head: given.position }] }
  const handedTo = () => handover.take(hands, hello as unknown as Parameters<typeof handover.take>[1])
  return { ...made, folder, handedTo, parts: given.parts }
}

import { randomBytes } from 'node:crypto'
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type RestoreOptions, restore } from '../../../src/main/store/backup/restore.ts'
import { openStore } from '../../../src/main/store/store.ts'
import { fail, ok, unwrap } from '../../../src/shared/result.ts'
import {
  openTestStore,
  type TestStore,
  tempFolder,
  testKey,
  testOffice,
  testOfficer,
  testRandom,
  toyCatalogue,
} from '../../support/store.ts'
import { eventCount } from '../../support/toy-projection.ts'

const author = { actor: testOfficer }
const day = 86_400_000
let store: TestStore
let target: string
let removeTarget: () => void

beforeEach(() => {
  store = openTestStore()
  const temp = tempFolder()
  target = temp.folder
  removeTarget = temp.remove
})
afterEach(() => {
  store.remove()
  removeTarget()
})

const write = (from: TestStore = store, number?: number) =>
  from.transact(author, (tx) => {
    if (number) tx.raiseSeries('document', number)
    return ok(
      tx.append({
        subject: { kind: 'claim', id: tx.newId() },
        type: 'claim.opened',
        body: { label: 'KNOWN-PLAINTEXT' },
      }),
    )
  })
const own = () => join(target, readdirSync(target)[0] ?? '')
const backups = () =>
  readdirSync(own())
    .filter((name) => name !== 'blobs')
    .sort()
const everyFile = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => join(e.parentPath, e.name))
const options = (backup: string, changes: Partial<RestoreOptions> = {}): RestoreOptions => ({
  backup,
  folder: store.folder,
  key: testKey,
  catalogue: toyCatalogue,
  clock: store.clock,
  timers: store.timers,
  ...changes,
})
const openAt = (folder: string) =>
  unwrap(
    openStore({
      folder,
      key: testKey,
      mode: 'open',
      clock: store.clock,
      timers: store.timers,
      random: testRandom('other'),
      catalogue: toyCatalogue,
      projections: [],
    }),
  )

describe('a backup', () => {
  test('holds everything, encrypted, and says how much', async () => {
    for (let i = 0; i < 4; i++) unwrap(write())
    unwrap(store.blobs.put(Buffer.from('KNOWN-PLAINTEXT of a picture')))
    store.access.note({ actor: testOfficer, act: 'printed' })
    const report = unwrap(await store.backup(target))
    expect(report).toMatchObject({ events: 4, access: 1, blobs: 1, newBlobs: 1, removed: [] })
    for (const path of everyFile(target))
      expect(readFileSync(path).includes(Buffer.from('KNOWN-PLAINTEXT'))).toBe(false)
    expect(readFileSync(join(report.folder, 'desk.db')).subarray(0, 6).toString('latin1')).not.toBe('SQLite')
    expect(existsSync(join(report.folder, 'desk.db-wal'))).toBe(false)
  })

  test('is made while the desk goes on writing, of one moment', async () => {
    for (let i = 0; i < 20; i++) unwrap(write())
    const work = store.backup(target)
    for (let i = 0; i < 20; i++) unwrap(write())
    const { events } = unwrap(await work)
    expect(events).toBeGreaterThanOrEqual(20)
    expect(eventCount(store)).toBe(40)
  })

  test('copies a blob once; later backups share it', async () => {
    unwrap(write())
    unwrap(store.blobs.put(randomBytes(1000)))
    unwrap(await store.backup(target))
    unwrap(store.blobs.put(randomBytes(1000)))
    store.clock.advance(1000)
    expect(unwrap(await store.backup(target))).toMatchObject({ blobs: 2, newBlobs: 1 })
  })

  test('of a damaged store is not kept, and older ones stay', async () => {
    unwrap(write())
    unwrap(await store.backup(target))
    const sha = unwrap(store.blobs.put(randomBytes(1000)))
    const [blob = ''] = everyFile(join(store.folder, 'blobs'))
    appendFileSync(blob, 'x')
    expect(store.blobs.get(sha).ok).toBe(false)
    store.clock.advance(1000)
    expect(await store.backup(target)).toEqual(fail('store.backup_failed', { reason: 'blob' }))
    expect(backups()).toHaveLength(1)
  })

  test('to a folder that is not there fails, as does one that is cancelled, and nothing is left', async () => {
    unwrap(write())
    expect(await store.backup(join(target, 'usb'))).toEqual(fail('store.backup_folder'))
    expect(await store.backup(target, { signal: AbortSignal.abort() })).toEqual(fail('store.cancelled'))
    expect(backups()).toEqual([])
  })

  test('gives way after a while: three of today, one of each of seven days, blobs that none names', async () => {
    unwrap(write())
    const early = unwrap(store.blobs.put(randomBytes(1000)))
    unwrap(await store.backup(target))
    unwrap(store.blobs.remove(early))
    for (let i = 0; i < 9; i++) {
      store.clock.advance(day)
      unwrap(await store.backup(target))
    }
    for (let i = 0; i < 3; i++) {
      store.clock.advance(60_000)
      unwrap(await store.backup(target))
    }
    expect(backups()).toHaveLength(9)
    expect(everyFile(join(own(), 'blobs'))).toEqual([])
  })
})

describe('a restore', () => {
  test('puts the backup in place, keeps what was there aside, and begins a new identity', async () => {
    unwrap(write(store, 7))
    const sha = unwrap(store.blobs.put(Buffer.from('picture')))
    const old = store.identity()
    const { folder } = unwrap(await store.backup(target))
    unwrap(write(store, 9))
    store.close()
    const report = unwrap(await restore(options(folder)))
    expect(report).toMatchObject({ events: 1, blobs: 1, missingBlobs: 0 })
    expect(readdirSync(report.quarantine ?? '').sort()).toEqual(['blobs', 'desk.db'])

    const restored = openAt(store.folder)
    expect(restored.identity()).toBeUndefined()
    expect(restored.status()).toMatchObject({
      restored: { from: old?.device },
      behind: [{ what: 'series', series: 'document', database: 7, mark: 9 }],
    })
    expect(restored.transact(author, () => ok(1))).toEqual(fail('store.no_identity'))
    const identity = unwrap(restored.establish(testOffice))
    expect(identity.device).not.toBe(old?.device)
    expect(unwrap(restored.blobs.get(sha)).toString()).toBe('picture')
    // Numbers 8 and 9 may be on paper somewhere.
    expect(restored.issuing()).toEqual(fail('store.behind'))
    const use = (number: number) => restored.transact(author, (tx) => ok(tx.raiseSeries('document', number)))
    expect(use(8)).toEqual(fail('store.behind'))
    expect(use(9)).toEqual(fail('store.behind'))
    expect(restored.transact(author, (tx) => ok(tx.settleSeries('document', 8)))).toEqual(fail('store.behind'))
    expect(restored.transact(author, (tx) => ok(tx.settleSeries('document', 9))).ok).toBe(true)
    expect(restored.issuing()).toEqual(ok(undefined))
    expect(use(10).ok).toBe(true)
    unwrap(
      restored.transact(author, (tx) =>
        ok(tx.append({ subject: { kind: 'claim', id: tx.newId() }, type: 'claim.opened', body: { label: 'new' } })),
      ),
    )
    expect(unwrap(await restored.verify())).toMatchObject({ events: 2, chains: 2 })
    expect(restored.status().restored).toBeUndefined()
    restored.close()
  })

  test('works on a desk that has nothing', async () => {
    unwrap(write())
    const { folder } = unwrap(await store.backup(target))
    const fresh = join(target, 'fresh')
    expect(unwrap(await restore(options(folder, { folder: fresh }))).quarantine).toBeUndefined()
    const restored = openAt(fresh)
    expect(restored.status().restored).toBeDefined()
    expect(eventCount(restored)).toBe(1)
    restored.close()
  })

  test('of a changed, cut or foreign backup is refused and changes nothing', async () => {
    unwrap(write())
    const { folder } = unwrap(await store.backup(target))
    const copy = (name: string) => {
      const to = join(own(), name)
      cpSync(folder, to, { recursive: true })
      return to
    }
    expect(await restore(options(folder))).toEqual(fail('store.in_use'))
    store.close()
    const before = everyFile(store.folder).map((path) => readFileSync(path))
    const cut = copy('cut')
    writeFileSync(join(cut, 'desk.db'), readFileSync(join(cut, 'desk.db')).subarray(0, 8192))
    expect(await restore(options(cut))).toEqual(fail('store.backup_damaged', { reason: 'database' }))
    const forged = copy('forged')
    writeFileSync(
      join(forged, 'manifest'),
      readFileSync(join(forged, 'manifest'), 'utf8').replace('"events": 1', '"events": 2'),
    )
    expect(await restore(options(forged))).toEqual(fail('store.wrong_key'))
    expect(await restore(options(folder, { key: randomBytes(32) }))).toEqual(fail('store.wrong_key'))
    rmSync(join(forged, 'manifest'))
    expect(await restore(options(forged))).toEqual(fail('store.backup_damaged', { reason: 'manifest' }))
    expect(everyFile(store.folder).map((path) => readFileSync(path))).toEqual(before)
  })

  test('cut short at any step can be run again, and nothing is lost', async () => {
    unwrap(write())
    const { folder } = unwrap(await store.backup(target))
    store.close()
    const names = ['restore.quarantine', 'restore.blobs', 'restore.database']
    for (const [i, name] of names.entries()) {
      const step = <T>(at: string, fn: () => T): T => {
        if (at === name) throw new Error('crash')
        return fn()
      }
      store.clock.advance(1000)
      await expect(restore(options(folder, { step })), `${i}`).rejects.toThrow('crash')
      unwrap(await restore(options(folder)))
      const again = openAt(store.folder)
      expect(eventCount(again)).toBe(1)
      again.close()
    }
  })
})

describe('a database that was copied back', () => {
  const copyBack = (work: () => void, afterwards = () => {}) => {
    store.close()
    const saved = join(target, 'image')
    mkdirSync(saved)
    cpSync(join(store.folder, 'desk.db'), join(saved, 'desk.db'))
    store = store.reopen()
    work()
    store.close()
    cpSync(join(saved, 'desk.db'), join(store.folder, 'desk.db'))
    afterwards()
    return store.reopen()
  }

  test('is seen to be behind; no number is given out, also after it has caught up, until there is a new identity', () => {
    unwrap(write(store, 5))
    store = copyBack(() => void [write(store), write(store)])
    const device = store.identity()?.device
    expect(store.status().behind).toEqual([{ what: 'chain', device }])
    expect(store.issuing()).toEqual(fail('store.behind'))
    expect(write(store, 6)).toEqual(fail('store.behind'))
    for (let i = 0; i < 5; i++) unwrap(write(store))
    store = store.reopen()
    expect(store.issuing()).toEqual(fail('store.behind'))
    unwrap(store.establish(testOffice))
    expect(store.issuing()).toEqual(ok(undefined))
    expect(write(store, 6).ok).toBe(true)
  })

  test('is seen by its numbers even when the process died right after the last one', () => {
    unwrap(write(store, 5))
    const path = join(store.folder, 'high-water')
    let atDeath: Buffer
    store = copyBack(
      () => {
        unwrap(write(store, 6))
        atDeath = readFileSync(path)
      },
      () => writeFileSync(path, atDeath),
    )
    expect(store.status().behind).toContainEqual({ what: 'series', series: 'document', database: 5, mark: 6 })
  })

  test('a mark that is gone or was changed stops issuing until an administrator decides', () => {
    unwrap(write(store, 5))
    for (const harm of [
      () => rmSync(join(store.folder, 'high-water')),
      () => appendFileSync(join(store.folder, 'high-water'), 'x'),
    ]) {
      store.close()
      harm()
      store = store.reopen()
      expect(store.status().behind).toMatchObject([{ what: 'mark' }])
      expect(write(store, 6)).toEqual(fail('store.behind'))
      unwrap(store.renewMark())
      expect(store.issuing()).toEqual(ok(undefined))
      store = store.reopen()
      expect(store.issuing()).toEqual(ok(undefined))
    }
  })
})

import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openFile } from '../../../src/main/store/file.ts'
import { currentVersion } from '../../../src/main/store/migrations.ts'
import { sql } from '../../../src/main/store/query.ts'
import { openStore } from '../../../src/main/store/store.ts'
import type { StoreOptions } from '../../../src/main/store/types.ts'
import { fail, ok, unwrap } from '../../../src/shared/result.ts'
import { openTestStore, type TestStore, testKey, testOfficer, toyCatalogue } from '../../support/store.ts'
import { eventCount } from '../../support/toy-projection.ts'

const author = { actor: testOfficer }
const secret = 'Nguyễn-Thị-KNOWN-PLAINTEXT'
let store: TestStore

beforeEach(() => {
  store = openTestStore()
})
afterEach(() => store.remove())

const write = (label = secret) =>
  store.transact(author, (tx) =>
    ok(tx.append({ subject: { kind: 'claim', id: tx.newId() }, type: 'claim.opened', body: { label } }).id),
  )
const database = () => join(store.folder, 'desk.db')
const again = (changes: Partial<StoreOptions> = {}) => {
  const { clock, timers, folder } = store
  const random = { bytes: (length: number) => new Uint8Array(length) }
  return openStore({
    folder,
    key: testKey,
    mode: 'open',
    clock,
    timers,
    random,
    catalogue: toyCatalogue,
    projections: [],
    ...changes,
  })
}
const everyFile = () =>
  readdirSync(store.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

describe('on the disk', () => {
  test('nothing can be read without the key: not in the database, nor in the log beside it', () => {
    unwrap(write())
    unwrap(store.blobs.put(Buffer.from(secret)))
    store.access.note({ actor: testOfficer, act: 'viewed' })
    unwrap(store.access.flush())
    const open = everyFile().map((path) => readFileSync(path))
    expect(statSync(`${database()}-wal`).size).toBeGreaterThan(0)
    store.close()
    const closed = everyFile().map((path) => readFileSync(path))
    for (const bytes of [...open, ...closed]) {
      expect(bytes.includes(Buffer.from(secret))).toBe(false)
      expect(bytes.includes(Buffer.from(testKey))).toBe(false)
      expect(bytes.includes(Buffer.from('claim.opened'))).toBe(false)
    }
    expect(readFileSync(database()).subarray(0, 16).toString('latin1')).not.toContain('SQLite')
  })

  test('every commit is forced to the disk, and erased bytes are overwritten', () => {
    const pragma = (name: string) =>
      Object.values(store.first<Record<string, unknown>>(sql.raw(`PRAGMA ${name}`)) ?? {})[0]
    expect(pragma('journal_mode')).toBe('wal')
    expect(pragma('synchronous')).toBe(2)
    expect(pragma('secure_delete')).toBe(1)
    expect(pragma('foreign_keys')).toBe(1)
  })
})

describe('opening', () => {
  test('gives back what was written', () => {
    const id = unwrap(write())
    expect(store.reopen().event(id)?.body).toEqual({ label: secret })
  })

  test('never makes a store, and creating never takes one that is there', () => {
    expect(again({ folder: join(store.folder, 'elsewhere') })).toEqual(fail('store.missing'))
    store.close()
    expect(again({ mode: 'create' })).toEqual(fail('store.exists'))
  })

  test('with a wrong key says so and changes nothing', () => {
    const id = unwrap(write())
    store.close()
    const before = readFileSync(database())
    expect(again({ key: new Uint8Array(32).fill(8) })).toEqual(fail('store.wrong_key'))
    expect(readFileSync(database()).equals(before)).toBe(true)
    expect(store.reopen().event(id)).toBeDefined()
  })

  test.each([
    ['is no database at all', () => writeFileSync(database(), Buffer.alloc(8192, 'x'))],
    ['was cut in the middle of its first page', () => truncateSync(database(), 1000)],
    ['lost its last pages', () => truncateSync(database(), statSync(database()).size - 8192)],
    ['is empty', () => truncateSync(database(), 0)],
  ])('a file that %s is damaged, not "wrong key", and is left as it is', (_, damage) => {
    unwrap(write())
    store.close()
    damage()
    const before = readFileSync(database())
    const opened = again()
    expect(opened.ok ? 'opened' : opened.failure.code).toBe('store.damaged')
    expect(readFileSync(database()).equals(before)).toBe(true)
  })

  test('a store of a newer program opens no way to write, and says which', () => {
    unwrap(write())
    store.close()
    const file = openFile(database(), testKey)
    file.pragma(`user_version = ${currentVersion + 1}`)
    file.close()
    const before = readFileSync(database())
    expect(again()).toEqual(fail('store.newer', { found: currentVersion + 1, known: currentVersion }))
    expect(readFileSync(database()).equals(before)).toBe(true)
  })

  test('a second time meanwhile is refused, and the first goes on', () => {
    expect(again()).toEqual(fail('store.in_use'))
    expect(write().ok).toBe(true)
    store.close()
    const second = again()
    expect(second.ok).toBe(true)
    unwrap(second).close()
  })
})

describe('a full disk', () => {
  test('undoes the transaction, reading goes on, and so does writing once there is room', () => {
    const kept = unwrap(write('kept'))
    const pages = store.first<{ page_count: number }>(sql`PRAGMA page_count`)?.page_count ?? 0
    store.first(sql.raw(`PRAGMA max_page_count = ${pages}`))
    const before = eventCount(store)
    let result = write('x')
    for (let i = 0; i < 50 && result.ok; i++) result = write('x'.repeat(20_000))
    expect(result).toEqual(fail('store.full'))
    expect(store.event(kept)?.body).toEqual({ label: 'kept' })
    const reached = eventCount(store)
    expect(reached).toBeGreaterThanOrEqual(before)
    store.first(sql`PRAGMA max_page_count = 100000`)
    expect(write('after').ok).toBe(true)
    expect(eventCount(store)).toBe(reached + 1)
  })
})

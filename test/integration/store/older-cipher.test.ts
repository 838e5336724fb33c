import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openFile } from '../../../src/main/store/file.ts'
import { migrate } from '../../../src/main/store/migrations.ts'
import { openStore } from '../../../src/main/store/store.ts'
import { fail, ok, unwrap } from '../../../src/shared/result.ts'
import {
  tempFolder,
  testClock,
  testKey,
  testOffice,
  testOfficer,
  testRandom,
  testTimers,
  toyCatalogue,
} from '../../support/store.ts'

let folder: string
let remove: () => void

beforeEach(() => {
  const temp = tempFolder()
  folder = temp.folder
  remove = temp.remove
  // As the versions before AEGIS made their files.
  const sqlite = new Database(join(folder, 'desk.db'))
  sqlite.pragma(`cipher='chacha20'`)
  sqlite.pragma(`key="raw:${Buffer.from(testKey).toString('hex')}"`)
  sqlite.pragma('journal_mode = WAL')
  migrate(sqlite, (_, fn) => fn())
  sqlite.close()
})
afterEach(() => remove())

const open = (key = testKey) =>
  openStore({
    ...{ folder, key, mode: 'open', clock: testClock(), random: testRandom(), timers: testTimers() },
    ...{ catalogue: toyCatalogue, projections: [] },
  })
const cipherOf = (path: string) => {
  const sqlite = openFile(path, testKey, { readonly: true })
  try {
    return sqlite.pragma('cipher', { simple: true })
  } finally {
    sqlite.close()
  }
}

describe('a store whose file has the cipher of an earlier version', () => {
  test('opens, takes events, is backed up and keeps its cipher', async () => {
    const store = unwrap(open())
    unwrap(store.establish(testOffice))
    const subject = { kind: 'claim', id: store.newId() } as const
    unwrap(
      store.transact({ actor: testOfficer }, (tx) =>
        ok(tx.append({ subject, type: 'claim.opened', body: { label: 'before' } })),
      ),
    )
    const target = tempFolder()
    try {
      const made = unwrap(await store.backup(target.folder))
      expect(made).toMatchObject({ events: 1 })
      const copy = readdirSync(made.folder).find((name) => name.endsWith('.db')) ?? ''
      expect(cipherOf(join(made.folder, copy))).toBe('chacha20')
    } finally {
      target.remove()
    }
    unwrap(store.close())
    const again = unwrap(open())
    expect(again.timeline(subject)).toMatchObject([{ body: { label: 'before' } }])
    unwrap(again.close())
    expect(cipherOf(join(folder, 'desk.db'))).toBe('chacha20')
  })

  test('stays closed to another key', () => {
    expect(open(new Uint8Array(32).fill(8))).toEqual(fail('store.wrong_key'))
  })
})

test('a new store has the fast cipher', () => {
  const temp = tempFolder()
  const path = join(temp.folder, 'new.db')
  const sqlite = openFile(path, testKey, { create: true })
  sqlite.exec('CREATE TABLE t (n)')
  sqlite.close()
  expect(cipherOf(path)).toBe('aegis')
  temp.remove()
})

import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { exchangeDatabase } from '../../../src/main/store/exchange.ts'
import { openFile } from '../../../src/main/store/file.ts'
import { openDatabase } from '../../../src/main/store/open.ts'
import { sql } from '../../../src/main/store/query.ts'
import { createRuleAnswers } from '../../../src/main/store/rule-answers.ts'
import { atomically } from '../../../src/main/store/transact.ts'
import type { Failure } from '../../../src/shared/errors.ts'
import type { Step } from '../../../src/shared/ports.ts'
import { ok, unwrap } from '../../../src/shared/result.ts'
import { tempFolder, testKey } from '../../support/store.ts'

const undo: (() => void)[] = []
afterEach(() => {
  for (const each of undo.splice(0)) each()
})

/** A database in which somebody wrote a word, and that is open. */
function database(word: string) {
  const { folder, remove } = tempFolder()
  const { connection, unlock } = unwrap(
    openDatabase({ folder, key: testKey, mode: 'create', step: (_, fn) => fn(), keyIsRight: () => true }),
  )
  const close = () => {
    connection.close()
    unlock()
  }
  undo.push(() => {
    close()
    remove()
  })
  const write = (text: string) =>
    connection.prepare("INSERT OR REPLACE INTO meta (name, value) VALUES ('word', ?)").run(text)
  const read = () => connection.first<{ value: string }>(sql`SELECT value FROM meta WHERE name = 'word'`)?.value
  write(word)
  return { folder, connection, close, write, read, file: join(folder, 'desk.db') }
}

/** A desk that works, and a file that is to take the place of its own. */
function both() {
  const [desk, fresh] = [database('old'), database('new')]
  fresh.close()
  const unsure: Failure[] = []
  const parts = { connection: desk.connection, folder: desk.folder, key: testKey }
  const exchange = (step: Step = (_, fn) => fn()) =>
    exchangeDatabase({ ...parts, step, unsure: (failure) => unsure.push(failure) }, fresh.file)
  return { desk, exchange, unsure }
}

test('a desk that works goes on in the new database, and what it writes there is there when it opens again', () => {
  const { desk, exchange } = both()
  expect(desk.read()).toBe('old')
  expect(exchange()).toEqual(ok(undefined))
  expect(desk.read()).toBe('new')
  desk.write('newer')
  desk.close()
  const again = openFile(desk.file, testKey)
  expect(again.prepare("SELECT value FROM meta WHERE name = 'word'").pluck().get()).toBe('newer')
  again.close()
})

test('what was kept beside the old one is made anew beside the new one, and holds nothing', () => {
  const { desk, exchange } = both()
  const answers = createRuleAnswers(desk.connection)
  desk.connection.sqlite.exec(
    "INSERT INTO rule_answer (claim, claim_n, person_n, day, waits) VALUES ('a', 1, 2, '2026-11-23', 1)",
  )
  expect(answers.on('2026-11-23')).toEqual(new Map([['a', true]]))
  expect(exchange()).toEqual(ok(undefined))
  expect(answers.on('2026-11-23')).toEqual(new Map())
})

test('when the old database goes, its write-ahead log is gone, so that nothing of it gets into the new one', () => {
  const { desk, exchange } = both()
  let atRename: boolean | undefined
  expect(existsSync(`${desk.file}-wal`)).toBe(true)
  exchange((name, fn) => {
    if (name === 'exchange.rename') atRename = existsSync(`${desk.file}-wal`)
    return fn()
  })
  expect(atRename).toBe(false)
})

test('while somebody else reads the old one, nothing is exchanged and the desk goes on', () => {
  const { desk, exchange } = both()
  const reader = openFile(desk.file, testKey)
  reader.exec('BEGIN; SELECT * FROM meta')
  expect(exchange()).toMatchObject({ ok: false, failure: { code: 'store.held' } })
  reader.close()
  desk.write('older')
  expect(desk.read()).toBe('older')
})

test('a disk that refuses the new name leaves the desk at work on the old one', () => {
  const { desk, exchange } = both()
  const refused: Step = (name, fn) => {
    if (name === 'exchange.rename') throw Object.assign(new Error('no space left'), { code: 'ENOSPC' })
    return fn()
  }
  expect(exchange(refused)).toMatchObject({ ok: false, failure: { code: 'store.full' } })
  desk.write('older')
  expect(desk.read()).toBe('older')
})

test.each(['EBUSY', 'EPERM', 'EACCES'])(
  'a file that somebody holds for a moment (%s) is waited for; held longer, the desk goes on as it was',
  (code) => {
    const { desk, exchange } = both()
    const held =
      (times: number): Step =>
      (name, fn) => {
        if (name === 'exchange.rename' && times-- > 0) throw Object.assign(new Error('held'), { code })
        return fn()
      }
    expect(exchange(held(100))).toMatchObject({ ok: false, failure: { code: 'store.held' } })
    desk.write('older')
    expect(desk.read()).toBe('older')
    expect(exchange(held(2))).toEqual(ok(undefined))
    expect(desk.read()).toBe('new')
  },
)

test('once the new database has the name it is the desk’s, also when the disk does not promise to keep the name', () => {
  const { desk, exchange, unsure } = both()
  const refused: Step = (name, fn) => {
    if (name === 'exchange.fsync_folder') throw Object.assign(new Error('no answer'), { code: 'EIO' })
    return fn()
  }
  expect(exchange(refused)).toEqual(ok(undefined))
  expect(desk.read()).toBe('new')
  expect(unsure).toMatchObject([{ code: 'store.io', params: { reason: 'EIO' } }])
})

test('a database that cannot be opened again at once is opened by the first use after that can, with what lives beside it', () => {
  const { desk, exchange } = both()
  let made = 0
  desk.connection.eachFile(() => {
    made += 1
  })
  expect(exchange()).toEqual(ok(undefined))
  renameSync(desk.file, `${desk.file}-away`)
  const failure = { code: 'store.io', params: { reason: 'SQLITE_CANTOPEN' } }
  for (let i = 0; i < 2; i++)
    expect(
      atomically(
        desk.connection,
        (_, fn) => fn(),
        () => ok(desk.read()),
      ),
    ).toEqual({ ok: false, failure })
  renameSync(`${desk.file}-away`, desk.file)
  expect(desk.read()).toBe('new')
  expect(made).toBe(1)
})

test('a file that somebody reads as it is opened again is not used before it is as a desk needs it', () => {
  const { desk, exchange } = both()
  const readers: { close(): unknown }[] = []
  const refused: Step = (name, fn) => {
    if (name !== 'exchange.rename') return fn()
    const reader = openFile(desk.file, testKey)
    reader.exec('BEGIN; SELECT * FROM meta')
    readers.push(reader)
    throw Object.assign(new Error('no space left'), { code: 'ENOSPC' })
  }
  expect(exchange(refused)).toMatchObject({ ok: false, failure: { code: 'store.full' } })
  expect(() => desk.read()).toThrow('locked')
  for (const reader of readers) reader.close()
  expect(desk.read()).toBe('old')
  const told = ['journal_mode', 'secure_delete', 'foreign_keys'].map((name) =>
    desk.connection.sqlite.pragma(name, { simple: true }),
  )
  expect(told).toEqual(['wal', 1, 1])
})

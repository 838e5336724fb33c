import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openFile } from '../../../src/main/store/file.ts'
import type { Subject } from '../../../src/shared/domain/event.ts'
import { fail, ok, unwrap } from '../../../src/shared/result.ts'
import { openTestStore, type TestStore, testKey, testOfficer } from '../../support/store.ts'

const author = { actor: testOfficer }
let store: TestStore
let device: string

beforeEach(() => {
  store = openTestStore()
  device = store.identity()?.device ?? ''
  const bases = [store.newId(), store.newId()]
  for (let i = 0; i < 5; i++) {
    const subject: Subject = { kind: 'claim', id: store.newId() }
    unwrap(
      store.transact(author, (tx) =>
        ok(tx.append({ subject, type: 'claim.opened', body: { label: `claim ${i}` }, bases })),
      ),
    )
    store.access.note({ actor: testOfficer, act: 'viewed', subject, details: { screen: 'claim' } })
  }
  store.access.note({ actor: testOfficer, act: 'searched', details: { found: 3 } })
  unwrap(store.access.flush())
})
afterEach(() => store.remove())

/** Changes the database from outside, as somebody who has the key could. */
function tamper(...statements: readonly string[]): TestStore {
  store.close()
  const file = openFile(join(store.folder, 'desk.db'), testKey)
  file.pragma('foreign_keys = OFF')
  for (const statement of statements) file.exec(statement)
  file.close()
  store = store.reopen()
  return store
}
const broken = (table: string, sequence: number, reason: string, position = sequence) =>
  fail('store.chain_broken', { table, device, sequence, position, reason })

describe('verifying', () => {
  test('an untouched store finds nothing', async () => {
    expect(await store.verify()).toEqual(ok({ events: 5, erased: 0, chains: 1, access: 6 }))
  })

  const otherId = `randomblob(16)`
  test.each([
    ['id', otherId],
    ['type', `'claim.noted'`],
    ['version', '2'],
    ['visibility', `'public2'`],
    ['at_ms', 'at_ms + 1'],
    ['hlc_ms', 'hlc_ms + 1'],
    ['hlc_counter', 'hlc_counter + 1'],
    ['bases', `x''`],
    ['commitment', 'randomblob(32)'],
    ['hash', 'randomblob(32)'],
    ['actor', `(SELECT n FROM party WHERE n <> event.actor LIMIT 1)`],
    ['stream', `(SELECT n FROM party WHERE n <> event.stream LIMIT 1)`],
    ['subject', `(SELECT max(n) FROM subject)`],
  ])('names the event whose %s was changed', async (column, value) => {
    const changed = await tamper(`UPDATE event SET ${column} = ${value} WHERE position = 3`).verify()
    // Moved to another stream, it stands at a place that this chain never reached.
    expect(changed).toEqual(broken('event', 3, column === 'stream' ? 'sequence' : 'hash'))
  })

  test.each([
    ['body', `UPDATE event SET body = CAST('{"label":"forged"}' AS BLOB) WHERE position = 3`, 'body'],
    ['salt', 'UPDATE event SET salt = randomblob(16) WHERE position = 3', 'body'],
    ['missing body', 'UPDATE event SET body = NULL, salt = NULL WHERE position = 3', 'body_missing'],
    ['sequence', 'UPDATE event SET sequence = 77 WHERE position = 3', 'sequence'],
    [
      'subject’s identity',
      'UPDATE subject SET id = randomblob(16) WHERE n = (SELECT subject FROM event WHERE position = 3)',
      'hash',
    ],
  ])('names the event with another %s', async (_, statement, reason) => {
    const result = await tamper(statement).verify()
    expect(result).toMatchObject({ ok: false, failure: { params: { table: 'event', position: 3, reason } } })
  })

  test('names the place where an event was taken out, and where two changed places', async () => {
    expect(await tamper('DELETE FROM event WHERE position = 3').verify()).toEqual(broken('event', 4, 'sequence'))
  })

  test('sees that the end of a chain was cut off, because the mark outside knows how far it went', async () => {
    expect(await tamper('DELETE FROM event WHERE position > 3').verify()).toEqual(broken('event', 4, 'cut_short', 0))
  })

  test('sees a forged history with hashes that fit, by the event after it', async () => {
    const copyOfFour = 'UPDATE event SET hash = (SELECT hash FROM event WHERE position = 4) WHERE position = 3'
    expect(await tamper(copyOfFour).verify()).toEqual(broken('event', 3, 'hash'))
  })

  test.each([
    ['act', `'printed'`],
    ['details', `'{}'`],
    ['at_ms', 'at_ms + 1'],
    ['subject', 'NULL'],
    ['actor', '(SELECT n FROM party WHERE n <> access.actor LIMIT 1)'],
    ['hash', 'randomblob(32)'],
  ])('names the access entry whose %s was changed', async (column, value) => {
    expect(await tamper(`UPDATE access SET ${column} = ${value} WHERE position = 2`).verify()).toEqual(
      broken('access', 2, 'hash'),
    )
  })

  test('names missing access entries, in the middle and at the end', async () => {
    expect(await tamper('DELETE FROM access WHERE position = 2').verify()).toEqual(broken('access', 3, 'sequence'))
    expect(await tamper('DELETE FROM access').verify()).toEqual(broken('access', 1, 'cut_short', 0))
  })

  test('takes part in a check of everything', async () => {
    expect(await store.check()).toMatchObject({
      ok: true,
      problems: [],
      projections: { field_holder: 0 },
      blobs: { stored: 0, missing: 0 },
    })
    const check = await tamper('UPDATE event SET at_ms = 0 WHERE position = 1').check()
    expect(check).toMatchObject({ ok: false, logs: broken('event', 1, 'hash') })
  })
})

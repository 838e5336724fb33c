import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fail, ok, unwrap } from '../../../src/shared/result.ts'
import { openTestStore, type TestStore, testOfficer, toyCatalogue } from '../../support/store.ts'

let store: TestStore

beforeEach(() => {
  store = openTestStore()
})
afterEach(() => store.remove())

const files = () =>
  readdirSync(join(store.folder, 'blobs'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

describe('a blob', () => {
  test.each([0, 1, 1024 * 1024 - 1, 1024 * 1024, 1024 * 1024 + 1, 3 * 1024 * 1024])(
    'of %i bytes comes back as it was',
    (size) => {
      const bytes = randomBytes(size)
      const sha = unwrap(store.blobs.put(bytes))
      expect(sha).toBe(createHash('sha256').update(bytes).digest('hex'))
      expect(Buffer.compare(unwrap(store.blobs.get(sha)), bytes)).toBe(0)
      expect(Buffer.compare(unwrap(store.reopen().blobs.get(sha)), bytes)).toBe(0)
    },
  )

  test('is stored once, under a name that does not give its digest away', () => {
    const bytes = randomBytes(5000)
    const sha = unwrap(store.blobs.put(bytes))
    expect(store.blobs.put(bytes)).toEqual(ok(sha))
    expect(files()).toHaveLength(1)
    expect(files()[0]).not.toContain(sha.slice(0, 8))
    expect(readFileSync(files()[0] ?? '').includes(bytes.subarray(0, 16))).toBe(false)
  })

  test.each([
    ['one bit of the head', (file: Buffer) => (file[10] = (file[10] ?? 0) ^ 1)],
    ['one bit of a segment', (file: Buffer) => (file[2_000_000] = (file[2_000_000] ?? 0) ^ 1)],
    ['its magic', (file: Buffer) => (file[0] = 0)],
  ])('with %s changed is refused', (_, change) => {
    const sha = unwrap(store.blobs.put(randomBytes(2_500_000)))
    const [path = ''] = files()
    const bytes = readFileSync(path)
    change(bytes)
    writeFileSync(path, bytes)
    expect(store.blobs.get(sha)).toEqual(fail('store.blob_damaged'))
  })

  test('cut short, also at the end of a segment, is refused; put again, it is whole', () => {
    const bytes = randomBytes(2 * 1024 * 1024)
    const sha = unwrap(store.blobs.put(bytes))
    const [path = ''] = files()
    for (const length of [0, 44, 44 + 1024 * 1024 + 16, 2 * 1024 * 1024]) {
      writeFileSync(path, readFileSync(path).subarray(0, length))
      expect(store.blobs.get(sha)).toEqual(fail('store.blob_damaged'))
    }
    expect(store.blobs.put(bytes)).toEqual(ok(sha))
    expect(store.blobs.get(sha).ok).toBe(true)
  })

  test('that is not here is missing', async () => {
    expect(store.blobs.get('0'.repeat(64))).toEqual(fail('store.blob_missing'))
    const sha = unwrap(store.blobs.put(randomBytes(10)))
    rmSync(files()[0] ?? '')
    expect(store.blobs.get(sha)).toEqual(fail('store.blob_missing'))
    expect(await store.check()).toMatchObject({ ok: false, blobs: { stored: 1, missing: 1 } })
  })

  test('put in a transaction that fails leaves an orphan, which the sweep takes; nothing else goes', () => {
    const kept = unwrap(store.blobs.put(randomBytes(100)))
    store.transact({ actor: testOfficer }, () => {
      unwrap(store.blobs.put(randomBytes(200)))
      return fail('desk.not_allowed')
    })
    writeFileSync(`${files()[0]}.partial`, 'cut short')
    expect(store.blobs.sweep()).toEqual(ok(2))
    expect(store.blobs.has(kept)).toBe(true)
    expect(files()).toHaveLength(1)
    unwrap(store.blobs.remove(kept))
    expect(files()).toEqual([])
    expect(store.blobs.get(kept)).toEqual(fail('store.blob_missing'))
  })
})

describe('a blob that no event names', () => {
  const day = 24 * 3_600_000
  const author = { actor: testOfficer }
  const name = (sha: string) =>
    store.transact(author, (tx) =>
      ok(tx.append({ subject: { kind: 'claim', id: tx.newId() }, type: 'claim.noted', body: { text: sha } })),
    )
  const put = (bytes = randomBytes(300)) => unwrap(store.blobs.put(bytes))
  /** As when the program starts anew: it knows no longer what it stored itself. */
  const startAgain = () => {
    store = store.reopen()
  }
  const removeOld = async () => unwrap(await store.blobs.removeUnnamed(store.clock.now() - day))

  test('goes once it is old, and its file with it; a named one and a young one stay', async () => {
    const named = put()
    unwrap(name(named))
    const left = put()
    startAgain()
    store.clock.advance(2 * day)
    const young = put()
    startAgain()
    expect(await removeOld()).toBe(1)
    expect([named, left, young].map(store.blobs.has)).toEqual([true, false, true])
    expect(files()).toHaveLength(2)
    expect(await removeOld()).toBe(0)
  })

  test('stays while a command in flight may still name it, however old it is and whatever the clock says', async () => {
    const bytes = randomBytes(300)
    const sha = put(bytes)
    startAgain()
    store.clock.advance(9 * day)
    // A command stores the same picture again, and waits for something else before it names it.
    put(bytes)
    store.clock.advance(9 * day)
    const removing = removeOld()
    const naming = (async () => {
      await new Promise((turn) => setImmediate(turn))
      return name(sha)
    })()
    expect(await removing).toBe(0)
    unwrap(await naming)
    expect(unwrap(store.blobs.get(sha))).toEqual(bytes)
    expect(await removeOld()).toBe(0)
  })

  test('that is stored or named between two turns of the removal stays', async () => {
    // More than one batch, so that the removal gives way to others on the road.
    const shas = Array.from({ length: 260 }, (_, n) => put(Buffer.from(`picture ${n}`))).sort()
    startAgain()
    store.clock.advance(2 * day)
    const [storedAgain, named] = shas.slice(-2) as [string, string]
    const again = Array.from({ length: 260 }, (_, n) => Buffer.from(`picture ${n}`)).find(
      (bytes) => createHash('sha256').update(bytes).digest('hex') === storedAgain,
    )
    const removing = store.blobs.removeUnnamed(store.clock.now() - day)
    put(again ?? Buffer.alloc(0))
    unwrap(name(named))
    expect(unwrap(await removing)).toBe(258)
    expect([storedAgain, named].map(store.blobs.has)).toEqual([true, true])
  })

  test('is not looked for while the log holds what this program cannot read', async () => {
    const sha = put()
    unwrap(name(sha))
    const { 'claim.noted': _, ...older } = toyCatalogue
    store = store.reopen({ catalogue: older })
    unwrap(await store.rebuild())
    store.clock.advance(2 * day)
    expect(await removeOld()).toBe(0)
    store = store.reopen({ catalogue: toyCatalogue })
    expect(await removeOld()).toBe(0) // its names are not written yet: a rebuild is due
    unwrap(await store.rebuild())
    expect(await removeOld()).toBe(0)
    expect(store.blobs.has(sha)).toBe(true)
  })

  test('goes with the erasure of the only record that named it', async () => {
    const sha = put()
    const subject = { kind: 'claim', id: store.newId() } as const
    const append = (type: string, body: unknown) =>
      unwrap(store.transact(author, (tx) => ok(tx.append({ subject, type, body }))))
    append('claim.noted', { text: sha })
    startAgain()
    store.clock.advance(2 * day)
    expect(await removeOld()).toBe(0)
    append('claim.erased', { law: 'test' })
    expect(await removeOld()).toBe(1)
  })

  test('leaves no trace when the program ends between its row and its file', async () => {
    const left = put()
    const kept = put()
    unwrap(name(kept))
    store = store.reopen({
      step: (at, fn) => {
        if (at === 'blob.unnamed') throw new Error('crash')
        return fn()
      },
    })
    store.clock.advance(2 * day)
    await expect(store.blobs.removeUnnamed(store.clock.now() - day)).rejects.toThrow('crash')
    store = store.reopen({ step: (_, fn) => fn() })
    expect(store.blobs.has(left)).toBe(false)
    expect(store.blobs.sweep()).toEqual(ok(1))
    expect(files()).toHaveLength(1)
    expect(store.blobs.has(kept)).toBe(true)
  })
})

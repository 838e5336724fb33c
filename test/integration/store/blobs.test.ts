import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fail, ok, unwrap } from '../../../src/shared/result.ts'
import { openTestStore, type TestStore, testOfficer } from '../../support/store.ts'

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

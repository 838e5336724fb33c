import { createHash } from 'node:crypto'
import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from '../../../src/main/store/query.ts'
import { fail, ok, unwrap } from '../../../src/shared/result.ts'
import type { PullAnswer } from '../../../src/shared/sync/wire.ts'
import { buildProgram, runProgram } from '../../support/child.ts'
import { openTestStore, type TestStore, tempFolder, testOffice, testOfficer, testRandom } from '../../support/store.ts'
import type { ArrivalInput } from '../../support/sync/arrival-child.ts'
import { me, pullAll, pushAll, shown } from '../../support/sync/exchange.ts'
import { createMemoryCentral } from '../../support/sync/memory-central.ts'
import { makeToyTables, toyProjection } from '../../support/toy-projection.ts'

/**
 * A page of another desk's work and its pictures arrive at a desk that has work of its own, and the process is killed, or
 * the disk is full. The page comes again at the next round.
 */
let program: string
let steps: string[]
let desk: TestStore
let other: TestStore
let answer: PullAnswer
let wanted: Record<string, string[]>
const place = tempFolder()
const page = join(place.folder, 'page.json')
const central = createMemoryCentral(testOffice, (type) => type === 'claim.erased')
const picture = Buffer.from('a picture')
const sha = createHash('sha256').update(picture).digest('hex')
const files = { [sha]: picture.toString('base64') }

function made(name: string): TestStore {
  const store = openTestStore({ random: testRandom(name), projections: [toyProjection] })
  makeToyTables(store)
  unwrap(store.sync.begin(central.epoch()))
  return store
}

const claims = ['a', 'b'].map((_, i) => `0198c0de-0000-7000-8000-00000000300${i}`)
function work(store: TestStore, own: string): void {
  unwrap(
    store.transact({ actor: testOfficer }, (tx) => {
      for (const id of claims) {
        const subject = { kind: 'claim', id } as const
        tx.append({ subject, type: 'claim.opened', body: { label: own === 'other' ? sha : own } })
        tx.append({ subject, type: 'claim.fields_set', body: { fields: { name: own } } })
      }
      const [first = '', second = ''] = claims
      // More than what is free in the pages that the file has.
      for (let n = 0; own === 'other' && n < 80; n++)
        tx.append({ subject: { kind: 'claim', id: first }, type: 'claim.noted', body: { text: `${n} `.repeat(300) } })
      if (own === 'other')
        tx.append({ subject: { kind: 'claim', id: second }, type: 'claim.erased', body: { law: 'test' } })
      return ok(null)
    }),
  )
}

beforeAll(async () => {
  program = await buildProgram('test/support/sync/arrival-child.ts')
  desk = made('desk')
  other = made('other')
  work(desk, 'desk')
  work(other, 'other')
  pushAll(other, central)
  answer = central.pull(me(desk).device, 0)
  writeFileSync(page, JSON.stringify({ answer, files }))
  desk.close()
  const run = inCopy({})
  expect(run.errors).toBe('')
  steps = [...new Set(run.output.filter((line) => line.startsWith('step ')).map((line) => line.slice(5)))]
  const clean = desk.reopen({ folder: run.folder })
  wanted = shown(clean)
  clean.close()
  run.remove()
})
afterAll(() => {
  for (const store of [desk, other]) store.remove()
  place.remove()
})

function inCopy(input: Omit<ArrivalInput, 'folder' | 'page'>) {
  const { folder: root, remove } = tempFolder()
  const folder = join(root, 'store')
  cpSync(desk.folder, folder, { recursive: true })
  const child = runProgram(program, { ...input, folder, page })
  return { folder, remove, signal: child.signal, errors: child.stderr, output: child.stdout.split('\n') }
}

/** Whole as it is, all of the page or nothing of it; and the next round brings what is missing, once. */
async function expectWhole(store: TestStore, where: string): Promise<void> {
  const position = store.sync.position()
  expect([0, answer.events.length], where).toContain(position)
  expect(await store.check(), where).toMatchObject({ ok: true })
  expect(store.sync.waiting(), where).toBe(4)
  if (store.status().stale.length > 0) unwrap(await store.rebuild())
  await pullAll(store, central)
  for (const [digest, bytes] of Object.entries(files)) unwrap(store.blobs.arrive(digest, Buffer.from(bytes, 'base64')))
  expect(shown(store), where).toEqual(wanted)
  expect(unwrap(store.blobs.get(sha)), where).toEqual(picture)
  unwrap(await store.rebuild())
  expect(shown(store), where).toEqual(wanted)
}

describe('an arrival', () => {
  test('whose process is killed at any step, before or after it, is there whole or not at all, and comes again', {
    timeout: 120_000,
  }, async () => {
    expect(steps).toEqual(
      expect.arrayContaining(['begin', 'settle.take_back', 'settle.prove', 'commit', 'blob.rename', 'blob.row']),
    )
    for (const dieAt of steps)
      for (const when of ['before', 'after'] as const) {
        const run = inCopy({ dieAt, when })
        expect(run.signal, `${when} ${dieAt} ${run.errors}`).toBe('SIGKILL')
        const store = desk.reopen({ folder: run.folder })
        if (run.output.includes('settled')) expect(store.sync.position()).toBe(answer.events.length)
        if (run.output.includes(`arrived ${sha}`)) expect(store.blobs.has(sha)).toBe(true)
        await expectWhole(store, `${when} ${dieAt}`)
        store.close()
        run.remove()
      }
  })

  test('on a disk that is full changes nothing and says so; with room again it comes', async () => {
    const { folder: root, remove } = tempFolder()
    const folder = join(root, 'store')
    cpSync(desk.folder, folder, { recursive: true })
    let full = false
    const step = <T>(name: string, fn: () => T): T => {
      if (full && name === 'blob.write')
        throw Object.assign(new Error('no space left'), { code: 'ENOSPC', syscall: 'write' })
      return fn()
    }
    const store = desk.reopen({ folder, step })
    const before = shown(store)
    const pages = (text: string) => store.first<Record<string, number>>(sql.raw(text))
    const { page_count: count } = pages('PRAGMA page_count') ?? {}
    pages(`PRAGMA max_page_count = ${count}`)
    expect(store.sync.settle(answer)).toEqual(fail('store.full'))
    expect(shown(store)).toEqual(before)
    expect(store.sync.position()).toBe(0)
    pages('PRAGMA max_page_count = 1000000')
    unwrap(store.sync.settle(answer))
    full = true
    expect(store.blobs.arrive(sha, picture)).toEqual(fail('store.full'))
    expect(store.blobs.has(sha)).toBe(false)
    full = false
    await expectWhole(store, 'with room again')
    store.close()
    remove()
  })
})

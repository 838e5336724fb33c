import { chmodSync, chownSync, cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { query } from '../../../src/main/store/query.ts'
import { ok, unwrap } from '../../../src/shared/result.ts'
import { buildProgram, runProgram } from '../../support/child.ts'
import { openTestStore, type TestStore, tempFolder, testOfficer } from '../../support/store.ts'
import type { ChildInput } from '../../support/store-child.ts'
import { eventCount, makeToyTables, toyProjection } from '../../support/toy-projection.ts'

let program: string
let image: TestStore
let steps: string[]

beforeAll(async () => {
  program = await buildProgram('test/support/store-child.ts')
  image = openTestStore({ projections: [toyProjection] })
  makeToyTables(image)
  image.close()
  const run = runInCopy({})
  steps = [...new Set(run.output.filter((line) => line.startsWith('step ')).map((line) => line.slice(5)))]
  run.remove()
})
afterAll(() => image.remove())

/** Runs the child on a copy of the store that `beforeAll` made. */
function runInCopy(input: Omit<ChildInput, 'folder'>) {
  const { folder: root, remove } = tempFolder()
  const folder = join(root, 'store')
  cpSync(image.folder, folder, { recursive: true })
  const child = runProgram(program, { ...input, folder })
  return { folder, remove, signal: child.signal, errors: child.stderr, output: child.stdout.split('\n') }
}

async function expectNothingLost(folder: string, output: readonly string[]): Promise<void> {
  const store = image.reopen({ folder })
  const acked = output.filter((line) => line.startsWith('acked ')).map((line) => line.split(' ')[1] ?? '')
  expect(acked.length).toBeGreaterThanOrEqual(2)
  for (const id of acked) expect(store.timeline({ kind: 'claim', id })).toHaveLength(3)
  expect(eventCount(store) % 3).toBe(0)
  const numbers = store.first(query.selectFrom('series_mark').select('number'))?.number
  expect(numbers).toBe(eventCount(store) / 3)
  expect(await store.check()).toMatchObject({ ok: true })
  expect(store.issuing()).toEqual(ok(undefined))
  const live = store.dumpProjections()
  unwrap(await store.rebuild())
  expect(store.dumpProjections()).toEqual(live)
  expect(store.blobs.sweep().ok).toBe(true)
  for (const { body } of store.since(0, 100).filter(({ type }) => type === 'claim.opened'))
    expect(store.blobs.get((body as { label: string }).label).ok).toBe(true)
  expect(store.transact({ actor: testOfficer }, () => ok(1))).toEqual(ok(1))
  store.close()
}

describe('a process that is killed', () => {
  test('at any step of a command, before or after it, loses nothing that was acknowledged and keeps nothing by halves', async () => {
    expect(steps).toEqual(
      expect.arrayContaining([
        'blob.rename',
        'begin',
        'append.event',
        'project.toy',
        'raise.series',
        'commit',
        'mark.rename',
        'append.access',
      ]),
    )
    for (const dieAt of steps)
      for (const when of ['before', 'after'] as const) {
        const run = runInCopy({ dieAt, when })
        expect(run.signal, `${when} ${dieAt} ${run.errors}`).toBe('SIGKILL')
        await expectNothingLost(run.folder, run.output)
        run.remove()
      }
  }, 120_000)

  test('lets go of the store', () => {
    const run = runInCopy({ dieAt: 'commit' })
    const second = runProgram(program, { folder: run.folder })
    expect(second.stdout).toContain('acked')
    run.remove()
  })
})

describe('a process that may not write', () => {
  // Root may write anywhere: as root, the child runs as nobody.
  const canRun = process.platform !== 'win32'
  const uid = process.getuid?.() === 0 ? 65534 : undefined
  /** Nobody may be unable to reach a checkout in root's own home. */
  const canStart = () =>
    runProgram(program, { folder: join(image.folder, 'none') }, uid).stdout.includes('store.missing')

  test.skipIf(!canRun).for([
    ['in the folder', (folder: string) => chmodSync(folder, 0o555)],
    ['to the file', (folder: string) => readdirSync(folder).map((name) => chmodSync(join(folder, name), 0o444))],
  ] as const)('%s says so', ([, forbid], { skip }) => {
    if (!canStart()) skip('another user of this machine cannot read this checkout')
    const { folder: root, remove } = tempFolder()
    const folder = join(root, 'store')
    cpSync(image.folder, folder, { recursive: true })
    for (const path of uid ? [root, folder, ...readdirSync(folder).map((name) => join(folder, name))] : [])
      chownSync(path, uid ?? 0, uid ?? 0)
    forbid(folder)
    const child = runProgram(program, { folder }, uid)
    chmodSync(folder, 0o755)
    expect(`${child.stdout}${child.stderr}`.trim()).toBe('failure store.read_only')
    remove()
  })

  test('while another process has the store is told so', () => {
    const open = image.reopen()
    expect(runProgram(program, { folder: open.folder }).stdout.trim()).toBe('failure store.in_use')
    open.close()
  })
})

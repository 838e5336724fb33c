import { spawn } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { openClaim } from '../../../src/main/claims/take-in.ts'
import { nodeRandom } from '../../../src/main/ports/node.ts'
import { deskProjections } from '../../../src/main/store/projections/index.ts'
import { query, sql } from '../../../src/main/store/query.ts'
import { openStore } from '../../../src/main/store/store.ts'
import type { Store } from '../../../src/main/store/types.ts'
import { catalogue } from '../../../src/shared/domain/catalogue.ts'
import { ok, unwrap } from '../../../src/shared/result.ts'
import { buildProgram } from '../../support/child.ts'
import { noon } from '../../support/desk.ts'
import { tempFolder, testTimers } from '../../support/store.ts'
import type { ChildInput } from './child.ts'
import type { SceneName } from './scenes.ts'
import { makeTemplate } from './template.ts'

/** Plays a command on copies of one desk, and kills the process that plays it. */
export interface Theatre {
  /** The steps of a command, in the order in which it takes them. */
  steps(scene: SceneName): Promise<readonly string[]>
  /** Kills the process before these steps and looks at what is left; two at a time. */
  killAt(scene: SceneName, steps: readonly string[], indexes: readonly number[]): Promise<void>
  remove(): void
}

export async function openTheatre(): Promise<Theatre> {
  const program = await buildProgram('test/integration/crash/child.ts')
  const { folder, remove } = tempFolder()
  const template = join(folder, 'desk')
  const { ready, key } = await makeTemplate(template)
  const before = openAt(template, key)
  const events = countEvents(before)
  unwrap(before.close())

  const play = async (scene: SceneName, dieAt?: number) => {
    const copy = tempFolder()
    const dataDir = join(copy.folder, 'desk')
    cpSync(template, dataDir, { recursive: true })
    const own = { ...ready, backups: join(dataDir, 'backups') }
    const input: ChildInput = { dataDir, scene, ready: own, ...(dieAt === undefined ? {} : { dieAt }) }
    return { ...(await runChild(program, input)), dataDir, remove: copy.remove }
  }
  const killOne = async (scene: SceneName, steps: readonly string[], index: number) => {
    const run = await play(scene, index)
    const where = `${scene}, before step ${index} (${steps[index]})`
    expect(run.signal, `${where}: ${run.errors}`).toBe('SIGKILL')
    const allowed = wholes(steps).map((whole) => events + whole)
    await expectWhole({ where, key, dataDir: run.dataDir, allowed })
    run.remove()
  }
  return {
    remove,
    async steps(scene) {
      const run = await play(scene)
      expect(run.output, `${scene}: ${run.errors}`).toContain('acked')
      const steps = run.output.filter((line) => line.startsWith('step ')).map((line) => line.slice(5))
      const allowed = [events + (wholes(steps).at(-1) ?? 0)]
      await expectWhole({ where: `${scene}, alive`, key, dataDir: run.dataDir, allowed })
      run.remove()
      return steps
    },
    async killAt(scene, steps, indexes) {
      const waiting = [...indexes]
      const worker = async () => {
        for (let index = waiting.shift(); index !== undefined; index = waiting.shift())
          await killOne(scene, steps, index)
      }
      await Promise.all([worker(), worker()])
    },
  }
}

/** How many events stand after each transaction of the command: nothing, and one number for each commit. */
function wholes(steps: readonly string[]): number[] {
  const counts = [0]
  let events = 0
  for (const step of steps) {
    if (step === 'append.event') events++
    if (step === 'commit') counts.push(events)
  }
  return counts
}

function runChild(program: string, input: ChildInput) {
  return new Promise<{ signal: string | null; errors: string; output: string[] }>((done) => {
    const child = spawn(process.execPath, [program, JSON.stringify(input)], { stdio: ['ignore', 'pipe', 'pipe'] })
    let [output, errors] = ['', '']
    child.stdout.on('data', (chunk) => {
      output += chunk
    })
    child.stderr.on('data', (chunk) => {
      errors += chunk
    })
    child.on('close', (_, signal) => done({ signal, errors, output: output.split('\n') }))
  })
}

const openAt = (dataDir: string, key: Uint8Array): Store =>
  unwrap(
    openStore({
      folder: join(dataDir, 'store'),
      key,
      mode: 'open',
      clock: { now: () => noon + 60_000, zone: () => 'America/Toronto' },
      random: nodeRandom,
      timers: testTimers(),
      catalogue,
      projections: deskProjections,
    }),
  )

const countEvents = (store: Store): number =>
  store.first(query.selectFrom('event').select((q) => q.fn.countAll<number>().as('n')))?.n ?? 0

interface Aftermath {
  readonly where: string
  readonly key: Uint8Array
  readonly dataDir: string
  readonly allowed: readonly number[]
}

/** The store opens, is sound, holds whole commands only, and goes on without giving anything twice. */
async function expectWhole({ where, key, dataDir, allowed }: Aftermath): Promise<void> {
  const store = openAt(dataDir, key)
  try {
    expect(allowed, where).toContain(countEvents(store))
    expect(await store.check(), where).toMatchObject({ ok: true, blobs: { missing: 0 } })
    expect(store.issuing(), where).toEqual(ok(undefined))
    expect(store.blobs.sweep().ok, where).toBe(true)
    for (const { pdf } of store.all(query.selectFrom('document').select('pdf')))
      expect(store.blobs.get(pdf).ok, where).toBe(true)
    const live = store.dumpProjections()
    unwrap(await store.rebuild())
    expect(store.dumpProjections(), where).toEqual(live)
    const officer = store.first(query.selectFrom('officer').select('id').where('user_name', '=', 'amelie'))?.id ?? ''
    const tools = { store, clock: { now: () => noon + 60_000, zone: () => 'America/Toronto' } }
    unwrap(openClaim(tools, { id: officer, roles: ['border_officer'], jurisdiction: 'office' }, 'inland'))
    expectNothingTwice(store, where)
  } finally {
    unwrap(store.close())
  }
}

function expectNothingTwice(store: Store, where: string): void {
  const twice = store.all(sql`SELECT application_number AS value FROM claim GROUP BY 1 HAVING count(*) > 1
    UNION ALL SELECT client_id FROM person WHERE client_id IS NOT NULL GROUP BY 1 HAVING count(*) > 1
    UNION ALL SELECT number FROM document WHERE replaces IS NULL AND kind <> 'acknowledgement' GROUP BY 1 HAVING count(*) > 1
    UNION ALL SELECT stock_serial FROM document WHERE stock_serial IS NOT NULL GROUP BY 1 HAVING count(*) > 1
    UNION ALL SELECT serial FROM stock JOIN document ON document.stock_serial = stock.serial
      WHERE stock.state IN ('in_office', 'checked_out')`)
  expect(twice, where).toEqual([])
}

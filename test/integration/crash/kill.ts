import { spawn } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { openClaim } from '../../../src/main/claims/take-in.ts'
import { nodeRandom } from '../../../src/main/ports/node.ts'
import { nextPackNumbers } from '../../../src/main/shifts/paper-packs.ts'
import { deskOf } from '../../../src/main/shifts/shifts.ts'
import { deskProjections } from '../../../src/main/store/projections/index.ts'
import { query, sql } from '../../../src/main/store/query.ts'
import { openStore } from '../../../src/main/store/store.ts'
import type { Store } from '../../../src/main/store/types.ts'
import { catalogue, type EventBody } from '../../../src/shared/domain/catalogue.ts'
import { ok, unwrap } from '../../../src/shared/result.ts'
import { buildProgram } from '../../support/child.ts'
import { noon } from '../../support/desk.ts'
import { tempFolder, testTimers } from '../../support/store.ts'
import type { ChildInput, Death } from './child.ts'
import { sceneOf } from './scenes/index.ts'
import type { Ready } from './scenes/scene.ts'
import { keyOf, makeTemplate } from './template.ts'

/** Plays a command on copies of one desk, and kills the process that plays it. */
export interface Theatre {
  /** Plays a command to its end, kills the process once the officer was told, and gives the steps of the command in order. */
  steps(scene: string): Promise<readonly string[]>
  /** Kills the process at these moments and looks at what is left; two at a time. */
  killAt(deaths: readonly { readonly scene: string; readonly death: Death }[]): Promise<void>
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

  const killOne = async (scene: string, death: Death): Promise<readonly string[]> => {
    const copy = tempFolder()
    const dataDir = join(copy.folder, 'desk')
    cpSync(template, dataDir, { recursive: true })
    const own = { ...ready, backups: join(dataDir, 'backups') }
    const run = await runChild(program, { dataDir, scene, ready: own, death })
    const where = `${scene}, dead ${'index' in death ? `before step ${death.index}` : death.at}`
    expect(run.signal, `${where}: ${run.errors}`).toBe('SIGKILL')
    const said = (word: string) =>
      run.output.flatMap((line) => (line.startsWith(`${word} `) ? [line.slice(word.length + 1)] : []))
    const told = JSON.parse(said('dies')[0] ?? '') as Told
    if (death.at === 'acknowledged') expect(run.output, where).toContain('acked')
    // What is written in one transaction cannot be there by halves; what is not, says why it may.
    if (sceneOf(scene).inParts === undefined) expect(told.wrote, where).toBeLessThanOrEqual(1)
    await expectWhole({
      where,
      key,
      dataDir,
      scene,
      ready,
      events: events + told.committed,
      commits: told.commits,
      printed: said('printed'),
    })
    copy.remove()
    return said('step')
  }
  return {
    remove,
    steps: (scene) => killOne(scene, { at: 'acknowledged' }),
    async killAt(deaths) {
      const waiting = [...deaths]
      // All that is wrong is told at once: a run of the whole matrix is long.
      const wrong: string[] = []
      const worker = async () => {
        for (let next = waiting.shift(); next; next = waiting.shift())
          await killOne(next.scene, next.death).catch((error: unknown) => wrong.push(String(error)))
      }
      await Promise.all([worker(), worker()])
      expect(wrong).toEqual([])
    },
  }
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

/** What the process said as it died. */
interface Told {
  readonly committed: number
  readonly commits: number
  /** Transactions of the command that held events. */
  readonly wrote: number
}

interface Aftermath {
  readonly where: string
  readonly key: Uint8Array
  readonly dataDir: string
  readonly scene: string
  readonly ready: Ready
  /** How many events were committed: what was acknowledged is among them, what was not is wholly there or not at all. */
  readonly events: number
  /** Transactions of the command itself that were committed. */
  readonly commits: number
  /** Numbers that went to a printer. */
  readonly printed: readonly string[]
}

/** The store opens, is sound, holds whole commands only, and goes on without giving anything twice. */
async function expectWhole(after: Aftermath): Promise<void> {
  const { where, key, dataDir, scene, ready, events, commits } = after
  expect(await keyOf(dataDir), where).toEqual(key)
  const store = openAt(dataDir, key)
  try {
    expect(countEvents(store), where).toBe(events)
    expect(await store.check(), where).toMatchObject({ ok: true, blobs: { missing: 0 } })
    expect(store.issuing(), where).toEqual(ok(undefined))
    expect(store.blobs.sweep().ok, where).toBe(true)
    for (const { pdf } of store.all(query.selectFrom('document').select('pdf')))
      expect(store.blobs.get(pdf).ok, where).toBe(true)
    const { kept } = sceneOf(scene)
    if (kept) expect(kept(store, ready), where).toBe(commits > 0)
    const live = store.dumpProjections()
    unwrap(await store.rebuild())
    expect(store.dumpProjections(), where).toEqual(live)
    goOn(store)
    expectNothingTwice(store, after)
  } finally {
    unwrap(store.close())
  }
}

/** The next officer opens a claim, which takes numbers. */
function goOn(store: Store): void {
  const id = store.first(query.selectFrom('officer').select('id').where('user_name', '=', 'amelie'))?.id ?? ''
  const tools = { store, clock: { now: () => noon + 60_000, zone: () => 'America/Toronto' } }
  const officer = { id, roles: ['border_officer'], jurisdiction: 'office' } as const
  unwrap(openClaim(tools, officer, 'inland'))
}

function expectNothingTwice(store: Store, { where, printed }: Aftermath): void {
  // The paper after a spoiled sheet takes its number; of those that are not spoiled no two have the same.
  const twice = store.all(sql`SELECT application_number AS value FROM claim GROUP BY 1 HAVING count(*) > 1
    UNION ALL SELECT client_id FROM person WHERE client_id IS NOT NULL GROUP BY 1 HAVING count(*) > 1
    UNION ALL SELECT number FROM document WHERE kind IN ('RPID', 'RPCD') AND state <> 'spoiled' GROUP BY 1 HAVING count(*) > 1
    UNION ALL SELECT stock_serial FROM document WHERE stock_serial IS NOT NULL GROUP BY 1 HAVING count(*) > 1
    UNION ALL SELECT serial FROM stock JOIN document ON document.stock_serial = stock.serial
      WHERE stock.state IN ('in_office', 'checked_out')`)
  expect(twice, where).toEqual([])
  const packs = [...packNumbers(store), ...unwrap(nextPackNumbers(store, deskOf(store), 2))]
  expect(new Set(packs).size, where).toBe(packs.length)
  const papers = store.all(query.selectFrom('document').select('number')).map(({ number }) => number)
  for (const number of printed) expect([...packs, ...papers], where).toContain(number)
}

/** Every number of a paper pack that the log gave, as often as it gave it. */
const packNumbers = (store: Store): string[] =>
  store
    .since(0, 100_000)
    .filter(({ type }) => type === 'paper_pack.printed')
    .flatMap(({ body }) => (body as EventBody<'paper_pack.printed'>).numbers)

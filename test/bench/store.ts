import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isDeepStrictEqual } from 'node:util'
import { nodeRandom, nodeTimers } from '../../src/main/ports/node.ts'
import { foundOffice } from '../../src/main/seat/set-up.ts'
import { deskProjections } from '../../src/main/store/projections/index.ts'
import { query } from '../../src/main/store/query.ts'
import { openStore } from '../../src/main/store/store.ts'
import type { Store, StoreOptions } from '../../src/main/store/types.ts'
import { catalogue } from '../../src/shared/domain/catalogue.ts'
import type { Clock } from '../../src/shared/ports.ts'
import { ok, unwrap } from '../../src/shared/result.ts'
import { appends } from './appends.ts'
import { fill, fillingEnd, movingClock } from './fill.ts'
import { machine, once, round, type Timing } from './measure.ts'
import { naivePeer } from './peer.ts'
import { askEverything } from './questions.ts'

export interface StoreReport {
  readonly cases: number
  readonly machine: ReturnType<typeof machine>
  readonly build: { ms: number; events: number; eventsPerSecond: number; fileMb: number }
  readonly openMs: number
  readonly queries: Record<string, Timing>
  /** Plain, unencrypted SQLite with one table and LIKE '%x%', the same people, in the same run. */
  readonly peer: Record<string, Timing>
  readonly append: Record<string, { perSecond: number; slowest: number; fastest: number }>
  readonly rebuild?: {
    ms: number
    events: number
    eventsPerSecond: number
    equal: boolean
    /** How long anything else in the thread had to wait, at worst and at the 99th percentile. */
    longestTurnMs: number
    turnP99Ms: number
  }
}

interface Options {
  readonly cases: number
  readonly rebuild: boolean
  /** Keeps the filled store here, and takes the one that is here: a million cases take half an hour to write. */
  readonly folder?: string | undefined
  readonly say: (line: string) => void
}

/** Fills an encrypted store through real events, then asks of it what officers ask. */
export async function benchStore({ cases, rebuild, folder, say }: Options): Promise<StoreReport> {
  const place = folder ?? mkdtempSync(join(tmpdir(), 'passerelle-bench-'))
  mkdirSync(place, { recursive: true, mode: 0o700 })
  const clock = movingClock()
  try {
    const { build, officers, office } = await filled(place, clock, cases, say)
    clock.at = fillingEnd
    const opened = await once(() => openAt(place, clock, 'open'))
    const store = opened.value
    say('queries')
    const queries = askEverything(store, clock, cases, officers)
    say('peer')
    const peer = naivePeer(cases)
    say('appends')
    // What the filling left to be written must not slow the commits that are measured.
    spawnSync('sync')
    const append = appends(store, clock, officers[0] ?? '', office)
    const again = rebuild ? await rebuilt(store) : undefined
    unwrap(store.close())
    return {
      ...{ cases, machine: machine(), build, openMs: opened.ms, queries, peer, append },
      ...(again ? { rebuild: again } : {}),
    }
  } finally {
    if (!folder) rmSync(place, { recursive: true, force: true })
  }
}

interface Filled {
  readonly cases: number
  readonly build: StoreReport['build']
  readonly officers: readonly string[]
  readonly office: string
}

/** Writes the store, or takes the one of as many cases that an earlier run left in the folder. */
async function filled(folder: string, clock: { at: number } & Clock, cases: number, say: Options['say']) {
  const note = join(folder, 'filled.json')
  if (existsSync(note)) {
    const before = JSON.parse(readFileSync(note, 'utf8')) as Filled
    if (before.cases === cases) return before
    throw new Error(`${folder} holds ${before.cases} cases`)
  }
  const store = openAt(folder, clock, 'create')
  const officers = Array.from({ length: 12 }, () => store.newId())
  const office = found(store, officers)
  const built = await once(() =>
    fill({ store, clock, officers, office }, cases, (done) => {
      if (done % 25_000 === 0) say(`${done} cases`)
    }),
  )
  unwrap(store.close())
  const fileMb = round(statSync(join(folder, 'desk.db')).size / 2 ** 20)
  const eventsPerSecond = Math.round((built.value / built.ms) * 1000)
  const made = { cases, build: { ms: built.ms, events: built.value, eventsPerSecond, fileMb }, officers, office }
  writeFileSync(note, JSON.stringify(made))
  return made
}

const openAt = (folder: string, clock: Clock, mode: 'open' | 'create'): Store =>
  unwrap(openStore({ ...place(folder), mode, clock }))

const place = (folder: string): Omit<StoreOptions, 'mode' | 'clock'> => ({
  folder,
  key: keyOfNobody,
  random: nodeRandom,
  timers: nodeTimers,
  catalogue,
  projections: deskProjections,
})
/** Made-up people need a cipher that costs what the real one costs, not a secret. */
const keyOfNobody = new Uint8Array(32).fill(7)

/** An office with its officers and no blocks of numbers: the filling brings its own. Gives the office's id. */
function found(store: Store, officers: readonly string[]): string {
  const [administrator = '', ...others] = officers
  const founding = { office: 'lacolle-15', officer: administrator, userName: 'admin', displayName: 'Admin' }
  unwrap(foundOffice(store, { ...founding, grant: { blocks: [] }, demo: false }))
  unwrap(
    store.transact({ actor: administrator }, (tx) => {
      for (const [i, id] of others.entries()) {
        const body = {
          userName: `o${i}`,
          displayName: `Officer ${i}`,
          roles: ['border_officer'],
          jurisdiction: 'office',
        }
        tx.append({ subject: { kind: 'officer', id }, type: 'officer.enrolled', body })
      }
      return ok(null)
    }),
  )
  return unwrap(ok(store.first(query.selectFrom('office').select('id'))?.id ?? ''))
}

async function rebuilt(store: Store): Promise<NonNullable<StoreReport['rebuild']>> {
  const before = store.digestProjections()
  const turns = monitorEventLoopDelay({ resolution: 1 })
  turns.enable()
  const work = await once(() => store.rebuild())
  turns.disable()
  const events = unwrap(work.value)
  const equal = isDeepStrictEqual(before, store.digestProjections())
  const longestTurnMs = round(turns.max / 1e6)
  const turnP99Ms = round(turns.percentile(99) / 1e6)
  const eventsPerSecond = Math.round((events / work.ms) * 1000)
  return { ms: work.ms, events, eventsPerSecond, equal, longestTurnMs, turnP99Ms }
}

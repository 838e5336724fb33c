import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isDeepStrictEqual } from 'node:util'
import { claimPage } from '../../src/main/claims/rows.ts'
import { searchClaims } from '../../src/main/claims/search.ts'
import { todayView } from '../../src/main/office/today.ts'
import { nodeRandom, nodeTimers } from '../../src/main/ports/node.ts'
import { foundOffice } from '../../src/main/seat/set-up.ts'
import { deskProjections } from '../../src/main/store/projections/index.ts'
import { query } from '../../src/main/store/query.ts'
import { openStore } from '../../src/main/store/store.ts'
import type { Store, StoreOptions, Tx } from '../../src/main/store/types.ts'
import { catalogue } from '../../src/shared/domain/catalogue.ts'
import { ok, unwrap } from '../../src/shared/result.ts'
import { fill, movingClock, today } from './fill.ts'
import { machine, once, round, type Timing, timed } from './measure.ts'
import { bareCommits, naivePeer } from './peer.ts'
import { demoPerson } from './samples.ts'

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

/** Fills an encrypted store through real events, then asks of it what officers ask. */
export async function benchStore(options: {
  readonly cases: number
  readonly rebuild: boolean
  readonly say: (line: string) => void
}): Promise<StoreReport> {
  const { cases, say } = options
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-bench-'))
  const clock = movingClock()
  const open = (mode: 'open' | 'create'): Store => unwrap(openStore({ ...place(folder), mode, clock }))
  try {
    let store = open('create')
    const officers = Array.from({ length: 12 }, () => store.newId())
    const office = found(store, officers)
    const built = await once(() =>
      fill({ store, clock, officers, office }, cases, (done) => {
        if (done % 25_000 === 0) say(`${done} cases`)
      }),
    )
    unwrap(store.close())
    const fileMb = round(statSync(join(folder, 'desk.db')).size / 2 ** 20)
    const perSecond = Math.round((built.value / built.ms) * 1000)
    const build = { ms: built.ms, events: built.value, eventsPerSecond: perSecond, fileMb }
    const opened = await once(() => open('open'))
    store = opened.value
    say('queries')
    const queries = askEverything(store, clock, cases, officers)
    say('peer')
    const peer = naivePeer(cases)
    say('appends')
    // What the filling left to be written must not slow the commits that are measured.
    spawnSync('sync')
    const append = appends(store, clock, officers[0] ?? '', office)
    const rebuild = options.rebuild ? await rebuilt(store) : undefined
    unwrap(store.close())
    return {
      ...{ cases, machine: machine(), build, openMs: opened.ms, queries, peer, append },
      ...(rebuild ? { rebuild } : {}),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const place = (folder: string): Omit<StoreOptions, 'mode' | 'clock'> => ({
  folder,
  key: nodeRandomKey,
  random: nodeRandom,
  timers: nodeTimers,
  catalogue,
  projections: deskProjections,
})
const nodeRandomKey = nodeRandom.bytes(32)

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

const rounds = 300

function askEverything(
  store: Store,
  clock: { now(): number; zone(): string },
  cases: number,
  officers: readonly string[],
): Record<string, Timing> {
  const some = Array.from({ length: rounds }, (_, i) => demoPerson(Math.floor((i * cases) / rounds)))
  const words = some.map(({ person }) => person.familyName ?? person.givenNames ?? 'x')
  const letters = (word: string, from: number, to?: number) => [...word].slice(from, to).join('')
  const find = (text: string) => searchClaims(store, text, 50)
  const deep = `${deepPlace(store, cases)}`
  const officer = { id: officers[1] ?? '', roles: ['border_officer' as const], jurisdiction: 'office' as const }
  return {
    list: timed(some, () => claimPage(store, { limit: 50 })),
    'list, deep': timed(some, () => claimPage(store, { limit: 50, after: deep })),
    'list, one state': timed(some, () => claimPage(store, { limit: 50, states: ['undecided'] })),
    'list, mine in work': timed(some, () =>
      claimPage(store, { limit: 50, owner: officer.id, states: ['intake', 'undecided', 'suspended'] }),
    ),
    number: timed(some, (one) => find(`W${100_000_000 + one.index}`)),
    'prefix 1': timed(words, (word) => find(letters(word, 0, 1))),
    'prefix 2': timed(words, (word) => find(letters(word, 0, 2))),
    'prefix 3': timed(words, (word) => find(letters(word, 0, 3))),
    'prefix 4': timed(words, (word) => find(letters(word, 0, 4))),
    'whole name': timed(words, find),
    'substring 4': timed(words, (word) => find(letters(word, 1, 5))),
    'substring 3': timed(words, (word) => find(letters(word, 2, 5))),
    phonetic: timed(words, (word) => find(misspelt(word))),
    'two letters': timed(['Li', 'Wu', 'Ng', 'An', 'Oo', 'Ma', 'Xu', 'Yu'], find),
    combined: timed(some, ({ person }) =>
      find(`${letters(person.familyName ?? '', 0, 4)} ${letters(person.givenNames ?? '', 0, 3)}`),
    ),
    nothing: timed(words, (word) => find(`zzq${word}`)),
    today: timed(some.slice(0, 50), () => todayView({ store, clock }, officer)),
  }
}

/** Where the middle of the list begins. */
function deepPlace(store: Store, cases: number): string {
  const row = store.first(
    query
      .selectFrom('claim')
      .select(['updated_ms', 'n'])
      .orderBy('updated_ms', 'desc')
      .orderBy('n', 'desc')
      .offset(cases >> 1)
      .limit(1),
  )
  return row ? `${row.updated_ms}.${row.n}` : ''
}

/** The name as somebody writes it who only heard it. */
const misspelt = (word: string): string =>
  word
    .replace(/ph/gi, 'f')
    .replace(/ou/gi, 'u')
    .replace(/ee/gi, 'i')
    .replace(/c(?=[aou])/gi, 'k')
    .replace(/([a-z])\1/gi, '$1')

/** Events a second as officers cause them: a field of a claim (log, heads, list), a name (with both full-text tables). */
function appends(store: Store, clock: { at: number }, actor: string, office: string): StoreReport['append'] {
  const person = { kind: 'person', id: store.newId() } as const
  const claim = { kind: 'claim', id: store.newId() } as const
  unwrap(
    store.transact({ actor }, (tx) => {
      const opened = { person: person.id, office, applicationNumber: 'W000000001', channel: 'inland', claimDate: today }
      tx.append({ subject: person, type: 'person.registered', body: { office } })
      tx.append({ subject: claim, type: 'claim.opened', body: opened })
      return ok(null)
    }),
  )
  const last = new Map<string, string>()
  const set = (tx: Tx, type: 'claim.set' | 'person.set', fields: Record<string, unknown>) => {
    clock.at += 1
    const seen = last.get(type)
    const subject = type === 'claim.set' ? claim : person
    last.set(type, tx.append({ subject, type, body: { fields, source: 'typed' }, bases: seen ? [seen] : [] }).id)
  }
  const field = (tx: Tx, i: number) => set(tx, 'claim.set', { fearSummary: `written so far: ${i}` })
  const name = (tx: Tx, i: number) =>
    set(tx, 'person.set', { familyName: demoPerson(i % 500).person.familyName ?? 'Nemo' })
  const rate = (one: (tx: Tx, i: number) => void, batch: number, total: number): number => {
    const started = performance.now()
    for (let at = 0; at < total; at += batch)
      unwrap(
        store.transact({ actor }, (tx) => {
          for (let i = at; i < at + batch; i++) one(tx, i)
          return ok(null)
        }),
      )
    return Math.round((total / (performance.now() - started)) * 1000)
  }
  const middle = (one: (tx: Tx, i: number) => void, batch: number, total: number) => {
    const tries = [1, 2, 3, 4, 5].map(() => rate(one, batch, total)).toSorted((a, b) => a - b)
    return { perSecond: tries[2] ?? 0, slowest: tries[0] ?? 0, fastest: tries[4] ?? 0 }
  }
  return {
    'a field, one by one': middle(field, 1, 1000),
    'a field, by 100': middle(field, 100, 3000),
    'a name, one by one': middle(name, 1, 1000),
    'a name, by 100': middle(name, 100, 3000),
    // Nothing but one row and its commit, in the same format on the same disk: what no program can be faster than.
    'bare row, one by one': bareCommits(1000),
  }
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

import type { ContractRouterClient } from '@orpc/contract'
import { type AnyRouter, createRouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import { queueCounts, queuePage, unasked } from '../../../src/main/casework/queues/page.ts'
import { os } from '../../../src/main/router/calls.ts'
import { caseworkRoutes } from '../../../src/main/router/casework.ts'
import { askingRules } from '../../../src/main/schedule/asking-rules.ts'
import type { Core, OpenDesk } from '../../../src/main/seat/core.ts'
import type { DeskContract } from '../../../src/shared/contract/desk.ts'
import type { Timers } from '../../../src/shared/ports.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { type Office, setClaim } from '../claims/support.ts'
import { caseworkOffice, demoClaim, enrol, steps } from './support.ts'

/** Claims that lack nothing but what the rules say, and the first so many of them not even that. */
function officeWith(claims: number, settled: number) {
  const office = caseworkOffice()
  const ids = Array.from({ length: claims }, (_, at) => demoClaim(office, 5 + at, at))
  const done = ['acknowledge', 'askPartners', 'pass', 'bookSoon', 'attended', 'partnersClear'] as const
  for (const id of ids) for (const step of done) unwrap(steps[step](office, id))
  for (const id of ids.slice(0, settled)) unwrap(steps.settleRules(office, id))
  return { office, ids }
}

/** The desk's own work, turn by turn: `between` is what happens in each turn before it goes on. */
function working({ tools }: Office, between: (turn: number) => void = () => {}) {
  const told: string[] = []
  const noted: unknown[] = []
  const ends = new AbortController()
  const left: number[] = []
  const timers: Timers = {
    after(ms, fn) {
      expect(ms).toBe(0)
      const turn = setImmediate(() => {
        left.push(unasked(tools).length)
        between(left.length)
        fn()
      })
      return () => clearImmediate(turn)
    },
  }
  const { store } = tools
  const desk = {
    ...tools,
    store: { ...store, access: { ...store.access, note: (entry: unknown) => void noted.push(entry) } },
    ending: ends.signal,
    during: async <T>(work: () => T | Promise<T>) => work(),
  } as unknown as OpenDesk
  const watchers = { tell: (changed: readonly string[]) => void told.push(...changed) }
  const core = { options: { timers }, watchers, opened: () => desk } as unknown as Core
  const rules = askingRules(core)
  /** How many were asked from turn to turn. */
  const asked = () => left.flatMap((now, i) => (i > 0 ? [(left[i - 1] ?? 0) - now] : []))
  return { core, rules, desk, told, noted, ends, asked }
}

const number = ({ tools }: Office) => queueCounts(tools, ['ready_to_refer'])[0]?.count

test('the rules are asked while others have their turns, of whom nobody is told a wrong number; windows hear once, when the number is known', async () => {
  const { office } = officeWith(20, 4)
  const numbers: unknown[] = []
  const { rules, desk, told } = working(office, () => numbers.push(number(office)))
  expect(number(office)).toBe(null)
  rules.begin(desk)
  expect(unasked(office.tools)).toHaveLength(20)
  await rules.done(desk)
  expect(number(office)).toBe(4)
  expect(new Set(numbers)).toEqual(new Set([null, 4]))
  expect(told).toEqual(['queues'])
  // With nothing left to ask nobody reads anything again.
  await rules.done(desk)
  expect(told).toEqual(['queues'])
})

test('they are asked of one claim a turn, and again of one that changed meanwhile', async () => {
  const { office, ids } = officeWith(20, 0)
  const { rules, desk, asked } = working(office, (turn) => {
    if (turn === 5) unwrap(steps.settleRules(office, ids[0] ?? ''))
  })
  await rules.done(desk)
  expect(Math.max(...asked())).toBe(1)
  expect(unasked(office.tools)).toEqual([])
  expect(number(office)).toBe(1)
  const { rows } = queuePage(office.tools, office.officer.id, { queue: 'ready_to_refer', whose: 'all', limit: 50 })
  expect(rows.map(({ claimId }) => claimId)).toEqual([ids[0]])
})

test('a desk that ends is not kept waiting, and the next look at the queues goes on with what is left', async () => {
  const { office } = officeWith(20, 0)
  const { rules, desk, told, ends } = working(office, (turn) => {
    if (turn === 3) ends.abort()
  })
  await rules.done(desk)
  const left = unasked(office.tools).length
  expect(left).toBeGreaterThan(10)
  expect(left).toBeLessThan(20)
  expect(told).toEqual([])
  const again = working(office)
  await again.rules.done(again.desk)
  expect(again.asked().reduce((sum, n) => sum + n)).toBe(left)
  expect(number(office)).toBe(0)
})

test('a mistake of ours is noted and ends nothing; the number stays unknown', async () => {
  const { office } = officeWith(20, 0)
  const { rules, desk, noted } = working(office)
  const broken = {
    ...desk,
    store: {
      ...desk.store,
      first: () => {
        throw new TypeError('a bug')
      },
    },
  } as unknown as OpenDesk
  rules.begin(broken)
  await expect(rules.done(broken)).rejects.toThrow('a bug')
  expect(noted).toMatchObject([{ act: 'job_failed', details: { job: 'asking_rules', reason: 'TypeError' } }])
  expect(number(office)).toBe(null)
})

test('whoever looks at the numbers begins it, and a page of the queue waits for it while others have their turns', async () => {
  const { office, ids } = officeWith(20, 4)
  const officer = enrol(office, 'Rana', 'caseworker').id
  const deskOf = () => {
    const { core, ...work } = working(office)
    const seated = { ...core, session: { seat: () => ({ state: 'active', officer }) }, syncView: () => ({}) }
    const routes = os.router(caseworkRoutes(seated as unknown as Core) as unknown as Parameters<typeof os.router>[0])
    const client = createRouterClient(routes as AnyRouter) as unknown as ContractRouterClient<DeskContract>
    const counted = async () => (await client.queues.counts()).find(({ queue }) => queue === 'ready_to_refer')?.count
    return { ...work, client, counted }
  }
  const first = deskOf()
  expect(await first.counted()).toBe(null)
  await expect.poll(() => first.told).toEqual(['queues'])
  expect(await first.counted()).toBe(4)
  for (const id of ids) unwrap(setClaim(office, id, { phone: '514 555 0199' }))
  const second = deskOf()
  const { rows } = await second.client.queues.page({ queue: 'ready_to_refer' })
  expect(rows.map(({ claimId }) => claimId)).toEqual(ids.slice(0, 4))
  expect(second.asked().filter((n) => n > 0)).toEqual(Array.from({ length: 20 }, () => 1))
})

import { setTimeout as wait } from 'node:timers/promises'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { HelloAnswer, PullAnswer } from '../../src/shared/sync/wire.ts'
import { type BadWire, badWire } from '../support/bad-wire.ts'
import { startTestCentral, type TestCentral } from '../support/central.ts'
import { admit, type WireDesk, wireDesk } from '../support/central-desk.ts'

/** A hundred desks of one office that write and settle for two minutes over a network that drops, delays, doubles and cuts. */

const desksCount = 100
const forMs = 120_000

let central: TestCentral
let wire: BadWire
beforeAll(async () => {
  central = await startTestCentral({}, () => Date.now())
  wire = await badWire(central.url)
}, 60_000)
afterAll(async () => {
  await wire?.close()
  await central?.remove()
})

interface Sim {
  readonly desk: WireDesk
  /** Who takes claims in there. */
  readonly officer: string
  /** Ids in the order of the stream, as far as it has pulled. */
  readonly stream: string[]
  /** Verdicts that a desk must not get. */
  readonly bad: string[]
}

const counters = { rounds: 0, broken: 0, doubled: 0, pushed: 0, refused: new Map<number, number>() }

/** One round as a desk makes it: what the central says it has, then what it lacks, then what there is. */
async function round(sim: Sim, through: TestCentral, doubles: boolean): Promise<void> {
  const { desk } = sim
  const hello = await ask<HelloAnswer>(desk, through, 'GET', '/v1/sync/hello')
  const mine = hello.streams.find(({ stream }) => stream === desk.stream)?.mine.sequence ?? 0
  if (mine < desk.chain.length) {
    const to = Math.min(desk.chain.length, mine + 500)
    const push = () => ask(desk, through, 'POST', '/v1/sync/push', desk.batch(hello.epoch, mine + 1, to))
    if (doubles) {
      counters.doubled += 1
      const both = await Promise.allSettled([push(), push()])
      if (both.every(({ status }) => status === 'rejected')) throw new Error('Neither came through')
    } else await push()
    counters.pushed += to - mine
  }
  for (;;) {
    const after = sim.stream.length
    const path = `/v1/sync/pull?stream=${desk.stream}&after=${after}&limit=500`
    const page = await ask<PullAnswer>(desk, through, 'GET', path)
    for (const { position, own, event, verdict, why } of page.events) {
      if (position !== sim.stream.length + 1) throw new Error(`A hole at ${position}`)
      sim.stream.push(own ?? event?.id ?? '')
      if (verdict && verdict !== 'ok') sim.bad.push(`${verdict} ${why}`)
    }
    if (sim.stream.length >= page.head) break
  }
}

async function ask<T>(desk: WireDesk, through: TestCentral, method: string, path: string, body?: unknown): Promise<T> {
  const answer = await desk.ask(through, method, path, body, { created: Math.floor(Date.now() / 1000) })
  const text = await answer.text()
  if (answer.status === 200) return JSON.parse(text) as T
  counters.refused.set(answer.status, (counters.refused.get(answer.status) ?? 0) + 1)
  throw new Error(`${answer.status} ${text.slice(0, 200)}`)
}

test('every desk ends with the same stream, and everything in it once', async () => {
  const stream = v7()
  const sims = Array.from({ length: desksCount }, (_, i): Sim => {
    const [desk, officer] = [wireDesk(stream), v7()]
    const roles = ['border_officer' as const]
    const who = { userName: `officer${i}`, displayName: 'Officer', roles, jurisdiction: 'office' as const }
    desk.add('officer.enrolled', who, { subject: { kind: 'officer', id: officer } })
    return { desk, officer, stream: [], bad: [] }
  })
  for (const { desk } of sims) await admit(central, desk)
  const rough = { ...central, url: wire.url }
  const until = Date.now() + forMs
  const live = async (sim: Sim) => {
    while (Date.now() < until) {
      for (let n = 0; n < 1 + Math.floor(Math.random() * 4); n++)
        sim.desk.add(
          'person.registered',
          { office: stream },
          { actor: sim.officer, at: Date.now(), hlc: [Date.now(), n] },
        )
      counters.rounds += 1
      await round(sim, rough, Math.random() < 0.1).catch(() => {
        counters.broken += 1
      })
      await wait(500 + Math.random() * 2500)
    }
  }
  await Promise.all(sims.map(live))
  for (let n = 0; n < 2; n++) for (const sim of sims) await round(sim, central, false)
  const written = sims.flatMap(({ desk }) => desk.chain.map(({ id }) => id))
  const [first] = sims
  expect(first?.stream).toHaveLength(written.length)
  expect(new Set(first?.stream)).toEqual(new Set(written))
  for (const sim of sims) {
    expect(sim.stream).toEqual(first?.stream)
    // Each event in the order of its own chain.
    const own = new Set(sim.desk.chain.map(({ id }) => id))
    expect(sim.stream.filter((id) => own.has(id))).toEqual(sim.desk.chain.map(({ id }) => id))
    expect(sim.bad).toEqual([])
  }
  const { refused, ...rest } = counters
  console.log(JSON.stringify({ ...rest, ...wire.counts, refused: [...refused], events: written.length }))
  for (const count of [counters.broken, counters.doubled, wire.counts.drops, wire.counts.delays, wire.counts.cuts])
    expect(count).toBeGreaterThan(20)
}, 400_000)

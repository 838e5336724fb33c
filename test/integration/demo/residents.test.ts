import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDemo } from '../../../src/main/demo/open.ts'
import { residentLives } from '../../../src/main/demo/residents.ts'
import { replayClock, toolsAt } from '../../../src/main/demo/seed-clock.ts'
import { type PlanWish, seedPlan, type TimedStep } from '../../../src/main/demo/seed-plan.ts'
import { isOfResidents, residentSteps } from '../../../src/main/demo/seed-residents.ts'
import { playStep, type StepWorld } from '../../../src/main/demo/seed-steps.ts'
import { loadFonts } from '../../../src/main/documents/load-fonts.ts'
import { dateIn } from '../../../src/main/office/settings.ts'
import { nodeRandom, nodeTimers } from '../../../src/main/ports/node.ts'
import { createCore } from '../../../src/main/seat/core.ts'
import { noon } from '../../support/desk.ts'

const zone = 'America/Toronto'
const wishOf = (seed: number, count = 40): PlanWish => ({ seed, count, now: noon, dateAt: (ms) => dateIn(zone, ms) })

test('the same seed approves the same people, families among them; a small demo approves nobody', () => {
  for (const seed of [1, 2, 2026]) {
    const lives = residentLives(wishOf(seed))
    expect(residentLives(wishOf(seed))).toEqual(lives)
    expect(new Set(lives.map(({ resident }) => resident.clientId)).size).toBe(lives.length)
    expect(lives.length).toBeGreaterThanOrEqual(40)
    const families = new Set(lives.map(({ resident }) => resident.applicationNumber))
    expect(families.size).toBeLessThan(lives.length)
    const pictured = lives.filter(({ life }) => life.some(([, ...acts]) => acts.some((act) => act.includes('photo'))))
    expect(pictured.length).toBeLessThanOrEqual(12)
  }
  expect(seedPlan(wishOf(1, 39)).steps.some(({ step }) => isOfResidents(step))).toBe(false)
})

/** How many steps a crash may have played without noting them. */
const unnoted = 20

test('what was played before a crash is played again without a trace', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'passerelle-demo-'))
  const clock = replayClock({ now: () => noon, zone: () => zone })
  const options = { host: 'browser', version: '0.0.0', dataDir, assetsDir: 'assets', demo: true } as const
  const ports = { keychain: { available: async () => false } } as never
  const core = createCore({ ...options, clock, random: nodeRandom, timers: nodeTimers, ports })
  try {
    // A demo of no claims has the office and its officers.
    await openDemo(core, clock, 0)
    const desk = core.opened()
    if (!desk) throw new Error('No demo')
    const tools = { ...desk, fonts: loadFonts('assets'), drawing: core.drawing, specimen: true }
    const play = async ({ at, step }: TimedStep) => {
      const world: Partial<StepWorld> = { tools: toolsAt(tools, clock, at) }
      const played = await playStep(world as StepWorld, step)
      return played.ok ? [] : [step, played.failure]
    }
    const written = () => desk.store.since(0, 100_000).length
    const steps = residentSteps(wishOf(2026)).toSorted((a, b) => a.at - b.at)
    for (let from = 0; from < steps.length; from += unnoted) {
      const part = steps.slice(from, from + unnoted)
      for (const timed of part) expect(await play(timed)).toEqual([])
      const events = written()
      for (const timed of part) expect(await play(timed)).toEqual([])
      expect(written()).toBe(events)
    }
  } finally {
    await core.close()
    rmSync(dataDir, { recursive: true })
  }
}, 120_000)

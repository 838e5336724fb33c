import { expect, test } from 'vitest'
import { rerun, simulate } from '../support/sync/simulation.ts'
import { type Counters, noCounters, type ProfileName, profiles } from '../support/sync/world.ts'

test('desks and their central lose nothing and show the same, on seeds that nobody saw before', async () => {
  const from = Math.floor(Math.random() * 1_000_000_000)
  const total = noCounters()
  for (const profile of Object.keys(profiles) as ProfileName[])
    for (let seed = from; seed < from + 60; seed++) {
      const done = await simulate({ seed, profile, turns: 120 })
      expect(done.broken, rerun(done)).toEqual([])
      for (const name of Object.keys(total) as (keyof Counters)[]) total[name] += done.counters[name]
    }
  // A run in which nothing went wrong would prove nothing.
  for (const name of Object.keys(total) as (keyof Counters)[])
    expect(total[name], `${name}, seeds from ${from}`).toBeGreaterThan(0)
})

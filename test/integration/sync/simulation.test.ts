import { describe, expect, test } from 'vitest'
import { type Simulated, simulate } from '../../support/sync/simulation.ts'
import { type Counters, noCounters, type ProfileName, profiles } from '../../support/sync/world.ts'

/** The line that runs a simulation again. */
const again = ({ seed, profile }: Simulated) => `npm run -s simulate -- --seeds 1 --from ${seed} --profile ${profile}`

describe('desks and their central', { timeout: 240_000 }, () => {
  test('lose nothing and show the same, whatever goes wrong', async () => {
    const total = noCounters()
    // Among these of `restore` are copied desks.
    for (const profile of Object.keys(profiles) as ProfileName[])
      for (let seed = profile === 'restore' ? 8 : 1, left = 6; left > 0; seed++, left--) {
        const done = await simulate({ seed, profile })
        expect(done.broken, again(done)).toEqual([])
        for (const name of Object.keys(total) as (keyof Counters)[]) total[name] += done.counters[name]
      }
    // A run in which nothing went wrong would prove nothing.
    for (const name of Object.keys(total) as (keyof Counters)[]) expect(total[name], name).toBeGreaterThan(0)
  })

  /** Each once showed a bug: pictures of what had no effect were lost; a page of the other office was taken for a fork. */
  const shown = [
    ['calm', 7003],
    ['calm', 7015],
    ['lossy', 7017],
    ['restore', 7021],
    ['restore', 7030],
  ] as const
  test.each(shown)('lose nothing and show the same: %s, seed %i', async (profile, seed) => {
    const done = await simulate({ seed, profile })
    expect(done.broken, again(done)).toEqual([])
  })

  const planted = [
    ['applies what it pulls after its own tail', { planted: ['settle.take_back'] }, 'calm'],
    ['forgets an erasure at the central', { faults: { forgetsErasures: true } }, 'calm'],
    ['lets every decision win', { faults: { judgesByArrivalOnly: true } }, 'calm'],
    ['names a picture before it is stored', { planted: ['blob.before_event'] }, 'crashy'],
    ['renames a picture before it is on the disk', { planted: ['blob.fsync'] }, 'crashy'],
    ['believes a page without its signatures', { planted: ['settle.prove'] }, 'calm'],
    ['lets an office write of what it gave away', { faults: { letsLateCount: true } }, 'calm'],
    ['leaves behind what came late', { faults: { forgetsLate: true } }, 'calm'],
    ['forgets an erasure at the desk', { planted: ['erase.bodies'] }, 'calm'],
  ] as const
  test.each(planted)('a program that %s is caught', async (_, bug, profile) => {
    const runs: Simulated[] = []
    for (let seed = 1; seed <= 40; seed++) {
      runs.push(await simulate({ seed, profile, ...bug }))
      if (runs.at(-1)?.broken.length) break
    }
    expect(runs.at(-1)?.broken).not.toEqual([])
  })
})

import { describe, expect, test } from 'vitest'
import { rerun, type Simulation, simulate } from '../../support/sync/simulation.ts'
import { type Counters, noCounters, type ProfileName, profiles } from '../../support/sync/world.ts'

describe('desks and their central', { timeout: 240_000 }, () => {
  test('lose nothing and show the same, whatever goes wrong', async () => {
    const total = noCounters()
    for (const profile of Object.keys(profiles) as ProfileName[])
      for (let seed = 1; seed <= 3; seed++) {
        const done = await simulate({ seed, profile })
        expect(done.broken, rerun(done)).toEqual([])
        for (const name of Object.keys(total) as (keyof Counters)[]) total[name] += done.counters[name]
      }
    // A run in which nothing went wrong would prove nothing.
    for (const name of Object.keys(total) as (keyof Counters)[]) expect(total[name], name).toBeGreaterThan(0)
  })

  test('do the same again with the same seed', async () => {
    const wish = { seed: 3, profile: 'cloned' } as const
    const [one, other] = [await simulate(wish), await simulate(wish)]
    expect(other).toEqual(one)
    expect((await simulate({ ...wish, seed: 4 })).digest).not.toBe(one.digest)
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
    const done = await simulate({ seed, profile, plain: true })
    expect(done.broken, `seed ${seed}, profile ${profile}, plain`).toEqual([])
  })

  type Bug = Pick<Simulation, 'planted' | 'faults' | 'plain'>
  /** What the program does wrong, in which profile it shows, and what must hold that then does not. */
  const planted: readonly (readonly [string, Bug, ProfileName, RegExp])[] = [
    ['applies what it pulls after its own tail', { planted: ['settle.take_back'] }, 'calm', /shows something else/],
    [
      'forgets an erasure at the central',
      { faults: { forgetsErasures: true } },
      'calm',
      /outlived its erasure at the central/,
    ],
    ['lets every decision win', { faults: { judgesByArrivalOnly: true } }, 'calm', /two decisions won/],
    [
      'names a picture before it is stored',
      { planted: ['blob.before_event'] },
      'crashy',
      /a picture that an event names/,
    ],
    [
      'renames a picture before it is on the disk',
      { planted: ['blob.fsync'] },
      'crashy',
      /a picture that an event names/,
    ],
    [
      'believes a page without its signatures',
      { planted: ['settle.prove'], plain: true },
      'calm',
      /did not come to its end/,
    ],
    [
      'lets an office write of what it gave away',
      { faults: { letsLateCount: true }, plain: true },
      'calm',
      /went on writing of a claim/,
    ],
    [
      'leaves behind what came late',
      { faults: { forgetsLate: true }, plain: true },
      'calm',
      /never reached the office that has it/,
    ],
    ['forgets an erasure at the desk', { planted: ['erase.bodies'] }, 'calm', /a body outlived its erasure/],
    ['loses what it said is written', { planted: ['commit'] }, 'calm', /an event was lost/],
    [
      'believes itself that the central has what it sent',
      { planted: ['ack.before_answer'] },
      'lossy',
      /waits|never reached/,
    ],
    ['counts its numbers in memory', { planted: ['number.memory'] }, 'restore', /was given twice/],
    [
      'forgets the index of names at an erasure',
      { planted: ['search.forget'] },
      'calm',
      /finds somebody who is not there/,
    ],
    [
      'keeps what comes late of somebody who was erased',
      { faults: { keepsLateBodies: true } },
      'calm',
      /outlived its erasure/,
    ],
    ['leaves the files of what was erased', { planted: ['blob.unnamed'] }, 'calm', /a file that nothing names/],
    [
      'does not see in what it pulls that it was copied',
      { planted: ['fork.on_pull'] },
      'cloned',
      /lost|never reached|chain/,
    ],
    [
      'lets an event that does not fit hold up all others',
      { planted: ['poison.blocks'] },
      'calm',
      /did not come to its end/,
    ],
    ['begins anew with every word', { faults: { forgetsItsEpoch: true } }, 'calm', /rounds go on/],
  ]
  test.each(planted)('a program that %s is caught', async (_, bug, profile, what) => {
    const broken: string[] = []
    for (let seed = 1; seed <= 30 && !broken.some((one) => what.test(one)); seed++)
      broken.push(...(await simulate({ seed, profile, ...bug })).broken)
    expect(broken).toContainEqual(expect.stringMatching(what))
  })
})

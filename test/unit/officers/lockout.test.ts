import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { delayAfter, deskDelays, userDelays } from '../../../src/main/officers/delays.ts'
import { type DrainedRefusal, lockout } from '../../../src/main/officers/lockout.ts'
import { lockoutFileName, lockoutKeyName } from '../../../src/main/officers/lockout-file.ts'
import { fail, ok, unwrap } from '../../../src/shared/result.ts'
import { memoryFiles, random, testClock, testTimers } from './support.ts'

const minute = 60_000
const hour = 60 * minute

function desk() {
  const disk = memoryFiles()
  const time = testClock()
  const start = () => {
    const { timers, pass } = testTimers()
    const door = lockout({ files: disk.files, clock: time.clock, timers, random })
    const passTime = (ms: number) => {
      time.advance(ms)
      pass(ms)
    }
    const attempt = (name: string, right = false) => {
      const begun = door.begin('password', name)
      if (!begun.ok) return begun.failure.params.seconds as number
      unwrap(right ? begun.value.accepted() : begun.value.refused('officers.wrong_credentials'))
      return 0
    }
    /** Wrong attempts, each as soon as it is let through. */
    const guess = (name: string, times: number) => {
      for (let i = 0; i < times; i++) while (attempt(name) > 0) passTime(5000)
    }
    return { door, pass, passTime, attempt, guess }
  }
  const first = start()
  unwrap(first.door.create())
  return { ...first, disk, time, restart: start }
}

describe('waits', () => {
  test('two mistakes are free, the third waits and each further one waits at least as long, up to the limit', () => {
    const waits = Array.from({ length: 40 }, (_, i) => delayAfter(i + 1, userDelays))
    expect(waits.slice(0, 4)).toEqual([0, 0, 5000, 10_000])
    expect(waits.every((wait, i) => i === 0 || wait >= (waits[i - 1] as number))).toBe(true)
    expect(waits.at(-1)).toBe(15 * minute)
  })

  test('the third mistake makes the officer wait; another officer is let in; a right password starts again', () => {
    const { attempt, guess, passTime } = desk()
    guess('alice', 3)
    expect(attempt('alice', true)).toBe(5)
    expect(attempt('bruno', true)).toBe(0)
    passTime(5000)
    expect(attempt('alice', true)).toBe(0)
    guess('alice', 2)
    expect(attempt('alice', true)).toBe(0)
  })

  test('the same name in another case is the same officer', () => {
    const { attempt, guess } = desk()
    guess('alice', 2)
    guess(' ALICE', 1)
    expect(attempt('Alice')).toBeGreaterThan(0)
  })

  test('one password tried on many names makes the whole desk wait', () => {
    const { attempt } = desk()
    for (let i = 0; i <= deskDelays.free; i++) expect(attempt(`officer${i}`)).toBe(0)
    expect(attempt('somebody-else', true)).toBeGreaterThan(0)
  })

  test('one attempt at a time', () => {
    const { door } = desk()
    const first = unwrap(door.begin('password', 'alice'))
    expect(door.begin('password', 'bruno')).toMatchObject({ failure: { code: 'officers.wait' } })
    unwrap(first.abandoned())
    expect(door.begin('password', 'bruno').ok).toBe(true)
  })

  test('an attempt that could not be judged counts for nothing', () => {
    const { door, attempt } = desk()
    for (let i = 0; i < 20; i++) unwrap(unwrap(door.begin('password', 'alice')).abandoned())
    expect(attempt('alice')).toBe(0)
  })

  test('a full disk lets no attempt go uncounted', () => {
    const { door, disk } = desk()
    disk.fillUp()
    expect(door.begin('password', 'alice')).toMatchObject({ failure: { code: 'officers.cannot_write' } })
  })
})

describe('restart and clock', () => {
  test('the wait and the count survive a restart', () => {
    const { guess, restart, time } = desk()
    guess('alice', 5)
    const after = restart()
    expect(after.attempt('alice', true)).toBe(20)
    time.advance(20_000)
    after.pass(20_000)
    after.guess('alice', 1)
    expect(restart().attempt('alice', true)).toBe(40)
  })

  test('an attempt cut off by a kill counts as a mistake', () => {
    const { guess, door, restart } = desk()
    guess('alice', 2)
    unwrap(door.begin('password', 'alice'))
    expect(restart().attempt('alice', true)).toBe(5)
  })

  test('a clock set forward does not shorten a wait while the desk runs', () => {
    const { guess, attempt, time } = desk()
    guess('alice', 8)
    time.advance(48 * hour)
    expect(attempt('alice', true)).toBeGreaterThan(0)
  })

  test('a clock set back neither shortens a wait nor stretches it', () => {
    const { guess, attempt, time, pass } = desk()
    guess('alice', 4)
    time.advance(-24 * hour)
    expect(attempt('alice', true)).toBeGreaterThan(0)
    pass(10_000)
    expect(attempt('alice', true)).toBe(0)
  })

  test('a restart with the clock set back starts the wait anew', () => {
    const { guess, passTime, restart, time } = desk()
    guess('alice', 4)
    passTime(4000)
    time.advance(-24 * hour)
    const after = restart()
    expect(after.attempt('alice', true)).toBeGreaterThan(0)
    after.pass(9999)
    expect(after.attempt('alice', true)).toBeGreaterThan(0)
    after.pass(1)
    expect(after.attempt('alice', true)).toBe(0)
  })

  test('guesses under a clock set back still wait when the clock is put right over a restart', () => {
    const { guess, restart, time } = desk()
    guess('alice', 2)
    time.advance(-24 * hour)
    guess('alice', 1)
    time.advance(24 * hour)
    expect(restart().attempt('alice', true)).toBe(5)
  })

  test('no history of restarts and clock jumps backward lets a guess through earlier than the delay', () => {
    const move = fc.oneof(
      fc.record({ kind: fc.constant('restart' as const) }),
      fc.record({ kind: fc.constant('back' as const), ms: fc.integer({ min: 1, max: 10 * hour }) }),
      fc.record({ kind: fc.constant('pass' as const), ms: fc.integer({ min: 1, max: 8000 }) }),
    )
    fc.assert(
      fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
        const { guess, restart, time, ...first } = desk()
        guess('alice', 6) // 40 s
        let now: Pick<ReturnType<typeof restart>, 'attempt' | 'passTime'> = first
        let truly = 0
        for (const step of moves) {
          if (step.kind === 'restart') now = restart()
          if (step.kind === 'back') time.advance(-step.ms)
          if (step.kind === 'pass') {
            now.passTime(step.ms)
            truly += step.ms
          }
          if (truly < 40_000) expect(now.attempt('alice', true)).toBeGreaterThan(0)
        }
      }),
    )
  })
})

describe('tampering', () => {
  const damage: [string, (disk: ReturnType<typeof memoryFiles>) => void][] = [
    ['a removed file', (disk) => void disk.content.delete(lockoutFileName)],
    ['a removed key', (disk) => void disk.content.delete(lockoutKeyName)],
    ['both removed', (disk) => disk.content.clear()],
    ['a smaller count', (disk) => disk.edit(lockoutFileName, (text) => text.replace(/"count":\d+/, '"count":0'))],
    ['rubbish', (disk) => disk.edit(lockoutFileName, () => '{]')],
    ['an exchanged key', (disk) => void disk.content.set(lockoutKeyName, new Uint8Array(32))],
  ]

  test.each(damage)('%s brings the longest wait, is reported, and passes', (_, harm) => {
    for (const restarted of [true, false]) {
      const { guess, disk, restart, ...first } = desk()
      guess('alice', 7)
      harm(disk)
      const now = restarted ? restart() : first
      expect(now.attempt('bruno', true)).toBe(900)
      expect(unwrap(now.door.tampered())).toBe(true)
      now.passTime(15 * minute)
      expect(now.attempt('bruno', true)).toBe(0)
      if (restarted) continue
      // What the desk itself still knew is not forgotten.
      now.attempt('alice')
      now.passTime(deskDelays.maxMs)
      expect(now.attempt('alice', true)).toBeGreaterThan(0)
    }
  })

  test('an older file put back while the desk runs forgives nothing', () => {
    const { guess, attempt, disk } = desk()
    const old = disk.content.get(lockoutFileName) as Uint8Array
    guess('alice', 2)
    disk.content.set(lockoutFileName, old)
    expect(attempt('alice')).toBe(900)
  })
})

describe('the queue for the access log', () => {
  const drain = (door: ReturnType<typeof desk>['door'], names: string[]) => {
    const drained: DrainedRefusal[] = []
    const count = door.drainRefusals(names, (refusals) => {
      drained.push(...refusals)
      return ok(null)
    })
    return { count: unwrap(count), drained }
  }

  test('refusals survive a restart, carry the officer if there is one, and are handed over once', () => {
    const { guess, restart } = desk()
    guess('alice', 1)
    guess('my-password-in-the-wrong-field', 1)
    const after = restart()
    const { count, drained } = drain(after.door, ['alice', 'bruno'])
    expect(count).toBe(2)
    expect(drained.map(({ userName, reason, kind }) => [userName, reason, kind])).toEqual([
      ['alice', 'officers.wrong_credentials', 'password'],
      [null, 'officers.wrong_credentials', 'password'],
    ])
    expect(drain(after.door, ['alice']).count).toBe(0)
  })

  test('what the log could not take is kept', () => {
    const { guess, door } = desk()
    guess('alice', 2)
    expect(door.drainRefusals([], () => fail('officers.cannot_write', { reason: 'ENOSPC' })).ok).toBe(false)
    expect(drain(door, []).count).toBe(2)
  })

  test('no user name is in the file in clear', () => {
    const { guess, disk } = desk()
    guess('my-password-in-the-wrong-field', 3)
    expect(Buffer.from(disk.content.get(lockoutFileName) ?? []).toString()).not.toContain('my-password')
  })

  test('refusals without end fill neither disk nor memory, and their number is known', () => {
    const { door, disk, passTime } = desk()
    for (let i = 0; i < 250; i++) {
      const begun = door.begin('password', `name${i}`)
      if (begun.ok) unwrap(begun.value.refused('officers.wrong_credentials'))
      passTime(60_000)
    }
    let dropped = 0
    const count = door.drainRefusals([], (_, more) => {
      dropped = more
      return ok(null)
    })
    expect(unwrap(count) + dropped).toBe(250)
    expect(disk.content.get(lockoutFileName)?.length ?? 0).toBeLessThan(200_000)
  })
})

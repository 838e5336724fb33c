import type { Clock, Timers } from '../../src/shared/ports.ts'

/** A clock that runs like the real one, begins at a day of the test's choice and jumps when `now` is set. */
export interface MovableTime {
  now: number
  readonly clock: Clock
  /** Real timers, but those that a jump passed ring at once. */
  readonly timers: Timers
}

export function movableTime(start: number): MovableTime {
  const begun = performance.now()
  const waiting = new Set<{ at: number; fire: () => void }>()
  let ahead = 0
  const now = () => Math.round(start + ahead + performance.now() - begun)
  return {
    get now() {
      return now()
    },
    set now(next: number) {
      ahead += next - now()
      for (const each of [...waiting].sort((a, b) => a.at - b.at)) if (each.at <= now()) each.fire()
    },
    clock: { now, zone: () => 'America/Toronto' },
    timers: {
      after(ms, fn) {
        const end = () => {
          clearTimeout(timer)
          waiting.delete(entry)
        }
        const fire = () => {
          end()
          fn()
        }
        const entry = { at: now() + ms, fire }
        const timer = setTimeout(fire, Math.min(ms, 2 ** 31 - 1))
        waiting.add(entry)
        return end
      },
    },
  }
}

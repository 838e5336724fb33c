import type { Clock } from '../../shared/ports.ts'
import type { Tools } from '../claims/tools.ts'

/** The demo's clock: the real one, but for the moment in which it plays something that happened earlier. */
export interface ReplayClock extends Clock {
  /** Runs `fn` as if it were `at` (ms since epoch). At once: nobody else can read the clock meanwhile. */
  during<T>(at: number, fn: () => T): T
}

export function replayClock(real: Clock): ReplayClock {
  let played: number | undefined
  return {
    now: () => played ?? real.now(),
    zone: () => real.zone(),
    during(at, fn) {
      played = at
      try {
        return fn()
      } finally {
        played = undefined
      }
    },
  }
}

/** Tools whose commands believe that it is `at`, whatever officers do at the same desk meanwhile. */
export const toolsAt = <T extends Tools>(tools: T, clock: ReplayClock, at: number): T => ({
  ...tools,
  clock: { now: () => at, zone: () => clock.zone() },
  store: {
    ...tools.store,
    transact: (author, work) => clock.during(at, () => tools.store.transact(author, work)),
  },
})

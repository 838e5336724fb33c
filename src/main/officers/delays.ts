import type { Clock, Timers } from '../../shared/ports.ts'
import { type Counter, type LockoutState, noCounter } from './lockout-file.ts'

/** How waits grow with attempts that were not right. All times in milliseconds. */
export interface DelayPolicy {
  /** Attempts without any wait. */
  readonly free: number
  /** The first wait; each further attempt doubles it. */
  readonly firstMs: number
  readonly maxMs: number
}

/**
 * For one officer: the third mistake waits 5 s, the eleventh and all later 15 min; so that a year of guessing is far
 * from NIST SP 800-63B-4's bound on guesses against a password of twelve characters.
 */
export const userDelays: DelayPolicy = { free: 2, firstMs: 5000, maxMs: 15 * 60_000 }
/** For the desk as a whole, against one password tried on many names. */
export const deskDelays: DelayPolicy = { free: 10, firstMs: 2000, maxMs: 60_000 }

/** The wait after the `count`-th attempt in a row that was not right. */
export const delayAfter = (count: number, policy: DelayPolicy): number =>
  count <= policy.free ? 0 : Math.min(policy.maxMs, policy.firstMs * 2 ** Math.min(30, count - policy.free - 1))

/** The counter after one more attempt. `now`: the latest time that the desk has ever seen, not a clock set back. */
export function countUp(counter: Counter | undefined, policy: DelayPolicy, now: number): Counter {
  const count = (counter ?? noCounter).count + 1
  const delayMs = delayAfter(count, policy)
  return { count, delayMs, until: now + delayMs }
}

/**
 * The waits that run now. While the desk runs a timer alone ends a wait, so that no change of the clock shortens it.
 * Over a restart the clock must be asked: set back, it starts the wait anew. (Against a clock set forward over a restart
 * nothing on the desk helps; that takes an administrator of the computer.)
 */
export function runningWaits(clock: Clock, timers: Timers) {
  const running = new Map<string, { readonly ends: number; readonly cancel: () => void }>()

  const start = (key: string, ms: number) => {
    if (ms <= 0) return
    running.get(key)?.cancel()
    const cancel = timers.after(ms, () => running.delete(key))
    running.set(key, { ends: clock.now() + ms, cancel })
  }
  return {
    start,
    /** Takes up the waits of a state that was read after a start. */
    resume: (state: LockoutState) => {
      const left = ({ delayMs, until }: Counter) => Math.max(0, Math.min(delayMs, until - clock.now()))
      start('desk', left(state.desk))
      for (const [user, counter] of Object.entries(state.users)) start(user, left(counter))
    },
    isRunning: (key: string) => running.has(key),
    /** Seconds left of the longest of these waits, for the screen: at least 1 while one runs, 0 if none does. */
    secondsLeft: (keys: readonly string[]): number =>
      Math.max(
        0,
        ...keys.map((key) => {
          const wait = running.get(key)
          return wait ? Math.max(1, Math.ceil((wait.ends - clock.now()) / 1000)) : 0
        }),
      ),
    end: (key: string) => {
      running.get(key)?.cancel()
      running.delete(key)
    },
    endAll: () => {
      for (const wait of running.values()) wait.cancel()
      running.clear()
    },
  }
}

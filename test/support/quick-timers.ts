import type { Timers } from '../../src/shared/ports.ts'

/** Timers of a desk that runs by itself: from `start` on, jobs of seconds come at once; those of minutes (a lock, a round) never. */
export function quickTimers(): Timers & { start(): void } {
  let held: Set<() => void> | undefined = new Set()
  return {
    after(ms, fn) {
      if (ms > 10_000) return () => {}
      let cancel = () => {}
      const begin = () => {
        const timer = setTimeout(fn, Math.min(ms, 100))
        cancel = () => clearTimeout(timer)
      }
      // What must come in the same turn is not held.
      if (held && ms > 0) held.add(begin)
      else begin()
      return () => {
        held?.delete(begin)
        cancel()
      }
    },
    start() {
      const waiting = held ?? []
      held = undefined
      for (const begin of waiting) begin()
    },
  }
}

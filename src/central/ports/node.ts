import { randomBytes } from 'node:crypto'
import type { Clock, Random, Stopwatch, Timers } from '../../shared/ports.ts'

/** The real clock, random numbers and timers of the central. The only code of it that may touch these globals. */

export const nodeClock: Clock = {
  now: () => Date.now(),
  zone: () => 'UTC',
}

export const nodeRandom: Random = { bytes: (length) => new Uint8Array(randomBytes(length)) }

export const nodeTimers: Timers = {
  after(ms, fn) {
    const timer = setTimeout(fn, Math.max(0, ms))
    return () => clearTimeout(timer)
  },
}

export const nodeStopwatch: Stopwatch = () => performance.now()

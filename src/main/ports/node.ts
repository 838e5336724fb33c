import { randomBytes } from 'node:crypto'
import type { Clock, Random, Timers } from '../../shared/ports.ts'

/** The real clock, random numbers and timers. Beside the hosts, the only code that may touch these globals. */

export const nodeClock: Clock = {
  now: () => Date.now(),
  zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
}

export const nodeRandom: Random = { bytes: (length) => new Uint8Array(randomBytes(length)) }

/** Node fires at once when asked to wait longer than this (about 24.8 days). */
const longest = 2 ** 31 - 1

export const nodeTimers: Timers = {
  after(ms, fn) {
    let timer: NodeJS.Timeout
    const wait = (left: number) => {
      const part = Math.min(left, longest)
      timer = setTimeout(() => (left > part ? wait(left - part) : fn()), part)
    }
    wait(Math.max(0, ms))
    return () => clearTimeout(timer)
  },
}

import { randomBytes, randomFillSync } from 'node:crypto'
import type { Clock, Random, Stopwatch, Timers } from '../../shared/ports.ts'

/** The real clock, random numbers and timers. Beside the hosts, the only code that may touch these globals. */

export const nodeClock: Clock = {
  now: () => Date.now(),
  zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
}

export const nodeStopwatch: Stopwatch = () => performance.now()

/**
 * Every event asks for 32 bytes in two calls, and a call of the system costs as much as a page of the database: small
 * requests are served from a block fetched at once. What was handed out is wiped from it.
 */
const block = Buffer.alloc(4096)
let used = block.length

export const nodeRandom: Random = {
  bytes(length) {
    if (length > 64) return new Uint8Array(randomBytes(length))
    if (used + length > block.length) {
      randomFillSync(block)
      used = 0
    }
    const bytes = new Uint8Array(block.subarray(used, used + length))
    block.fill(0, used, used + length)
    used += length
    return bytes
  },
}

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

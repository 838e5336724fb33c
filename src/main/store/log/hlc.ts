import type { Clock } from '../../../shared/ports.ts'

/** A moment of the hybrid logical clock: wall-clock ms, and a counter that orders events within one. */
export interface Moment {
  readonly ms: number
  readonly counter: number
}

/** The next moment after `last`: the wall clock if it is ahead, else one more of the same millisecond. It never goes back. */
export function nextMoment(last: Moment, clock: Clock): Moment {
  const now = clock.now()
  return now > last.ms ? { ms: now, counter: 0 } : { ms: last.ms, counter: last.counter + 1 }
}

export const later = (a: Moment, b: Moment): Moment => (a.ms > b.ms || (a.ms === b.ms && a.counter > b.counter) ? a : b)

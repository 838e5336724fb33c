import type { Random } from '../../shared/ports.ts'

/** A wait between nothing and `most` ms, each as likely: desks that failed together do not come back together. */
export function fullJitter(random: Random, most: number): number {
  const [a = 0, b = 0] = random.bytes(2)
  return (most * (a * 256 + b)) / 65_535
}

/** The most to wait after so many failures in a row: doubled each time, up to a limit. Ms. */
export const doubled = (first: number, failures: number, limit: number): number =>
  Math.min(limit, first * 2 ** Math.min(failures, 20))

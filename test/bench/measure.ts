import { arch, cpus, loadavg, platform, totalmem } from 'node:os'

/** Times of many runs of one thing, in milliseconds. */
export interface Timing {
  readonly p50: number
  readonly p95: number
  readonly max: number
  readonly runs: number
}

/**
 * Runs `work` with each input and gives the spread of its times. Each input counts with the median of three rounds: a
 * neighbour who takes the processor for a moment hits one of them, a query that is slow by itself all three.
 */
export function timed<T>(inputs: readonly T[], work: (input: T) => unknown): Timing {
  const rounds = [1, 2, 3].map(() =>
    inputs.map((input) => {
      const started = performance.now()
      work(input)
      return performance.now() - started
    }),
  )
  return spread(inputs.map((_, i) => rounds.map((times) => times[i] ?? 0).toSorted((a, b) => a - b)[1] ?? 0))
}

/** Milliseconds that `work` takes, and what it gives. */
export async function once<T>(work: () => T | Promise<T>): Promise<{ ms: number; value: T }> {
  const started = performance.now()
  const value = await work()
  return { ms: round(performance.now() - started), value }
}

export function spread(times: readonly number[]): Timing {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
  return { p50: at(0.5), p95: at(0.95), max: at(1), runs: times.length }
}

/** Hundredths of a millisecond are the most that means anything. */
export const round = (ms: number): number => Math.round(ms * 100) / 100

/** The machine and how busy it is: without both, no number means anything. */
export const machine = () => ({
  system: `${platform()} ${arch()}`,
  processor: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  load: loadavg().map((value) => Math.round(value * 100) / 100),
})

/** Processor time of this process in milliseconds, in all or since a reading. */
export function cpuMs(since?: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1000
}

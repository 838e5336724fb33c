import { arch, cpus, loadavg, platform, totalmem } from 'node:os'

/** Times of many runs of one thing, in milliseconds. */
export interface Timing {
  readonly p50: number
  readonly p95: number
  readonly max: number
  readonly runs: number
}

/** Runs `work` with each input and gives the spread of its times; the first tenth warms up and is not counted. */
export function timed<T>(inputs: readonly T[], work: (input: T) => unknown): Timing {
  const times: number[] = []
  for (const input of [...inputs.slice(0, Math.ceil(inputs.length / 10)), ...inputs]) {
    const started = performance.now()
    work(input)
    times.push(performance.now() - started)
  }
  return spread(times.slice(times.length - inputs.length))
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

export const median = (values: readonly number[]): number => spread(values).p50

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

import type { machine, Timing } from './measure.ts'
export interface StartReport {
  readonly cases: number
  readonly runs: number
  readonly machine: ReturnType<typeof machine>
  readonly times: Record<string, Timing>
}
export async function benchStart(_: {
  cases: number
  runs: number
  say: (line: string) => void
}): Promise<StartReport> {
  throw new Error('later')
}

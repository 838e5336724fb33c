/** One phase, measured alike for both sides. */
import { round } from '../measure.ts'
import type { Actor } from './parts.ts'
import { cpuOf, cpuOfTree } from './processes.ts'

/** Seconds for ten thousand: of CPU by process, of all together, and by the clock on the wall. */
export interface Cost {
  readonly client: number
  readonly server: number
  readonly database: number
  readonly cpu: number
  readonly wall: number
}

export interface Side {
  readonly client: Actor
  /** Process ids; no database where the server has it inside. */
  readonly server: number
  readonly database?: number
}

const per = 10_000

/** What an act costs, for ten thousand of what it says that it did, or of `count`. */
export async function costOf(
  { client, server, database }: Side,
  act: string,
  { given = {}, count }: { given?: object; count: number },
): Promise<Cost> {
  const read = () => [cpuOf(client.pid), cpuOf(server), database === undefined ? 0 : cpuOfTree(database)]
  const before = read()
  const { value, ms } = await client.act<number | null>(act, given)
  if (typeof value === 'number' && value !== count) throw new Error(`${act}: ${value} instead of ${count}`)
  const [c = 0, s = 0, d = 0] = read().map((now, i) => ((now - (before[i] ?? 0)) * per) / count)
  return {
    client: round(c),
    server: round(s),
    database: round(d),
    cpu: round(c + s + d),
    wall: round((ms / 1000) * (per / count)),
  }
}

/** The run in the middle, by all CPU; with the least and the most of the runs. */
export interface Spread extends Cost {
  readonly least: number
  readonly most: number
}

export function middle(runs: readonly Cost[]): Spread {
  const sorted = runs.toSorted((x, y) => x.cpu - y.cpu)
  const chosen = sorted[Math.floor((sorted.length - 1) / 2)]
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (!chosen || !first || !last) throw new Error('Nothing was measured')
  return { ...chosen, least: first.cpu, most: last.cpu }
}

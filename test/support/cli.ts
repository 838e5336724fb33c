import { main } from '../../src/main/cli/main.ts'
import type { CliWorld } from '../../src/main/cli/world.ts'
import { nodeRandom, nodeTimers } from '../../src/main/ports/node.ts'
import { noon } from './desk.ts'

/** What came of a command: exit status, and the lines that it wrote. */
export interface CliRun {
  readonly status: number
  readonly out: readonly string[]
  readonly err: readonly string[]
  /** The one line of `--json`. */
  readonly json: Record<string, unknown>
}

/** Runs a command in this process. Nothing is asked at a terminal unless the test hands in `ask`. */
export async function runCli(argv: readonly string[], given: Partial<CliWorld> = {}): Promise<CliRun> {
  const out: string[] = []
  const err: string[] = []
  const status = await main(argv, {
    version: '0.0.0',
    assetsDir: 'assets',
    clock: { now: () => noon + 60_000, zone: () => 'America/Toronto' },
    random: nodeRandom,
    timers: nodeTimers,
    env: {},
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    ask: async () => undefined,
    readSecrets: () => [],
    readInput: () => '',
    lock: async () => ({ release: async () => {} }),
    defaultDataDir: () => '/nonexistent',
    ...given,
  })
  const only = out.length === 1 ? (out[0] ?? '') : ''
  return { status, out, err, json: only.startsWith('{') ? JSON.parse(only) : {} }
}

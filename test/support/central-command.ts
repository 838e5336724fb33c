import { main } from '../../src/central/cli/main.ts'
import { nodeClock, nodeRandom, nodeTimers } from '../../src/central/ports/node.ts'
import type { TestCentral } from './central.ts'

/** Runs a command of the administrator on a central's database, beside it. */
export async function commandAt(
  central: TestCentral,
  ...argv: string[]
): Promise<{ status: number; out: string[]; err: string[] }> {
  const [out, err]: [string[], string[]] = [[], []]
  const place = ['--database', central.databaseUrl, '--data', central.folder]
  const status = await main([...argv, ...place], {
    version: '0',
    clock: { ...nodeClock, now: central.clock.now },
    random: nodeRandom,
    timers: nodeTimers,
    stopwatch: () => performance.now(),
    env: {},
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    stopped: new Promise(() => {}),
  })
  return { status, out, err }
}

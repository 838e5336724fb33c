import { version } from '../../package.json'
import { main } from './cli/main.ts'
import { nodeClock, nodeRandom, nodeStopwatch, nodeTimers } from './ports/node.ts'

/** The central service and its administrator's commands: `npm run -s central -- --help`. */

/** Settles once, at the first signal to stop. */
const stopped = new Promise<string>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(signal))
})

main(process.argv.slice(2), {
  version,
  clock: nodeClock,
  random: nodeRandom,
  timers: nodeTimers,
  stopwatch: nodeStopwatch,
  env: process.env,
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  stopped,
}).then(
  (status) => process.exit(status),
  (bug: unknown) => {
    const { name, stack = '' } = bug instanceof Error ? bug : new TypeError()
    const frames = stack.split('\n').filter((line) => /^\s+at /.test(line))
    process.stderr.write(`${[`Bug: ${name}`, ...frames].join('\n')}\n`)
    process.exit(1)
  },
)

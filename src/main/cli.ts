import { readFileSync, readSync } from 'node:fs'
import { version } from '../../package.json'
import { main } from './cli/main.ts'
import { askHidden } from './cli/prompt.ts'
import { reportBug } from './hosts/bugs.ts'
import { lockFolder } from './hosts/lock.ts'
import { defaultDataDir } from './hosts/options.ts'
import { checkoutAssets } from './hosts/pages.ts'
import { nodeClock, nodeRandom, nodeTimers } from './ports/node.ts'

/** The administrator's command line: `npm run -s desk -- --help`. */

const world = {
  version,
  assetsDir: checkoutAssets,
  clock: nodeClock,
  random: nodeRandom,
  timers: nodeTimers,
  env: process.env,
  out: (line: string) => process.stdout.write(`${line}\n`),
  err: (line: string) => process.stderr.write(`${line}\n`),
  ask: (question: string) => askHidden(question, process.stdin, process.stderr),
  readSecrets: (descriptor: number) => readLines(descriptor),
  readInput: () => readFileSync(0, 'utf8'),
  lock: lockFolder,
  defaultDataDir: (demo: boolean) => defaultDataDir(demo),
}

/** Everything that an open file gives, by lines: secrets come so, since arguments are seen by everybody. */
function readLines(descriptor: number): string[] {
  const bytes = Buffer.alloc(4096)
  let length = 0
  for (let read = -1; read !== 0 && length < bytes.length; length += read)
    read = readSync(descriptor, bytes, length, bytes.length - length, null)
  return bytes.toString('utf8', 0, length).split(/\r?\n/)
}

main(process.argv.slice(2), world).then(
  (status) => process.exit(status),
  (bug: unknown) => {
    reportBug(bug)
    process.exit(1)
  },
)

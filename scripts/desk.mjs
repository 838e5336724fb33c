// npm run -s desk -- ...: the administrator's command line, built first if a source changed. Prints nothing of its own.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { buildIfStale } from './build.mjs'

await buildIfStale()
const program = join(import.meta.dirname, '../out/main/cli.js')
const { status } = spawnSync(process.execPath, [program, ...process.argv.slice(2)], {
  stdio: 'inherit',
  cwd: process.env.INIT_CWD, // so that paths are meant from where the person stands
})
process.exit(status ?? 1)

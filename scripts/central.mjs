// npm run central -- ...: the central service and its administrator's commands, built first if a source changed.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildIfStale } from './build.mjs'

await buildIfStale()
const program = join(import.meta.dirname, '../out/central/central.js')
const child = spawn(process.execPath, [program, ...process.argv.slice(2)], {
  stdio: 'inherit',
  cwd: process.env.INIT_CWD, // so that paths are meant from where the person stands
})
// What is meant for the service reaches it, and we end when it has ended.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
// A signal to npm ends npm and its shell, and reaches nobody behind them.
const parent = process.ppid
if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref()
child.on('exit', (status) => process.exit(status ?? 1))

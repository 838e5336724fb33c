// npm run -s bench -- ...: builds test/bench/main.ts (with the sources' ?raw imports, as the product has them) and runs it.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { buildIfStale } from './build.mjs'

const root = join(import.meta.dirname, '..')
process.env.PASSERELLE_BENCH = '1' // vite.config.ts then has an environment 'bench'
await buildIfStale() // the start benchmark runs the product's own build
const { createBuilder } = await import('vite')
const builder = await createBuilder({ root, logLevel: 'warn' })
await builder.build(builder.environments.bench)
const program = join(root, 'out/bench/main.js')
const { status } = spawnSync(process.execPath, [program, ...process.argv.slice(2)], { stdio: 'inherit' })
process.exit(status ?? 1)

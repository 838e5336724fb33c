// npm run -s simulate -- ...: builds test/bench/simulate.ts (with the sources' ?raw imports, as the product has them) and runs it.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { createBuilder } from 'vite'

const root = join(import.meta.dirname, '..')
process.env.PASSERELLE_BENCH = '1' // vite.config.ts then has an environment 'bench'
const builder = await createBuilder({ root, logLevel: 'warn' })
await builder.build(builder.environments.bench)
const program = join(root, 'out/bench/simulate.js')
const { status } = spawnSync(process.execPath, [program, ...process.argv.slice(2)], { stdio: 'inherit' })
process.exit(status ?? 1)

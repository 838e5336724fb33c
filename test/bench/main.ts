import { parseArgs } from 'node:util'
import { printStart, printStore } from './print.ts'
import { benchStart } from './start.ts'
import { benchStore } from './store.ts'

const usage = `npm run -s bench -- store [--cases 100000] [--no-rebuild] [--folder DIR] [--json]
npm run -s bench -- start [--cases 2000] [--runs 5] [--json]`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: {
    cases: { type: 'string' },
    runs: { type: 'string', default: '5' },
    rebuild: { type: 'boolean', default: true },
    folder: { type: 'string' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
})
const say = (line: string) => {
  if (!values.json) process.stderr.write(`  ${line}\n`)
}
const number = (text: string | undefined, otherwise: number): number => {
  const value = Number(text ?? otherwise)
  if (Number.isInteger(value) && value > 0) return value
  console.error(usage)
  process.exit(2)
}
const [what] = positionals
if (values.help) console.log(usage)
else if (what === 'store') {
  const { rebuild, folder } = values
  const report = await benchStore({ cases: number(values.cases, 100_000), rebuild, folder, say })
  console.log(values.json ? JSON.stringify(report, null, 2) : printStore(report))
} else if (what === 'start') {
  const report = await benchStart({ cases: number(values.cases, 2000), runs: number(values.runs, 5), say })
  console.log(values.json ? JSON.stringify(report, null, 2) : printStart(report))
} else {
  console.error(usage)
  process.exit(2)
}

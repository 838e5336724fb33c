import { parseArgs } from 'node:util'
import { benchCasework, printCasework } from './casework/bench.ts'
import { benchConfirmations } from './confirmations.ts'
import { benchDocuments } from './documents/bench.ts'
import { benchMrz, printMrz } from './mrz.ts'
import { benchPhoto } from './photo/bench.ts'
import { tablesOf, writeTables } from './photo/table.ts'
import { train } from './photo-probes/train.ts'
import { printConfirmations, printDocuments, printStart, printStore } from './print.ts'
import { benchRecord } from './record.ts'
import { benchStart } from './start.ts'
import { benchStore } from './store.ts'
import { benchSync } from './sync/bench.ts'
import { serveDesks } from './sync/desk.ts'
import { benchPages } from './sync/pages.ts'
import { printSync } from './sync/print.ts'

const usage = `npm run -s bench -- store [--cases 100000] [--no-rebuild] [--folder DIR] [--json]
npm run -s bench -- start [--cases 2000] [--runs 5] [--json]
npm run -s bench -- record
npm run -s bench -- casework [--cases 100000] [--runs 8] [--only desk|screens] [--folder DIR] [--json]
npm run -s bench -- confirmations [--count 100000] [--json]
npm run -s bench -- photo [--people 20] [--faults all|gross|none] [--rounds 20] [--no-peer] [--save FILE | --from FILE] [--write] [--json]
npm run -s bench -- mrz [--pages 30] [--dpi 300] [--json]
npm run -s bench -- photo-train
npm run -s bench -- documents [--papers 200] [--batch 1000] [--no-peer] [--json]
npm run -s bench -- sync [--count 10000] [--runs 3] [--cases 100000] [--no-first | --only-first] [--folder DIR] [--no-peer] [--json]
npm run -s bench -- sync-pages --folder DIR [--count 10000]`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: {
    cases: { type: 'string' },
    runs: { type: 'string' },
    count: { type: 'string' },
    first: { type: 'boolean', default: true },
    'only-first': { type: 'boolean', default: false },
    central: { type: 'string' },
    rebuild: { type: 'boolean', default: true },
    folder: { type: 'string' },
    pages: { type: 'string' },
    dpi: { type: 'string' },
    papers: { type: 'string' },
    batch: { type: 'string' },
    people: { type: 'string', default: '20' },
    faults: { type: 'string', default: 'all' },
    rounds: { type: 'string', default: '20' },
    only: { type: 'string' },
    peer: { type: 'boolean', default: true },
    save: { type: 'string' },
    from: { type: 'string' },
    write: { type: 'boolean', default: false },
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
} else if (what === 'record') {
  const { answers, findings, check } = benchRecord()
  console.log(JSON.stringify({ answers, findings, check }, null, 2))
} else if (what === 'casework') {
  const { only, folder } = values
  if (only !== undefined && only !== 'desk' && only !== 'screens') throw new Error(usage)
  const counts = { cases: number(values.cases, 100_000), runs: number(values.runs, 8) }
  const report = await benchCasework({ ...counts, folder, only, say })
  console.log(values.json ? JSON.stringify(report, null, 2) : printCasework(report))
} else if (what === 'confirmations') {
  const report = await benchConfirmations(number(values.count, 100_000), say)
  console.log(values.json ? JSON.stringify(report, null, 2) : printConfirmations(report))
} else if (what === 'start') {
  const report = await benchStart({ cases: number(values.cases, 2000), runs: number(values.runs, 5), say })
  console.log(values.json ? JSON.stringify(report, null, 2) : printStart(report))
} else if (what === 'photo') {
  const { faults, peer, save, from } = values
  if (faults !== 'all' && faults !== 'gross' && faults !== 'none') throw new Error(usage)
  const counts = { people: Number(values.people), rounds: Number(values.rounds) }
  const report = await benchPhoto({ ...counts, faults, peer, save, from, say })
  if (values.write) writeTables(report)
  console.log(values.json ? JSON.stringify(report, null, 2) : tablesOf(report))
} else if (what === 'mrz') {
  const report = await benchMrz({ pages: number(values.pages, 30), dpi: number(values.dpi, 300), say })
  console.log(values.json ? JSON.stringify(report, null, 2) : printMrz(report))
} else if (what === 'documents') {
  const counts = { papers: number(values.papers, 200), batch: number(values.batch, 1000) }
  const report = await benchDocuments({ ...counts, peer: values.peer, say })
  console.log(values.json ? JSON.stringify(report, null, 2) : printDocuments(report))
} else if (what === 'sync') {
  const { peer, first, 'only-first': only, folder: kept } = values
  const counts = { count: number(values.count, 10_000), rounds: only ? 0 : number(values.runs, 3) }
  const report = await benchSync({ ...counts, cases: first ? number(values.cases, 100_000) : 0, kept, peer, say })
  console.log(values.json ? JSON.stringify(report, null, 2) : printSync(report))
} else if (what === 'sync-pages' && values.folder) {
  console.log(JSON.stringify(await benchPages(values.folder, number(values.count, 10_000), say)))
} else if (what === 'sync-desks') {
  await serveDesks(values.folder ?? '', values.central ?? '')
} else if (what === 'photo-train') {
  console.log(JSON.stringify(await train(say), null, 2))
} else {
  console.error(usage)
  process.exit(2)
}

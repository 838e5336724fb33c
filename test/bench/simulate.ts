import { parseArgs } from 'node:util'
import { rerun, type Simulated, simulate, usualTurns } from '../support/sync/simulation.ts'
import { type Counters, noCounters, type ProfileName, profiles } from '../support/sync/world.ts'

/**
 * `npm run -s simulate -- --seeds N --from S [--profile P] [--turns T] [--json]`: desks and their central, N seeds of every profile or
 * of one. Prints a line to run again for each seed in which something did not hold; exit status 1 then.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20' },
    from: { type: 'string', default: '1' },
    profile: { type: 'string' },
    turns: { type: 'string', default: String(usualTurns) },
    json: { type: 'boolean', default: false },
  },
})
const [seeds, from, turns] = [Number(values.seeds), Number(values.from), Number(values.turns)]
const names = Object.keys(profiles) as ProfileName[]
const asked = values.profile === undefined ? names : names.filter((name) => name === values.profile)
if (asked.length === 0 || ![seeds, from, turns].every(Number.isInteger)) {
  console.error(`Usage: npm run -s simulate -- --seeds N --from S [--profile ${names.join('|')}] [--turns T] [--json]`)
  process.exit(2)
}

const counters = noCounters()
const failed: Simulated[] = []
for (const profile of asked)
  for (let seed = from; seed < from + seeds; seed++) {
    const done = await simulate({ seed, profile, turns })
    for (const name of Object.keys(counters) as (keyof Counters)[]) counters[name] += done.counters[name]
    if (done.broken.length > 0) failed.push(done)
  }

if (values.json) console.log(JSON.stringify({ runs: seeds * asked.length, failed, counters }))
else {
  for (const done of failed) console.log(`${rerun(done)}   # ${done.broken.join('; ')}`)
  console.log(`${seeds * asked.length} runs, ${failed.length} failed; ${JSON.stringify(counters)}`)
}
process.exit(failed.length > 0 ? 1 : 0)

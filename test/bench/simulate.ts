import { parseArgs } from 'node:util'
import { simulate } from '../support/sync/simulation.ts'
import { type Counters, noCounters, type ProfileName, profiles } from '../support/sync/world.ts'

/**
 * `npm run -s simulate -- --seeds N --from S [--profile P] [--json]`: desks and their central, N seeds of every profile or
 * of one. Prints a line to run again for each seed in which something did not hold; exit status 1 then.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20' },
    from: { type: 'string', default: '1' },
    profile: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})
const [seeds, from] = [Number(values.seeds), Number(values.from)]
const names = Object.keys(profiles) as ProfileName[]
const asked = values.profile === undefined ? names : names.filter((name) => name === values.profile)
if (asked.length === 0 || !Number.isInteger(seeds) || !Number.isInteger(from)) {
  console.error(`Usage: npm run -s simulate -- --seeds N --from S [--profile ${names.join('|')}] [--json]`)
  process.exit(2)
}

const counters = noCounters()
const failed: { seed: number; profile: ProfileName; broken: readonly string[] }[] = []
for (const profile of asked)
  for (let seed = from; seed < from + seeds; seed++) {
    const done = await simulate({ seed, profile })
    for (const name of Object.keys(counters) as (keyof Counters)[]) counters[name] += done.counters[name]
    if (done.broken.length > 0) failed.push({ seed, profile, broken: done.broken })
  }

if (values.json) console.log(JSON.stringify({ runs: seeds * asked.length, failed, counters }))
else {
  for (const { seed, profile, broken } of failed)
    console.log(`npm run -s simulate -- --seeds 1 --from ${seed} --profile ${profile}   # ${broken.join('; ')}`)
  console.log(`${seeds * asked.length} runs, ${failed.length} failed; ${JSON.stringify(counters)}`)
}
process.exit(failed.length > 0 ? 1 : 0)

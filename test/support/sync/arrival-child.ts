import { readFileSync, writeSync } from 'node:fs'
import { openStore } from '../../../src/main/store/store.ts'
import type { Step } from '../../../src/shared/ports.ts'
import { unwrap } from '../../../src/shared/result.ts'
import type { PullAnswer } from '../../../src/shared/sync/wire.ts'
import { testClock, testKey, testRandom, testTimers, toyCatalogue } from '../store.ts'
import { toyProjection } from '../toy-projection.ts'

/** What the parent asks for: a page of the stream and the files that it names, and where this process is to die. */
export interface ArrivalInput {
  readonly folder: string
  /** File with a `PullAnswer` and files by their SHA-256, base64. */
  readonly page: string
  readonly dieAt?: string
  readonly when?: 'before' | 'after'
}

const { folder, page, dieAt, when = 'before' } = JSON.parse(process.argv[2] ?? '{}') as ArrivalInput
const say = (line: string) => writeSync(1, `${line}\n`)
const die = () => process.kill(process.pid, 'SIGKILL')
let armed = false
const step: Step = (name, fn) => {
  if (armed && dieAt === undefined) say(`step ${name}`)
  if (armed && name === dieAt && when === 'before') die()
  const result = fn()
  if (armed && name === dieAt && when === 'after') die()
  return result
}

const store = unwrap(
  openStore({
    ...{ folder, key: testKey, mode: 'open', clock: testClock(), random: testRandom('child'), timers: testTimers() },
    ...{ catalogue: toyCatalogue, projections: [toyProjection], step },
  }),
)
const given = JSON.parse(readFileSync(page, 'utf8')) as { answer: PullAnswer; files: Record<string, string> }
armed = true
unwrap(store.sync.settle(given.answer))
say('settled')
for (const [sha, bytes] of Object.entries(given.files)) {
  unwrap(store.blobs.arrive(sha, Buffer.from(bytes, 'base64')))
  say(`arrived ${sha}`)
}
armed = false
unwrap(store.close())

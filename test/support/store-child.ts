import { writeSync } from 'node:fs'
import { headsOf } from '../../src/main/store/field-heads.ts'
import { openStore } from '../../src/main/store/store.ts'
import type { Subject } from '../../src/shared/domain/event.ts'
import type { Step } from '../../src/shared/ports.ts'
import { ok, unwrap } from '../../src/shared/result.ts'
import { testClock, testKey, testOfficer, testRandom, testTimers, toyCatalogue } from './store.ts'
import { toyProjection } from './toy-projection.ts'

/** What the parent asks for: the store in `folder`, and at which step, before or after it, this process is to die. */
export interface ChildInput {
  readonly folder: string
  readonly dieAt?: string
  readonly when?: 'before' | 'after'
}

const { folder, dieAt, when = 'before' } = JSON.parse(process.argv[2] ?? '{}') as ChildInput
const say = (line: string) => writeSync(1, `${line}\n`)
const die = () => process.kill(process.pid, 'SIGKILL')
/** The first rounds go through, so that something was acknowledged. */
let armed = false

const step: Step = (name, fn) => {
  if (armed && dieAt === undefined) say(`step ${name}`)
  if (armed && name === dieAt && when === 'before') die()
  const result = fn()
  if (armed && name === dieAt && when === 'after') die()
  return result
}

const opened = openStore({
  folder,
  key: testKey,
  mode: 'open',
  clock: testClock(),
  random: testRandom(String(process.pid)),
  timers: testTimers(),
  catalogue: toyCatalogue,
  projections: [toyProjection],
  step,
})
if (!opened.ok) {
  say(`failure ${opened.failure.code}`)
  process.exit(0)
}
const store = opened.value

/** One command as an officer's click would be: two claims' worth of events, a number, a blob and an access entry. */
function round(n: number): void {
  const bytes = Buffer.from(`picture ${n} ${process.pid}`)
  const sha = unwrap(store.blobs.put(bytes))
  const subject: Subject = { kind: 'claim', id: store.newId() }
  unwrap(
    store.transact({ actor: testOfficer }, (tx) => {
      tx.append({ subject, type: 'claim.opened', body: { label: sha } })
      tx.append({ subject, type: 'claim.fields_set', body: { fields: { a: n } } })
      tx.append({
        subject,
        type: 'claim.fields_set',
        body: { fields: { a: n + 1 } },
        bases: headsOf(tx, subject, ['a']),
      })
      tx.raiseSeries('document', n)
      return ok(undefined)
    }),
  )
  say(`acked ${subject.id} ${n}`)
  store.access.note({ actor: testOfficer, act: 'viewed', subject })
  unwrap(store.access.flush())
}

for (let n = 1; n <= 2; n++) round(n)
armed = true
round(3)
unwrap(store.close())

import { existsSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { nodeTimers } from '../../../src/main/ports/node.ts'
import { deskProjections } from '../../../src/main/store/projections/index.ts'
import type { SealedPart } from '../../../src/main/store/snapshot/image.ts'
import type { Arrived } from '../../../src/main/store/snapshot/take.ts'
import { openStore } from '../../../src/main/store/store.ts'
import { catalogue } from '../../../src/shared/domain/catalogue.ts'
import type { Step } from '../../../src/shared/ports.ts'
import { ok, unwrap } from '../../../src/shared/result.ts'
import { testClock, testKey, testRandom } from '../store.ts'

/** What the parent asks for: a snapshot that this process takes in, and where it is to die; once it is taken in any case. */
export interface JoiningInput {
  readonly folder: string
  /** File with a `Given`. */
  readonly snapshot: string
  readonly death:
    | { readonly step: string; readonly when: 'before' | 'after' }
    /**
     * So many turns of the event loop after a part was handed over, the threads being at work; of part -1: after the new
     * database was begun, before any came.
     */
    | { readonly part: number; readonly turns: number }
    | undefined
}

/** A snapshot with its key in base64, and its parts on the disk. */
export type Given = Omit<Arrived, 'parts' | 'key'> & { readonly key: string; readonly parts: readonly SealedPart[] }

const { folder, snapshot, death } = JSON.parse(process.argv[2] ?? '{}') as JoiningInput
const say = (line: string) => writeSync(1, `${line}\n`)
const die = () => process.kill(process.pid, 'SIGKILL')
let armed = false
const step: Step = (name, fn) => {
  const mine = armed && death && 'step' in death && death.step === name ? death.when : undefined
  if (armed) say(`step ${name}`)
  if (mine === 'before') die()
  const result = fn()
  if (mine === 'after') die()
  return result
}
const dieIn = (turns: number): unknown => (turns === 0 ? die() : setImmediate().then(() => dieIn(turns - 1)))

const store = unwrap(
  openStore({
    ...{ folder, key: testKey, mode: 'open', clock: testClock(), random: testRandom('child'), timers: nodeTimers },
    ...{ catalogue, projections: deskProjections, step },
  }),
)
const { parts, key, ...claimed } = JSON.parse(readFileSync(snapshot, 'utf8')) as Given
async function* handed() {
  if (death && 'part' in death && death.part < 0) {
    while (!existsSync(join(folder, 'snapshot', 'fresh.db'))) await setImmediate()
    say('begun')
    dieIn(death.turns)
    await new Promise(() => undefined)
  }
  for (const [i, part] of parts.entries()) {
    yield ok(part)
    say(`handed ${i}`)
    if (death && 'part' in death && death.part === i) dieIn(death.turns)
  }
}
armed = true
unwrap(await store.sync.snapshots.take({ ...claimed, key: Buffer.from(key, 'base64'), parts: handed() }))
say('taken')
die()

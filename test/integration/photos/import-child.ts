import { writeSync } from 'node:fs'
import { type ImportDisk, nodeDisk } from '../../../src/main/photos/import/disk.ts'
import { createPhotoImport } from '../../../src/main/photos/import/folder.ts'
import { nodeRandom } from '../../../src/main/ports/node.ts'
import { deskProjections } from '../../../src/main/store/projections/index.ts'
import { openStore } from '../../../src/main/store/store.ts'
import { catalogue } from '../../../src/shared/domain/catalogue.ts'
import type { Step } from '../../../src/shared/ports.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { testClock, testKey, testTimers } from '../../support/store.ts'

/** Empties an import folder in a process of its own, which dies by SIGKILL before the moment of this number. */
export interface ImportChildInput {
  readonly store: string
  readonly folder: string
  /** Left out: it names every moment in order and dies at the end. */
  readonly death?: number
}

const input = JSON.parse(process.argv[2] ?? '{}') as ImportChildInput
let armed = false
let count = 0
function die(): never {
  process.kill(process.pid, 'SIGKILL')
  throw new Error('alive')
}
const moment = (name: string) => {
  if (!armed) return
  if (input.death === undefined) writeSync(1, `${name}\n`)
  if (count++ === input.death) die()
}

const step: Step = (name, fn) => {
  moment(`before ${name}`)
  const done = fn()
  if (name === 'commit') moment('after commit')
  return done
}
const disk: ImportDisk = {
  ...nodeDisk,
  async write(...given) {
    moment('before write')
    await nodeDisk.write(...given)
  },
  async move(...given) {
    moment('before move')
    await nodeDisk.move(...given)
    moment('after move')
  },
}

const clock = testClock()
const projections = deskProjections
const timers = testTimers()
const store = unwrap(
  openStore({
    folder: input.store,
    key: testKey,
    mode: 'open',
    clock,
    random: nodeRandom,
    timers,
    catalogue,
    projections,
    step,
  }),
)
const photoImport = createPhotoImport(disk)
armed = true
for (let look = 0; look < 16; look++) {
  unwrap(await photoImport.turn({ store, clock }, input.folder))
  clock.advance(5000)
}
die()

import { writeSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import type { Step } from '../../../src/shared/ports.ts'
import { ok } from '../../../src/shared/result.ts'
import { openTestDesk, testPorts } from '../../support/desk.ts'

/** What the parent asks for: the officer of a desk prints what waits there, until the process dies. */
export interface PrintingInput {
  readonly dataDir: string
  /** Numbers that lie in the printer's tray: where the desk is unsure, the officer looks. */
  readonly tray: readonly string[]
  /** Papers to put in the queue first. */
  readonly add: readonly string[]
  /** At which moment of the batch, counted from 0, the process is to die; null never. */
  readonly death: number | null
}

const { dataDir, tray, add, death } = JSON.parse(process.argv[2] ?? '{}') as PrintingInput
const say = (line: string) => writeSync(1, `${line}\n`)
let armed = false
let moments = 0

function moment(): void {
  if (!armed || moments++ !== death) return
  process.kill(process.pid, 'SIGKILL')
  throw new Error('alive')
}

const step: Step = (_, fn) => {
  moment()
  return fn()
}
const ports = testPorts([])
const printing = {
  ...ports.printing,
  async printPdf(_: Uint8Array, { title }: { readonly title: string }) {
    moment()
    say(`out ${title}`)
    moment()
    return ok({ by: 'done' as const })
  },
}
const { desk, close } = await openTestDesk({ dataDir, step, ports: { ...ports, printing } })
const { phase } = await desk.seat.signIn({ userName: 'amelie', password: 'mine alone forever' })
if (phase !== 'active') throw new Error(phase)

/** Says how each paper stands, as the officer sees it. */
async function jobs() {
  const { jobs: shown, running } = await desk.printQueue.view()
  if (running) throw new Error('It prints and nobody asked it to')
  for (const { number, state } of shown) say(`shown ${number} ${state}`)
  return shown
}

armed = true
if (add.length > 0) await desk.printQueue.add({ documentIds: [...add] })
const unsure = (await jobs()).filter(({ state }) => state === 'unsure')
for (const { documentId, number } of unsure)
  await desk.printQueue.settle({ documentIds: [documentId], as: tray.includes(number) ? 'printed' : 'again' })
await desk.printQueue.resume({})
while ((await desk.printQueue.view()).running) await wait(5)
armed = false
say('ended')
await jobs()
say(`moments ${moments}`)
await close()

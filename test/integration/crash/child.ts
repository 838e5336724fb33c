import { writeSync } from 'node:fs'
import type { Step } from '../../../src/shared/ports.ts'
import { ok } from '../../../src/shared/result.ts'
import { openTestDesk, testPorts } from '../../support/desk.ts'
import { sceneOf } from './scenes/index.ts'
import type { Ready } from './scenes/scene.ts'
import { passwords } from './template.ts'

/** At which moment of the command this process is to die. */
export type Death =
  /** Never: it names every step, and dies once the officer was told. */
  | { readonly at: 'acknowledged' }
  | { readonly at: 'before the commit' | 'after the commit' }
  /** Before the step of this index. */
  | { readonly at: 'step'; readonly index: number }

/** What the parent asks for: a command on the desk in a folder, and when to die. */
export interface ChildInput {
  readonly dataDir: string
  readonly scene: string
  readonly ready: Ready
  readonly death: Death
}

const { dataDir, scene, ready, death } = JSON.parse(process.argv[2] ?? '{}') as ChildInput
const say = (line: string) => writeSync(1, `${line}\n`)
let armed = false
let steps = 0
/** Events of the transaction under way, and of those committed since this process began; the command's transactions, and those with events. */
let [pending, committed, commits, wrote] = [0, 0, 0, 0]

function die(): never {
  // What is committed here, the parent must find; nothing else.
  say(`dies ${JSON.stringify({ committed, commits, wrote })}`)
  process.kill(process.pid, 'SIGKILL')
  throw new Error('alive')
}

const step: Step = (name, fn) => {
  if (armed) {
    if (death.at === 'acknowledged') say(`step ${name}`)
    if (death.at === 'step' && steps === death.index) die()
    if (death.at === 'before the commit' && name === 'commit' && pending > 0) die()
    steps++
  }
  if (name === 'begin') pending = 0
  if (name === 'append.event') pending++
  const done = fn()
  if (name === 'commit') {
    committed += pending
    if (armed) commits++
    if (armed && pending > 0) wrote++
    pending = 0
    if (wrote > 0 && death.at === 'after the commit') die()
  }
  return done
}

const { as, path, input } = sceneOf(scene)
const ports = testPorts([])
const printing = {
  ...ports.printing,
  async printPdf(_: Uint8Array, { title }: { readonly title: string }) {
    say(`printed ${title}`)
    return ok({ by: 'done' as const })
  },
}
const { desk } = await openTestDesk({ dataDir, step, ports: { ...ports, printing } })
const { phase } = await desk.seat.signIn({ userName: as, password: passwords[as] })
if (phase !== 'active') throw new Error(phase)
const given = await input(desk, ready)
const [room = '', name = ''] = path.split('.')
const call = (desk as unknown as Record<string, Record<string, (given: unknown) => Promise<unknown>>>)[room]?.[name]
if (!call) throw new Error(path)
armed = true
await call(given)
say('acked')
die()

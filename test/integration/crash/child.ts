import { writeSync } from 'node:fs'
import type { Step } from '../../../src/shared/ports.ts'
import { openTestDesk } from '../../support/desk.ts'
import { type Ready, type SceneName, scenes } from './scenes.ts'
import { passwords } from './template.ts'

/** What the parent asks for: a command on the desk in a folder, and before which of its steps this process is to die. */
export interface ChildInput {
  readonly dataDir: string
  readonly scene: SceneName
  readonly ready: Ready
  /** Undefined: live, and name every step. */
  readonly dieAt?: number
}

const { dataDir, scene, ready, dieAt } = JSON.parse(process.argv[2] ?? '{}') as ChildInput
const say = (line: string) => writeSync(1, `${line}\n`)
let armed = false
let steps = 0

const step: Step = (name, fn) => {
  if (armed) {
    if (dieAt === undefined) say(`step ${name}`)
    if (steps === dieAt) process.kill(process.pid, 'SIGKILL')
    steps++
  }
  return fn()
}

const { as, run } = scenes[scene]
const test = await openTestDesk({ dataDir, step })
const { phase } = await test.desk.seat.signIn({ userName: as, password: passwords[as] })
if (phase !== 'active') throw new Error(phase)
armed = true
await run(test.desk, ready)
say('acked')
armed = false
await test.close()

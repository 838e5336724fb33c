import { writeSync } from 'node:fs'
import type { Step } from '../../../src/shared/ports.ts'
import { openTestDesk } from '../desk.ts'

/** What the parent asks for: a desk that is revoked, what its central answers, and before which step it is to die. */
export interface WipeInput {
  readonly dataDir: string
  readonly now: number
  readonly password: string
  /** The body of the answer that says it. */
  readonly answer: string
  /** Index of the step; never, when left out. */
  readonly dieAt?: number
}

const { dataDir, now, password, answer, dieAt } = JSON.parse(process.argv[2] ?? '{}') as WipeInput
const say = (line: string) => writeSync(1, `${line}\n`)
let armed = false
let steps = 0
const step: Step = (name, fn) => {
  const counted = armed && (name.startsWith('wipe.') || name.startsWith('file.'))
  if (counted && steps++ === dieAt) process.kill(process.pid, 'SIGKILL')
  if (counted) say(`step ${name}`)
  return fn()
}

const http = async () => ({ status: 403, header: () => undefined, body: Buffer.from(answer) })
const at = await openTestDesk({ dataDir, http, version: '0.1.0', step })
at.time.now = now
await at.desk.seat.signIn({ userName: 'gwen', password })
armed = true
await at.desk.sync.now().catch(() => undefined) // told that it is revoked
await at.close()

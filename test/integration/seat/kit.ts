import { onTestFinished } from 'vitest'
import type { DeskOptions } from '../../../src/main/desk.ts'
import type { Timers } from '../../../src/shared/ports.ts'
import { noon, openTestDesk, type TestDesk } from '../../support/desk.ts'
import { administratorDesk, codeFor } from '../../support/set-up.ts'

/** A desk whose clock and timers move together, and only when the test says so. */
export interface Seat extends TestDesk {
  /** Lets time pass: every timer that falls due on the way fires at its moment. */
  advance(ms: number): void
  /** Ends the program and starts it again on the same folder. */
  restart(options?: Partial<DeskOptions>): Promise<Seat>
}

/** Closed when the test ends. Asked for by each test: files share this module, and its own hooks would be the first file's. */
export async function openSeat(options: Partial<DeskOptions> = {}, time = { now: noon }): Promise<Seat> {
  const { timers, advance } = movingTimers(time)
  const clock = { now: () => time.now, zone: () => 'America/Toronto' }
  const test = await openTestDesk({ clock, timers, ...options })
  onTestFinished(() => test.close())
  return {
    ...test,
    time,
    advance,
    async restart(changes = {}) {
      await test.close()
      return openSeat({ ...options, ...changes, dataDir: test.dataDir }, time)
    },
  }
}

/** A desk set up at Lacolle with its administrator, `gwen`, at it. */
export async function seatOfGwen(options: Partial<DeskOptions> = {}) {
  const seat = await openSeat(options)
  const { secrets, password } = await administratorDesk(seat)
  return { seat, desk: seat.desk, secrets, password }
}

/** Enrols an officer with a temporary password; the administrator stays at the desk. */
export async function enrol({ desk }: Seat, userName: string, role: 'border_officer' | 'supervisor' | 'auditor') {
  return desk.officers.enrol({
    userName,
    displayName: `Officer ${userName}`,
    password: temporary,
    roles: [role],
    jurisdiction: 'office',
  })
}
export const temporary = 'temporary sentence'
export const ownPassword = 'mine alone forever'

/** An enrolled officer's first sign-in: code and a password of their own. */
export async function firstSignIn(seat: Seat, userName: string, totpSecret: string): Promise<void> {
  await seat.desk.seat.signIn({ userName, password: temporary })
  await seat.desk.seat.secondFactor({ code: codeFor(totpSecret, seat.time.now) })
  await seat.desk.seat.changePassword({ current: temporary, next: ownPassword })
}

/** The code of the failure that a call ended with; the answer itself would be a surprise. */
export async function codeOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    (value) => ({ answered: value }),
    (error: { data?: { code?: string }; code?: string }) => error.data?.code ?? error.code ?? error,
  )
}

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

interface Waiting {
  readonly at: number
  readonly fn: () => void
}

function movingTimers(time: { now: number }): { timers: Timers; advance(ms: number): void } {
  let waiting: Waiting[] = []
  /** Time as timers count it: a clock that is set moves none of them. */
  let passed = 0
  const remove = (entry: Waiting) => {
    waiting = waiting.filter((other) => other !== entry)
  }
  const timers: Timers = {
    after(ms, fn) {
      if (ms === 0) {
        const turn = setImmediate(fn)
        return () => clearImmediate(turn)
      }
      const entry = { at: passed + ms, fn }
      waiting.push(entry)
      return () => remove(entry)
    },
  }
  const advance = (ms: number) => {
    const end = passed + ms
    const moveTo = (at: number) => {
      time.now += at - passed
      passed = at
    }
    for (;;) {
      const [next] = waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)
      if (!next) break
      remove(next)
      moveTo(next.at)
      next.fn()
    }
    moveTo(end)
  }
  return { timers, advance }
}

/** The next turns of the program, for what is told on the next turn. */
export async function turns(count = 5): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise((done) => setImmediate(done))
}

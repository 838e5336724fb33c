import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { session } from '../../../src/main/officers/session.ts'
import {
  actingOfficer,
  emptySeat,
  nextSeat,
  type SeatEvent,
  type SeatInput,
} from '../../../src/shared/officers/seat.ts'
import { testClock, testTimers } from './support.ts'

const minute = 60_000
const arrives = (officer: string, due = false, mustChange = false): SeatInput => ({
  type: 'password_accepted',
  officer,
  secondFactorDue: due,
  mustChangePassword: mustChange,
})

function desk() {
  const { clock, advance } = testClock()
  const { timers, pass, waiting } = testTimers()
  const events: SeatEvent[] = []
  const seat = session({
    clock,
    timers,
    idleMs: () => 10 * minute,
    shiftLeftMs: () => 12 * 60 * minute,
    happened: (_, list) => void events.push(...list),
  })
  const passTime = (ms: number) => {
    advance(ms)
    pass(ms)
  }
  return { seat, events, passTime, advance, waiting }
}

describe('the seat', () => {
  test('password, second factor, own password, then work', () => {
    const { seat, events } = desk()
    expect(seat.take(arrives('alice', true, true)).state).toBe('needs_second_factor')
    expect(actingOfficer(seat.seat())).toMatchObject({ failure: { code: 'officers.second_factor_due' } })
    expect(seat.take({ type: 'second_factor_accepted' }).state).toBe('must_change_password')
    expect(seat.take({ type: 'password_changed' }).state).toBe('active')
    expect(actingOfficer(seat.seat())).toEqual({ ok: true, value: 'alice' })
    expect(events.map((event) => event.type)).toEqual(['signed_in', 'second_factor_accepted'])
  })

  test('the idle lock covers the same sitting; the password alone opens it again', () => {
    const { seat, events, passTime } = desk()
    seat.take(arrives('alice'))
    const sitting = seat.seat().sitting
    passTime(10 * minute)
    expect(seat.seat()).toMatchObject({ state: 'locked', officer: 'alice', sitting })
    expect(actingOfficer(seat.seat())).toMatchObject({ failure: { code: 'officers.locked' } })
    expect(seat.take(arrives('alice'))).toMatchObject({ state: 'active', sitting })
    expect(events).toEqual([
      { type: 'signed_in', officer: 'alice' },
      { type: 'locked', officer: 'alice', reason: 'idle' },
      { type: 'unlocked', officer: 'alice' },
    ])
  })

  test('a key pressed puts the lock off', () => {
    const { seat, passTime } = desk()
    seat.take(arrives('alice'))
    for (let i = 0; i < 5; i++) {
      passTime(9 * minute)
      seat.touch()
    }
    expect(seat.seat().state).toBe('active')
    passTime(10 * minute)
    expect(seat.seat().state).toBe('locked')
  })

  test('a computer that slept is locked at the first key', () => {
    const { seat, advance } = desk()
    seat.take(arrives('alice'))
    advance(3 * 60 * minute)
    seat.touch()
    expect(seat.seat().state).toBe('locked')
  })

  test('at the end of the shift the code is asked for over the same sitting', () => {
    const { seat, passTime } = desk()
    const { sitting } = seat.take(arrives('alice'))
    for (let i = 0; i < 12 * 60; i += 5) {
      seat.touch()
      passTime(5 * minute)
    }
    expect(seat.seat()).toMatchObject({ state: 'needs_second_factor', sitting })
    expect(seat.take({ type: 'second_factor_accepted' })).toMatchObject({ state: 'active', sitting })
  })

  test('an officer takes over from another in one step, at work or locked', () => {
    for (const lockedFirst of [true, false]) {
      const { seat, events } = desk()
      const { sitting } = seat.take(arrives('alice'))
      if (lockedFirst) seat.take({ type: 'lock', reason: 'officer' })
      expect(seat.take(arrives('bruno', true))).toMatchObject({ state: 'needs_second_factor', officer: 'bruno' })
      expect(seat.seat().sitting).toBeGreaterThan(sitting)
      expect(events.at(-1)).toEqual({ type: 'switched', from: 'alice', officer: 'bruno' })
    }
  })

  test('nobody at the desk, no timers', () => {
    const { seat, waiting } = desk()
    seat.take(arrives('alice'))
    expect(waiting()).toBe(2)
    seat.take({ type: 'sign_out' })
    expect(waiting()).toBe(0)
    expect(actingOfficer(seat.seat())).toMatchObject({ failure: { code: 'officers.not_signed_in' } })
  })
})

const anyInput: fc.Arbitrary<SeatInput> = fc.oneof(
  fc
    .record({ officer: fc.constantFrom('alice', 'bruno'), due: fc.boolean(), mustChange: fc.boolean() })
    .map(({ officer, due, mustChange }) => arrives(officer, due, mustChange)),
  fc.constantFrom<SeatInput>(
    { type: 'second_factor_accepted' },
    { type: 'password_changed' },
    { type: 'shift_ended' },
    { type: 'lock', reason: 'idle' },
    { type: 'sign_out' },
  ),
)

describe('whatever happens', () => {
  const walk = (
    inputs: SeatInput[],
    visit: (before: typeof emptySeat, input: SeatInput, after: typeof emptySeat) => void,
  ) =>
    void inputs.reduce((seat, input) => {
      const after = nextSeat(seat, input).seat
      visit(seat, input, after)
      return after
    }, emptySeat)

  test('only a password opens a locked or an empty seat', () => {
    fc.assert(
      fc.property(fc.array(anyInput), (inputs) =>
        walk(inputs, (before, input, after) => {
          const shut = before.state === 'locked' || before.state === 'signed_out'
          if (shut && input.type !== 'password_accepted') expect(['locked', 'signed_out']).toContain(after.state)
        }),
      ),
    )
  })

  test('nobody acts while a code or a password is due', () => {
    fc.assert(
      fc.property(fc.array(anyInput), (inputs) =>
        walk(inputs, (_, __, after) => {
          const due = after.secondFactorDue || after.mustChangePassword
          if (due || after.officer === null) expect(actingOfficer(after).ok).toBe(false)
        }),
      ),
    )
  })

  test('the sitting changes exactly when another officer sits down', () => {
    fc.assert(
      fc.property(fc.array(anyInput), (inputs) =>
        walk(inputs, (before, _, after) => {
          const arrived = after.officer !== null && after.officer !== before.officer
          expect(after.sitting).toBe(before.sitting + (arrived ? 1 : 0))
        }),
      ),
    )
  })
})

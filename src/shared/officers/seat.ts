import type { Uuid } from '../ports.ts'
import { fail, ok, type Result } from '../result.ts'

/**
 * Who sits at the desk: a pure state machine. Inputs come from the sign-in service, the idle timer and the officer;
 * what happened comes back as values for the log. The password is always checked before an input says so.
 */
export type SeatState = 'signed_out' | 'needs_second_factor' | 'must_change_password' | 'active' | 'locked'

export interface Seat {
  readonly state: SeatState
  /** Null only when signed out. */
  readonly officer: Uuid | null
  readonly mustChangePassword: boolean
  readonly secondFactorDue: boolean
  /**
   * Grows with every sign-in. A window keeps what is on its screen, under a cover, while this stays the same: a lock,
   * an unlock and the code of a new shift never discard what was typed.
   */
  readonly sitting: number
}

export type SeatInput =
  | {
      readonly type: 'password_accepted'
      readonly officer: Uuid
      readonly mustChangePassword: boolean
      readonly secondFactorDue: boolean
    }
  | { readonly type: 'second_factor_accepted' }
  | { readonly type: 'password_changed' }
  | { readonly type: 'shift_ended' }
  | { readonly type: 'lock'; readonly reason: LockReason }
  | { readonly type: 'sign_out' }

/** `system`: the computer slept or its screen was locked. */
export type LockReason = 'idle' | 'officer' | 'system'

export type SeatEvent =
  | { readonly type: 'signed_in' | 'signed_out' | 'unlocked' | 'second_factor_accepted'; readonly officer: Uuid }
  | { readonly type: 'switched'; readonly from: Uuid; readonly officer: Uuid }
  | { readonly type: 'locked'; readonly officer: Uuid; readonly reason: LockReason }

export interface SeatStep {
  readonly seat: Seat
  readonly events: readonly SeatEvent[]
}

export const emptySeat: Seat = {
  state: 'signed_out',
  officer: null,
  mustChangePassword: false,
  secondFactorDue: false,
  sitting: 0,
}

/** The seat after an input. An input that means nothing in this state (a second lock, say) changes nothing. */
export function nextSeat(seat: Seat, input: SeatInput): SeatStep {
  if (input.type === 'password_accepted') return sitDown(seat, input)
  if (seat.officer === null) return { seat, events: [] }
  switch (input.type) {
    case 'second_factor_accepted':
      return passSecondFactor(seat, seat.officer)
    case 'password_changed':
      return { seat: settle({ ...seat, mustChangePassword: false }), events: [] }
    case 'shift_ended':
      return { seat: settle({ ...seat, secondFactorDue: true }), events: [] }
    case 'lock':
      return lock(seat, seat.officer, input.reason)
    case 'sign_out':
      return {
        seat: { ...emptySeat, sitting: seat.sitting },
        events: [{ type: 'signed_out', officer: seat.officer }],
      }
  }
}

/**
 * The officer who may act now, or why nobody may.
 * Errors: officers.not_signed_in, officers.locked, officers.second_factor_due, officers.must_change_password.
 */
export function actingOfficer(seat: Seat): Result<Uuid> {
  if (seat.officer === null) return fail('officers.not_signed_in')
  if (seat.state === 'locked') return fail('officers.locked')
  if (seat.state === 'needs_second_factor') return fail('officers.second_factor_due')
  if (seat.state === 'must_change_password') return fail('officers.must_change_password')
  return ok(seat.officer)
}

type PasswordAccepted = Extract<SeatInput, { type: 'password_accepted' }>

function sitDown(seat: Seat, input: PasswordAccepted): SeatStep {
  const { officer, mustChangePassword, secondFactorDue } = input
  const same = seat.officer === officer
  const sitting = same ? seat.sitting : seat.sitting + 1
  const taken = { ...seat, state: 'active' as const, officer, mustChangePassword, secondFactorDue, sitting }
  return { seat: settle(taken), events: arrival(seat, officer) }
}

function arrival(seat: Seat, officer: Uuid): readonly SeatEvent[] {
  if (seat.officer === null) return [{ type: 'signed_in', officer }]
  if (seat.officer !== officer) return [{ type: 'switched', from: seat.officer, officer }]
  return seat.state === 'locked' ? [{ type: 'unlocked', officer }] : []
}

function passSecondFactor(seat: Seat, officer: Uuid): SeatStep {
  if (seat.state !== 'needs_second_factor') return { seat, events: [] }
  return {
    seat: settle({ ...seat, secondFactorDue: false }),
    events: [{ type: 'second_factor_accepted', officer }],
  }
}

/** Every state but an empty seat can be locked; what was still due stays due. */
function lock(seat: Seat, officer: Uuid, reason: LockReason): SeatStep {
  if (seat.state === 'locked') return { seat, events: [] }
  return { seat: { ...seat, state: 'locked' }, events: [{ type: 'locked', officer, reason }] }
}

/** The state that follows from what is still due. A lock stays a lock until a password opens it. */
function settle(seat: Seat): Seat {
  if (seat.state === 'locked') return seat
  if (seat.secondFactorDue) return { ...seat, state: 'needs_second_factor' }
  return { ...seat, state: seat.mustChangePassword ? 'must_change_password' : 'active' }
}

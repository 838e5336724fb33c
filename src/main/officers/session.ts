import {
  emptySeat,
  type LockReason,
  nextSeat,
  type Seat,
  type SeatEvent,
  type SeatInput,
} from '../../shared/officers/seat.ts'
import type { Clock, Timers } from '../../shared/ports.ts'

export interface SessionPorts {
  readonly timers: Timers
  readonly clock: Clock
  /** Milliseconds without a key or the mouse after which the desk locks. Asked anew each time: it is a setting. */
  idleMs(): number
  /** Milliseconds until the second factor of the officer at the desk is due again. */
  shiftLeftMs(seat: Seat): number
  /** What happened, for the log and the window. Called after the seat has changed. */
  happened(seat: Seat, events: readonly SeatEvent[]): void
}

export interface Session {
  seat(): Seat
  /** Moves the seat on; see `nextSeat`. Gives back the new seat. */
  take(input: SeatInput): Seat
  /** The officer pressed a key or moved the mouse: puts the idle lock off. */
  touch(): void
  /** Ends the timers, at the end of the program. */
  close(): void
}

/**
 * The seat with its two timers: the idle lock and the end of the shift. Locking only covers the screen; the desk
 * stays open, and jobs, sync and printing go on.
 */
export function session(ports: SessionPorts): Session {
  const { timers, clock } = ports
  let seat = emptySeat
  let lastTouch = clock.now()
  const idle = restartable(timers)
  const shift = restartable(timers)

  const take = (input: SeatInput): Seat => {
    const step = nextSeat(seat, input)
    const changed = step.seat !== seat
    seat = step.seat
    if (changed) restartTimers()
    if (changed || step.events.length > 0) ports.happened(seat, step.events)
    return seat
  }

  const lock = (reason: LockReason) => take({ type: 'lock', reason })

  const restartTimers = () => {
    lastTouch = clock.now()
    idle.stop()
    shift.stop()
    if (seat.officer === null || seat.state === 'locked') return
    idle.start(ports.idleMs(), () => lock('idle'))
    if (seat.state === 'active') shift.start(ports.shiftLeftMs(seat), () => take({ type: 'shift_ended' }))
  }

  const touch = () => {
    if (seat.officer === null || seat.state === 'locked') return
    // A computer that slept wakes with its timers where they were: the clock tells.
    if (clock.now() - lastTouch > ports.idleMs()) {
      lock('system')
      return
    }
    lastTouch = clock.now()
    idle.start(ports.idleMs(), () => lock('idle'))
  }

  return {
    seat: () => seat,
    take,
    touch,
    close: () => {
      idle.stop()
      shift.stop()
    },
  }
}

function restartable(timers: Timers) {
  let cancel: (() => void) | null = null
  const stop = () => {
    cancel?.()
    cancel = null
  }
  return {
    stop,
    start: (ms: number, fn: () => void) => {
      stop()
      cancel = timers.after(Math.max(0, ms), fn)
    },
  }
}

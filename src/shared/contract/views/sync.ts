import type { Failure } from '../../errors.ts'

/** Where this desk stands with the central service. */
export interface SyncView {
  /**
   * `no_central`: none is set up. `awaiting_approval`: a second officer has to approve the desk. `settling`: sending or
   * fetching, or about to. `settled`: everything is sent. `offline`: tried again by itself. `stopped`: somebody has to act.
   */
  readonly state: 'no_central' | 'awaiting_approval' | 'settling' | 'settled' | 'offline' | 'paused' | 'stopped'
  /** Own events that the central has not placed. */
  readonly waiting: number
  readonly address?: string
  /** This desk as the central names it: UUID. */
  readonly device?: string
  /** ISO instant of the last complete round. */
  readonly settledAt?: string
  readonly problem?: Failure
  /** Nothing was settled for an hour. */
  readonly stale?: boolean
  /** Days for which the desk may go on without the central. */
  readonly daysLeft?: number
  /** How many minutes this desk's clock is ahead (negative: behind), where it is more than two. */
  readonly clockOffMinutes?: number
}

/** A desk of the office, as the central knows it. */
export interface OfficeDesk {
  readonly device: string
  /** The one that asks. */
  readonly own: boolean
  /** `waiting`: for a second officer. `revoked`: it wipes itself when it is next heard of. */
  readonly status: 'waiting' | 'active' | 'revoked'
  /** ISO instants: when it asked to be enrolled, and when it was last heard of. */
  readonly enrolled: string
  readonly seen?: string
}

import type { Failure } from '../../errors.ts'

/** Where this desk stands with the central service. */
export interface SyncView {
  /**
   * `no_central`: none is set up. `not_enrolled`: the desk has a new identity, which its central does not know. `awaiting_approval`: a second officer has to approve the desk. `settling`: sending or
   * fetching, or about to. `settled`: everything is sent. `offline`: tried again by itself. `stopped`: somebody has to act.
   */
  readonly state:
    | 'no_central'
    | 'not_enrolled'
    | 'awaiting_approval'
    | 'settling'
    | 'settled'
    | 'offline'
    | 'paused'
    | 'stopped'
  /** The central is for practice: nobody in it is real. */
  readonly practice?: true
  /** Own events that the central has not placed. */
  readonly waiting: number
  /** Some of them rest on the work of this desk (UUID), or of another office (`other_office`), which the central lacks: they go out behind it. */
  readonly waitsFor?: string
  /** The central does not know this desk as it is, or not at all: an administrator may enrol it, also at another address. */
  readonly mayEnrol?: true
  readonly address?: string
  /** Certificates (PEM) that it trusts for that address; where it may be enrolled. */
  readonly ca?: string
  /** This desk as the central names it: UUID. */
  readonly device?: string
  /** ISO instant of the last complete round. */
  readonly settledAt?: string
  readonly problem?: Failure
  readonly blobs?: BlobsView
  /** Nothing was settled for an hour. */
  readonly stale?: boolean
  /** Days for which the desk may go on without the central. */
  readonly daysLeft?: number
  /** The trust bundle that this desk goes by, and why a newer one was not taken. */
  readonly trust?: TrustAge
  readonly trustProblem?: Failure
  /** The days are over: nothing of the record is shown until the central was reached. */
  readonly ended?: boolean
  /** How many minutes this desk's clock is ahead (negative: behind), where it is more than two. */
  readonly clockOffMinutes?: number
}

/** How old a trust bundle is. */
export interface TrustAge {
  readonly version: number
  readonly days: number
  /** ISO date by which the next one is due; `late` after it. */
  readonly nextUpdate: string
  readonly late: boolean
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

/** Pictures and papers on their way. */
export interface BlobsView {
  /** Here, and not known to be at the central; with their bytes. */
  readonly out: number
  readonly outBytes: number
  /** Named here, and not here: at most 10,000 are counted. */
  readonly in: number
  /** Photos wait until an officer lets them go; papers and small pictures travel. */
  readonly photosLater: boolean
  /** Why they do not travel, where the rest does. */
  readonly problem?: Failure
}

/** A desk of the office to which a claim can be carried. */
export interface DeskChoice {
  readonly device: string
  /** ISO instant at which it was set up. */
  readonly since: string
}

/** What a case bundle brought. */
export interface CarriedView {
  readonly claimId: string
  /** New events; none when everything was here. */
  readonly events: number
  readonly files: number
}

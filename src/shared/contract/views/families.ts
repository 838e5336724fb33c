import type { FamilyGroup } from '../../domain/family.ts'
import type { Lane } from '../../domain/lane.ts'
import type { PortalTask } from '../../domain/portal-tasks.ts'
import type { HallMember } from './hall.ts'

/** A claim's family and its lane. */

export type { FamilyGroup }

export interface FamilyMember extends HallMember {
  readonly birthDate?: string
  /** Whole years, where the birth date is known. */
  readonly age?: number
  readonly minor: boolean
  /** Groups of answers said to differ from the family's. */
  readonly differs: readonly FamilyGroup[]
  /** Groups of answers that are not the same as this claim's, said so or not. */
  readonly apart: readonly FamilyGroup[]
  /** Decided: only where to reach the person still follows the family. */
  readonly closed: boolean
}

export interface FamilyView {
  readonly familyId: string
  /** The party in the waiting room from which it came, while it is there. */
  readonly arrival?: { readonly id: string; readonly unopened: number }
  /** This claim too, the principal claimant's first. */
  readonly members: readonly FamilyMember[]
}

export interface LaneView {
  /** The lane that counts now. */
  readonly lane: Lane
  /** The last word on it; absent: no triage yet. */
  readonly triage?: {
    readonly lane: Lane
    readonly lowRisk: boolean
    readonly lowNeed: boolean
    readonly reason: string
    readonly by: string
    readonly at: string
  }
  /** What is left to the portal, each with its due day. */
  readonly tasks: readonly PortalTask[]
}

import type { Bilingual } from '../../language.ts'
import type { CheckId } from '../checks.ts'
import type { MetricId } from '../metrics.ts'
import type { PhotoProfile } from '../profiles.ts'
import type { ReasonCode } from '../reasons.ts'
import type { Bounds } from '../report.ts'

/** Where a limit comes from: the service's own statement (2020), the law, later practice, or our own measurements. */
export interface Source {
  readonly basis: 'service' | 'law' | 'practice' | 'reasoned'
  readonly citation: Bilingual
}

/** Outside of `review` an officer looks at it; outside of `return` a return is proposed. */
export interface Limits {
  readonly review?: Bounds
  readonly return?: Bounds
}

/** The limits of one metric within a check. */
export interface MetricRule extends Limits {
  readonly source: Source
  /** Instead, for infants. */
  readonly infants?: Limits
}

export interface CheckRule {
  /** The worst of these readings decides. */
  readonly metrics: Readonly<Partial<Record<MetricId, MetricRule>>>
  /** What a return for it would say. */
  readonly code?: ReasonCode
  /** A photo on which it could not be assessed is looked at by an officer. */
  readonly required?: boolean
}

export interface PhotoPolicy {
  readonly profile: PhotoProfile
  /** Day and revision; a report names the version it was judged by. */
  readonly version: string
  readonly title: Bilingual
  /** The frame that is printed, millimetres and dots an inch. */
  readonly print: { readonly widthMm: number; readonly heightMm: number; readonly dpi: number; readonly source: Source }
  /** Pixels and head are those of the whole picture, or of the frame of the printed shape that is cut from it. */
  readonly of: 'picture' | 'frame'
  /** Younger persons than this, in whole months, are judged by `infants` where a rule has it. */
  readonly infants: { readonly underMonths: number; readonly source: Source }
  readonly checks: Readonly<Record<CheckId, CheckRule>>
}

/** What the desk and the worker of the photo checks say to each other. */
import type { GuideReading } from '../../shared/photos/guide.ts'
import type { Result } from '../../shared/result.ts'
import type { IntakeLimits } from './intake.ts'
import type { GuideFrame } from './measure/guide.ts'
import type { MeasuredPhoto } from './measure/measure.ts'

export type WorkerTask =
  | { readonly kind: 'measure'; readonly photo: Uint8Array; readonly limits: IntakeLimits }
  | { readonly kind: 'guide'; readonly frame: GuideFrame }

export type WorkerAnswer = Result<MeasuredPhoto> | Result<GuideReading>

/** One photo from bytes to report: taken in, measured, judged. What the command line does, and the desk in steps. */
import { composeReport } from '../../shared/photos/compose.ts'
import { type Measures, onlyDecoded } from '../../shared/photos/measures.ts'
import { deskLimits, type PhotoPolicy } from '../../shared/photos/policy.ts'
import type { Arrival, PhotoReport, Timings } from '../../shared/photos/report.ts'
import { ok, type Result } from '../../shared/result.ts'
import { decode } from './decode.ts'
import { type Decode, type IntakeLimits, type TakenPhoto, takeIn } from './intake.ts'

/** What measures a cleaned photo; `photo.*` failures are values. The engine of the desk is one. */
export interface Measuring {
  about(): { readonly version: string; readonly models: Readonly<Record<string, string>> }
  measure(
    clean: Uint8Array,
    options: { readonly signal?: AbortSignal; readonly limits?: IntakeLimits },
  ): Promise<Result<{ readonly measures: Measures; readonly timingsMs: Timings }>>
}

export interface CheckGiven {
  readonly policy: PhotoPolicy
  readonly arrival: Arrival
  /** Null: only the file is judged, every other check is not assessed. */
  readonly engine: Measuring | null
  /** Milliseconds of any clock that only runs forward. */
  readonly stopwatch: () => number
  readonly limits?: IntakeLimits
  readonly signal?: AbortSignal
}

export interface CheckedPhoto {
  readonly report: PhotoReport
  /** Not part of the report, which is the same for the same bytes. */
  readonly timingsMs: Timings
  readonly photo: TakenPhoto
}

/** The whole report of a photo. Fails as `takeIn` does, and as the engine does; any bytes give an answer. */
export async function checkPhoto(bytes: Uint8Array, given: CheckGiven): Promise<Result<CheckedPhoto>> {
  const { policy, arrival, engine, stopwatch, limits = deskLimits, signal } = given
  const start = stopwatch()
  let measured: { measures: Measures; timingsMs: Timings } | null = null
  /** The engine decodes every pixel itself: it is not done twice. */
  const byEngine =
    (measuring: Measuring): Decode =>
    async (clean) => {
      const answer = await measuring.measure(clean, { limits, ...(signal ? { signal } : {}) })
      if (!answer.ok) return answer
      measured = answer.value
      return ok(answer.value.measures.decoded)
    }
  const photo = await takeIn(bytes, policy, engine ? byEngine(engine) : decode, { ...arrival, limits })
  if (!photo.ok) return photo
  const { measures, timingsMs } = measured ?? { measures: onlyDecoded(photo.value.decoded), timingsMs: {} }
  const report = composeReport(measures, photo.value.file, arrival, engine?.about() ?? null, policy)
  return ok({ report, timingsMs: { ...timingsMs, total: stopwatch() - start }, photo: photo.value })
}

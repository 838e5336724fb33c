/** The check of a photo as the desk makes it, for benchmarks and gates: taken in, measured by the engine, judged. */
import type { PhotoEngine } from '../../src/main/photos/engine.ts'
import { takeIn } from '../../src/main/photos/intake.ts'
import type { MeasuredPhoto } from '../../src/main/photos/measure/measure.ts'
import { composeReport } from '../../src/shared/photos/compose.ts'
import { photoPolicies } from '../../src/shared/photos/policy.ts'
import type { PhotoReport, Timings } from '../../src/shared/photos/report.ts'
import { ok, unwrap } from '../../src/shared/result.ts'

const policy = photoPolicies['pr-card']
/** One day for all, and nobody says when a photo was taken. */
const arrival = { today: '2026-11-26' }

/** Report by the card's policy, and times; throws for a file that cannot be opened. */
export const checkWith =
  (engine: PhotoEngine) =>
  async (bytes: Uint8Array): Promise<{ report: PhotoReport; timingsMs: Timings }> => {
    const measured: MeasuredPhoto[] = []
    const taken = await takeIn(
      bytes,
      policy,
      async (clean) => {
        const answer = await engine.measure(clean)
        if (!answer.ok) return answer
        measured.push(answer.value)
        return ok(answer.value.measures.decoded)
      },
      arrival,
    )
    const { file } = unwrap(taken)
    const [{ measures, timingsMs }] = measured as [MeasuredPhoto]
    return { report: composeReport(measures, file, arrival, engine.about(), policy), timingsMs }
  }

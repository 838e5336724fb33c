/** What the desk and the worker that looks at papers say to each other. */
import type { Result } from '../../shared/result.ts'
import type { Profile } from '../../shared/seal/profiles.ts'
import type { SeenPaper } from '../seals/see-paper.ts'

export interface PaperTask {
  readonly kind: 'paper'
  /** PDF, PNG or JPEG. */
  readonly file: Uint8Array
  readonly profiles: readonly Profile[]
  /** ISO date. */
  readonly today: string
}

export type ReadingTask = PaperTask
export type ReadingAnswer = Result<SeenPaper>

/** Draws papers in one long-lived worker thread, so that the desk answers meanwhile and keeps no fonts in its own memory. */
import { join } from 'node:path'
import type { Timers } from '../../../shared/ports.ts'
import { fail, type Result } from '../../../shared/result.ts'
import { pictures } from '../../photos/decode.ts'
import { startThread } from '../../thread.ts'
import type { RenderedDocument } from '../render.ts'
import type { DrawTask } from './draw.ts'

export interface DrawingEngine {
  /**
   * Draws one paper. Errors of the paper: those of `drawPaper`, and `documents.font_damaged`; of the work:
   * `documents.drawing_too_slow` and `documents.drawing_failed` (the worker is replaced), `documents.drawing_stopped`.
   */
  draw(task: DrawTask): Promise<Result<RenderedDocument>>
  /** Ends the worker; what waits is answered with `documents.drawing_stopped`. */
  close(): Promise<void>
}

export interface DrawingOptions {
  /** The folder of the fonts. */
  readonly assetsDir: string
  readonly timers: Timers
  /** A paper may take this long; then the worker is ended. */
  readonly timeoutSeconds?: number
  /** Told when the worker ended by a bug; the answer is `documents.drawing_failed`. */
  readonly onBug?: (bug: unknown) => void
  /** The worker's program, where it does not lie beside this one. */
  readonly workerFile?: string
}

const fromSource = import.meta.url.endsWith('.ts')
const besideThis = join(import.meta.dirname, fromSource ? 'drawing.worker.ts' : 'drawing.worker.js')

/** A page leaves little behind; more room for it than this only delays the collection: 100 MB of a day's batch. */
const youngMegabytes = 8

/** Gives the engine; its worker starts with the first paper. */
export function startDrawingEngine(options: DrawingOptions): DrawingEngine {
  const { assetsDir, timers, timeoutSeconds = 60, onBug, workerFile = besideThis } = options
  const thread = startThread<DrawTask, Result<RenderedDocument>>({
    file: workerFile,
    data: { assetsDir },
    name: 'The worker that draws papers',
    ...{ timers, timeoutSeconds, onBug, youngMegabytes },
    cancelled: fail('documents.drawing_stopped'),
    late: fail('documents.drawing_too_slow', { seconds: timeoutSeconds }),
    failed: fail('documents.drawing_failed'),
    beforeStart: () => void pictures(),
  })
  return { draw: (task) => thread.ask(task), close: thread.close }
}

/** Looks at pictures of papers in one long-lived worker thread, so that the desk answers meanwhile. */
import { join } from 'node:path'
import type { Timers } from '../../shared/ports.ts'
import { fail, type Result } from '../../shared/result.ts'
import { pictures } from '../photos/decode.ts'
import type { SeenPaper } from '../seals/see-paper.ts'
import { startThread } from '../thread.ts'
import type { DrawnPage, PageTask, PaperTask, ReadingAnswer, ReadingTask } from './words.ts'
import type { SeenZone } from './zone/see-zone.ts'

export interface ReadingEngine {
  /**
   * Finds the seal in a file and compares the paper with it. Errors of the file: `seal.file_kind`, `seal.file_damaged`;
   * of the work: `seal.took_too_long` and `seal.reading_failed` (the worker is replaced), `seal.stopped`.
   */
  paper(task: Omit<PaperTask, 'kind'>, signal?: AbortSignal): Promise<Result<SeenPaper>>
  /** Reads the zone of a passport or card in a picture of it. Errors: those of `seeZone`, and of the work as above. */
  zone(file: Uint8Array, signal?: AbortSignal): Promise<Result<SeenZone>>
  /** Draws a page of a PDF. Errors: `record.file_damaged`, `record.no_such_page`, and of the work as above. */
  page(task: Omit<PageTask, 'kind'>, signal?: AbortSignal): Promise<Result<DrawnPage>>
  /** Ends the worker; what waits is answered with `seal.stopped`. */
  close(): Promise<void>
}

export interface ReadingOptions {
  /** The folder of the fonts and models. */
  readonly assetsDir: string
  readonly timers: Timers
  /** A file may take this long in all; then the worker is ended. */
  readonly timeoutSeconds?: number
  /** Told when the worker ended by a bug; the answer is `seal.reading_failed`. */
  readonly onBug?: (bug: unknown) => void
  /** The worker's program, where it does not lie beside this one. */
  readonly workerFile?: string
}

const fromSource = import.meta.url.endsWith('.ts')
const besideThis = join(import.meta.dirname, fromSource ? 'reading.worker.ts' : 'reading.worker.js')

/** Gives the engine; its worker starts with the first task. */
export function startReadingEngine(options: ReadingOptions): ReadingEngine {
  const { assetsDir, timers, timeoutSeconds = 60, onBug, workerFile = besideThis } = options
  const thread = startThread<ReadingTask, ReadingAnswer>({
    file: workerFile,
    data: { assetsDir },
    name: 'The worker that looks at papers',
    ...{ timers, timeoutSeconds, onBug },
    cancelled: fail('seal.stopped'),
    late: fail('seal.took_too_long', { seconds: timeoutSeconds }),
    failed: fail('seal.reading_failed'),
    beforeStart: () => void pictures(),
  })
  return {
    paper: (task, signal) => thread.ask({ kind: 'paper', ...task }, { signal }) as Promise<Result<SeenPaper>>,
    zone: (file, signal) => thread.ask({ kind: 'zone', file }, { signal }) as Promise<Result<SeenZone>>,
    page: (task, signal) => thread.ask({ kind: 'page', ...task }, { signal }) as Promise<Result<DrawnPage>>,
    close: thread.close,
  }
}

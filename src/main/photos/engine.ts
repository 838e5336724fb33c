/** The engine of the photo checks: one long-lived worker thread, started when needed, replaced when it fails. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { GuideReading } from '../../shared/photos/guide.ts'
import { deskLimits } from '../../shared/photos/policy.ts'
import type { Timers } from '../../shared/ports.ts'
import { fail, type Result } from '../../shared/result.ts'
import { startThread } from '../thread.ts'
import { pictures } from './decode.ts'
import type { IntakeLimits } from './intake.ts'
import type { GuideFrame } from './measure/guide.ts'
import type { MeasuredPhoto } from './measure/measure.ts'
import type { WorkerAnswer, WorkerTask } from './worker-words.ts'

/** Changes with anything that changes a measure: reports name it. */
export const engineVersion = '2026-11-27.1'

/** The camera's frames, the photo that an officer waits for, those that come next, and everything else. */
const priorities = ['guide', 'officer', 'ahead', 'batch'] as const
export type PhotoPriority = Exclude<(typeof priorities)[number], 'guide'>

export interface PhotoEngine {
  /** What a report was made with: version, and SHA-256 of every model by file. */
  about(): { readonly version: string; readonly models: Readonly<Record<string, string>> }
  /** Resolves when the worker has loaded its models; starts it if it is not there. */
  ready(): Promise<void>
  /**
   * Measures a cleaned JPEG or PNG. Fails with `photo.unreadable`, `photo.truncated`, `photo.too_many_pixels`,
   * `photo.timeout` (the worker is replaced), `photo.engine_failed` (likewise) or `photo.cancelled`.
   */
  measure(photo: Uint8Array, options?: MeasureOptions): Promise<Result<MeasuredPhoto>>
  /** Reads one frame of the camera, about 320 pixels long; before anything else that waits. Fails as `measure` does. */
  guide(frame: GuideFrame, options?: { readonly signal?: AbortSignal }): Promise<Result<GuideReading>>
  /** Ends the worker; what waits is answered with `photo.cancelled`. */
  close(): Promise<void>
}

export interface MeasureOptions {
  /** By default `officer`. */
  readonly priority?: PhotoPriority
  readonly signal?: AbortSignal
  readonly limits?: IntakeLimits
}

export interface EngineOptions {
  /** The folder of the fonts and models. */
  readonly assetsDir: string
  readonly timers: Timers
  /** A picture may take this long in all; then the worker is ended. By default twice the decoder's own limit. */
  readonly timeoutSeconds?: number
  /** Told when the worker ended by a bug; the picture's answer is `photo.engine_failed`. */
  readonly onBug?: (bug: unknown) => void
  /** The worker's program, where it does not lie beside this one. */
  readonly workerFile?: string
}

const fromSource = import.meta.url.endsWith('.ts')
const besideThis = join(import.meta.dirname, fromSource ? 'photo.worker.ts' : 'photo.worker.js')

/** Gives the engine; its worker starts with the first task, or with `ready`. */
export function startPhotoEngine(options: EngineOptions): PhotoEngine {
  const { assetsDir, timers, timeoutSeconds = 2 * deskLimits.timeoutSeconds, onBug, workerFile = besideThis } = options
  const thread = startThread<WorkerTask, WorkerAnswer>({
    file: workerFile,
    data: { assetsDir },
    name: 'The worker of the photo checks',
    ...{ timers, timeoutSeconds, onBug },
    cancelled: fail('photo.cancelled'),
    late: fail('photo.timeout', { seconds: timeoutSeconds }),
    failed: fail('photo.engine_failed'),
    beforeStart: () => void pictures(),
  })
  const ask = (task: WorkerTask, priority: (typeof priorities)[number], signal?: AbortSignal) =>
    thread.ask(task, { rank: priorities.indexOf(priority), signal })
  return {
    about: () => ({ version: engineVersion, models: modelSums(assetsDir) }),
    ready: thread.ready,
    measure: (photo, { priority = 'officer', signal, limits = deskLimits } = {}) =>
      ask({ kind: 'measure', photo, limits }, priority, signal) as Promise<Result<MeasuredPhoto>>,
    guide: (frame, { signal } = {}) => ask({ kind: 'guide', frame }, 'guide', signal) as Promise<Result<GuideReading>>,
    close: thread.close,
  }
}

/** SHA-256 by file, as vetted; the worker refuses files that differ. */
function modelSums(assetsDir: string): Readonly<Record<string, string>> {
  const lines = readFileSync(join(assetsDir, 'models', 'SHA256SUMS'), 'utf8')
    .trim()
    .split('\n')
  return Object.fromEntries(lines.map((line) => line.split(/\s+/).toReversed()))
}

import type { AnyRouter } from '@orpc/server'
import type { Clock, Random, Step, Timers } from '../shared/ports.ts'
import { replayClock } from './demo/seed-clock.ts'
import type { DrawingEngine } from './documents/drawing/engine.ts'
import type { Argon2Cost } from './officers/ports.ts'
import type { PhotoMeasurer } from './photos/review/checker.ts'
import type { Ports } from './ports/types.ts'
import type { ReadingEngine } from './reading/engine.ts'
import { paperReading } from './reading/paper-reading.ts'
import { createRouter } from './router/index.ts'
import { scheduleJobs } from './schedule/jobs.ts'
import { startPhotoJobs } from './schedule/photo-jobs.ts'
import { createCore } from './seat/core.ts'
import { resumeWipe } from './seat/wipe.ts'
import { createSync } from './sync/engine.ts'
import type { Http } from './sync/http.ts'

/** What a host gives to the desk. */
export interface DeskOptions {
  readonly host: 'electron' | 'browser'
  /** Version of the program, such as `0.1.0`. */
  readonly version: string
  /** The folder of the store; made by the host, mode 0700. */
  readonly dataDir: string
  /** The folder that holds `fonts` and `models`. */
  readonly assetsDir: string
  readonly demo: boolean
  /** A kiosk: few roles may sit down, it is neither set up nor restored there, nothing is saved to its disk. */
  readonly kiosk?: boolean
  readonly clock: Clock
  readonly random: Random
  readonly timers: Timers
  readonly ports: Ports
  /**
   * Called when nobody may act at the desk any more, or another officer: lock, sign-out, end of the shift, switch. The
   * host then withdraws what it still holds ready for the window.
   */
  readonly seatLeft?: () => void
  /** Faults of tests; without it every step just runs. */
  readonly step?: Step
  /** How many claims the demo has, when it is founded; a few hundred when left out. */
  readonly demoClaims?: number
  /** What measures photos, made with the first one; without it no photo is checked by the machine. */
  readonly photoEngine?: () => PhotoMeasurer
  /** What looks at pictures of papers, made with the first one; without it they are looked at in the desk's own thread. */
  readonly readingEngine?: () => ReadingEngine
  /** What draws papers, made with the first one; without it they are drawn in the desk's own thread. */
  readonly drawingEngine?: () => DrawingEngine
  /** The way to the central service; Node's own when left out. */
  readonly http?: Http
  /** From so many events of its office on, a desk that joins takes a snapshot; tests take a few. */
  readonly snapshotFrom?: number
  /** Cost of the password derivation; tests take a low one. */
  readonly passwordCost?: Argon2Cost
}

/** The running desk. */
export interface Desk {
  /** Implements the contract of src/shared/contract/desk.ts. */
  readonly router: AnyRouter
  /** The computer's screen was locked or it goes to sleep: the desk locks at once. Nothing while nobody is at it. */
  lock(): void
  /** Ends jobs and closes the store. Afterwards no call is answered. */
  close(): Promise<void>
}

/**
 * The composition root: builds the services and hands them to a host. Read this first.
 * A call goes: contract -> router (who may, what was viewed) -> command or query -> store.
 */
export async function createDesk(options: DeskOptions): Promise<Desk> {
  const clock = replayClock(options.clock)
  const core = createCore(options.demo ? { ...options, clock } : options)
  // A desk that was revoked opens nothing any more; what cannot be destroyed now is tried again by the next start.
  if (!options.demo) resumeWipe(core)
  // The made-up office is read by the demo alone.
  const demo = options.demo ? await import('./demo/open.ts') : undefined
  const seeding = await demo?.openDemo(core, clock, options.demoClaims)
  const jobs = scheduleJobs(core)
  const reading = paperReading(options)
  const photoJobs = startPhotoJobs(core, options.photoEngine, reading, seeding?.over)
  const sync = createSync(core, options.http)
  core.showSync(sync.view)
  sync.start()
  return {
    router: createRouter(core, photoJobs, reading, sync),
    lock() {
      core.session.take({ type: 'lock', reason: 'system' })
    },
    async close() {
      jobs.stop()
      await sync.stop()
      await photoJobs.stop()
      await reading.close()
      try {
        await seeding?.stop()
      } finally {
        await core.close()
      }
    },
  }
}

import { fail, ok } from '../../../shared/result.ts'
import type { Practice } from '../../ports/types.ts'
import { reportBug } from '../bugs.ts'

/** A practice desk that this host serves beside the real one: another folder, another port, another token. */
export interface PracticeHost extends Practice {
  /** Stops it, if it ever ran. */
  close(): Promise<void>
}

interface Served {
  readonly url: string
  close(): Promise<void>
}

/** `serve` starts the demo in the practice folder; it is called once, by the first who wants to practise. */
export function createPractice(serve: () => Promise<Served>): PracticeHost {
  let running: Promise<Served> | undefined
  return {
    async open() {
      running ??= serve()
      try {
        return ok({ by: 'window', address: (await running).url })
      } catch (error) {
        running = undefined // the next press tries again
        reportBug(error)
        return fail('host.practice_failed')
      }
    },
    async close() {
      const served = await running?.catch(() => undefined)
      await served?.close()
    },
  }
}

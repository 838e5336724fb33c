import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { app } from 'electron'
import { fail, ok } from '../../../shared/result.ts'
import type { Practice } from '../../ports/types.ts'
import { practiceArgs } from '../practice.ts'

/**
 * Practice in a program of its own: the same installed program once more, as a demo, on the folder beside the real one.
 * Pressed twice, the second start shows the window of the first.
 */
export const electronPractice = (dataDir: string): Practice => ({
  async open() {
    const program = app.isPackaged ? [] : [app.getAppPath()]
    const child = spawn(process.execPath, [...program, ...practiceArgs(dataDir)], { detached: true, stdio: 'ignore' })
    try {
      await once(child, 'spawn')
      child.unref()
      return ok({ by: 'done' })
    } catch {
      return fail('host.practice_failed')
    }
  },
})

/**
 * What a pull costs the desk alone: the same recorded answers of a central into a copy of the same desk. For two programs
 * in turns on a machine where other work runs, which the whole benchmark cannot compare.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Store } from '../../../src/main/store/types.ts'
import { startCentralProcess } from './central.ts'
import { clientOf, settle } from './client.ts'
import { openDesk } from './desk.ts'
import { enter, startDesks } from './ours.ts'
import { answersIn, replaying } from './recorded.ts'

const phases = ['opened', 'names', 'documents', 'edits', 'more edits'] as const
const writing = { opened: 'openCases', names: 'writeNames', documents: 'writeDocuments', edits: 'writeEdits' } as const

/** Seconds of CPU of the desk, by phase, and the longest that one page held it, ms. */
export type PagesReport = Readonly<Record<string, { readonly cpu: number; readonly longest: number }>>

/** Records where that was not done in this folder, and pulls what is recorded. */
export async function benchPages(folder: string, count: number, say: (line: string) => void): Promise<PagesReport> {
  if (!existsSync(join(folder, 'desk'))) await record(folder, count, say)
  const place = mkdtempSync(join(tmpdir(), 'passerelle-pages-'))
  cpSync(join(folder, 'desk'), join(place, 'b'), { recursive: true })
  const store = openDesk(join(place, 'b'))
  try {
    const report: Record<string, { cpu: number; longest: number }> = {}
    for (const phase of phases) {
      const answers = answersIn(fileOf(folder, phase))
      const client = clientOf(store, 'http://127.0.0.1', replaying(answers))
      let longest = 0
      const timed = {
        ...store,
        sync: {
          ...store.sync,
          settle: (page: Parameters<Store['sync']['settle']>[0]) => {
            const began = performance.now()
            const settled = store.sync.settle(page)
            longest = Math.max(longest, performance.now() - began)
            return settled
          },
        },
      }
      const before = process.cpuUsage()
      await settle(timed, client)
      const { user, system } = process.cpuUsage(before)
      if (answers.length > 0) throw new Error(`${phase}: ${answers.length} answers were not asked for`)
      report[phase] = { cpu: (user + system) / 1e6, longest: Math.round(longest) }
    }
    return report
  } finally {
    store.close()
    rmSync(place, { recursive: true, force: true })
  }
}

async function record(folder: string, count: number, say: (line: string) => void): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  const central = await startCentralProcess(folder)
  const desks = startDesks(folder, central)
  try {
    for (const desk of ['a', 'b']) await enter(desks, central, desk)
    await desks.act('settle', { desk: 'a' })
    cpSync(join(folder, 'b'), join(folder, 'desk'), { recursive: true })
    for (const [round, phase] of phases.entries()) {
      say(phase)
      await desks.act(phase in writing ? writing[phase as keyof typeof writing] : 'writeEdits', { count, round })
      await desks.act('settle', { desk: 'a' })
      await desks.act('settle', { desk: 'b', kept: fileOf(folder, phase) })
    }
  } finally {
    await desks.end()
    await central.stop()
  }
}

const fileOf = (folder: string, phase: string): string => join(folder, `${phase}.answers`)

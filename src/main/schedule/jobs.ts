import { lastBackup } from '../office/change-settings.ts'
import { settingsOf } from '../office/settings.ts'
import type { Core } from '../seat/core.ts'
import { runBackup } from './backup.ts'

/** Work that the desk does by itself. A desk may sleep for days, so jobs ask what is due instead of waiting for an hour. */
const everyMs = 15 * 60_000
const dayMs = 24 * 3_600_000

export interface Jobs {
  stop(): void
}

export function scheduleJobs(core: Core): Jobs {
  const { timers } = core.options
  let cancel = () => {}
  const again = () => {
    cancel = timers.after(everyMs, () => {
      void backupIfDue(core).finally(again)
    })
  }
  again()
  return { stop: () => cancel() }
}

/** A backup every day, if a folder was chosen and the desk is open. What became of it is remembered and shown. */
async function backupIfDue(core: Core): Promise<void> {
  const desk = core.opened()
  const device = desk?.store.identity()?.device
  if (!desk || !device || !settingsOf(desk.store).backupFolder) return
  const last = lastBackup(desk.store)
  const age = last?.ok ? core.options.clock.now() - Date.parse(last.at) : dayMs
  // A clock set back makes the last backup lie in the future: then too it is time for one.
  if (age >= dayMs || age < 0) await runBackup(core, desk, device)
}

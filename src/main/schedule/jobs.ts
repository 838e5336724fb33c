import type { Result } from '../../shared/result.ts'
import { lapseOffers } from '../appointments/book.ts'
import { remindOfDeadlines } from '../casework/reminders.ts'
import { sendTemporaryLetters } from '../casework/temporary-letter.ts'
import { confirmationRound } from '../confirmations/rounds.ts'
import { loadFonts } from '../documents/load-fonts.ts'
import type { PaperTools } from '../documents/rendering.ts'
import { lastBackup } from '../office/change-settings.ts'
import { settingsOf } from '../office/settings.ts'
import { tellOfAppointments } from '../portal/appointment-notices.ts'
import type { Core, OpenDesk } from '../seat/core.ts'
import { runBackup } from './backup.ts'
import { rememberBackup } from './backup-health.ts'
import { settleReviews } from './reviews.ts'
import { rewriteTaken } from './taken-tables.ts'
import { removeUnnamedIfDue } from './unnamed-blobs.ts'

/** Work that the desk does by itself. A desk may sleep for days, so jobs ask what is due instead of waiting for an hour. */
const everyMs = 15 * 60_000
const dayMs = 24 * 3_600_000

export interface Jobs {
  stop(): void
}

export function scheduleJobs(core: Core): Jobs {
  const { timers } = core.options
  const fonts = loadFonts(core.options.assetsDir)
  let stopped = false
  let cancel = () => {}
  const again = () => {
    if (!stopped) cancel = timers.after(everyMs, () => void turnOf(core, fonts).then(again))
  }
  again()
  return {
    stop() {
      stopped = true
      cancel()
    },
  }
}

async function turnOf(core: Core, fonts: PaperTools['fonts']): Promise<void> {
  await backupIfDue(core)
  await tidyIfDue(core)
  await reviewsIfOpen(core)
  await remindOf(core, 'confirmations', confirmationRound)
  await remindOf(core, 'deadlines', remindOfDeadlines)
  await remindOf(core, 'appointments', tellOfAppointments)
  await remindOf(core, 'temporary_letters', (desk, device) =>
    sendTemporaryLetters({ ...desk, fonts, drawing: core.drawing, specimen: core.options.demo }, device),
  )
  lapseIfDue(core)
  await rewriteIfTaken(core)
}

/** Reviews whose claims changed elsewhere: they pause and go on by themselves. */
async function reviewsIfOpen(core: Core): Promise<void> {
  const desk = core.opened()
  if (!desk || desk.store.status().rebuilding) return
  try {
    await desk.during(() => settleReviews(desk))
  } catch (bug) {
    const reason = bug instanceof Error ? bug.name : 'unknown'
    const actor = desk.store.identity()?.device ?? ''
    desk.store.access.note({ actor, act: 'job_failed', details: { job: 'reviews', reason } })
  }
}

/** Tables that came from another desk: what cannot be done this night waits for the next. */
async function rewriteIfTaken(core: Core): Promise<void> {
  const desk = core.opened()
  const actor = desk?.store.identity()?.device
  if (!desk || !actor || desk.store.status().rebuilding) return
  try {
    await desk.during(() => rewriteTaken(desk, actor))
  } catch (bug) {
    const reason = bug instanceof Error ? bug.name : 'unknown'
    desk.store.access.note({ actor, act: 'job_failed', details: { job: 'snapshot_tables', reason } })
  }
}

/** Offers of appointments whose time is over: what they hold is free again, however long the desk slept. */
function lapseIfDue(core: Core): void {
  const desk = core.opened()
  const device = desk?.store.identity()?.device
  if (!desk || !device || desk.store.status().rebuilding) return
  // What cannot be written now, since the disk is full, waits for a later turn.
  lapseOffers(desk, device)
}

/** Pictures and papers that nothing names. What cannot be done now, since the desk closes or the disk is full, waits for a later turn. */
async function tidyIfDue(core: Core): Promise<void> {
  const desk = core.opened()
  if (!desk || desk.store.status().rebuilding) return
  const actor = desk.store.identity()?.device ?? ''
  try {
    const removed = await desk.during(() => removeUnnamedIfDue(desk))
    if (removed.ok && removed.value > 0)
      desk.store.access.note({ actor, act: 'tidied', details: { count: removed.value } })
  } catch (bug) {
    // A mistake of ours must not end the desk under an officer's hands: it stands in the access log.
    const reason = bug instanceof Error ? bug.name : 'unknown'
    desk.store.access.note({ actor, act: 'job_failed', details: { job: 'tidying', reason } })
  }
}

/** Reminders that are due: of confirmations of permanent residence, of the limits of claims. */
async function remindOf(
  core: Core,
  job: string,
  round: (desk: OpenDesk, device: string) => Result<number> | Promise<Result<number>>,
): Promise<void> {
  const desk = core.opened()
  const actor = desk?.store.identity()?.device
  if (!desk || !actor || desk.store.status().rebuilding) return
  try {
    // What the disk does not take now is due at the next turn as well.
    await desk.during(async () => round(desk, actor))
  } catch (bug) {
    const reason = bug instanceof Error ? bug.name : 'unknown'
    desk.store.access.note({ actor, act: 'job_failed', details: { job, reason } })
  }
}

/** A backup every day, if a folder was chosen and the desk is open; one that failed is tried again at the next turn. */
async function backupIfDue(core: Core): Promise<void> {
  const desk = core.opened()
  const device = desk?.store.identity()?.device
  if (!desk || !device || desk.store.status().rebuilding || !isDue(core, desk)) return
  try {
    await desk.during(() => runBackup(core, desk, device))
  } catch (bug) {
    // A mistake of ours must not end the desk under an officer's hands: it stands as a warning until a backup is good.
    const reason = bug instanceof Error ? bug.name : 'unknown'
    const attempt = { at: new Date(core.options.clock.now()).toISOString(), folder: '', ok: false }
    rememberBackup(desk.store, device, attempt, { code: 'store.backup_failed', params: { reason } })
  }
  core.watchers.tell(['status', 'settings'])
}

function isDue(core: Core, { store }: OpenDesk): boolean {
  if (!settingsOf(store).backupFolder) return false
  const last = lastBackup(store)
  if (!last?.ok) return true
  const age = core.options.clock.now() - Date.parse(last.at)
  // A clock set back makes the last backup lie in the future: then too it is time for one.
  return age >= dayMs || age < 0
}

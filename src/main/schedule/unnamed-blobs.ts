import { ok, type Result } from '../../shared/result.ts'
import type { OpenDesk } from '../seat/core.ts'
import { keepLocalNote, localNote } from '../store/local-notes.ts'

/**
 * A photo or a page is stored before the event that names it; when the command is then refused, it stays without a
 * name. Once a day those go that are older than a day: no command is in flight for that long.
 */
const dayMs = 24 * 3_600_000
const noteName = 'blobs_swept'

/** Removes pictures and papers that nothing names, if that was not done for a day. Gives how many went. */
export async function removeUnnamedIfDue({ store, clock }: OpenDesk): Promise<Result<number>> {
  const device = store.identity()?.device
  const now = clock.now()
  const age = now - Number(localNote(store, noteName) ?? 0)
  // A clock set back makes the last time lie in the future: then too it is time.
  if (!device || (age >= 0 && age < dayMs)) return ok(0)
  const removed = await store.blobs.removeUnnamed(now - dayMs)
  if (!removed.ok) return removed
  const kept = store.transact({ actor: device }, (tx) => {
    keepLocalNote(tx, noteName, String(now))
    return ok(null)
  })
  return kept.ok ? removed : kept
}

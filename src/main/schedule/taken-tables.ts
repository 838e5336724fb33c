import { Temporal } from 'temporal-polyfill'
import type { Uuid } from '../../shared/ports.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { OpenDesk } from '../seat/core.ts'
import { dropLocalNote, localNote } from '../store/local-notes.ts'
import { takenNote } from '../sync/handover.ts'

/** Before this hour of the day nobody misses the minute in which nothing can be written. */
const nightEnds = 5

/**
 * The log of a snapshot is proved before anything of it is shown; its tables are believed as far as the desk that signed
 * them. At night they are written anew from the log, once, and if any differed that is written down.
 */
export async function rewriteTaken({ store, clock }: OpenDesk, actor: Uuid): Promise<Result<unknown>> {
  const hour = Temporal.Instant.fromEpochMilliseconds(clock.now()).toZonedDateTimeISO(clock.zone()).hour
  if (hour >= nightEnds || localNote(store, takenNote) === undefined) return ok(null)
  const before = store.digestProjections()
  const rebuilt = await store.rebuild()
  if (!rebuilt.ok) return rebuilt
  const after = store.digestProjections()
  for (const [table, { digest }] of Object.entries(after))
    if (before[table]?.digest !== digest)
      store.access.note({ actor, act: 'job_failed', details: { job: 'snapshot_tables', reason: table } })
  return store.transact({ actor }, (tx) => {
    dropLocalNote(tx, takenNote)
    return ok(null)
  })
}

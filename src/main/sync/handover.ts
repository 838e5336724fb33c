import type { Failure } from '../../shared/errors.ts'
import { ok, type Result } from '../../shared/result.ts'
import { fewestEvents } from '../../shared/sync/snapshot.ts'
import type { HelloAnswer } from '../../shared/sync/wire.ts'
import type { Core, OpenDesk } from '../seat/core.ts'
import { everything } from '../seat/watchers.ts'
import { keepLocalNote } from '../store/local-notes.ts'
import type { CentralClient } from './client.ts'
import { offerSnapshot, takeSnapshot } from './snapshots.ts'

/** Snapshots between the desks of an office: one that joins takes what one that is there has written out. */
export interface Handover {
  /** Before a desk that never settled pulls: it takes a snapshot if there is one. Errors: those that a later try mends. */
  take(link: Handing, hello: HelloAnswer): Promise<Result<unknown>>
  /** After a round, now and then: is there one that a desk of this program can take? Nothing waits for it. */
  offer(link: Handing, epoch: string): void
  stop(): Promise<void>
}

export interface Handing {
  readonly desk: OpenDesk
  readonly client: CentralClient
  readonly signal: AbortSignal
}

/** A desk looks this often; making one takes seconds of another thread. */
const everyMs = 3_600_000
/** So often one is tried while something else has the store's file open, a backup say: each time all of it is proved. */
const mostHeld = 4
/** Its tables were taken over from another desk, and are still to be written anew from the log. */
export const takenNote = 'snapshot_taken'

export function createHandover(core: Core): Handover {
  const { clock, snapshotFrom: fewest = fewestEvents } = core.options
  const refused = new WeakSet<OpenDesk>()
  const held = new WeakMap<OpenDesk, number>()
  let running: Promise<void> | undefined
  let next = 0
  const note = ({ store }: OpenDesk, job: string, reason: string) =>
    store.access.note({ actor: store.identity()?.device ?? '', act: 'job_failed', details: { job, reason } })

  /** The stream has everything too: it is read event by event, and why is written down. */
  const readStream = (desk: OpenDesk, reason: string): void => {
    refused.add(desk)
    desk.store.sync.snapshots.clear()
    note(desk, 'snapshot_take', reason)
  }

  return {
    async take({ desk, client, signal }, hello) {
      if (refused.has(desk)) return ok(null)
      const taken = await takeSnapshot({ store: desk.store, client, signal, fewest }, hello).catch((bug: unknown) => {
        // Else a bug that comes each time would keep the desk from ever joining. The stream needs none of this.
        readStream(desk, nameOf(bug))
        return ok(false)
      })
      if (taken.ok && taken.value) {
        core.watchers.tell(everything)
        return desk.store.transact({ actor: desk.store.identity()?.device ?? '' }, (tx) => {
          keepLocalNote(tx, takenNote, new Date(clock.now()).toISOString())
          return ok(null)
        })
      }
      if (taken.ok || isOfTheLine(taken.failure)) return taken
      const times = (held.get(desk) ?? 0) + 1
      held.set(desk, times)
      if (taken.failure.code === 'store.held' && times < mostHeld) return taken
      readStream(desk, taken.failure.code)
      return ok(null)
    },
    offer({ desk, client, signal }, epoch) {
      if (running || clock.now() < next || desk.store.sync.position() < fewest) return
      next = clock.now() + everyMs
      running = desk
        .during(() => offerSnapshot({ store: desk.store, client, signal, fewest }, epoch))
        .then((made) => {
          if (!made.ok && !isOfTheLine(made.failure)) note(desk, 'snapshot_make', made.failure.code)
        })
        .catch((bug: unknown) => note(desk, 'snapshot_make', nameOf(bug)))
        .finally(() => {
          running = undefined
        })
    },
    async stop() {
      await running
    },
  }
}

const nameOf = (bug: unknown): string => (bug instanceof Error ? bug.name : 'unknown')

/** Something that concerns the line or the whole desk, and that the next round meets again. */
const isOfTheLine = ({ code }: Failure): boolean =>
  code === 'store.cancelled' || code === 'store.rebuilding' || (code.startsWith('sync.') && !ofASnapshot.has(code))
const ofASnapshot: ReadonlySet<string> = new Set(['sync.snapshot_unusable', 'sync.blob_refused', 'sync.blob_wrong'])

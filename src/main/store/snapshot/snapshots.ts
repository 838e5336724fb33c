import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Random, Timers } from '../../../shared/ports.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { type SnapshotManifest, snapshotBytes } from '../../../shared/sync/snapshot.ts'
import { startThread, type Thread } from '../../thread.ts'
import { discard, makeFolder } from '../durable.ts'
import type { Moment } from '../log/hlc.ts'
import { paths } from '../open.ts'
import type { Catalogue, Identity, Projection } from '../types.ts'
import { snapshotFormat } from './format.ts'
import { discardFresh } from './fresh.ts'
import type { Made } from './make.ts'
import type { SnapshotOutcome, SnapshotTask } from './snapshot.worker.ts'
import { snapshotTables } from './tables.ts'
import { type Arrived, takeParts } from './take.ts'

export interface Snapshots {
  /** What a snapshot must say to be readable here. */
  readonly format: string
  /** Where its sealed parts lie while they travel. */
  readonly folder: string
  /**
   * Writes one out, in a thread; undefined where this desk has work of its own that the central has not placed. The
   * parts lie in `folder` by their hashes until `clear`; each grows to `partBytes` (usual: 6 MB). Errors: those of the
   * disk, store.rebuilding.
   */
  make(epoch: string, partBytes?: number): Promise<Result<SnapshotManifest | undefined>>
  /**
   * Proves one while its parts come in and takes it in the place of what is here. Errors: sync.snapshot_unusable, those of
   * the disk, those of the parts.
   */
  take(arrived: Arrived): Promise<Result<void>>
  clear(): void
}

interface Parts {
  readonly folder: string
  readonly key: Uint8Array
  readonly catalogue: Catalogue
  readonly projections: readonly Projection[]
  readonly random: Random
  readonly timers: Timers
  readonly identity: () => Identity
  readonly sign: (bytes: Uint8Array) => Uint8Array
  readonly busy: () => boolean
  /** Has the central placed any event of this log? Such a desk takes none. */
  readonly hasSettled: () => boolean
  /** Nothing else is written while it runs. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>
  /** Puts a new database, whole and on the disk, in the place of the desk's. */
  readonly exchange: (fresh: string) => Result<void>
  /** The log and its tables are others now: this desk's own events are still to be applied. */
  readonly entered: (latest: Moment) => Result<void>
}

/** So large grows a part: whoever takes it has several in memory, and begins with the first while the others come. */
const usualPartBytes = 6 * 1024 * 1024
/** As long as the largest takes on a slow disk. */
const timeoutSeconds = 1800

export function createSnapshots(parts: Parts): Snapshots {
  const { key, identity, projections, random, busy } = parts
  const { database, snapshot: folder } = paths(parts.folder)
  const fresh = join(folder, 'fresh.db')
  const tables = snapshotTables(projections)
  const format = snapshotFormat(projections)
  const common = { database, key, tables }
  const clear = () => discard(folder)
  // What a killed desk left: people may be erased that are in it. Parts of one that is still to be taken are kept.
  if (parts.hasSettled()) clear()
  else discardFresh(fresh)
  /** Lets threads work; a bug in one of them is one here. */
  const withThreads = async <T>(
    work: (start: () => Thread<SnapshotTask, SnapshotOutcome>, isSound: () => boolean) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    makeFolder(folder)
    const failed = fail('store.io', { reason: 'thread' })
    let bug: unknown
    const start = () =>
      startThread<SnapshotTask, SnapshotOutcome>({
        file: workerFile(),
        data: null,
        name: 'The worker of snapshots',
        ...{ timers: parts.timers, timeoutSeconds, cancelled: fail('store.cancelled'), late: failed, failed },
        onBug(thrown) {
          bug ??= thrown
        },
      })
    const done = await work(start, () => bug === undefined)
    // What is done is done, however a thread ended after it.
    if (bug && !done.ok) throw bug
    return done
  }
  return {
    format,
    folder,
    clear,
    async make(epoch, partBytes = usualPartBytes) {
      if (busy()) return fail('store.rebuilding')
      clear()
      const sealKey = random.bytes(32)
      const made = await withThreads(async (start) => {
        const thread = start()
        const outcome = await thread.ask({ kind: 'make', ...common, folder, sealKey, partBytes })
        await thread.close()
        return outcome as Result<Made | undefined>
      })
      if (!made.ok || !made.value) return made.ok ? ok(undefined) : made
      return ok(manifestOf(made.value, epoch, sealKey))
    },
    async take(arrived) {
      if (busy()) return fail('store.rebuilding')
      const { office: stream, device } = identity()
      const erasing = Object.keys(parts.catalogue).filter((type) => parts.catalogue[type]?.erases)
      const { alone } = parts
      const exchange = (latest: Moment) => {
        const exchanged = parts.exchange(fresh)
        return exchanged.ok ? parts.entered(latest) : exchanged
      }
      return withThreads((thread, isSound) =>
        takeParts(arrived, { ...common, fresh, stream, device, erasing, thread, isSound, busy, alone, exchange }),
      )
    },
  }

  function manifestOf(made: Made, epoch: string, sealKey: Uint8Array): SnapshotManifest {
    const said = { stream: identity().office, epoch, position: made.position, format, parts: [...made.parts] }
    const signature = Buffer.from(parts.sign(snapshotBytes(said))).toString('base64')
    return { ...said, key: Buffer.from(sealKey).toString('base64'), signature }
  }
}

/** Beside this program; the benchmarks are built into a folder of their own. */
function workerFile(): string {
  const fromSource = import.meta.url.endsWith('.ts')
  const beside = join(import.meta.dirname, fromSource ? 'snapshot.worker.ts' : 'snapshot.worker.js')
  return existsSync(beside) ? beside : join(import.meta.dirname, '..', 'main', 'snapshot.worker.js')
}

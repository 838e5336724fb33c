import type { Failure } from '../../../shared/errors.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { Thread } from '../../thread.ts'
import type { Moment } from '../log/hlc.ts'
import { discardFresh, type Place } from './fresh.ts'
import type { SealedPart } from './image.ts'
import type { Claimed } from './prove.ts'
import type { SnapshotOutcome, SnapshotTask } from './snapshot.worker.ts'

/** A snapshot on its way in. */
export interface Arrived extends Claimed {
  /** Its sealed parts in order, as they come; what failed ends it. */
  readonly parts: Iterable<Result<SealedPart>> | AsyncIterable<Result<SealedPart>>
  readonly key: Uint8Array
}

interface Options extends Place {
  readonly stream: string
  readonly device: string
  /** Types of event that order bodies to go. */
  readonly erasing: readonly string[]
  readonly thread: () => Thread<SnapshotTask, SnapshotOutcome>
  /** Did no thread end by a bug so far? One that died while nobody waited for it told nobody. */
  readonly isSound: () => boolean
  readonly busy: () => boolean
  /** Nothing else is written while it runs. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>
  /** Puts the new database in the place of the desk's, whole or not at all, and lets the desk go on in it; `latest`: moment in it. */
  readonly exchange: (latest: Moment) => Result<void>
}

/**
 * Proves a snapshot while its parts come in, and puts it in the place of what is here: every chain from its first event, up
 * to the ends that the devices signed. One thread opens the parts and puts them together in a new encrypted database, while
 * the other one proves the same bytes. Only when all of them are proved does the new database get what is the desk's own,
 * and take the place of the old one, which is whole until then. Errors: sync.snapshot_unusable, store.rebuilding, those of
 * the disk and of the parts.
 */
export async function takeParts(arrived: Arrived, options: Options): Promise<Result<void>> {
  const { thread, isSound, busy, alone, exchange, device, database, key, tables, fresh } = options
  const [prover, writer] = [thread(), thread()]
  const { parts, key: _, ...claimed } = arrived
  try {
    // While the first part is on its way. What fails here comes again with that part, and a thread that ends says so itself.
    void writer.ask({ kind: 'begin', database, key, tables, fresh })
    prover.ready().catch(() => undefined)
    const handed = await handAll(arrived, options, prover, writer)
    if (!handed.ok) return handed
    const indexed = writer.ask({
      ...{ kind: 'index', database, key, tables, fresh },
      ...{ parts: handed.value.length, position: arrived.position },
    })
    const judged = prover.ask({ kind: 'judge', ...claimed })
    // It counts only where every part was read, and the whole of them is the log.
    for (const one of await Promise.all([...handed.value, judged, indexed])) if (!one.ok) return one
    const latest = (await judged) as Result<Moment>
    if (!latest.ok) return latest
    if (busy()) return fail('store.rebuilding')
    return await alone(async () => {
      const entered = await writer.ask({ kind: 'enter', device })
      await writer.ask({ kind: 'leave' })
      if (!entered.ok) return entered
      // In one turn: in between the desk would write with the local numbers of the old database.
      return isSound() ? exchange(latest.value) : fail('store.io', { reason: 'thread' })
    })
  } finally {
    await prover.close()
    await writer.ask({ kind: 'leave' })
    await writer.close()
    discardFresh(fresh)
  }
}

type Worker = Thread<SnapshotTask, SnapshotOutcome>

interface Handed {
  readonly opened: Promise<SnapshotOutcome>
  readonly proved: Promise<SnapshotOutcome>
}

/** So many parts lie in memory, of 6 MB each, when the proof is behind. */
const mostAtOnce = 6

/** Hands every part from the one thread to the other; gives what the proofs will say once all are opened. */
async function handAll(
  { parts, key: sealKey }: Arrived,
  { stream, erasing, database, key, tables, fresh }: Options,
  prover: Worker,
  writer: Worker,
): Promise<Result<readonly Promise<SnapshotOutcome>[]>> {
  let failed: Failure | undefined
  const open = async (part: SealedPart, ordinal: number, before: Promise<unknown> | undefined) => {
    await before
    return writer.ask({ kind: 'open', part, ordinal, sealKey, database, key, tables, fresh })
  }
  const prove = (opened: SnapshotOutcome) => {
    const image = opened.ok ? opened.value : undefined
    if (!(image instanceof ArrayBuffer)) return opened
    return prover.ask({ kind: 'prove', image, stream, erasing }, { transfer: [image] })
  }
  const handed: Handed[] = []
  for await (const part of parts) {
    if (!part.ok) return part
    if (failed) break
    const opened = open(part.value, handed.length, handed.at(-mostAtOnce)?.proved)
    const proved = opened.then(prove)
    void proved.then((done) => {
      if (!done.ok) failed ??= done.failure
    })
    handed.push({ opened, proved })
  }
  await Promise.all(handed.map(({ opened }) => opened))
  if (failed) return { ok: false, failure: failed }
  return handed.length > 0 ? ok(handed.map(({ proved }) => proved)) : fail('sync.snapshot_unusable', { reason: 'part' })
}

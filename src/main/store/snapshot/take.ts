import { rmSync } from 'node:fs'
import type { Failure } from '../../../shared/errors.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { Thread } from '../../thread.ts'
import type { SealedPart } from './image.ts'
import type { Claimed } from './prove.ts'
import type { SnapshotOutcome, SnapshotTask } from './snapshot.worker.ts'
import type { Staging } from './stage.ts'

/** A snapshot on its way in. */
export interface Arrived extends Claimed {
  /** Its sealed parts in order, as they come; what failed ends it. */
  readonly parts: Iterable<Result<SealedPart>> | AsyncIterable<Result<SealedPart>>
  readonly key: Uint8Array
}

interface Options extends Staging {
  readonly stream: string
  readonly device: string
  /** Types of event that order bodies to go. */
  readonly erasing: readonly string[]
  readonly thread: () => Thread<SnapshotTask, SnapshotOutcome>
  readonly busy: () => boolean
  /** Nothing else is written while it runs. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>
}

/**
 * Proves a snapshot while its parts come in, and puts it in the place of what is here: every chain from its first event, up
 * to the ends that the devices signed. One thread opens the parts and puts them together in an encrypted file, then
 * in one transaction into the desk's database, which it commits once the other one has proved all of the same bytes. Gives
 * what is still to be done behind it. Errors: sync.snapshot_unusable, store.rebuilding, those of the disk and of the parts.
 */
export async function takeParts(arrived: Arrived, options: Options): Promise<Result<{ fold(): Promise<unknown> }>> {
  const { thread, busy, alone, device, database, key, tables, staging } = options
  const [prover, writer] = [thread(), thread()]
  const place = { database, key, tables, staging }
  const { parts, key: _, ...claimed } = arrived
  let kept = false
  try {
    const handed = await handAll(arrived, options, prover, writer)
    if (!handed.ok) return handed
    if (busy()) return fail('store.rebuilding')
    const done = await alone(async () => {
      const entered = writer.ask({ kind: 'enter', ...place, device })
      const judged = prover.ask({ kind: 'judge', ...claimed })
      // It is committed only where every part was read, and the whole of them is the log.
      for (const one of await Promise.all([...handed.value, judged, entered])) if (!one.ok) return one
      return writer.ask({ kind: 'keep' })
    })
    kept = done.ok
    return done.ok ? ok({ fold: () => writer.ask({ kind: 'fold' }).finally(() => end(writer)) }) : done
  } finally {
    await prover.close()
    if (!kept) await end(writer)
    if (!kept) rmSync(staging, { force: true })
  }
}

type Worker = Thread<SnapshotTask, SnapshotOutcome>

interface Handed {
  readonly opened: Promise<SnapshotOutcome>
  readonly proved: Promise<SnapshotOutcome>
}

/** So many parts lie in memory, of 12 MB each, when the proof is behind. */
const mostAtOnce = 3

/** Hands every part from the one thread to the other; gives what the proofs will say once all are opened. */
async function handAll(
  { parts, key: sealKey }: Arrived,
  { stream, erasing, database, key, tables, staging }: Options,
  prover: Worker,
  writer: Worker,
): Promise<Result<readonly Promise<SnapshotOutcome>[]>> {
  let failed: Failure | undefined
  const open = async (part: SealedPart, before: Promise<unknown> | undefined) => {
    await before
    return writer.ask({ kind: 'open', part, sealKey, database, key, tables, staging })
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
    const opened = open(part.value, handed.at(-mostAtOnce)?.proved)
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

async function end(thread: Worker): Promise<void> {
  await thread.ask({ kind: 'leave' })
  await thread.close()
}

import type { Clock, Timers } from '../../shared/ports.ts'
import { chainStart, int64 } from '../../shared/sync/event-header.ts'
import type { Signer } from '../keys/signing.ts'
import { addCheckpoint, allStreams, hashesAfter, latestCheckpoint } from '../storage/checkpoints.ts'
import type { Database } from '../storage/database.ts'
import { sha256 } from './crypto.ts'

export interface CheckpointParts {
  readonly database: Database
  readonly clock: Clock
  readonly signer: Signer
}

/**
 * Says of every stream that grew how it stands: a digest over the hashes of all its events in their order, signed. Who
 * keeps one elsewhere can show that nothing before it was changed, left out or moved. The digest after an event is the
 * SHA-256 of the one before (32 zero bytes at first), the position (8 bytes) and the event's hash. Gives how many.
 */
export async function makeCheckpoints({ database: { db }, clock, signer }: CheckpointParts): Promise<number> {
  let made = 0
  for (const { stream, head } of await allStreams(db)) {
    const last = await latestCheckpoint(db, stream)
    if (head === (last?.pos ?? 0)) continue
    let [pos, hash]: [number, Uint8Array] = [last?.pos ?? 0, last?.hash ?? chainStart]
    while (pos < head) {
      const page = await hashesAfter(db, stream, pos, head, 5000)
      if (page.length === 0) throw new Error('A stream has a hole')
      for (const event of page) {
        if (event.pos !== pos + 1) throw new Error('A stream has a hole')
        hash = sha256(hash, int64(event.pos), event.hash)
        pos = event.pos
      }
    }
    const at = new Date(clock.now())
    const content = { stream, position: pos, hash: Buffer.from(hash).toString('base64'), at: at.toISOString() }
    await addCheckpoint(db, { stream, pos, hash: Buffer.from(hash), at, statement: signer.say('checkpoint', content) })
    made += 1
  }
  return made
}

const dayMs = 24 * 3_600_000
/** Three in the morning, UTC. */
const nightlyAt = 3 * 3_600_000

/** Calls `work` every night until it is stopped. */
export function everyNight(clock: Clock, timers: Timers, work: () => Promise<void>): () => void {
  let cancel = () => {}
  const plan = () => {
    const now = clock.now()
    const next = Math.floor((now - nightlyAt) / dayMs + 1) * dayMs + nightlyAt
    cancel = timers.after(next - now, () => void work().finally(plan))
  }
  plan()
  return () => cancel()
}

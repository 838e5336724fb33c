import type { Clock, Timers } from '../../shared/ports.ts'
import { chainStart, int64 } from '../../shared/sync/event-header.ts'
import { checkpointContent, type Statement, statementBytes } from '../../shared/sync/statement.ts'
import type { Signer } from '../keys/signing.ts'
import { addCheckpoint, allStreams, hashesAfter, latestCheckpoint } from '../storage/checkpoints.ts'
import type { Database, Db } from '../storage/database.ts'
import { sha256, verifyEd25519 } from './crypto.ts'

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
    const hash = await digestAt(db, stream, head, last)
    if (!hash) throw new Error('A stream has a hole')
    const at = new Date(clock.now())
    const content = { stream, position: head, hash: hash.toString('base64'), at: at.toISOString() }
    await addCheckpoint(db, { stream, pos: head, hash, at, statement: signer.say('checkpoint', content) })
    made += 1
  }
  return made
}

/** The digest after an event, reckoned on from an earlier one or from the first; undefined where one is missing before it. */
async function digestAt(
  db: Db,
  stream: string,
  position: number,
  from?: { readonly pos: number; readonly hash: Uint8Array },
): Promise<Buffer | undefined> {
  let [pos, hash]: [number, Uint8Array] = [from?.pos ?? 0, from?.hash ?? chainStart]
  while (pos < position) {
    const page = await hashesAfter(db, stream, pos, position, 5000)
    if (page.length === 0) return undefined
    for (const event of page) {
      if (event.pos !== pos + 1) return undefined
      hash = sha256(hash, int64(event.pos), event.hash)
      pos = event.pos
    }
  }
  return Buffer.from(hash)
}

/** What a kept checkpoint says, against the stream as it is now. */
export interface Checked {
  readonly stream: string
  readonly position: number
  /** Of the checkpoint, as it says itself. */
  readonly at: string
  /** `stands`: every event up to there is what and where it was. `unsigned`: not this service's word, so that it says nothing. */
  readonly found: 'stands' | 'differs' | 'unsigned'
}

/** Reckons the whole stream again from its events, never from a later checkpoint; undefined where it is no checkpoint. */
export async function checkCheckpoint(
  { database: { db }, signer }: Pick<CheckpointParts, 'database' | 'signer'>,
  { kind, content, signature }: Statement,
): Promise<Checked | undefined> {
  const said = kind === 'checkpoint' ? checkpointContent.safeParse(parsed(content)).data : undefined
  if (!said) return undefined
  const { stream, position, hash, at } = said
  const isOurs = verifyEd25519(signer.publicKey, Buffer.from(signature, 'base64'), statementBytes(kind, content))
  if (!isOurs) return { stream, position, at, found: 'unsigned' }
  const now = await digestAt(db, stream, position)
  return { stream, position, at, found: now?.equals(Buffer.from(hash, 'base64')) ? 'stands' : 'differs' }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // not JSON
  }
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

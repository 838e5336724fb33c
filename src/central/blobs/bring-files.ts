import type { Clock } from '../../shared/ports.ts'
import { addBlob, loseBlob } from '../storage/blobs.ts'
import type { Database } from '../storage/database.ts'
import { filesToBring } from '../storage/moves.ts'
import { type BlobStore, DamagedFile } from './blob-store.ts'

interface Parts {
  readonly database: Database
  readonly store: BlobStore
  readonly clock: Clock
  /** So many are looked at in one call; 200 when left out. */
  readonly mostAtOnce?: number
}

/**
 * Copies pictures and papers to the office that a claim went to: its desks could not send what they never had. What is not
 * here yet is copied once a desk has sent it; what is gone or damaged where it should lie is asked for there again, so
 * that it stands in nobody's way. Gives how many were copied.
 */
export async function bringFiles({ database, store, clock, mostAtOnce = 200 }: Parts): Promise<number> {
  let brought = 0
  for (const { sha, size, device, from, to } of await filesToBring(database.db, mostAtOnce)) {
    const now = new Date(clock.now())
    if (await isCopied(store, sha.toString('hex'), from, to)) {
      await database.transact((tx) => addBlob(tx, { office: to, sha, size, device, stored: now }))
      brought += 1
    } else {
      await database.transact((tx) => loseBlob(tx, from, sha, now))
      await store.remove({ office: from, sha: sha.toString('hex') })
    }
  }
  return brought
}

/** False where the file is not as it was written, or not there at all. */
async function isCopied(store: BlobStore, sha: string, from: string, to: string): Promise<boolean> {
  const place = { office: to, sha }
  const pieces = store.read({ office: from, sha }, 0)
  if (!pieces) return false
  // A copy that was cut short begins anew.
  await store.remove(place)
  try {
    let offset = 0
    for await (const piece of pieces) {
      await store.append(place, offset, piece)
      offset += piece.length
    }
  } catch (error) {
    if (!(error instanceof DamagedFile)) throw error
    await store.remove(place)
    return false
  }
  return store.finish(place)
}

import type { Clock } from '../../shared/ports.ts'
import { addBlob } from '../storage/blobs.ts'
import type { Database } from '../storage/database.ts'
import { filesToBring } from '../storage/moves.ts'
import { type BlobStore, DamagedFile } from './blob-store.ts'

const mostAtOnce = 200

/**
 * Copies pictures and papers to the office that a claim went to: its desks could not send what they never had. What is not
 * here yet, or is damaged, is copied once a desk has sent it (again).
 */
export async function bringFiles({
  database,
  store,
  clock,
}: {
  readonly database: Database
  readonly store: BlobStore
  readonly clock: Clock
}): Promise<number> {
  let brought = 0
  for (const { sha, size, device, from, to } of await filesToBring(database.db, mostAtOnce)) {
    const name = sha.toString('hex')
    const place = { office: to, sha: name }
    const pieces = store.read({ office: from, sha: name }, 0)
    if (!pieces) continue
    try {
      // A copy that was cut short begins anew.
      await store.remove(place)
      let offset = 0
      for await (const piece of pieces) {
        await store.append(place, offset, piece)
        offset += piece.length
      }
    } catch (error) {
      // Damaged where it lies: whoever reads it there finds out and asks the desks for it.
      if (error instanceof DamagedFile) continue
      throw error
    }
    if (!(await store.finish(place))) continue
    await database.transact((tx) => addBlob(tx, { office: to, sha, size, device, stored: new Date(clock.now()) }))
    brought += 1
  }
  return brought
}

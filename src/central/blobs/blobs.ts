import type { Clock } from '../../shared/ports.ts'
import { done, type Outcome, refuse } from '../problem.ts'
import { addBlob, findBlob } from '../storage/blobs.ts'
import type { Database } from '../storage/database.ts'
import type { DeviceRow } from '../storage/devices.ts'
import type { BlobPlace, BlobStore } from './blob-store.ts'

export const largestBlob = 25 * 1024 * 1024
export const largestPiece = 4 * 1024 * 1024

/** How much of a file is here. */
export interface BlobState {
  readonly complete: boolean
  readonly offset: number
}

export interface Blobs {
  state(device: DeviceRow, sha: string): Promise<BlobState>
  put(device: DeviceRow, sha: string, piece: Piece): Promise<Outcome<BlobState>>
  read(
    device: DeviceRow,
    sha: string,
    offset: number,
  ): Promise<{ size: number; bytes: AsyncIterable<Uint8Array> } | undefined>
  /** Files that nothing names any more. */
  remove(office: string, shas: readonly Buffer[]): Promise<void>
}

interface Piece {
  readonly offset: number
  readonly total: number
  readonly bytes: Uint8Array
}

interface Parts {
  readonly database: Database
  readonly store: BlobStore
  readonly clock: Clock
}

/** Files by their SHA-256, in pieces that may stop anywhere and go on where they stopped. */
export function createBlobs({ database, store, clock }: Parts): Blobs {
  const oneAtATime = createTurns()
  const stateOf = async (place: BlobPlace): Promise<BlobState> => {
    const row = await findBlob(database.db, place.office, Buffer.from(place.sha, 'hex'))
    return row ? { complete: true, offset: row.size } : { complete: false, offset: await store.received(place) }
  }
  const put = async (device: DeviceRow, place: BlobPlace, piece: Piece): Promise<Outcome<BlobState>> => {
    const { offset, total, bytes } = piece
    const state = await stateOf(place)
    if (state.complete) return done(state) // again: harmless
    if (offset !== state.offset) return refuse(409, 'offset', { offset: state.offset })
    if (bytes.length === 0 || offset + bytes.length > total) return refuse(422, 'schema', { at: 'total' })
    await store.append(place, offset, bytes)
    if (offset + bytes.length < total) return done({ complete: false, offset: offset + bytes.length })
    if (!(await store.finish(place))) return refuse(422, 'hash')
    const sha = Buffer.from(place.sha, 'hex')
    const stored = new Date(clock.now())
    await addBlob(database.db, { office: place.office, sha, size: total, device: device.device, stored })
    return done({ complete: true, offset: total })
  }
  return {
    state: (device, sha) => stateOf({ office: device.office, sha }),
    put: (device, sha, piece) =>
      oneAtATime(`${device.office}/${sha}`, () => put(device, { office: device.office, sha }, piece)),
    async read({ office }, sha, offset) {
      const row = await findBlob(database.db, office, Buffer.from(sha, 'hex'))
      const bytes = row && store.read({ office, sha }, offset)
      return row && bytes ? { size: row.size, bytes } : undefined
    },
    async remove(office, shas) {
      for (const sha of shas) await store.remove({ office, sha: sha.toString('hex') })
    },
  }
}

/** What has one name waits for its turn. */
function createTurns(): <T>(name: string, work: () => Promise<T>) => Promise<T> {
  const waiting = new Map<string, Promise<unknown>>()
  return async (name, work) => {
    const before = waiting.get(name) ?? Promise.resolve()
    const mine = before.then(work, work)
    waiting.set(name, mine)
    try {
      return await mine
    } finally {
      if (waiting.get(name) === mine) waiting.delete(name)
    }
  }
}

import type { Clock } from '../../shared/ports.ts'
import { done, type Outcome, refuse } from '../problem.ts'
import { addBlob, broughtSince, dropUnnamed, findBlob, loseBlob, wantedFiles } from '../storage/blobs.ts'
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
  /**
   * At most `length` bytes from an offset on; undefined when it is not here. One that is gone or damaged is asked for at
   * the desks from then on.
   */
  read(
    device: DeviceRow,
    sha: string,
    part: { readonly offset: number; readonly length: number },
  ): Promise<{ size: number; bytes: Uint8Array } | undefined>
  /** Files that the office's records name and that are not here, behind a hash, in their order; at most 500. */
  wanted(device: DeviceRow, after: string): Promise<string[]>
  /** Files that nothing names any more. */
  remove(office: string, shas: readonly Buffer[]): Promise<void>
  /** Removes what was stored a week ago and no record names, and what nobody went on with for as long; gives how many. */
  sweep(): Promise<number>
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
  /** Bytes that one device may bring in a day; 64 GiB when left out. */
  readonly bytesADay?: number
}

const dayMs = 24 * 3_600_000
/** A desk sends a file before the event that names it, and may be away between the two. */
const unnamedDays = 7
const mostWanted = 500

/** Files by their SHA-256, in pieces that may stop anywhere and go on where they stopped. */
export function createBlobs({ database, store, clock, bytesADay = 64 * 1024 ** 3 }: Parts): Blobs {
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
    if (offset === 0) {
      const brought = await broughtSince(database.db, device.device, new Date(clock.now() - dayMs))
      if (brought + total > bytesADay) return refuse(507, 'quota', { retryAfter: 3600 })
    }
    await store.append(place, offset, bytes)
    if (offset + bytes.length < total) return done({ complete: false, offset: offset + bytes.length })
    if (!(await store.finish(place))) return refuse(422, 'hash')
    const sha = Buffer.from(place.sha, 'hex')
    const stored = new Date(clock.now())
    await database.transact((tx) =>
      addBlob(tx, { office: place.office, sha, size: total, device: device.device, stored }),
    )
    return done({ complete: true, offset: total })
  }
  return {
    state: (device, sha) => stateOf({ office: device.office, sha }),
    put: (device, sha, piece) =>
      oneAtATime(`${device.office}/${sha}`, () => put(device, { office: device.office, sha }, piece)),
    async read({ office }, sha, { offset, length }) {
      const row = await findBlob(database.db, office, Buffer.from(sha, 'hex'))
      if (!row) return undefined
      const bytes = await partOf(store, { office, sha }, offset, Math.min(length, Math.max(0, row.size - offset)))
      if (bytes) return { size: row.size, bytes }
      await database.transact((tx) => loseBlob(tx, office, row.sha, new Date(clock.now())))
      await store.remove({ office, sha })
      return undefined
    },
    async wanted({ office }, after) {
      const shas = await wantedFiles(database.db, office, Buffer.from(after, 'hex'), mostWanted)
      return shas.map((sha) => sha.toString('hex'))
    },
    async remove(office, shas) {
      for (const sha of shas) await store.remove({ office, sha: sha.toString('hex') })
    },
    async sweep() {
      const before = clock.now() - unnamedDays * dayMs
      const unnamed = await dropUnnamed(database.db, new Date(before))
      for (const { office, sha } of unnamed) await store.remove({ office, sha: sha.toString('hex') })
      return unnamed.length + (await store.removeAbandoned(before))
    },
  }
}

/** Bytes of a stored file; undefined when there are fewer, or they are not as they were written. */
export async function partOf(
  store: BlobStore,
  place: BlobPlace,
  offset: number,
  length: number,
): Promise<Uint8Array | undefined> {
  const pieces = store.read(place, offset)
  if (!pieces) return undefined
  const read: Uint8Array[] = []
  let size = 0
  try {
    for await (const piece of pieces) {
      read.push(piece)
      size += piece.length
      // Now, and not at the next piece, which would be read and opened for nothing.
      if (size >= length) break
    }
  } catch {
    return undefined // damaged
  }
  const [first] = read
  return size < length ? undefined : (read.length === 1 && first ? first : Buffer.concat(read)).subarray(0, length)
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

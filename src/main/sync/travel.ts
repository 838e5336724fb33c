import type { ErrorCode } from '../../shared/errors.ts'
import type { Clock, Random } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Store } from '../store/types.ts'
import { type BlobLink, pieceBytes } from './blob-link.ts'
import { doubled, fullJitter } from './jitter.ts'

/** Papers and small pictures, bytes: sent before the events that name them, and while photos wait for later. */
export const smallBytes = 256 * 1024

/** What one journey of pictures and papers did. */
export interface Journey {
  readonly sent: number
  /** SHA-256 of those that are here now. */
  readonly arrived: readonly string[]
}

export interface Travelling {
  readonly store: Store
  readonly link: BlobLink
  readonly clock: Clock
  readonly random: Random
  readonly signal: AbortSignal
}

export interface Courier {
  /**
   * Sends what the central does not have, small first. What one file cannot is noted and tried later; the others go on.
   * Errors: those of the client, which concern all of them.
   */
  send(how: Travelling & { readonly largest: number; readonly most: number }): Promise<Result<number>>
  /** Looks whether the central lost any that are here; they go again with `send`. */
  replenish(how: Travelling): Promise<Result<null>>
  /** Fetches what is named here and is not here. Errors: also those of the disk; what was begun goes on later. */
  fetch(
    how: Travelling & { readonly largest: number; readonly arrived: (sha: string) => void },
  ): Promise<Result<number>>
}

const pageOf = 20
const firstWaitMs = 20_000
const longestWaitMs = 15 * 60_000
const mostPages = 40

/** Failures of one file; whatever else fails concerns them all. */
const ofOneFile: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  ...(['sync.blob_refused', 'sync.blob_elsewhere', 'sync.blob_wrong', 'sync.blob_on_its_way'] as const),
  ...(['store.blob_missing', 'store.blob_damaged'] as const),
])

/** Carries pictures and papers between this desk and the central. What was cut short of a large one is kept in memory. */
export function createCourier(): Courier {
  let begun: { readonly sha: string; readonly bytes: Uint8Array } | undefined

  const tried = ({ store, clock, random }: Travelling, way: 'in' | 'out', sha: string, tries: number, why: string) =>
    store.blobs.travel.failed(
      way,
      sha,
      clock.now() + 1000 + Math.ceil(fullJitter(random, doubled(firstWaitMs, tries, longestWaitMs))),
      why,
    )

  const fetchOne = async ({ store, link, signal }: Travelling, sha: string): Promise<Result<boolean>> => {
    let bytes = begun?.sha === sha ? begun.bytes : new Uint8Array()
    begun = undefined
    for (;;) {
      const got = await link.get(sha, bytes.length, signal)
      if (!got.ok) {
        if (!ofOneFile.has(got.failure.code)) begun = { sha, bytes }
        return got
      }
      bytes = bytes.length === 0 ? got.value.bytes : Buffer.concat([bytes, got.value.bytes])
      if (bytes.length >= got.value.size) return store.blobs.arrive(sha, bytes)
      if (got.value.bytes.length === 0) return fail('sync.blob_wrong')
    }
  }

  return {
    async send(how) {
      const { store, signal, largest } = how
      let [sent, seen] = [0, 0]
      while (!signal.aborted && seen < how.most) {
        const page = store.blobs.travel.toSend({ largest, limit: Math.min(pageOf, how.most - seen) })
        if (page.length === 0) break
        for (const { sha, tries } of page) {
          if (signal.aborted) return ok(sent)
          seen += 1
          const done = await sendOne(how, sha)
          if (done.ok) {
            store.blobs.travel.sent(sha)
            sent += 1
          } else if (ofOneFile.has(done.failure.code)) tried(how, 'out', sha, tries, done.failure.code)
          else return done
        }
      }
      return ok(sent)
    },
    async replenish({ store, link, signal }) {
      let after = ''
      for (let page = 0; page < mostPages && !signal.aborted; page++) {
        const said = await link.wanted(after, signal)
        if (!said.ok) return said
        const last = said.value.at(-1)
        if (last === undefined) break
        store.blobs.travel.sendAgain(said.value)
        after = last
      }
      return ok(null)
    },
    async fetch(how) {
      const { store, link, signal, largest } = how
      let fetched = 0
      while (!signal.aborted) {
        const page = store.blobs.travel.toFetch(pageOf)
        if (page.length === 0) break
        for (const { sha, tries } of page) {
          if (signal.aborted) return ok(fetched)
          const small = largest === Number.MAX_SAFE_INTEGER ? ok(true) : await isSmall(link, sha, largest, signal)
          if (!small.ok) return small
          if (!small.value) {
            store.blobs.travel.failed('in', sha, how.clock.now() + longestWaitMs, 'sync.photos_later')
            continue
          }
          const done = await fetchOne(how, sha)
          if (done.ok) {
            fetched += 1
            how.arrived(sha)
          } else if (ofOneFile.has(done.failure.code)) tried(how, 'in', sha, tries, done.failure.code)
          else return done
        }
      }
      return ok(fetched)
    },
  }
}

async function isSmall(link: BlobLink, sha: string, largest: number, signal: AbortSignal): Promise<Result<boolean>> {
  const state = await link.state(sha, signal)
  return state.ok ? ok(!state.value.complete || state.value.offset <= largest) : state
}

/** Sends one file from where it stopped, also where another desk sends the same one. */
async function sendOne({ store, link, signal }: Travelling, sha: string): Promise<Result<null>> {
  const bytes = store.blobs.get(sha)
  if (!bytes.ok) return bytes
  const total = bytes.value.length
  const said = await link.state(sha, signal)
  if (!said.ok) return said
  let [state, standing] = [said.value, 0]
  while (!state.complete) {
    const { offset } = state
    if (offset >= total || standing > 3) return fail('sync.blob_refused', { code: 'offset' })
    const put = await link.put(sha, { offset, total, bytes: bytes.value.subarray(offset, offset + pieceBytes) }, signal)
    if (!put.ok) return put
    standing = put.value.offset > offset ? 0 : standing + 1
    state = put.value
  }
  return ok(null)
}

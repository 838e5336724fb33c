import { createHash } from 'node:crypto'
import type { BlobLink } from '../../../src/main/sync/blob-link.ts'
import { fail, ok, type Result } from '../../../src/shared/result.ts'

/** Pictures and papers at a central in memory, by the rules of the real one. */
export function createMemoryBlobs() {
  const whole = new Map<string, Uint8Array>()
  const parts = new Map<string, Uint8Array>()
  const state = (sha: string) => {
    const bytes = whole.get(sha)
    return bytes ? { complete: true, offset: bytes.length } : { complete: false, offset: parts.get(sha)?.length ?? 0 }
  }
  return {
    whole,
    /** The link of one desk; `over` is its line: it may lose an answer, or ask twice. `named`: what records name. */
    link(over: <T>(answer: () => Result<T>) => Promise<Result<T>>, named: () => ReadonlySet<string>): BlobLink {
      return {
        state: (sha) => over(() => ok(state(sha))),
        put: (sha, { offset, total, bytes }) =>
          over(() => {
            const now = state(sha)
            if (now.complete || offset !== now.offset) return ok(now)
            const all = Buffer.concat([parts.get(sha) ?? new Uint8Array(), bytes])
            parts.set(sha, all)
            if (all.length < total) return ok(state(sha))
            parts.delete(sha)
            if (createHash('sha256').update(all).digest('hex') !== sha)
              return fail('sync.blob_refused', { code: 'hash' })
            whole.set(sha, all)
            return ok(state(sha))
          }),
        get: (sha, offset) =>
          over(() => {
            const bytes = whole.get(sha)
            return bytes ? ok({ bytes: bytes.subarray(offset), size: bytes.length }) : fail('sync.blob_elsewhere')
          }),
        wanted: (after) => over(() => ok([...named()].filter((sha) => sha > after && !whole.has(sha)).sort())),
      }
    },
  }
}
export type MemoryBlobs = ReturnType<typeof createMemoryBlobs>

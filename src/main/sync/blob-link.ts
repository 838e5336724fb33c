import { z } from 'zod'
import { wantedBlobs } from '../../shared/contract/central.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type CentralClient, failureFrom, readAnswer } from './client.ts'
import type { HttpAnswer } from './http.ts'

/** How much of a file the central has: all of it, or bytes up to an offset. */
export interface BlobState {
  readonly complete: boolean
  /** Bytes; of a whole one its size. */
  readonly offset: number
}

/**
 * Pictures and papers at the central, by the SHA-256 of their bytes. Errors of every call: those of the client; of one
 * file alone: sync.blob_refused, sync.blob_elsewhere, sync.blob_wrong.
 */
export interface BlobLink {
  state(sha: string, signal: AbortSignal): Promise<Result<BlobState>>
  /** Adds a piece behind what is there; the answer says how much is. */
  put(sha: string, piece: Piece, signal: AbortSignal): Promise<Result<BlobState>>
  /** At most `length` bytes from an offset on, and the size of the whole. */
  get(sha: string, offset: number, signal: AbortSignal): Promise<Result<{ bytes: Uint8Array; size: number }>>
  /** Files that the office's records name and the central does not have, behind a hash, in their order. */
  wanted(after: string, signal: AbortSignal): Promise<Result<readonly string[]>>
}

export interface Piece {
  readonly offset: number
  readonly total: number
  readonly bytes: Uint8Array
}

/** A piece on its way: seconds on a slow line, so that little is sent twice. */
export const pieceBytes = 1024 * 1024
/** As at the central. */
const largestBlob = 25 * 1024 * 1024

const stateAnswer = z.object({ complete: z.boolean(), offset: z.int().nonnegative() })

export function createBlobLink(client: Pick<CentralClient, 'raw'>): BlobLink {
  return {
    async state(sha, signal) {
      const said = await client.raw({ method: 'HEAD', path: `/v1/blobs/${sha}`, signal })
      if (!said.ok) return said
      if (said.value.status !== 200) return failureFrom(said.value.status, undefined, {})
      const [complete, offset] = [numberIn(said.value, 'x-complete'), numberIn(said.value, 'x-offset')]
      if (complete !== undefined) return ok({ complete: true, offset: complete })
      return offset === undefined ? fail('sync.bad_answer', { status: 200 }) : ok({ complete: false, offset })
    },
    async put(sha, { offset, total, bytes }, signal) {
      const path = `/v1/blobs/${sha}?offset=${offset}&total=${total}`
      const said = await client.raw({ method: 'PUT', path, bytes, signal })
      if (!said.ok) return said
      const { status } = said.value
      const read = await readAnswer(said.value)
      const parsed = stateAnswer.safeParse(status === 409 ? { complete: false, ...(read as object) } : read)
      // 409: a piece came twice, or another desk sends the same file: it goes on from there.
      if ((status === 200 || status === 409) && parsed.success) return ok(parsed.data)
      return refusalOf(status, read)
    },
    async get(sha, offset, signal) {
      const path = `/v1/blobs/${sha}?offset=${offset}&length=${pieceBytes}`
      const said = await client.raw({ method: 'GET', path, signal })
      if (!said.ok) return said
      const { status, body } = said.value
      if (status === 404) return fail('sync.blob_elsewhere')
      if (status !== 200) return refusalOf(status, await readAnswer(said.value))
      const size = numberIn(said.value, 'x-complete')
      const right = size !== undefined && size <= largestBlob && body.length === Math.min(pieceBytes, size - offset)
      return right ? ok({ bytes: body, size }) : fail('sync.blob_wrong')
    },
    async wanted(after, signal) {
      const said = await client.raw({ method: 'GET', path: `/v1/blobs?after=${after}`, signal })
      if (!said.ok) return said
      const read = await readAnswer(said.value)
      if (said.value.status !== 200) return refusalOf(said.value.status, read)
      const parsed = wantedBlobs.safeParse(read)
      return parsed.success ? ok(parsed.data.wanted) : fail('sync.bad_answer', { status: 200 })
    },
  }
}

/** A file alone is refused by what it is; anything else concerns the desk. */
function refusalOf(status: number, problem: unknown): Result<never> {
  const { code } = (problem ?? {}) as { code?: unknown }
  if ([413, 422, 507].includes(status))
    return fail('sync.blob_refused', { code: typeof code === 'string' ? code.slice(0, 40) : String(status) })
  return failureFrom(status, code, problem ?? {})
}

function numberIn(answer: HttpAnswer, header: string): number | undefined {
  const text = answer.header(header)
  return text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : undefined
}

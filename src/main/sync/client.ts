import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { constants, zstdCompress, zstdDecompress } from 'node:zlib'
import type { z } from 'zod'
import {
  deviceList,
  deviceView,
  enrolAnswer,
  type enrolRequest,
  leaseAnswer,
  type leaseRequest,
  trustAnswer,
  watchHint,
} from '../../shared/contract/central.ts'
import type { ErrorCode } from '../../shared/errors.ts'
import type { Clock, Random } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { contentDigest, signRequest } from '../../shared/sync/http-signature.ts'
import { packedPushType } from '../../shared/sync/packed-push.ts'
import { apartType, type Page, readPage } from '../../shared/sync/page.ts'
import { type SnapshotAnswer, type SnapshotManifest, snapshotAnswer, snapshotKept } from '../../shared/sync/snapshot.ts'
import {
  type HelloAnswer,
  helloAnswer,
  type PushAnswer,
  type PushRequest,
  pullAnswer,
  pushAnswer,
} from '../../shared/sync/wire.ts'
import { saidLength } from '../zstd-frame.ts'
import type { Http, HttpAnswer, HttpRequest } from './http.ts'

/** The central as a desk speaks to it. Every request is signed with the desk's key; nothing else proves who it is. */
export interface CentralClient {
  /** Errors of every call: sync.offline, sync.busy, sync.refused, sync.revoked, sync.awaiting_approval, sync.bad_answer. */
  hello(signal?: AbortSignal): Promise<Result<HelloAnswer>>
  /** Errors: also sync.epoch_changed, sync.gap, sync.forked, sync.too_large. */
  push(request: PushRequest, signal?: AbortSignal): Promise<Result<PushAnswer>>
  /** A packed push (shared/sync/packed-push.ts), to a central that takes such. Errors: as `push`. */
  pushPacked(bytes: Uint8Array, signal?: AbortSignal): Promise<Result<PushAnswer>>
  pull(page: { stream: string; after: number; limit: number }, signal?: AbortSignal): Promise<Result<Page>>
  /** Hands in the desk's public key with a one-time code. Errors: also sync.code_refused. */
  enrol(request: z.input<typeof enrolRequest>, signal?: AbortSignal): Promise<Result<z.infer<typeof enrolAnswer>>>
  /** Desks of the office. */
  devices(): Promise<Result<z.infer<typeof deviceList>>>
  /** An officer of this desk lets another one in. Errors: also sync.no_desk, sync.not_entitled. */
  approve(device: string, officer: string): Promise<Result<z.infer<typeof deviceView>>>
  /** An officer of this desk turns another one away for good. Errors: as `approve`. */
  revoke(device: string, officer: string, reason: string): Promise<Result<z.infer<typeof deviceView>>>
  /** The snapshot that this desk can read; undefined when there is none. */
  snapshot(asked: { stream: string; format: string }, signal?: AbortSignal): Promise<Result<SnapshotAnswer | undefined>>
  /** Hands in a snapshot whose parts are at the central. */
  offer(manifest: SnapshotManifest, signal?: AbortSignal): Promise<Result<z.infer<typeof snapshotKept>>>
  /** A block of numbers; the same one for the same `req`. Errors: also sync.numbers_exhausted, sync.scope. */
  lease(request: z.infer<typeof leaseRequest>, signal?: AbortSignal): Promise<Result<z.infer<typeof leaseAnswer>>>
  /** The trust bundle that the central hands out. */
  trust(): Promise<Result<z.infer<typeof trustAnswer>>>
  /**
   * Listens to the central's hints that a stream grew, until the connection ends, however it ends. Only hints: a desk that
   * misses one asks by itself soon enough.
   */
  watch(signal: AbortSignal, hint: (grown: z.infer<typeof watchHint>) => void): Promise<void>
  /** What came with the last word that this desk is revoked; for `wipeOrderedAt` to look at. */
  revokedWith(): unknown
  /** One signed request with bytes, or none, and whatever the answer is. Error: sync.offline. */
  raw(request: RawRequest): Promise<Result<HttpAnswer>>
  /** How far the central's clock is ahead of this desk's, ms. */
  clockOffset(): number
}

/** What a round of settling needs of it. */
export type SettlingClient = Pick<CentralClient, 'hello' | 'push' | 'pull'> & Partial<Pick<CentralClient, 'pushPacked'>>

export interface RawRequest {
  readonly method: HttpRequest['method']
  /** Path and query. */
  readonly path: string
  readonly bytes?: Uint8Array
  readonly signal?: AbortSignal
}

interface Parts {
  readonly http: Http
  readonly central: string
  readonly device: string
  readonly sign: (bytes: Uint8Array) => Uint8Array
  readonly clock: Clock
  readonly random: Random
}

const pack = promisify(zstdCompress)
/**
 * The fastest: what travels is small either way, and a level more costs more than it saves. In large pieces: each is a
 * journey to another thread and back.
 */
const packing = { params: { [constants.ZSTD_c_compressionLevel]: 1 }, chunkSize: 512 * 1024 }
const unpack = promisify(zstdDecompress)
const mostUnpacked = 64 * 1024 * 1024
/** Of the largest page, and what stands around its bodies. */
const largestPiece = 20 * 1024 * 1024
/** In one piece, which need not be put together; where the answer does not say how long that is, by what pages mostly are. */
function unpacking(packed: Uint8Array) {
  const length = saidLength(packed)
  const guess = Math.min(Math.max(packed.length * 10, 64 * 1024), 5 * 1024 * 1024)
  // One byte more than it takes: a piece that is just full is followed by another.
  const chunkSize = length !== undefined && length < largestPiece ? Math.max(64, length + 1) : guess
  return { maxOutputLength: mostUnpacked, chunkSize }
}

export function createClient({ http, central, device, sign, clock, random }: Parts): CentralClient {
  let offset = 0
  let order: unknown
  const ask = async (
    method: 'GET' | 'POST',
    path: string,
    body: unknown,
    signal?: AbortSignal,
    onData?: (chunk: Uint8Array) => void,
  ) => {
    const isBytes = body instanceof Uint8Array
    const plain = body === undefined || isBytes ? body : Buffer.from(JSON.stringify(body))
    const packed = plain && (await pack(plain, packing))
    const headers: Record<string, string> = packed
      ? { 'content-type': isBytes ? packedPushType : 'application/json', 'content-encoding': 'zstd' }
      : {}
    const request = { method, path, ...(packed ? { bytes: packed } : {}), ...(signal ? { signal } : {}) }
    return send(request, headers, onData)
  }
  const send = (
    { method, path, bytes, signal }: RawRequest,
    headers: Readonly<Record<string, string>>,
    onData?: (chunk: Uint8Array) => void,
  ) => {
    const digest = contentDigest(
      createHash('sha256')
        .update(bytes ?? '')
        .digest(),
    )
    const signed = signRequest(
      { method, target: path, header: (name) => (name === 'content-digest' ? digest : undefined) },
      {
        created: Math.floor((clock.now() + offset) / 1000),
        keyid: device,
        nonce: Buffer.from(random.bytes(16)).toString('base64url'),
      },
      sign,
    )
    return http({
      method,
      url: new URL(path, central),
      headers: {
        ...signed,
        'content-digest': digest,
        'accept-encoding': 'zstd',
        ...headers,
      },
      ...(bytes ? { body: bytes } : {}),
      ...(signal ? { signal } : {}),
      ...(onData ? { onData } : {}),
    })
  }

  const call = async <T>(
    { method, path, body, signal }: { method: 'GET' | 'POST'; path: string; body?: unknown; signal?: AbortSignal },
    read: (answer: HttpAnswer) => Promise<T | undefined>,
    again = true,
  ): Promise<Result<T>> => {
    let answer: HttpAnswer
    try {
      answer = await ask(method, path, body, signal)
    } catch {
      // No network, no name, a wrong certificate, an answer cut short: to this desk all the same.
      return fail('sync.offline')
    }
    if (answer.status === 200 || answer.status === 201) {
      const value = await read(answer)
      return value === undefined ? fail('sync.bad_answer', { status: answer.status }) : ok(value)
    }
    const problem = await readAnswer(answer)
    if (problem === undefined) return fail('sync.bad_answer', { status: answer.status })
    const { code, serverTime } = problem as { code?: unknown; serverTime?: unknown }
    if (code === 'signature_time' && again && typeof serverTime === 'string') {
      // This desk's clock is wrong: from now on it reckons with the central's, and refuses nothing for it.
      offset = Date.parse(serverTime) - clock.now()
      return call({ method, path, body, ...(signal ? { signal } : {}) }, read, false)
    }
    if (code === 'device_revoked') order = (problem as { wipe?: unknown }).wipe
    return failureFrom(answer.status, code, problem)
  }

  return {
    async hello(signal) {
      const said = await call(
        { method: 'GET', path: '/v1/sync/hello', ...(signal ? { signal } : {}) },
        jsonAs(helloAnswer),
      )
      if (said.ok) offset = Date.parse(said.value.serverTime) - clock.now()
      return said
    },
    push: (body, signal) => call({ ...pushing, body, ...(signal ? { signal } : {}) }, jsonAs(pushAnswer)),
    pushPacked: (body, signal) => call({ ...pushing, body, ...(signal ? { signal } : {}) }, jsonAs(pushAnswer)),
    pull({ stream, after, limit }, signal) {
      const path = `/v1/sync/pull?stream=${stream}&after=${after}&limit=${limit}&own=runs&bodies=apart`
      return call({ method: 'GET', path, ...(signal ? { signal } : {}) }, pageIn)
    },
    enrol: (request, signal) =>
      call({ method: 'POST', path: '/v1/devices', body: request, ...(signal ? { signal } : {}) }, jsonAs(enrolAnswer)),
    devices: () => call({ method: 'GET', path: '/v1/devices' }, jsonAs(deviceList)),
    approve: (device, officer) =>
      call({ method: 'POST', path: `/v1/devices/${device}/approval`, body: { officer } }, jsonAs(deviceView)),
    revoke: (device, officer, reason) =>
      call({ method: 'POST', path: `/v1/devices/${device}/revocation`, body: { officer, reason } }, jsonAs(deviceView)),
    async snapshot({ stream, format }, signal) {
      const path = `/v1/sync/snapshot?stream=${stream}&format=${format}`
      const said = await call({ method: 'GET', path, ...(signal ? { signal } : {}) }, jsonAs(snapshotAnswer))
      const none = !said.ok && said.failure.code === 'sync.bad_answer' && said.failure.params?.status === 404
      return none ? ok(undefined) : said
    },
    offer: (manifest, signal) =>
      call(
        { method: 'POST', path: '/v1/sync/snapshot', body: manifest, ...(signal ? { signal } : {}) },
        jsonAs(snapshotKept),
      ),
    lease: (request, signal) =>
      call({ method: 'POST', path: '/v1/leases', body: request, ...(signal ? { signal } : {}) }, jsonAs(leaseAnswer)),
    trust: () => call({ method: 'GET', path: '/v1/trust' }, jsonAs(trustAnswer)),
    async watch(signal, hint) {
      const read = hintsIn(hint)
      try {
        await ask('GET', '/v1/sync/watch', undefined, signal, read)
      } catch {
        // Cut, stopped or refused: the next round says which, and listens again.
      }
    },
    revokedWith: () => order,
    async raw(request) {
      try {
        return ok(await send(request, request.bytes ? { 'content-type': 'application/octet-stream' } : {}))
      } catch {
        return fail('sync.offline')
      }
    },
    clockOffset: () => offset,
  }
}

const pushing = { method: 'POST', path: '/v1/sync/push?verdicts=odd' } as const

/** The JSON of an answer as a schema has it. */
const jsonAs =
  <T>(schema: Pick<z.ZodType<T>, 'safeParse'>) =>
  async (answer: HttpAnswer): Promise<T | undefined> =>
    schema.safeParse(await readAnswer(answer)).data

/** A page of a stream; JSON alone, from a central that does not know bodies apart. */
async function pageIn(answer: HttpAnswer): Promise<Page | undefined> {
  if (answer.header('content-type') !== apartType) return jsonAs(pullAnswer)(answer)
  const bytes = await plainOf(answer)
  return bytes && readPage(bytes, textOf)
}

/** Reads server-sent events (WHATWG HTML, 9.2): `data:` lines that are hints; comments and anything else pass. */
function hintsIn(hint: (grown: z.infer<typeof watchHint>) => void): (chunk: Uint8Array) => void {
  let rest = ''
  return (chunk) => {
    const lines = (rest + Buffer.from(chunk).toString('utf8')).split('\n')
    rest = (lines.pop() ?? '').slice(-1000)
    for (const line of lines) {
      if (!line.startsWith('data:')) continue
      const read = watchHint.safeParse(jsonOf(line.slice(5)))
      if (read.success) hint(read.data)
    }
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // Not one of ours.
  }
}

/** The JSON of an answer; undefined when it is none. */
export async function readAnswer(answer: HttpAnswer): Promise<unknown> {
  const plain = await plainOf(answer)
  return plain && jsonOf(textOf(plain))
}

/** Without a copy of them first. */
const textOf = ({ buffer, byteOffset, length }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, length).toString('utf8')

/** The body of an answer, unpacked; undefined when it cannot be. */
async function plainOf({ header, body }: HttpAnswer): Promise<Uint8Array | undefined> {
  if (header('content-encoding') !== 'zstd') return body
  try {
    return await unpack(body, unpacking(body))
  } catch {
    return undefined // Cut, damaged or too large.
  }
}

const codes: Readonly<Record<string, ErrorCode>> = {
  epoch: 'sync.epoch_changed',
  gap: 'sync.gap',
  fork: 'sync.forked',
  device_revoked: 'sync.revoked',
  device_waiting: 'sync.awaiting_approval',
  client_too_old: 'sync.client_too_old',
  too_large: 'sync.too_large',
  code: 'sync.code_refused',
  numbers_held: 'sync.numbers_held',
  numbers_exhausted: 'sync.numbers_exhausted',
  scope: 'sync.scope',
  no_device: 'sync.no_desk',
  not_entitled: 'sync.not_entitled',
}

/** What a refusal means to this desk. */
export function failureFrom(status: number, code: unknown, problem: unknown): Result<never> {
  const known = typeof code === 'string' && Object.hasOwn(codes, code) ? codes[code] : undefined
  if (known === 'sync.client_too_old') {
    const { minClient } = problem as { minClient?: unknown }
    return fail(known, { minClient: typeof minClient === 'string' ? minClient : '' })
  }
  if (known === 'sync.numbers_held') {
    const { first, last } = problem as { first?: unknown; last?: unknown }
    return fail(known, { first: shortText(first), last: shortText(last) })
  }
  if (known === 'sync.forked') return fail(known, { sequence: 0 })
  if (known) return fail(known)
  if (status === 401) return fail('sync.refused')
  if (status === 429 || status >= 500) return fail('sync.busy')
  return fail('sync.bad_answer', { status, code: typeof code === 'string' ? code.slice(0, 40) : '' })
}

const shortText = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 20) : '')

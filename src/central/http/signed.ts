import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Clock } from '../../shared/ports.ts'
import {
  contentDigest,
  coversRequest,
  type ReadSignature,
  readSignature,
  type SignedRequest,
  verifies,
} from '../../shared/sync/http-signature.ts'
import type { Signer } from '../keys/signing.ts'
import type { Problem } from '../problem.ts'
import type { Db } from '../storage/database.ts'
import { type DeviceRow, findDevice } from '../storage/devices.ts'
import { verifyEd25519 } from '../sync/crypto.ts'
import type { Limits } from './limits.ts'
import { sendProblem } from './problems.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who signed the request. Set by `signedBy`. */
    device: DeviceRow
  }
}

/** How far the time of a signature may be from ours. Desks reckon with the offset that an answer tells them. */
const windowMs = 5 * 60_000
const nonceKeptMs = 10 * 60_000

/** Nonces of the last minutes. In memory: what a repeated request could do is harmless by itself, every route is idempotent. */
export function createNonces(clock: Clock): (device: string, nonce: string) => boolean {
  const seen = new Map<string, number>()
  return (device, nonce) => {
    const now = clock.now()
    // In order of arrival: the oldest are first.
    for (const [key, at] of seen) {
      if (at > now - nonceKeptMs) break
      seen.delete(key)
    }
    const key = `${device}/${nonce}`
    if (seen.has(key)) return false
    seen.set(key, now)
    return true
  }
}

export type Hook = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>

export interface Gate {
  readonly db: Db
  readonly clock: Clock
  readonly isNew: (device: string, nonce: string) => boolean
  readonly limits: Limits
  readonly signer: Signer
}

/**
 * A hook that lets only requests of enrolled devices through; `request.device` is theirs.
 * @param alsoRevoked on the route where a revoked device hands in what it still has
 */
export function signedBy({ db, clock, isNew, limits, signer }: Gate, alsoRevoked = false): Hook {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const checked = checkSignature(request, clock)
    if ('status' in checked) return sendProblem(reply, checked)
    const device = await findDevice(db, checked.keyid)
    const holds = device && verifies(checked, (signature, bytes) => verifyEd25519(device.public_key, signature, bytes))
    if (!device || !holds) return sendProblem(reply, refusal('signature', clock))
    if (!isNew(device.device, checked.nonce)) return sendProblem(reply, refusal('replayed', clock))
    const wait = limits.request(device.device)
    if (wait > 0) return sendProblem(reply, { status: 429, code: 'limited', retryAfter: wait })
    if (device.status === 'waiting') return sendProblem(reply, { status: 403, code: 'device_waiting' })
    if (device.status === 'revoked' && !alsoRevoked)
      return sendProblem(reply, { status: 403, code: 'device_revoked', wipe: wipeOrder(device, signer) })
    request.device = device
    return undefined
  }
}

/** The same order each time: a desk that missed it gets it again. */
const wipeOrder = ({ device, revoked }: DeviceRow, signer: Signer) =>
  signer.say('wipe', { device, at: (revoked ?? new Date(0)).toISOString() })

/** What needs no key: form, cover, time, digest. */
export function checkSignature(
  request: FastifyRequest,
  clock: Clock,
): (ReadSignature & { keyid: string; nonce: string }) | Problem {
  const read = readSignature(asSigned(request))
  if (!read || !coversRequest(read)) return refusal('signature', clock)
  const { keyid, nonce, created, alg = 'ed25519' } = read
  if (!keyid || !nonce || created === undefined || alg !== 'ed25519') return refusal('signature', clock)
  if (!/^[0-9a-f-]{36}$/.test(keyid) || nonce.length > 64) return refusal('signature', clock)
  if (Math.abs(created * 1000 - clock.now()) > windowMs) return refusal('signature_time', clock)
  if (request.headers['content-digest'] !== contentDigest(request.bodyHash)) return refusal('digest', clock)
  return { ...read, keyid, nonce }
}

/** With our time, so that a desk whose clock is off can sign again. */
export const refusal = (code: string, clock: Clock): Problem => ({
  status: 401,
  code,
  serverTime: new Date(clock.now()).toISOString(),
})

const asSigned = (request: FastifyRequest): SignedRequest => ({
  method: request.method,
  target: request.url,
  header: (name) => {
    const value = request.headers[name]
    return Array.isArray(value) ? value.join(', ') : value
  },
})

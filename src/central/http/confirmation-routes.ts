import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import {
  addressRequest,
  downloadRequest,
  passwordRequest,
  presenceRequest,
  sendPhotoRequest,
  signInRequest,
} from '../../shared/contract/confirmation-portal.ts'
import { keepChosenPhoto, largestPhoto, sendChosenPhoto } from '../confirmations/photo.ts'
import { downloadEcopr, showConfirmation } from '../confirmations/show.ts'
import { type SignedIn, sessionOf, setOwnPassword, signIn, signOut } from '../confirmations/sign-in.ts'
import { declarePresence, giveAddress } from '../confirmations/tell.ts'
import type { PortalParts } from '../portal/portal.ts'
import type { Outcome } from '../problem.ts'
import { sendPacked } from './bodies.ts'
import { withCredential } from './credential.ts'
import type { Limits } from './limits.ts'
import { sendProblem } from './problems.ts'
import { schemaProblem } from './schema.ts'

const at = '/portal/v1/confirmation'

/** The portal of people who confirm permanent residence. Every route but the first is of whoever is signed in. */
export function confirmationRoutes(app: FastifyInstance, parts: PortalParts, limits: Limits): void {
  const known = withCredential(parts.database.db, limits)

  app.post(`${at}/sign-in`, { onRequest: known }, async (request, reply) => {
    const read = signInRequest.safeParse(request.body)
    if (!read.success) return sendProblem(reply, schemaProblem(read.error))
    const wait = limits.signIn(read.data.userName.trim().toLowerCase(), read.data.from ?? '')
    if (wait > 0) return sendProblem(reply, { status: 429, code: 'limited', retryAfter: wait })
    const signed = await signIn(parts, request.service, read.data)
    return signed.ok ? signed.value : sendProblem(reply, signed.problem)
  })

  /** Who is signed in, not too often; with a temporary password for its change alone. */
  const signedIn = async (request: FastifyRequest, own: boolean): Promise<Outcome<SignedIn>> => {
    const token = request.headers['portal-session']
    const session = await sessionOf(parts, request.service, typeof token === 'string' ? token : '')
    if (!session.ok) return session
    const wait = limits.account(session.value.confirmation)
    if (wait > 0) return { ok: false, problem: { status: 429, code: 'limited', retryAfter: wait } }
    const isTemporary = session.value.valid_until !== null
    return own && isTemporary ? { ok: false, problem: { status: 403, code: 'set_password' } } : session
  }

  interface Way<T> {
    readonly method: 'GET' | 'POST' | 'PUT'
    readonly url: string
    readonly schema: z.ZodType<T>
    /** Also with a temporary password. */
    readonly early?: true
    readonly bodyLimit?: number
    readonly work: (account: SignedIn, given: T) => Promise<Outcome<unknown>>
    readonly send?: (reply: FastifyReply, value: unknown) => unknown
  }
  const route = <T>({ method, url, schema, early, bodyLimit, work, send }: Way<T>) =>
    app.route({
      method,
      url: `${at}${url}`,
      onRequest: known,
      ...(bodyLimit ? { bodyLimit } : {}),
      handler: async (request, reply) => {
        const account = await signedIn(request, !early)
        if (!account.ok) return sendProblem(reply, account.problem)
        const read = schema.safeParse(request.body)
        if (!read.success) return sendProblem(reply, schemaProblem(read.error))
        const made = await work(account.value, read.data)
        if (!made.ok) return sendProblem(reply, made.problem)
        return send ? send(reply, made.value) : sendPacked(request, reply, made.value)
      },
    })

  const nothing = z.unknown()
  const bytes = z.instanceof(Buffer)
  const pdf = (reply: FastifyReply, value: unknown) => reply.type('application/pdf').send(value)
  route({ method: 'POST', url: '/sign-out', schema: nothing, early: true, work: (who) => signOut(parts, who) })
  route({
    ...{ method: 'PUT', url: '/password', schema: passwordRequest, early: true },
    work: (who, given) => setOwnPassword(parts, who, given),
  })
  route({ method: 'GET', url: '', schema: nothing, work: (who) => showConfirmation(parts, who) })
  route({
    method: 'POST',
    url: '/presence',
    schema: presenceRequest,
    work: (who, it) => declarePresence(parts, who, it),
  })
  route({ method: 'POST', url: '/address', schema: addressRequest, work: (who, it) => giveAddress(parts, who, it) })
  route({
    ...{ method: 'PUT', url: '/photo', schema: bytes, bodyLimit: largestPhoto },
    work: (who, picture) => keepChosenPhoto(parts, who, picture),
  })
  route({ method: 'POST', url: '/photo', schema: sendPhotoRequest, work: (who, it) => sendChosenPhoto(parts, who, it) })
  route({
    ...{ method: 'POST', url: '/ecopr/downloads', schema: downloadRequest, send: pdf },
    work: (who, it) => downloadEcopr(parts, who, it),
  })
}

import type { FastifyReply, FastifyRequest } from 'fastify'
import { credentialHash, type PortalService } from '../portal/portal.ts'
import type { Db } from '../storage/database.ts'
import { serviceBy } from '../storage/portal/services.ts'
import type { Limits } from './limits.ts'
import { sendProblem } from './problems.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Which service shows its credential. Set on the routes that ask for one. */
    service: PortalService
  }
}

/** Lets a service through that shows a credential which was not revoked, and not too often; before its body is read. */
export const withCredential =
  (db: Db, limits: Limits) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const [, credential] = /^Bearer ([\w-]{20,100})$/.exec(request.headers.authorization ?? '') ?? []
    const service = credential && (await serviceBy(db, credentialHash(credential)))
    if (!service) return sendProblem(reply, { status: 401, code: 'credential' })
    const wait = limits.service(service.service)
    if (wait > 0) return sendProblem(reply, { status: 429, code: 'limited', retryAfter: wait })
    request.service = service
    return undefined
  }

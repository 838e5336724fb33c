import type { FastifyInstance } from 'fastify'
import type { Mailer } from '../mail/mailer.ts'
import type { Services } from '../services.ts'
import { withCredential } from './credential.ts'
import type { Limits } from './limits.ts'
import { sendProblem } from './problems.ts'

const largestBounce = 1024 * 1024

/** Where a mail server hands over what came back: the body is the whole mail. It shows a credential as a portal does. */
export function mailRoutes(
  app: FastifyInstance,
  { database }: Pick<Services, 'database'>,
  mailer: Mailer,
  limits: Limits,
): void {
  const options = { onRequest: withCredential(database.db, limits), bodyLimit: largestBounce }
  app.post('/mail/v1/bounces', options, async (request, reply) => {
    if (!Buffer.isBuffer(request.body)) return sendProblem(reply, { status: 415, code: 'media_type' })
    const taken = await mailer.bounce(request.body.toString('latin1'))
    return taken.ok ? taken.value : sendProblem(reply, taken.problem)
  })
}

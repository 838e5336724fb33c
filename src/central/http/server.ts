import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import { v4 } from 'uuid'
import type { Random } from '../../shared/ports.ts'
import type { MailState } from '../mail/mailer.ts'
import type { Problem } from '../problem.ts'
import type { Settings } from '../settings.ts'
import { acceptBodies } from './bodies.ts'
import { bugOf, type Log } from './log.ts'
import type { Metrics } from './metrics.ts'
import { sendProblem } from './problems.ts'

export interface ServerParts {
  readonly settings: Pick<Settings, 'tls'>
  readonly log: Log
  readonly metrics: Metrics
  readonly random: Random
  /** Does the database answer, with the schema of this program? */
  readonly ready: () => Promise<boolean>
  /** Is it for practice? */
  readonly practice: boolean
  /** How it stands with notices by mail. */
  readonly mail: () => Promise<MailState>
}

/** The most that any request may bring, compressed. */
export const largestRequest = 8 * 1024 * 1024

/** The server with what every route shares: limits, ids, times, problems; health, readiness and metrics. */
export function createServer({ settings, log, metrics, random, ready, mail, practice }: ServerParts): FastifyInstance {
  const app: FastifyInstance = Fastify({
    ...(settings.tls
      ? { https: { cert: readFileSync(settings.tls.cert), key: readFileSync(settings.tls.key), minVersion: 'TLSv1.2' } }
      : {}),
    bodyLimit: largestRequest,
    connectionTimeout: 30_000, // of silence in the middle of a request
    requestTimeout: 60_000,
    forceCloseConnections: 'idle',
    genReqId: () => v4({ random: random.bytes(16) }),
  } as { bodyLimit: number }) as FastifyInstance<Server>

  acceptBodies(app)
  app.decorateReply('problem', '')
  app.addHook('onResponse', async (request, reply) => {
    const seconds = reply.elapsedTime / 1000
    const { method, id } = request
    const route = routeOf(request)
    metrics.requests.observe({ method, route, status: reply.statusCode }, seconds)
    const code = reply.problem
    if (code) metrics.refusals.inc({ code })
    const level = reply.statusCode >= 500 ? 'error' : 'info'
    const said = { request: id, method, route, status: reply.statusCode, ...(code ? { code } : {}) }
    log[level]({ ...said, ms: Math.round(reply.elapsedTime) }, 'request')
  })
  app.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error)
    if (problem.status >= 500) log.error({ request: request.id, ...bugOf(error) }, 'bug')
    return sendProblem(reply, problem)
  })
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, { status: 404, code: 'not_found' }))

  app.get('/healthz', async () => ({ status: 'up', practice }))
  app.get('/readyz', async (_request, reply) =>
    (await ready()) ? { status: 'ready', mail: await mail() } : sendProblem(reply, { status: 503, code: 'not_ready' }),
  )
  app.get('/metrics', async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  )
  return app
}

/** The pattern of the route, never the address itself: that may name a record. */
const routeOf = (request: FastifyRequest): string => request.routeOptions.url ?? 'none'

/** What Fastify itself refuses, and bugs. */
function problemOf(error: unknown): Problem {
  const { statusCode = 500 } = error as { statusCode?: number }
  if (statusCode === 413) return { status: 413, code: 'too_large' }
  if (statusCode === 415) return { status: 415, code: 'media_type' }
  if (statusCode >= 400 && statusCode < 500) return { status: statusCode, code: 'request' }
  return { status: 500, code: 'bug' }
}

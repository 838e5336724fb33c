import type { FastifyReply } from 'fastify'

/** A refusal as it goes over the wire: problem details of RFC 9457 with a `code` that programs read. */
export interface Problem {
  readonly status: number
  readonly code: string
  /** Seconds after which the same request may be tried again. */
  readonly retryAfter?: number
  /** Further members: counts, positions, ids. */
  readonly [member: string]: unknown
}

/** Answers with a problem. */
export function sendProblem(reply: FastifyReply, { retryAfter, ...problem }: Problem): FastifyReply {
  if (retryAfter !== undefined) reply.header('retry-after', Math.ceil(retryAfter))
  return reply
    .code(problem.status)
    .type('application/problem+json')
    .send({ type: 'about:blank', title: problem.code, ...problem })
}

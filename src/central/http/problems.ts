import type { FastifyReply } from 'fastify'
import type { Problem } from '../problem.ts'

/** Answers with a problem. */
export function sendProblem(reply: FastifyReply, { retryAfter, ...problem }: Problem): FastifyReply {
  if (retryAfter !== undefined) reply.header('retry-after', Math.ceil(retryAfter))
  return reply
    .code(problem.status)
    .type('application/problem+json')
    .send({ type: 'about:blank', title: problem.code, ...problem })
}

import type { FastifyReply } from 'fastify'
import type { Problem } from '../problem.ts'

declare module 'fastify' {
  interface FastifyReply {
    /** Code of the problem that is the answer; empty when it is none. */
    problem: string
  }
}

/** Answers with a problem. */
export function sendProblem(reply: FastifyReply, { retryAfter, ...problem }: Problem): FastifyReply {
  if (retryAfter !== undefined) reply.header('retry-after', Math.ceil(retryAfter))
  reply.problem = problem.code
  return reply
    .code(problem.status)
    .type('application/problem+json')
    .send({ type: 'about:blank', title: problem.code, ...problem })
}

import type { z } from 'zod'
import type { Problem } from '../problem.ts'

/** What is wrong with the shape of a request: where, never what. */
export const schemaProblem = (error: z.ZodError): Problem => ({
  status: 422,
  code: 'schema',
  at: error.issues[0]?.path.join('.') ?? '',
})

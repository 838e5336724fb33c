import { ORPCError } from '@orpc/server'
import { reportBug } from './bugs.ts'

/** Reports what a call threw, unless it is an expected failure or a refused input. For oRPC's `onError`. */
export function reportUnexpected(error: unknown): void {
  if (!(error instanceof ORPCError)) reportBug(error)
  else if (error.data?.code === 'desk.bug') reportBug(error.cause, error.data.params.reference)
  else if (error.status >= 500) reportBug(error)
}

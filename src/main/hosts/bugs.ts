import { ORPCError } from '@orpc/server'

/** Reports a bug on stderr: its kind and where, never its message, which may hold what somebody typed. */
export function reportBug(error: unknown): void {
  const { name, stack = '' } = error instanceof Error ? error : new TypeError()
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line))
  console.error([`Bug: ${name}`, ...frames].join('\n'))
}

/** Reports what a call threw, unless it is an expected failure or a refused input. For oRPC's `onError`. */
export function reportUnexpected(error: unknown): void {
  if (!(error instanceof ORPCError) || error.status >= 500) reportBug(error)
}

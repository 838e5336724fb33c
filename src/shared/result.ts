import type { ErrorCode, Failure } from './errors.ts'

/** What an operation that may fail in an expected way gives back. Bugs throw; expected failures are values. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure }

/** A result that went well. */
export const ok = <T>(value: T): Result<T> => ({ ok: true, value })

/**
 * An expected failure: a code of the catalogue and the values that its message names.
 * Values are codes, counts, dates and limits; never names, photos or what somebody typed.
 */
export const fail = (code: ErrorCode, params: Failure['params'] = {}): Result<never> => ({
  ok: false,
  failure: { code, params },
})

/** The value of a result that must have gone well; throws (a bug) otherwise. For tests and impossible branches. */
export function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Unexpected failure ${result.failure.code} ${JSON.stringify(result.failure.params)}`)
  return result.value
}

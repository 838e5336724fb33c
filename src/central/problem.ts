/** A refusal as it goes over the wire: problem details of RFC 9457 with a `code` that programs read. */
export interface Problem {
  readonly status: number
  readonly code: string
  /** Seconds after which the same request may be tried again. */
  readonly retryAfter?: number
  /** Further members: counts, positions, ids. */
  readonly [member: string]: unknown
}

/** What a service answers: a value, or a problem. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value })

export const refuse = (
  status: number,
  code: string,
  members: Readonly<Record<string, unknown>> = {},
): Outcome<never> => ({
  ok: false,
  problem: { status, code, ...members },
})

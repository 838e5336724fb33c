/**
 * What the outside world gives to Passerelle. Everything here is handed in at the composition root,
 * so that a test needs no mocks and a simulation can own time. Lint forbids the globals elsewhere.
 */

export interface Clock {
  /** Milliseconds since 1970-01-01T00:00Z. May jump: nothing that must be right depends on its order. */
  now(): number
  /** The IANA time zone of the desk, e.g. `America/Toronto`. */
  zone(): string
}

/** Milliseconds from some moment on; never jumps. Only for saying how long something took. */
export type Stopwatch = () => number

export interface Random {
  /** `length` bytes fit for keys. */
  bytes(length: number): Uint8Array
}

export interface Timers {
  /** Calls `fn` after `ms`; the returned function cancels it. */
  after(ms: number, fn: () => void): () => void
}

/**
 * The one choke point for faults: every write that could be cut short (a statement, a commit, a rename, an fsync)
 * runs inside a named step. In the product it just calls `fn`; tests crash, fill the disk or kill the process there.
 */
export type Step = <T>(name: string, fn: () => T) => T

/** A lower-case UUID with hyphens. Version 7 for all that we make. */
export type Uuid = string

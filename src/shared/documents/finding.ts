import type { Failure } from '../errors.ts'

/** Something the officer must see before the paper goes out, though it can be printed. Explained like a failure. */
export type Finding = Failure

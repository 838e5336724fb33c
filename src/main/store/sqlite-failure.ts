import Database from 'better-sqlite3'
import type { Failure } from '../../shared/errors.ts'

/** Ends a transaction from within with an expected failure. Never leaves the store: `transact` turns it into a result. */
export class Refusal extends Error {
  readonly failure: Failure
  constructor(code: Failure['code'], params: Failure['params'] = {}) {
    super(code)
    this.failure = { code, params }
  }
}

const byCode: readonly (readonly [RegExp, Failure['code']])[] = [
  [/^SQLITE_FULL|^ENOSPC|^EDQUOT/, 'store.full'],
  [/^SQLITE_READONLY|^EROFS|^EACCES|^EPERM/, 'store.read_only'],
  [/^SQLITE_(CORRUPT|NOTADB)/, 'store.damaged'],
  [/^SQLITE_(BUSY|LOCKED)|^EBUSY/, 'store.in_use'],
  [/^SQLITE_(IOERR|CANTOPEN|PROTOCOL)|^E(IO|NXIO|NODEV|STALE)/, 'store.io'],
]

/** The expected failure that an error of SQLite or of the file system stands for; undefined when it is a bug. */
export function failureOf(error: unknown): Failure | undefined {
  if (error instanceof Refusal) return error.failure
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined
  const reason = error.code
  const code = byCode.find(([pattern]) => pattern.test(reason))?.[1]
  return code && { code, params: code === 'store.io' ? { reason } : {} }
}

/**
 * The same for what a query outside a transaction threw: only what SQLite says, since an error of the file system may
 * there come from something else than the store.
 */
export const failureOfReading = (error: unknown): Failure | undefined =>
  error instanceof Database.SqliteError ? failureOf(error) : undefined

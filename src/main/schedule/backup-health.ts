import { z } from 'zod'
import { type ErrorCode, errors, type Failure } from '../../shared/errors.ts'
import type { Uuid } from '../../shared/ports.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { LastBackup } from '../office/change-settings.ts'
import { keepLocalNote, localNote } from '../store/local-notes.ts'
import type { Reader, Store } from '../store/types.ts'

/** How it stands with the backups of this desk: when one was good last, and why the newest attempt was not. */
export interface BackupHealth {
  /** Start of the last good backup, ms since epoch. */
  readonly goodAt?: number | undefined
  readonly failure?: Failure | undefined
}

const noteName = 'backup_health'
const kept = z.object({
  goodAt: z.number().optional(),
  failure: z
    .object({
      code: z.custom<ErrorCode>((code) => typeof code === 'string' && code in errors),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    })
    .optional(),
})

export function backupHealth(reader: Reader): BackupHealth {
  const note = localNote(reader, noteName)
  return note ? kept.parse(JSON.parse(note)) : {}
}

/** Remembers what became of an attempt. */
export function rememberBackup(store: Store, actor: Uuid, attempt: LastBackup, failure?: Failure): Result<null> {
  return store.transact({ actor }, (tx) => {
    const goodAt = attempt.ok ? Date.parse(attempt.at) : backupHealth(tx).goodAt
    const health: BackupHealth = { ...(goodAt === undefined ? {} : { goodAt }), ...(failure ? { failure } : {}) }
    keepLocalNote(tx, 'last_backup', JSON.stringify(attempt))
    keepLocalNote(tx, noteName, JSON.stringify(health))
    return ok(null)
  })
}

import { z } from 'zod'
import { type ErrorCode, errors, type Failure } from '../../shared/errors.ts'
import type { Uuid } from '../../shared/ports.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { LastBackup } from '../office/change-settings.ts'
import { query } from '../store/query.ts'
import type { ProjectionTx, Reader, Store } from '../store/types.ts'

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
  const row = reader.first(query.selectFrom('local_note').select('value').where('name', '=', noteName))
  return row ? kept.parse(JSON.parse(row.value)) : {}
}

/** Remembers what became of an attempt. */
export function rememberBackup(store: Store, actor: Uuid, attempt: LastBackup, failure?: Failure): Result<null> {
  return store.transact({ actor }, (tx) => {
    const goodAt = attempt.ok ? Date.parse(attempt.at) : backupHealth(tx).goodAt
    const health: BackupHealth = { ...(goodAt === undefined ? {} : { goodAt }), ...(failure ? { failure } : {}) }
    keep(tx, 'last_backup', attempt)
    keep(tx, noteName, health)
    return ok(null)
  })
}

function keep(tx: ProjectionTx, name: string, content: LastBackup | BackupHealth): void {
  const value = JSON.stringify(content)
  tx.run(
    query
      .insertInto('local_note')
      .values({ name, value })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value })),
  )
}

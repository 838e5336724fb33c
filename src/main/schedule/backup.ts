import { existsSync } from 'node:fs'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { LastBackup } from '../office/change-settings.ts'
import { settingsOf } from '../office/settings.ts'
import { dataFolder } from '../officers/folder.ts'
import { keyFileName } from '../officers/slot-file.ts'
import type { Core, OpenDesk } from '../seat/core.ts'
import { query } from '../store/query.ts'

/** A verified backup into the office's folder, with the key file beside it: with the recovery key it opens anywhere. */
export async function runBackup(
  core: Core,
  desk: OpenDesk,
  actor: Uuid,
): Promise<Result<{ folder: string; events: number; ms: number }>> {
  const { store, clock } = desk
  const target = settingsOf(store).backupFolder
  if (!target || !existsSync(target)) return fail('store.backup_folder')
  const started = clock.now()
  const made = await store.backup(target, { signal: core.ending })
  const done = made.ok ? putKeyFile(core, made.value.folder) : made
  remember(desk, actor, {
    at: new Date(started).toISOString(),
    folder: made.ok ? made.value.folder : target,
    ok: done.ok,
  })
  if (!made.ok) return made
  if (!done.ok) return done
  return ok({ folder: made.value.folder, events: made.value.events, ms: clock.now() - started })
}

function putKeyFile(core: Core, folder: string): Result<null> {
  const keyFile = core.slotPorts.files.read(keyFileName)
  if (!keyFile.ok) return keyFile
  if (!keyFile.value) return ok(null) // The demo has none.
  return dataFolder(folder, (_, fn) => fn()).writeAtomically(keyFileName, keyFile.value)
}

function remember({ store }: OpenDesk, actor: Uuid, last: LastBackup): void {
  store.transact({ actor }, (tx) => {
    const value = JSON.stringify(last)
    tx.run(
      query
        .insertInto('local_note')
        .values({ name: 'last_backup', value })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value })),
    )
    return ok(null)
  })
}

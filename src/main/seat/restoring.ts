import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { catalogue } from '../../shared/domain/catalogue.ts'
import { fail, type Result } from '../../shared/result.ts'
import { dataFolder } from '../officers/folder.ts'
import { keyFileName } from '../officers/slot-file.ts'
import { keySlots } from '../officers/slots.ts'
import { inBackup } from '../store/backup/manifest.ts'
import { restore } from '../store/backup/restore.ts'
import type { Core } from './core.ts'

/**
 * A desk out of a backup, by the printed recovery key. It starts as a new device; every number that was unused in the
 * backup is voided, since the lost desk may have given it out after the backup was made.
 */
export async function restoreDesk(core: Core, folder: string, recoveryKey: string): Promise<Result<null>> {
  const backup = backupIn(folder)
  if (!backup) return fail('store.backup_damaged', { reason: 'manifest' })
  const { options, slotPorts } = core
  const keptFiles = dataFolder(backup, (_, fn) => fn())
  const keyFile = keptFiles.read(keyFileName)
  if (!keyFile.ok) return keyFile
  if (!keyFile.value) return fail('officers.key_file_missing')
  const keys = keySlots({ ...slotPorts, files: keptFiles }).openByRecoveryKey(recoveryKey)
  if (!keys.ok) return keys
  const closed = core.shut()
  if (!closed.ok) return closed
  const { clock, timers } = options
  const done = await restore({
    backup,
    folder: core.storeFolder,
    key: keys.value.databaseKey,
    catalogue,
    clock,
    timers,
  })
  if (!done.ok) return done
  const saved = putKeyFile(core, keyFile.value)
  if (!saved.ok) return saved
  const desk = core.open(keys.value)
  if (!desk.ok) return desk
  await core.door.slots.rebindDevice(keys.value)
  return core.door.lockout.create()
}

/** The folder of a backup, or the newest one under a folder of backups. */
function backupIn(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined
  if (existsSync(inBackup(folder).manifest)) return folder
  const below = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const found = below.flatMap((entry) => backupIn(join(folder, entry.name)) ?? [])
  return found.sort().at(-1)
}

/** Puts the backup's key file in its place; one that is there is kept beside it, never overwritten. */
function putKeyFile(core: Core, bytes: Uint8Array): Result<null> {
  const { files } = core.slotPorts
  const before = files.read(keyFileName)
  if (!before.ok) return before
  if (before.value) {
    const kept = files.writeAtomically(`${keyFileName}.before-${core.options.clock.now()}`, before.value)
    if (!kept.ok) return kept
  }
  return files.writeAtomically(keyFileName, bytes)
}

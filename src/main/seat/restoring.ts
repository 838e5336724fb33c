import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { catalogue } from '../../shared/domain/catalogue.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { numberBlocks } from '../office/numbers.ts'
import { officeOf } from '../office/settings.ts'
import { dataFolder } from '../officers/folder.ts'
import { keyFileName } from '../officers/slot-file.ts'
import { keySlots } from '../officers/slots.ts'
import { inBackup } from '../store/backup/manifest.ts'
import { restore } from '../store/backup/restore.ts'
import type { Store } from '../store/types.ts'
import type { Core } from './core.ts'
import { appendDevice } from './set-up.ts'

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
  const started = startAsNewDevice(desk.value.store)
  if (!started.ok) return started
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

/** Gives a restored store its new identity and voids what the lost desk may have used. */
export function startAsNewDevice(store: Store): Result<null> {
  const { restored, behind } = store.status()
  if (!restored) return ok(null)
  const office = officeOf(store).id
  const identity = store.establish(office)
  if (!identity.ok) return identity
  const { device, publicKey } = identity.value
  return store.transact({ actor: device }, (tx) => {
    appendDevice(tx, device, { publicKey: Buffer.from(publicKey).toString('base64'), restoredFrom: restored.backup })
    for (const { series, prefix, next, last } of numberBlocks(tx)) {
      if (next > last) continue
      const body = { series, first: next, last, reason: `restored from ${restored.backup}` }
      tx.append({ subject: { kind: 'lease', id: tx.newId() }, type: 'lease.voided', body })
      tx.settleSeries(`${series}.${prefix}`, last)
    }
    for (const each of behind) if (each.what === 'series') tx.settleSeries(each.series, each.mark)
    return ok(null)
  })
}

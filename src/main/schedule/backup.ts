import { existsSync } from 'node:fs'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { settingsOf } from '../office/settings.ts'
import { dataFolder } from '../officers/folder.ts'
import { keyFileName } from '../officers/slot-file.ts'
import type { Core, OpenDesk } from '../seat/core.ts'
import { rememberBackup } from './backup-health.ts'

export interface BackupDone {
  readonly folder: string
  readonly events: number
  readonly ms: number
}

const underWay = new WeakMap<OpenDesk, Promise<Result<BackupDone>>>()

/**
 * A verified backup into the office's folder, with the key file beside it: with the recovery key it opens anywhere.
 * What became of it is remembered and shown. Asked for while one is being made, that one is the answer.
 */
export function runBackup(core: Core, desk: OpenDesk, actor: Uuid): Promise<Result<BackupDone>> {
  const running = underWay.get(desk)
  if (running) return running
  const made = backUp(core, desk, actor).finally(() => underWay.delete(desk))
  underWay.set(desk, made)
  return made
}

async function backUp(core: Core, desk: OpenDesk, actor: Uuid): Promise<Result<BackupDone>> {
  const { store, clock } = desk
  const target = settingsOf(store).backupFolder
  if (!target) return fail('store.backup_folder')
  const started = clock.now()
  const done = await copyTo(core, desk, target)
  if (!done.ok && done.failure.code === 'store.cancelled') return done // The desk is closing: no fault of the disk.
  const attempt = { at: new Date(started).toISOString(), folder: done.ok ? done.value.folder : target, ok: done.ok }
  const remembered = rememberBackup(store, actor, attempt, done.ok ? undefined : done.failure)
  if (!done.ok) return done
  return remembered.ok ? ok({ ...done.value, ms: clock.now() - started }) : remembered
}

async function copyTo(core: Core, { store }: OpenDesk, target: string): Promise<Result<Omit<BackupDone, 'ms'>>> {
  if (!existsSync(target)) return fail('store.backup_folder') // A stick that is not plugged in.
  const made = await store.backup(target)
  if (!made.ok) return made
  const { folder, events } = made.value
  const keyed = putKeyFile(core, folder)
  return keyed.ok ? ok({ folder, events }) : keyed
}

function putKeyFile(core: Core, folder: string): Result<null> {
  const keyFile = core.slotPorts.files.read(keyFileName)
  if (!keyFile.ok) return keyFile
  if (!keyFile.value) return core.options.demo ? ok(null) : fail('officers.key_file_missing')
  return dataFolder(folder, core.options.step ?? ((_, fn) => fn())).writeAtomically(keyFileName, keyFile.value)
}

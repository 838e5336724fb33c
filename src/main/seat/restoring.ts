import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { catalogue } from '../../shared/domain/catalogue.ts'
import type { ErrorCode } from '../../shared/errors.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { dataFolder } from '../officers/folder.ts'
import type { OpenedKeys } from '../officers/ports.ts'
import { keyFileName } from '../officers/slot-file.ts'
import { keySlots } from '../officers/slots.ts'
import { inBackup } from '../store/backup/manifest.ts'
import { restore } from '../store/backup/restore.ts'
import { type Core, problemOf } from './core.ts'

/** The store or what opens it is gone for good: then the printed key alone may bring a backup back. */
const beyondUse: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'store.missing',
  'store.damaged',
  'store.wrong_key',
  'officers.key_file_missing',
  'officers.key_file_damaged',
])

/** May a backup take the place of what is here? A new desk and a ruined one: anybody with the printed key. */
export function mayRestore(core: Core, asAdministrator: () => Result<unknown>): Result<unknown> {
  if (core.options.demo) return fail('desk.not_allowed')
  if (core.options.kiosk) return fail('desk.not_at_kiosk')
  return needsNobody(core) ? ok(null) : asAdministrator()
}

/** A new desk, or one beyond use: there is no officer to ask. */
export function needsNobody(core: Core): boolean {
  if (core.phase() === 'needs_setup') return true
  const problem = core.phase() === 'refused' ? problemOf(core) : undefined
  return problem !== undefined && beyondUse.has(problem.code)
}

/**
 * A desk out of a backup, by the printed recovery key. It starts as a new device; every number that was unused in the
 * backup is voided, since the lost desk may have given it out after the backup was made. Called in turn; cut short
 * anywhere it can be done again.
 */
export async function restoreDesk(core: Core, folder: string, recoveryKey: string): Promise<Result<null>> {
  const found = findBackup(core, folder, recoveryKey)
  if (!found.ok) return found
  try {
    return await putInPlace(core, found.value)
  } finally {
    found.value.keys.databaseKey.fill(0) // The open desk has its own copy; a restore that failed leaves none.
  }
}

async function putInPlace(core: Core, { backup, keyFile, keys }: Found): Promise<Result<null>> {
  const by = core.session.seat().officer
  const closed = await core.shut()
  if (!closed.ok) return closed
  const put = await putBack(core, backup, keys.databaseKey, keyFile)
  if (!put.ok) return put
  const desk = core.open(keys)
  if (!desk.ok) return desk
  const { store } = desk.value
  store.access.note({ actor: by ?? store.identity()?.device ?? store.newId(), act: 'restored' })
  const rebound = await core.door.slots.rebindDevice(desk.value.keys)
  // Where there is no keychain the recovery key gives each officer a password that opens alone.
  return rebound.ok || rebound.failure.code === 'officers.keychain_unavailable' ? ok(null) : rebound
}

/** Store, counters, key file, in this order: before the last one the desk is not set up, or still opens as before. */
async function putBack(core: Core, backup: string, key: Uint8Array, keyFile: Uint8Array): Promise<Result<unknown>> {
  const { options, storeFolder, door, slotPorts } = core
  const { clock, timers, step = (_, fn) => fn() } = options
  const done = await restore({ backup, folder: storeFolder, key, catalogue, clock, timers, step })
  if (!done.ok) return done
  const keyed = slotPorts.files.read(keyFileName)
  if (!keyed.ok) return keyed
  // A desk in use keeps its counters of refused sign-ins: a restore must not end their waits.
  const counters = keyed.value ? ok(null) : door.lockout.create()
  return counters.ok ? putKeyFile(core, keyed.value, keyFile) : counters
}

interface Found {
  readonly backup: string
  readonly keyFile: Uint8Array
  readonly keys: OpenedKeys
}

/** The newest backup in the folder, or up to two folders further down, that this recovery key opens. */
function findBackup(core: Core, folder: string, recoveryKey: string): Result<Found> {
  const backups = backupsIn(folder, 2).sort((a, b) => (basename(a) < basename(b) ? 1 : -1))
  if (backups.length === 0) return fail('store.backup_damaged', { reason: 'manifest' })
  let refusal: Result<never> | undefined
  for (const backup of backups) {
    const files = dataFolder(backup, (_, fn) => fn())
    const keyFile = files.read(keyFileName)
    const keys = keySlots({ ...core.slotPorts, files }).openByRecoveryKey(recoveryKey)
    if (keys.ok && keyFile.ok && keyFile.value) return ok({ backup, keyFile: keyFile.value, keys: keys.value })
    if (!keys.ok) refusal ??= keys
  }
  return refusal ?? fail('officers.key_file_missing')
}

/** Folders with a finished backup, so many folders further down. */
export function backupsIn(folder: string, deeper: number): string[] {
  if (existsSync(inBackup(folder).manifest)) return [folder]
  if (deeper === 0) return []
  return foldersIn(folder).flatMap((name) => backupsIn(join(folder, name), deeper - 1))
}

/** A folder that is not there or may not be read holds no backup for us. */
function foldersIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true })
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return []
    throw error
  }
}

/** Puts the backup's key file in its place; one that is there is kept beside it, never overwritten. */
function putKeyFile(
  { slotPorts: { files }, options }: Core,
  before: Uint8Array | null,
  bytes: Uint8Array,
): Result<null> {
  if (before) {
    const kept = files.writeAtomically(`${keyFileName}.before-${options.clock.now()}`, before)
    if (!kept.ok) return kept
  }
  return files.writeAtomically(keyFileName, bytes)
}

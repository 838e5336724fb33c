import type { Uuid } from '../../shared/ports.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { OpenedKeys } from '../officers/ports.ts'
import { keepLocalNote, localNote } from '../store/local-notes.ts'
import type { Reader } from '../store/types.ts'
import type { Core, OpenDesk } from './core.ts'

/**
 * The store remembers how often the key file was written. An older one put back would let a removed officer or an old
 * password in again; it still opens, but everybody is told.
 */
const noteName = 'key_file_generation'

/** Was the key file changed by something else than this desk, or an older one put back? */
export const isKeyFileForeign = (reader: Reader, keys: OpenedKeys): boolean =>
  !keys.fileIntact || keys.generation < remembered(reader)

/**
 * Remembers the key file as this desk has just left it. `settle`: an administrator wrote it, so that what was found
 * before has been answered. Errors: those of the key file and of `transact`.
 */
export function rememberKeyFile(core: Core, desk: OpenDesk, actor: Uuid, settle: boolean): Result<null> {
  if (core.options.demo) return ok(null)
  const now = core.door.slots.generation()
  if (!now.ok) return now
  const before = remembered(desk.store)
  if (settle) desk.keyFileChanged = false
  if (now.value === before || (now.value < before && !settle)) return ok(null)
  return desk.store.transact({ actor }, (tx) => {
    keepLocalNote(tx, noteName, String(now.value))
    return ok(null)
  })
}

const remembered = (reader: Reader): number => Number(localNote(reader, noteName) ?? 0)

import { closeSync, fsyncSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { fail, ok, type Result } from '../../shared/result.ts'
import { failureOf } from '../store/sqlite-failure.ts'

/**
 * Tries a folder before backups are to go there: a small file is written, forced to the disk, read back and removed.
 * `backup.folder_missing`, `backup.folder_refused` (with the system's code) or `store.full` when that does not work.
 */
export function tryBackupFolder(folder: string): Result<null> {
  // A path that starts from wherever the program was started is another folder tomorrow.
  if (!isAbsolute(folder)) return fail('backup.folder_missing')
  const probe = join(folder, '.passerelle-try')
  try {
    if (!statSync(folder).isDirectory()) return fail('backup.folder_missing')
    return writeAndRead(probe) ? ok(null) : fail('backup.folder_refused', { reason: 'changed' })
  } catch (error) {
    return refusal(error)
  }
}

/** Do the folder and the desk's data lie on one disk, so that both go with it? False where it cannot be told. */
export function isSameDisk(folder: string, dataDir: string): boolean {
  const disk = diskOf(folder)
  return disk !== undefined && disk === diskOf(dataDir)
}

/** Does the file hold what was written? It is gone afterwards, whatever happened. */
function writeAndRead(probe: string): boolean {
  const written = Buffer.from('Passerelle')
  const file = openSync(probe, 'w', 0o600)
  try {
    writeSync(file, written)
    fsyncSync(file)
    return readFileSync(probe).equals(written)
  } finally {
    closeSync(file)
    rmSync(probe)
  }
}

function diskOf(path: string): number | undefined {
  try {
    return statSync(path).dev
  } catch (error) {
    if (isOfSystem(error)) return undefined
    throw error
  }
}

function refusal(error: unknown): Result<never> {
  if (!isOfSystem(error)) throw error
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return fail('backup.folder_missing')
  if (failureOf(error)?.code === 'store.full') return fail('store.full')
  return fail('backup.folder_refused', { reason: error.code })
}

const isOfSystem = (error: unknown): error is Error & { readonly code: string } =>
  error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string'

import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { ErrorCode } from '../../shared/errors.ts'
import type { Step } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Files } from './ports.ts'

/** The data folder on the disk. Every system call that could be cut short is a step of its own. */
export function dataFolder(folder: string, step: Step): Files {
  return {
    read: (name) => {
      const read = attempt('officers.cannot_read', () => readFileSync(pathIn(folder, name)))
      if (read.ok) return ok(new Uint8Array(read.value))
      return read.failure.params.reason === 'ENOENT' ? ok(null) : read
    },
    writeAtomically: (name, bytes) =>
      attempt('officers.cannot_write', () => replaceFile(folder, pathIn(folder, name), bytes, step)),
    remove: (name) =>
      attempt('officers.cannot_write', () => {
        step('file.remove', () => rmSync(pathIn(folder, name), { force: true }))
        step('file.remove.sync', () => syncFolder(folder))
        return null
      }),
  }
}

/** A leftover temporary file of a killed program is simply overwritten by the next write. */
function replaceFile(folder: string, path: string, bytes: Uint8Array, step: Step): null {
  const temporary = `${path}.new`
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  step('file.write', () => writeFileSync(temporary, bytes, { mode: 0o600, flush: true }))
  step('file.rename', () => renameSync(temporary, path))
  step('file.sync', () => syncFolder(folder))
  return null
}

/** Makes the rename itself durable. Windows cannot open a folder and does not need it (NTFS journals renames). */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function pathIn(folder: string, name: string): string {
  if (name !== basename(name) || name.startsWith('.')) throw new Error(`Not a plain file name: ${name}`)
  return join(folder, name)
}

/** Errors of the operating system (ENOSPC, EACCES, EROFS ...) are expected; anything else is a bug and goes on. */
function attempt<T>(code: ErrorCode, work: () => T): Result<T> {
  try {
    return ok(work())
  } catch (error) {
    const reason = error instanceof Error && 'syscall' in error && 'code' in error ? error.code : undefined
    if (typeof reason !== 'string') throw error
    return fail(code, { reason })
  }
}

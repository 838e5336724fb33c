import { chmodSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { freemem, tmpdir } from 'node:os'
import { join } from 'node:path'

const gib = 2 ** 30

/**
 * A folder for everything that a run of tests writes: in memory where Linux has it and there is room, for thousands of
 * desks are set up and each waits for the disk at every act. A program that is killed leaves there what it would leave
 * on a disk.
 */
export function runFolder(): { readonly folder: string; readonly remove: () => void } {
  const place = hasRoom('/dev/shm') ? '/dev/shm' : tmpdir()
  for (const name of readdirSync(place)) if (isOfDeadRun(name)) rmSync(join(place, name), away)
  const folder = mkdtempSync(join(place, `${prefix}${process.pid}-`))
  chmodSync(folder, 0o711) // PostgreSQL may have to run as another user
  return { folder, remove: () => rmSync(folder, away) }
}

const prefix = 'passerelle-tests-'
const away = { recursive: true, force: true, maxRetries: 5 }

/** A run that was killed took nothing away. */
function isOfDeadRun(name: string): boolean {
  const [, pid] = /^passerelle-tests-(\d+)-/.exec(name) ?? []
  try {
    return pid !== undefined && !process.kill(Number(pid), 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

function hasRoom(memory: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(memory)
    return process.platform === 'linux' && bavail * bsize > 4 * gib && freemem() > 8 * gib
  } catch {
    return false
  }
}

/** From now on temporary files of this process, and of those that it starts, lie here. */
export function putTemporaryFilesIn(folder: string): void {
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder
}

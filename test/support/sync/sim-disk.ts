import { cpSync, globSync, rmSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { paths } from '../../../src/main/store/open.ts'

/** What becomes of the files of a desk: in a power cut, and when somebody copies them. */
export function createDisk(folder: string, whole: boolean) {
  /** Files that no fsync reached: a power cut leaves their names, and nothing in them. */
  const unsynced = new Set<string>()
  const blobFiles = () => globSync(join(folder, 'blobs/*/*'))
  const copied = `${folder}-copy`
  return {
    /** Renames what may not be on the disk yet. */
    renamed<T>(fn: () => T): T {
      const written = blobFiles().filter((path) => path.endsWith('.partial'))
      const done = fn()
      for (const path of written) unsynced.add(path.replace(/\.partial$/, ''))
      return done
    },
    cutPower() {
      for (const path of unsynced) if (blobFiles().includes(path)) truncateSync(path, 0)
      unsynced.clear()
    },
    copy: () => cpSync(folder, copied, { recursive: true }),
    /** The high-water mark stays where it is: it is no part of the database. `whole`: it is copied back too. */
    putBack() {
      const { mark } = paths(folder)
      const kept = join(copied, 'kept')
      if (!whole) cpSync(mark, kept)
      rmSync(folder, { recursive: true })
      cpSync(copied, folder, { recursive: true })
      if (!whole) {
        cpSync(kept, mark)
        rmSync(join(folder, 'kept'))
      }
      rmSync(copied, { recursive: true })
    },
    /** The database on another computer, to which no mark came along. */
    carryTo(other: string) {
      cpSync(folder, other, { recursive: true })
      rmSync(paths(other).mark, { force: true })
    },
    remove: () => rmSync(copied, { recursive: true, force: true }),
  }
}

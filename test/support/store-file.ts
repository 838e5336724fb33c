import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openFile, type Sqlite } from '../../src/main/store/file.ts'
import { migrate } from '../../src/main/store/migrations.ts'
import type { Step } from '../../src/shared/ports.ts'
import { tempFolder, testKey } from './store.ts'

/** A step without faults. */
export const plain: Step = (_, fn) => fn()

/** An encrypted store file as the program of that version left it; gone when the test has finished. */
export function fileAt(version: number): Sqlite {
  const { folder, remove } = tempFolder()
  const sqlite = openFile(join(folder, 'desk.db'), testKey, { create: true })
  onTestFinished(() => {
    sqlite.close()
    remove()
  })
  migrate(sqlite, plain, version)
  return sqlite
}

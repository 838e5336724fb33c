import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, inject } from 'vitest'
import { putTemporaryFilesIn } from './run-folder.ts'

// Each file of tests has a folder of its own for what it writes, which goes with it.
const folder = mkdtempSync(join(inject('runFolder'), 'file-'))
chmodSync(folder, 0o1777) // as the place itself: a test may start a central as another user
putTemporaryFilesIn(folder)
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

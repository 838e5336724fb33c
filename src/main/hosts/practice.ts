import { basename, dirname, join } from 'node:path'

/**
 * The folder of practice mode: beside the real one and never in it, so that neither desk can open the other's store,
 * keys or lock.
 */
export const practiceDir = (dataDir: string): string => join(dirname(dataDir), `${basename(dataDir)}-practice`)

/** What starts the program for practice. */
export const practiceArgs = (dataDir: string): string[] => ['--demo', '--data', practiceDir(dataDir)]

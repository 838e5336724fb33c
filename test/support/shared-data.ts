import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

/** A file of the data beside the repository, which may not be there: test its existence, and say what was skipped. */
export function sharedData(name: string): string {
  const near = ['../shared/data', '../../shared/data'].map((folder) => resolve(folder, name))
  return near.find((path) => existsSync(path)) ?? resolve('../shared/data', name)
}

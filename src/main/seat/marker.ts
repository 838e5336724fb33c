import { existsSync } from 'node:fs'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Files } from '../officers/ports.ts'
import { paths } from '../store/open.ts'

/** A file that stands while the store is being made: what is found with it was never used. */
const name = 'setting-up'

export const setMarker = (files: Files): Result<null> => files.writeAtomically(name, new Uint8Array())
export const removeMarker = (files: Files): Result<null> => files.remove(name)

/**
 * What lies in the data folder where there is no key file: nothing, or a set-up that was cut short.
 * A store without a marker was in use and lost its key file: officers.key_file_missing, never an invitation to set up.
 */
export function leftovers(files: Files, storeFolder: string): Result<'nothing' | 'unfinished'> {
  const marked = files.read(name)
  if (!marked.ok) return marked
  if (marked.value !== null) return ok('unfinished')
  return existsSync(paths(storeFolder).database) ? fail('officers.key_file_missing') : ok('nothing')
}

import { z } from 'zod'
import type { Preferences } from '../../shared/contract/views.ts'
import { changedKeys } from '../../shared/keys/actions.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Files } from '../officers/ports.ts'

/** Language, colours and density of this desk's window: a small file, since they count before anybody signs in. */

const fileName = 'preferences.json'
const preferences = z.object({
  language: z.enum(['en', 'fr']).optional(),
  scheme: z.enum(['light', 'dark', 'auto']).optional(),
  density: z.enum(['comfortable', 'compact']).optional(),
  shortcuts: z.boolean().optional(),
  keys: changedKeys.optional(),
})

/** What was chosen. A damaged file counts as nothing chosen: there is nothing in it worth an error. */
export function readPreferences(files: Files): Result<Preferences> {
  const bytes = files.read(fileName)
  if (!bytes.ok) return bytes
  const parsed = preferences.safeParse(bytes.value && parseJson(new TextDecoder().decode(bytes.value)))
  return ok(parsed.success ? parsed.data : {})
}

/** Changes what is named; the rest stays. */
export function keepPreferences(files: Files, chosen: Preferences): Result<Preferences> {
  const before = readPreferences(files)
  if (!before.ok) return before
  const next = { ...before.value, ...chosen }
  const written = files.writeAtomically(fileName, new TextEncoder().encode(JSON.stringify(next)))
  return written.ok ? ok(next) : written
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

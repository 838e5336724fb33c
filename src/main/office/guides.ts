import { guideFile } from '../../shared/guides/guide.ts'
import { fail, type Result } from '../../shared/result.ts'
import type { Officer, Tools } from '../claims/tools.ts'
import { changeSettings } from './change-settings.ts'

/** Country guides of the office, in the place of those imported before. A file with one wrong entry changes nothing: `record.guides_invalid`. */
export function importGuides(tools: Tools, officer: Officer, text: string): Result<null> {
  const read = guideFile.safeParse(parsed(text))
  if (!read.success) return fail('record.guides_invalid', { where: read.error.issues[0]?.path.join('.') || 'format' })
  return changeSettings(tools, officer, { countryGuides: read.data.guides })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

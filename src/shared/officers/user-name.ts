import { fail, ok, type Result } from '../result.ts'

/** A user name in the one form that is kept and compared. Error: officers.user_name_invalid. */
export function parseUserName(text: string): Result<string> {
  const name = foldUserName(text)
  return /^[a-z0-9][a-z0-9._-]{1,62}$/.test(name) ? ok(name) : fail('officers.user_name_invalid')
}

/** What somebody typed at the door, made comparable; never refused, so that the answer to a bad name takes as long. */
export const foldUserName = (text: string): string => text.normalize('NFKC').trim().toLowerCase()

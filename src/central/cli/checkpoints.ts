import { fail, ok, type Result } from '../../shared/result.ts'
import { type Statement, statement } from '../../shared/sync/statement.ts'
import type { Services } from '../services.ts'
import { latestOfAll } from '../storage/checkpoints.ts'
import { checkCheckpoint } from '../sync/checkpoints.ts'
import { readText } from './text-file.ts'

/** Commands about checkpoints. Each gives the lines that it prints. */
type Lines = Promise<Result<readonly string[]>>

/** The last signed checkpoint of each stream, one a line as JSON: to be kept where this service cannot write. */
export const showCheckpoints = async ({ database }: Services): Lines =>
  ok((await latestOfAll(database.db)).map((one) => JSON.stringify(one)))

/**
 * Says of each kept checkpoint whether every event up to it is still what and where it was. Errors: central.no_checkpoint for
 * a file that holds none, central.checkpoint_differs where one does not stand.
 */
export async function checkCheckpoints(services: Services, file: string, say: (line: string) => void): Lines {
  const kept = (readText(file) ?? '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(statementOf)
  const found = await Promise.all(kept.map((one) => one && checkCheckpoint(services, one)))
  const checked = found.filter((one) => one !== undefined)
  if (checked.length === 0 || checked.length < kept.length) return fail('central.no_checkpoint')
  const lines = checked.map(({ found, stream, position, at }) => `${found}  ${stream}  ${position}  ${at}`)
  const bad = checked.filter((one) => one.found !== 'stands').length
  if (bad === 0) return ok(lines)
  for (const line of lines) say(line)
  return fail('central.checkpoint_differs', { count: String(bad) })
}

function statementOf(line: string): Statement | undefined {
  try {
    return statement.safeParse(JSON.parse(line)).data
  } catch {
    return undefined // not JSON
  }
}

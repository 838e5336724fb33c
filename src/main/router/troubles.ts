import { ORPCError, os } from '@orpc/server'
import type { Failure } from '../../shared/errors.ts'
import type { Random } from '../../shared/ports.ts'
import { failureOfReading } from '../store/sqlite-failure.ts'

/**
 * Goes around every procedure: whatever it throws reaches the window as a failure of the catalogue, with a next step.
 * - Input that the contract refuses: `desk.bad_input` with the field's path, never its value.
 * - A reading that met a damaged file or a failing disk: what the store's own failures say.
 * - A bug: `desk.bug` with a reference that the host's log repeats beside the frames; the bug itself is the `cause`,
 *   which stays in this process.
 */
export const answeringTroubles = (random: Random) =>
  os.middleware(async ({ next }) => {
    try {
      return await next()
    } catch (error) {
      throw answerTo(error, random)
    }
  })

function answerTo(error: unknown, random: Random): unknown {
  if (!(error instanceof ORPCError)) {
    const expected = failureOfReading(error)
    return expected ? failure(expected, error) : bug(error, random)
  }
  if (error.code === 'BAD_REQUEST') return failure({ code: 'desk.bad_input', params: { field: fieldOf(error.data) } })
  return error.status >= 500 ? bug(error, random) : error
}

const bug = (cause: unknown, random: Random) =>
  failure({ code: 'desk.bug', params: { reference: newReference(random) } }, cause)

const failure = (data: Failure, cause?: unknown) =>
  new ORPCError('FAILURE', { status: 422, message: data.code, data, cause })

/** Letters and digits that cannot be taken for one another, read aloud over a telephone (Crockford's base 32). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const newReference = (random: Random): string =>
  [...random.bytes(6)].map((byte) => alphabet[byte % alphabet.length]).join('')

/** Where the first thing that the contract refused stands, such as `fields.birthDate`; `?` for the input as a whole. */
function fieldOf(data: unknown): string {
  const issues = typeof data === 'object' && data !== null && 'issues' in data ? data.issues : undefined
  const path = Array.isArray(issues) ? issues[0]?.path : undefined
  return Array.isArray(path) && path.length > 0 ? path.map(String).join('.') : '?'
}

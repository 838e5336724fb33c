import { fail, ok, type Result } from '../../shared/result.ts'
import type { Services } from '../services.ts'
import { markLookedAt, type WithheldBody, withheld, withheldBody } from '../storage/quarantine.ts'
import { nameOf, streamItself } from '../storage/subject-keys.ts'
import { plainOf } from '../sync/pull.ts'
import { isUuid } from './is-uuid.ts'

/** Commands about events whose body is withheld. Each gives the lines that it prints. */
type Lines = Promise<Result<readonly string[]>>

/** Nobody looks through more at a time. */
const mostListed = 500

/** What nobody has looked at: event, code, since when, office, desk, officer, type, subject. Nothing of what it says. */
export async function quarantineList({ database }: Services, office?: string): Lines {
  const rows = await withheld(database.db, office, mostListed)
  return ok(
    rows.map((one) =>
      [
        ...[one.event, one.why, one.since.toISOString(), one.office, one.device, one.actor, one.type],
        `${one.kind}/${one.subject}`,
      ].join('  '),
    ),
  )
}

/** What one of them says, as JSON: for whoever decides about it. Errors: central.not_withheld, central.withheld_gone. */
export async function quarantineShow(services: Services, event: string): Lines {
  const row = isUuid(event) ? await withheldBody(services.database.db, event) : undefined
  if (!row) return fail('central.not_withheld')
  const text = await textOf(services, row)
  return text === undefined ? fail('central.withheld_gone') : ok([text])
}

/** Salt, before the body. */
const saltLength = 16

async function textOf({ database, keys }: Services, row: WithheldBody): Promise<string | undefined> {
  const { stream, kind, subject: id } = row
  const itself = streamItself(stream)
  const known = await keys.forReading(database.db, stream, [{ kind, id }, itself])
  return plainOf(row, known, nameOf(itself))?.subarray(saltLength).toString('utf8')
}

/**
 * Somebody looked: what they did about it is kept, and it is listed no more. It stays withheld, for a desk has built on that;
 * what is right is done again by whoever may. Errors: central.not_withheld.
 */
export async function quarantineLooked(
  { database, clock }: Services,
  event: string,
  { by, outcome }: { readonly by: string; readonly outcome: string },
): Lines {
  const at = new Date(clock.now())
  const marked = isUuid(event) && (await markLookedAt(database.db, { event, by, outcome, at }))
  return marked ? ok([]) : fail('central.not_withheld')
}

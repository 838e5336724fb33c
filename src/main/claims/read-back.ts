import type { ReadBackView } from '../../shared/contract/views.ts'
import type { EventBody } from '../../shared/domain/catalogue.ts'
import { isStillShown, type ReadBack, readBackHeads, type Shown } from '../../shared/domain/read-back.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { lastEvent } from '../store/log/last-event.ts'
import { query } from '../store/query.ts'
import type { Reader } from '../store/types.ts'
import { fieldsOf } from './fields.ts'
import { inClaim } from './take-in.ts'
import { type ClaimFile, type Officer, officerNames, type Tools } from './tools.ts'

/** What the claimant said of their own data when the screen was turned to them. */

interface Said extends ReadBack {
  readonly claimId: Uuid
  /** Events that held the fields on the screen. */
  readonly bases: readonly Uuid[]
}

/**
 * Notes what the claimant said. `claims.read_back_changed` when the record is no longer what the screen showed,
 * `claims.read_back_empty` when it showed no name.
 */
export function noteReadBack(tools: Tools, officer: Officer, said: Said): Result<ClaimFile> {
  const { claimId, bases, ...body } = said
  return inClaim(tools, officer, claimId, 'complete', (tx, claim) => {
    const now = shownNow(tx, claim.personId)
    if (now.heads.length === 0) return fail('claims.read_back_empty')
    if (!isStillShown({ heads: bases, photo: body.photo }, now)) return fail('claims.read_back_changed')
    tx.append({ subject: { kind: 'claim', id: claimId }, type: 'claim.read_back', body, bases: now.heads })
    return ok(null)
  })
}

/** The last read-back of a claim, and whether it still speaks of what the record says now. */
export function readBackOf(reader: Reader, claimId: string, now: Shown): ReadBackView | undefined {
  const event = lastEvent(reader, { kind: 'claim', id: claimId }, ['claim.read_back'])
  if (!event?.body) return undefined
  const said = event.body as EventBody<'claim.read_back'>
  return {
    language: said.language,
    wrong: said.wrong,
    current: isStillShown({ heads: event.bases, photo: said.photo }, now),
    by: officerNames(reader)(event.actor),
    at: new Date(event.at).toISOString(),
  }
}

function shownNow(reader: Reader, personId: string): Shown {
  const person = reader.first(query.selectFrom('person').select('photo_print').where('id', '=', personId))
  return {
    heads: readBackHeads(fieldsOf(reader, { kind: 'person', id: personId })),
    photo: person?.photo_print ?? undefined,
  }
}

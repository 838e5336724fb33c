import type { OfficerView } from '../../shared/contract/views.ts'
import { officeId, officeOf as placeOf } from '../../shared/domain/ports-of-entry.ts'
import { claimAllows } from '../../shared/domain/states.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { cancelOpen } from '../appointments/rows.ts'
import { subjectsOf, wholeTimeline } from '../claims/timeline.ts'
import { type ClaimFile, findClaim, officerNames, type Tools, today } from '../claims/tools.ts'
import { officeOf } from '../office/settings.ts'
import { query } from '../store/query.ts'
import type { Reader, Tx } from '../store/types.ts'
import { readCentral } from '../sync/enrolment.ts'
import { withFamily } from './ownership.ts'

export interface Moving {
  readonly claimId: Uuid
  /** Key of the other office in ports-of-entry.ts. */
  readonly to: string
  readonly reason: string
}

/**
 * Gives a claim to another office, with the open claims of its family; what is booked for the people is given up. The
 * central brings it there once this desk settles. Gives the claims that go. Errors: desk.not_found, sync.not_enrolled,
 * casework.same_office, casework.papers_open, claims.not_in_this_state.
 */
export function moveClaim(
  tools: Tools,
  officer: Pick<OfficerView, 'id'>,
  { claimId, to, reason }: Moving,
): Result<readonly Uuid[]> {
  const { store } = tools
  if (!readCentral(store)) return fail('sync.not_enrolled')
  if (!placeOf(to)) return fail('desk.bad_input', { field: 'to' })
  if (officeOf(store).id === officeId(to)) return fail('casework.same_office')
  return store.transact({ actor: officer.id }, (tx) => {
    const claim = findClaim(tx, claimId)
    if (!claim.ok) return claim
    const { state } = claim.value
    if (!claimAllows(state, 'move')) return fail('claims.not_in_this_state', { state })
    const moving = withFamily(tx, claim.value)
    const ids = moving.map(({ id }) => id)
    if (hasPapersOpen(tx, ids)) return fail('casework.papers_open')
    cancelOpen(tx, ids, reason)
    for (const one of moving)
      tx.append({
        subject: { kind: 'claim', id: one.id },
        type: 'claim.moved_out',
        body: { to, reason, on: today(tools), ...goingAlong(tx, one, ids) },
      })
    return ok(ids)
  })
}

/** The records of people that a claim speaks of, those of them that go on here, and who wrote of it. */
function goingAlong(tx: Tx, { id, personId, personN }: ClaimFile, moving: readonly Uuid[]) {
  const events = subjectsOf(tx, id).flatMap((subject) => wholeTimeline(tx, subject))
  const linked = events.flatMap(({ type, body }) => {
    const { instead, person } = (body ?? {}) as { instead?: string; person?: string }
    return type === 'claim.person_linked' || type === 'claim.opened'
      ? [instead, person].flatMap((one) => one ?? [])
      : []
  })
  const people = [...new Set([personId, ...linked])]
  const other = tx.first(
    query.selectFrom('claim').select('id').where('person_n', '=', personN).where('id', 'not in', moving),
  )
  const nameOf = officerNames(tx)
  const known = new Set(tx.all(query.selectFrom('officer').select('id')).map((row) => row.id))
  const officers = [...new Set(events.map(({ actor }) => actor))]
    .filter((actor) => known.has(actor))
    .map((actor) => ({ id: actor, name: nameOf(actor) }))
  return { people, staying: other ? people : [], officers }
}

const hasPapersOpen = (reader: Reader, claims: readonly Uuid[]): boolean =>
  reader.first(
    query.selectFrom('document').select('id').where('claim', 'in', claims).where('state', 'in', ['reserved', 'sent']),
  ) !== undefined

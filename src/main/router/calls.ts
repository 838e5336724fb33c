import { implement } from '@orpc/server'
import { deskContract } from '../../shared/contract/desk.ts'
import type { OfficerView } from '../../shared/contract/views.ts'
import type { AccessAct } from '../../shared/domain/access-acts.ts'
import { type Action, type AuthorityTarget, readingActions } from '../../shared/domain/authority.ts'
import type { Failure } from '../../shared/errors.ts'
import { actingOfficer } from '../../shared/officers/seat.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { findClaim, officerRow } from '../claims/tools.ts'
import type { Core, OpenDesk } from '../seat/core.ts'
import { verdictOf } from '../seat/holds.ts'
import { query } from '../store/query.ts'

/** What every procedure of the router shares: how failures travel, who is acting, and whether they may. */

export const os = implement(deskContract)

export interface Errors {
  FAILURE(options: { message: string; data: Failure }): Error
}

/** The value of a result, or the contract's error with its failure. */
export function give<T>(result: Result<T>, errors: Errors): T {
  if (result.ok) return result.value
  throw errors.FAILURE({ message: result.failure.code, data: result.failure })
}

/** The officer at the desk, with the open desk. */
export interface Acting {
  readonly desk: OpenDesk
  readonly officer: OfficerView
}

/** Who acts now: signed in, not locked, second factor given. Read anew at each call: a change of roles counts at once. */
export function acting(core: Core): Result<Acting> {
  const id = actingOfficer(core.session.seat())
  if (!id.ok) return id
  const desk = core.opened()
  const row = desk?.store.first(query.selectFrom('officer').selectAll().where('id', '=', id.value))
  if (!desk || !row) return fail('officers.not_signed_in')
  return row.disabled ? fail('officers.disabled') : ok({ desk, officer: officerRow(row) })
}

/** Who acts, if the table of authority allows it; a refusal is written to the access log at once. */
export function allowed(core: Core, action: Action, target: AuthorityTarget = {}): Result<Acting> {
  const who = acting(core)
  if (!who.ok) return who
  const { desk, officer } = who.value
  const verdict = verdictOf(desk.store, officer, action, target)
  if (verdict.allowed) return !withoutLease.has(action) && core.syncView(desk).ended ? fail('sync.lease_ended') : who
  desk.store.access.note({ actor: officer.id, act: 'refused', details: { action, reason: verdict.reasonCode } })
  const flushed = desk.store.access.flush()
  return flushed.ok ? fail(verdict.reasonCode) : flushed
}

/**
 * What a desk that was too long without its central may still do: find it again, under a new identity where it must have
 * one. Nothing of the record is shown.
 */
const withoutLease: ReadonlySet<Action> = new Set<Action>([
  'sync.now',
  'sync.let_erase',
  'sync.enrol',
  'sync.desks',
  'settings.view',
  'store.restore',
])

/** Who acts on a claim, if they may; `act` is noted in the access log when the claim is only looked at. */
export function onClaim(core: Core, action: Action, claimId: string, act?: AccessAct): Result<Acting> {
  // The role first: whoever may not look is not told which claims exist.
  const who = allowed(core, action)
  if (!who.ok) return who
  const claim = findClaim(who.value.desk.store, claimId)
  if (!claim.ok) return claim
  // Another office has it: here it is read and nothing else.
  if (claim.value.state === 'moved' && !readingActions.has(action)) return fail('claims.moved_elsewhere')
  const checked = allowed(core, action, { owner: claim.value.owner || null })
  if (checked.ok && act) note(checked.value, act, { kind: 'claim', id: claimId })
  return checked
}

/** Who acts on a paper: as on its claim. */
export function onDocument(
  core: Core,
  action: Action,
  documentId: string,
): Result<Acting & { readonly claimId: string }> {
  const who = allowed(core, action)
  if (!who.ok) return who
  const row = who.value.desk.store.first(query.selectFrom('document').select('claim').where('id', '=', documentId))
  if (!row) return fail('desk.not_found')
  const checked = onClaim(core, action, row.claim)
  return checked.ok ? ok({ ...checked.value, claimId: row.claim }) : checked
}

/** Notes a look in the access log. */
export function note(
  { desk, officer }: Acting,
  act: AccessAct,
  subject?: { kind: 'claim' | 'document' | 'photo' | 'confirmation' | 'card_file'; id: string },
  details?: Record<string, string | number>,
): void {
  desk.store.access.note({ actor: officer.id, act, ...(subject ? { subject } : {}), ...(details ? { details } : {}) })
}

/** Runs `work` on what a check allowed, before the store may close; any failure becomes the contract's error. */
export async function withAllowed<A extends Acting, T>(
  check: Result<A>,
  errors: Errors,
  work: (who: A) => Result<T> | Promise<Result<T>>,
): Promise<T> {
  const who = give(check, errors)
  return give(await who.desk.during(() => work(who)), errors)
}

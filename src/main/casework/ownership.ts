import type { OfficerCases, OfficerView } from '../../shared/contract/views.ts'
import { inBacklog } from '../../shared/domain/states.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { append } from '../claims/family/link.ts'
import { membershipOf, membersOf } from '../claims/family/members.ts'
import { type ClaimFile, findClaim, officerRow, type Tools } from '../claims/tools.ts'
import { holds, verdictOf } from '../seat/holds.ts'
import { query, sql } from '../store/query.ts'
import type { Reader } from '../store/types.ts'

/** Whose a claim is: taking, assigning, handing on, and what somebody who left leaves behind. */

export interface Assignment {
  readonly claimId: Uuid
  readonly to: Uuid
  /** Needed where another officer has the claim. */
  readonly reason?: string | undefined
}

/**
 * Makes a claim the officer's, with the open claims of its family. Gives those that moved. Errors: desk.not_found,
 * casework.officer_gone, casework.officer_cannot, casework.already_theirs, casework.reason_needed, and those of the table
 * of authority: taking is anybody's, giving what is another's is a supervisor's, giving one's own is one's own.
 */
export function assignClaim(
  { store }: Tools,
  officer: OfficerView,
  { claimId, to, reason }: Assignment,
): Result<readonly Uuid[]> {
  return store.transact({ actor: officer.id }, (tx) => {
    const able = ableToWork(tx, to)
    if (!able.ok) return able
    const claim = findClaim(tx, claimId)
    if (!claim.ok) return claim
    const moving = withFamily(tx, claim.value).filter(({ owner }) => owner !== to)
    if (moving.length === 0) return fail('casework.already_theirs')
    for (const { owner } of moving) {
      const refused = refusalOf(tx, officer, owner, to)
      if (refused) return refused
    }
    if (moving.some(({ owner }) => owner !== '') && !reason) return fail('casework.reason_needed')
    for (const { id, owner } of moving) give(tx, id, owner, to, reason)
    return ok(moving.map(({ id }) => id))
  })
}

function give(tx: Parameters<typeof append>[0], claim: Uuid, from: string, to: Uuid, reason?: string): void {
  const rest = { ...(from ? { from } : {}), ...(reason ? { reason } : {}) }
  append(tx, claim, 'claim.handed_over', { 'case.owner': to }, rest)
}

/** The claim and the open claims of its family. */
export function withFamily(reader: Reader, claim: ClaimFile): ClaimFile[] {
  const family = membershipOf(reader, claim.id)?.family
  const others = (family ? membersOf(reader, family) : []).flatMap((member) => {
    const file = member.claim === claim.id ? undefined : findClaim(reader, member.claim)
    return file?.ok && inBacklog(file.value.state) ? [file.value] : []
  })
  return [claim, ...others]
}

function refusalOf(reader: Reader, officer: OfficerView, owner: string, to: Uuid): Result<never> | undefined {
  if (holds(reader, officer, 'claim.assign')) return undefined
  const action = to === officer.id ? 'claim.take' : 'claim.transfer'
  const verdict = verdictOf(reader, officer, action, { owner: owner || null })
  return verdict.allowed ? undefined : fail(verdict.reasonCode)
}

function ableToWork(reader: Reader, id: Uuid): Result<OfficerView> {
  const row = reader.first(query.selectFrom('officer').selectAll().where('id', '=', id))
  if (!row || row.disabled) return fail('casework.officer_gone')
  const officer = officerRow(row)
  return holds(reader, officer, 'claim.edit') ? ok(officer) : fail('casework.officer_cannot')
}

/** Every officer who works on claims, or left some: how many open ones they have. Those who left come first. */
export function officerCases({ store }: Tools): OfficerCases[] {
  return store
    .all(query.selectFrom('officer').selectAll().orderBy('disabled', 'desc').orderBy('display_name'))
    .map((row) => {
      const officer = officerRow(row)
      const open = openOf(store, officer.id)
      return {
        id: officer.id,
        name: officer.displayName,
        gone: officer.disabled,
        open,
        can: holds(store, officer, 'claim.edit'),
      }
    })
    .filter(({ gone, open, can }) => open > 0 || (can && !gone))
    .map(({ can, ...cases }) => ({ ...cases, works: can && !cases.gone }))
}

const openOf = (reader: Reader, owner: Uuid): number =>
  reader.first(sql<{ n: number }>`select count(*) as n from claim indexed by claim_owner_state_updated
    where owner = ${owner} and state in ('intake', 'undecided', 'suspended', 'ineligible_proposed')`)?.n ?? 0

/** Claims moved in one transaction: what is cut short goes on where it stopped, for the rest are still the leaver's. */
const atOnce = 200

/**
 * Moves every open claim of an officer to others, each family to one of them, to whom has the fewest of these. Gives how
 * many moved. Errors: casework.officer_gone, casework.officer_cannot.
 */
export function handOverAll(
  tools: Tools,
  officer: OfficerView,
  { from, to, reason }: { readonly from: Uuid; readonly to: readonly Uuid[]; readonly reason: string },
): Result<number> {
  const load = new Map(to.map((id) => [id, 0]))
  let moved = 0
  for (;;) {
    const done = tools.store.transact({ actor: officer.id }, (tx) => {
      for (const id of to) {
        const able = id === from ? fail('casework.already_theirs') : ableToWork(tx, id)
        if (!able.ok) return able
      }
      let here = 0
      for (const id of leftBy(tx, from)) {
        const claim = findClaim(tx, id)
        if (!claim.ok || claim.value.owner !== from) continue
        const together = withFamily(tx, claim.value).filter(({ owner }) => owner === from)
        const [next = ''] = [...load].sort((a, b) => a[1] - b[1])[0] ?? []
        for (const member of together) give(tx, member.id, from, next, reason)
        load.set(next, (load.get(next) ?? 0) + together.length)
        here += together.length
      }
      return ok(here)
    })
    if (!done.ok) return done
    moved += done.value
    if (done.value === 0) return ok(moved)
  }
}

const leftBy = (reader: Reader, owner: Uuid): Uuid[] =>
  reader
    .all(sql<{ id: Uuid }>`select id from claim indexed by claim_owner_state_updated
      where owner = ${owner} and state in ('intake', 'undecided', 'suspended', 'ineligible_proposed') limit ${atOnce}`)
    .map(({ id }) => id)

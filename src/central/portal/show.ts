import type { ClaimAnswer } from '../../shared/contract/portal.ts'
import { officeOf } from '../../shared/domain/ports-of-entry.ts'
import type { PublicEvent } from '../../shared/portal/view/events.ts'
import { claimantView } from '../../shared/portal/view.ts'
import { dateIn } from '../../shared/rules/dates.ts'
import { done, type Outcome, refuse } from '../problem.ts'
import type { Db } from '../storage/database.ts'
import { claimsOf, type PortalClaimRow } from '../storage/portal/claims.ts'
import { officeSeen, publicEvents, subjectsOf } from '../storage/portal/shown.ts'
import type { Account } from './accounts.ts'
import { openBodies } from './open-bodies.ts'
import type { PortalParts } from './portal.ts'

/** The public events of a claim, its person, its photos and papers, as the stream holds them. */
export async function eventsOf(
  parts: Pick<PortalParts, 'keys'>,
  db: Db,
  claim: PortalClaimRow,
): Promise<PublicEvent[]> {
  const subjects = [
    { kind: 'claim', id: claim.claim },
    { kind: 'person', id: claim.person },
    ...(await subjectsOf(db, claim.stream, claim.claim)),
  ]
  const rows = await publicEvents(db, claim.stream, subjects)
  const opened = await openBodies(parts, db, { stream: claim.stream, subjects }, rows)
  return opened.map((row) => ({
    ...{ id: row.id, type: row.type, subject: { kind: row.kind, id: row.subject }, at: row.at_ms },
    ...{ hlc: { ms: row.hlc_ms, counter: row.hlc_counter }, body: row.body },
  }))
}

/** What the person is shown of a claim: as the central knows it now, with the moment up to which the office's desks told it. */
export async function showClaim(parts: PortalParts, account: Account, claimId: string): Promise<Outcome<ClaimAnswer>> {
  const { database, clock } = parts
  const claim = (await claimsOf(database.db, account.account)).find((row) => row.claim === claimId)
  if (!claim) return refuse(404, 'no_claim')
  const today = dateIn(officeOf(claim.office)?.zone ?? 'America/Toronto', clock.now())
  const view = claimantView(claimId, await eventsOf(parts, database.db, claim), today)
  if (!view.applicationNumber) return refuse(410, 'erased')
  const seen = await officeSeen(database.db, claim.office)
  return done({
    ...view,
    asOf: { portal: new Date(clock.now()).toISOString(), office: seen?.toISOString() ?? null },
  })
}

import type { ClaimAnswer, PreparationAnswer } from '../../shared/contract/portal.ts'
import { officeOf } from '../../shared/domain/ports-of-entry.ts'
import { guidesIn } from '../../shared/guides/guide.ts'
import { countriesSaid, guidesShown, preparationOf } from '../../shared/portal/preparation.ts'
import type { PublicEvent } from '../../shared/portal/view/events.ts'
import { type ClaimantView, claimantView } from '../../shared/portal/view.ts'
import { dateIn } from '../../shared/rules/dates.ts'
import { deadlineSettingsIn } from '../../shared/rules/deadlines.ts'
import { done, type Outcome, refuse } from '../problem.ts'
import type { Db } from '../storage/database.ts'
import { claimsOf, type PortalClaimRow } from '../storage/portal/claims.ts'
import { fieldEvents, officeSeen, policyEvents, publicEvents, subjectsOf } from '../storage/portal/shown.ts'
import type { Account } from './accounts.ts'
import { openBodies } from './open-bodies.ts'
import type { PortalParts } from './portal.ts'

/** The public events of a claim, its person, its photos and papers, as the stream holds them. */
export async function eventsOf(
  parts: Pick<PortalParts, 'keys'>,
  db: Db,
  claim: PortalClaimRow,
  read: typeof publicEvents = publicEvents,
): Promise<PublicEvent[]> {
  const subjects = [
    { kind: 'claim', id: claim.claim },
    { kind: 'person', id: claim.person },
    ...(await subjectsOf(db, claim.stream, claim.claim)),
  ]
  const rows = await read(db, claim.stream, subjects)
  const opened = await openBodies(parts, db, { stream: claim.stream, subjects }, rows)
  return opened.map((row) => ({
    ...{ id: row.id, type: row.type, subject: { kind: row.kind, id: row.subject }, at: row.at_ms },
    ...{ hlc: { ms: row.hlc_ms, counter: row.hlc_counter }, body: row.body },
  }))
}

interface Shown {
  readonly claim: PortalClaimRow
  readonly view: ClaimantView
  readonly asOf: ClaimAnswer['asOf']
  /** The office's day. */
  readonly today: string
  readonly settings: Readonly<Record<string, unknown>>
}

/** A claim of the account as its person is shown it, with the moment up to which the office's desks told it. */
export async function shown(parts: PortalParts, account: Account, claimId: string): Promise<Outcome<Shown>> {
  const { database, clock } = parts
  const claim = (await claimsOf(database.db, account.account)).find((row) => row.claim === claimId)
  if (!claim) return refuse(404, 'no_claim')
  const today = dateIn(officeOf(claim.office)?.zone ?? 'America/Toronto', clock.now())
  const settings = await officeSettings(parts, database.db, claim.stream)
  const events = await eventsOf(parts, database.db, claim)
  const view = claimantView(claimId, events, today, deadlineSettingsIn(settings))
  if (!view.applicationNumber) return refuse(410, 'erased')
  const seen = await officeSeen(database.db, claim.office)
  const asOf = { portal: new Date(clock.now()).toISOString(), office: seen?.toISOString() ?? null }
  return done({ claim, view, asOf, today, settings })
}

export async function showClaim(parts: PortalParts, account: Account, claimId: string): Promise<Outcome<ClaimAnswer>> {
  const claim = await shown(parts, account, claimId)
  return claim.ok ? done({ ...claim.value.view, asOf: claim.value.asOf }) : claim
}

/** What helps to get ready for the interview, and the guides of the countries that the person named. */
export async function showPreparation(
  parts: PortalParts,
  account: Account,
  claimId: string,
): Promise<Outcome<PreparationAnswer>> {
  const claim = await shown(parts, account, claimId)
  if (!claim.ok) return claim
  const { view, asOf, today, settings } = claim.value
  const { db } = parts.database
  const countries = countriesSaid(await eventsOf(parts, db, claim.value.claim, fieldEvents))
  return done({ ...preparationOf(view, today), guides: guidesShown(countries, guidesIn(settings)), asOf })
}

/** What the office chose, its guides among it: settings travel with the events. */
async function officeSettings(
  { keys }: Pick<PortalParts, 'keys'>,
  db: Db,
  stream: string,
): Promise<Readonly<Record<string, unknown>>> {
  const subjects = [{ kind: 'office', id: stream }]
  const opened = await openBodies({ keys }, db, { stream, subjects }, await policyEvents(db, stream, subjects))
  const settings: Record<string, unknown> = {}
  for (const { body } of opened) Object.assign(settings, (body as { settings?: object } | null)?.settings)
  return settings
}

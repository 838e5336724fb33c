import type { ClaimantScreenView } from '../../shared/contract/views.ts'
import type { EventBody } from '../../shared/domain/catalogue.ts'
import type { LoggedEvent, Subject } from '../../shared/domain/event.ts'
import type { PublicEvent } from '../../shared/portal/view/events.ts'
import { claimantView } from '../../shared/portal/view.ts'
import { ok, type Result } from '../../shared/result.ts'
import { wholeTimeline } from '../claims/timeline.ts'
import { findClaim, type Tools, today } from '../claims/tools.ts'
import { query } from '../store/query.ts'
import type { Reader } from '../store/types.ts'
import { readCentral } from '../sync/enrolment.ts'

/** The claim as its person sees it: the same function over the same public events as the portal's (shared/portal/view.ts). */
export function asClaimant(tools: Tools, claimId: string): Result<ClaimantScreenView> {
  const claim = findClaim(tools.store, claimId)
  if (!claim.ok) return claim
  const central = readCentral(tools.store)
  return ok({
    view: claimantView(claimId, publicEventsOf(tools.store, claimId), today(tools)),
    asOf: { portal: new Date(tools.clock.now()).toISOString(), office: central?.settledAt ?? null },
  })
}

/** Public events about a claim, the person that it was opened for, its photos and papers; without what has no effect. */
export function publicEventsOf(reader: Reader, claimId: string): PublicEvent[] {
  const own = wholeTimeline(reader, { kind: 'claim', id: claimId })
  const opened = own.find(({ type }) => type === 'claim.opened')?.body as EventBody<'claim.opened'> | null | undefined
  const subjects: Subject[] = [
    ...(opened ? [{ kind: 'person', id: opened.person } as const] : []),
    ...reader.all(query.selectFrom('photo').select('id').where('claim', '=', claimId)).map(photoOf),
    ...reader.all(query.selectFrom('appointment').select('id').where('about_id', '=', claimId)).map(appointmentOf),
    ...reader.all(query.selectFrom('document').select('id').where('claim', '=', claimId)).map(paperOf),
  ]
  return [...own, ...subjects.flatMap((subject) => wholeTimeline(reader, subject))].filter(isShown).map(asPublic)
}

const photoOf = ({ id }: { id: string }) => ({ kind: 'photo', id }) as const
const appointmentOf = ({ id }: { id: string }) => ({ kind: 'appointment', id }) as const
const paperOf = ({ id }: { id: string }) => ({ kind: 'document', id }) as const

const isShown = ({ visibility, verdict }: LoggedEvent): boolean =>
  visibility === 'public' && verdict !== 'superseded' && verdict !== 'quarantined'

const asPublic = ({ id, type, subject, at, hlc, body }: LoggedEvent): PublicEvent => ({
  ...{ id, type, subject, at, hlc, body },
})

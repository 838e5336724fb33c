import type { ClaimantScreenView } from '../../shared/contract/views.ts'
import type { EventBody } from '../../shared/domain/catalogue.ts'
import type { LoggedEvent, Subject } from '../../shared/domain/event.ts'
import { countriesSaid, guidesShown, preparationOf } from '../../shared/portal/preparation.ts'
import type { PublicEvent } from '../../shared/portal/view/events.ts'
import { type ClaimantView, claimantView } from '../../shared/portal/view.ts'
import { ok, type Result } from '../../shared/result.ts'
import { wholeTimeline } from '../claims/timeline.ts'
import { findClaim, type Tools, today } from '../claims/tools.ts'
import { importedGuides } from '../office/guides.ts'
import { deadlineSettingsOf } from '../office/settings.ts'
import { query } from '../store/query.ts'
import type { Reader } from '../store/types.ts'
import { readCentral } from '../sync/enrolment.ts'

/** The claim as its person sees it: the same function over the same public events as the portal's (shared/portal/view.ts). */
export function asClaimant(tools: Tools, claimId: string): Result<ClaimantScreenView> {
  const claim = findClaim(tools.store, claimId)
  if (!claim.ok) return claim
  const { store } = tools
  const central = readCentral(store)
  const view = shownToClaimant(tools, claimId)
  const countries = countriesSaid(fieldEventsOf(store, claimId))
  return ok({
    view,
    preparation: {
      ...preparationOf(view, today(tools)),
      guides: guidesShown(countries, importedGuides(store, countries)),
    },
    asOf: { portal: new Date(tools.clock.now()).toISOString(), office: central?.settledAt ?? null },
  })
}

/** What was said in fields of the claim and of the person that it was opened for. */
function fieldEventsOf(reader: Reader, claimId: string): PublicEvent[] {
  const { own, person } = claimAndPerson(reader, claimId)
  return [...own, ...person].filter((event) => fieldTypes.has(event.type) && hasEffect(event)).map(asPublic)
}

const fieldTypes: ReadonlySet<string> = new Set(['person.set', 'claim.set', 'person.amended', 'claim.amended'])

/** What the person is shown of the claim today. */
export const shownToClaimant = (tools: Tools, claimId: string): ClaimantView =>
  claimantView(claimId, publicEventsOf(tools.store, claimId), today(tools), deadlineSettingsOf(tools.store))

/** Public events about a claim, the person that it was opened for, its photos and papers; without what has no effect. */
export function publicEventsOf(reader: Reader, claimId: string): PublicEvent[] {
  const { own, person } = claimAndPerson(reader, claimId)
  const subjects: Subject[] = [
    ...reader.all(query.selectFrom('photo').select('id').where('claim', '=', claimId)).map(photoOf),
    ...reader.all(query.selectFrom('appointment').select('id').where('about_id', '=', claimId)).map(appointmentOf),
    ...reader.all(query.selectFrom('document').select('id').where('claim', '=', claimId)).map(paperOf),
  ]
  const others = subjects.flatMap((subject) => wholeTimeline(reader, subject))
  return [...own, ...person, ...others]
    .filter((event) => event.visibility === 'public' && hasEffect(event))
    .map(asPublic)
}

function claimAndPerson(reader: Reader, claimId: string): Record<'own' | 'person', readonly LoggedEvent[]> {
  const own = wholeTimeline(reader, { kind: 'claim', id: claimId })
  const opened = own.find(({ type }) => type === 'claim.opened')?.body as EventBody<'claim.opened'> | null | undefined
  return { own, person: opened ? wholeTimeline(reader, { kind: 'person', id: opened.person }) : [] }
}

const photoOf = ({ id }: { id: string }) => ({ kind: 'photo', id }) as const
const appointmentOf = ({ id }: { id: string }) => ({ kind: 'appointment', id }) as const
const paperOf = ({ id }: { id: string }) => ({ kind: 'document', id }) as const

const hasEffect = ({ verdict }: LoggedEvent): boolean => verdict !== 'superseded' && verdict !== 'quarantined'

const asPublic = ({ id, type, subject, at, hlc, body }: LoggedEvent): PublicEvent => ({
  ...{ id, type, subject, at, hlc, body },
})

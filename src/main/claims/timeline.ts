import type { OfficerView, TimelineEntry } from '../../shared/contract/views.ts'
import type { EventBody } from '../../shared/domain/catalogue.ts'
import type { LoggedEvent, Subject } from '../../shared/domain/event.ts'
import { arrivalFields, mayConflict } from '../../shared/domain/fields.ts'
import { describe } from '../../shared/domain/timeline.ts'
import { ok, type Result } from '../../shared/result.ts'
import { mayKnow } from '../casework/notes.ts'
import { uuidBytes } from '../store/log/uuid.ts'
import { query } from '../store/query.ts'
import type { Reader } from '../store/types.ts'
import { membershipOf } from './family/members.ts'
import { findClaim, officerNames, type Tools } from './tools.ts'

/** Everything that happened to a claim, its person, their photos and its papers, newest first, in words. Without the notes that are not for this officer; for nobody, without any. */
export function claimTimeline(
  { store }: Tools,
  claimId: string,
  officer?: Pick<OfficerView, 'id' | 'roles'>,
): Result<TimelineEntry[]> {
  const claim = findClaim(store, claimId)
  if (!claim.ok) return claim
  const events = subjectsOf(store, claimId)
    .flatMap((subject) => wholeTimeline(store, subject))
    .filter((event) => mayKnow(officer, event))
    .sort((a, b) => a.position - b.position)
  const nameOf = namesIn(store, events)
  const before = new Map<string, unknown>()
  return ok(events.map((event) => entryOf(event, nameOf, before)).reverse())
}

/** Names of officers; of another office those that came along with the claim. */
function namesIn(reader: Reader, events: readonly LoggedEvent[]): (id: string) => string {
  const own = officerNames(reader)
  const brought = new Map(
    events.flatMap(({ type, body }) =>
      type === 'claim.moved_out' && body
        ? (body as EventBody<'claim.moved_out'>).officers.map(({ id, name }) => [id, name] as const)
        : [],
    ),
  )
  return (id) => brought.get(id) ?? own(id)
}

/** Everything whose events belong to a claim: itself, its person, their papers, photos and appointments, its family. */
export function subjectsOf(reader: Reader, claimId: string): Subject[] {
  const claim = findClaim(reader, claimId)
  if (!claim.ok) return []
  const papers = reader.all(query.selectFrom('document').select('id').where('claim', '=', claimId))
  const photos = reader.all(query.selectFrom('photo').select('id').where('claim', '=', claimId))
  const booked = reader.all(query.selectFrom('appointment').select('id').where('about_id', '=', claimId))
  const family = membershipOf(reader, claimId)
  return [
    { kind: 'claim', id: claimId },
    { kind: 'person', id: claim.value.personId },
    ...papers.map(({ id }) => ({ kind: 'document', id }) as const),
    ...photos.map(({ id }) => ({ kind: 'photo', id }) as const),
    ...booked.map(({ id }) => ({ kind: 'appointment', id }) as const),
    // A family that came through the waiting room has the party's id.
    ...(family ? [{ kind: 'arrival', id: family.family } as const] : []),
  ]
}

/** Where in the log the last event of these types about a subject stands; 0 if there is none. */
export const lastPosition = (reader: Reader, subject: Subject, types: readonly string[]): number =>
  reader.first(
    query
      .selectFrom('event')
      .innerJoin('subject', 'subject.n', 'event.subject')
      .select('event.position')
      .where('subject.kind', '=', subject.kind)
      .where('subject.id', '=', uuidBytes(subject.id))
      .where('event.type', 'in', types)
      .orderBy('event.position', 'desc')
      .limit(1),
  )?.position ?? 0

/** Every event about a subject, oldest first. */
export function wholeTimeline(reader: Reader, subject: Subject): LoggedEvent[] {
  const events: LoggedEvent[] = []
  const size = 200
  for (;;) {
    const page = reader.timeline(subject, { after: events.at(-1)?.position ?? 0, limit: size })
    events.push(...page)
    if (page.length < size) return events
  }
}

const hasEffect = ({ verdict }: LoggedEvent): boolean => verdict !== 'superseded' && verdict !== 'quarantined'

/** One entry. `before` carries the values of fields along, oldest event first, so that each change shows what it replaced. */
function entryOf(event: LoggedEvent, nameOf: (id: string) => string, before: Map<string, unknown>): TimelineEntry {
  const fields = Object.entries((event.body as { fields?: Record<string, unknown> } | null)?.fields ?? {})
  const shown = fields.filter(([field]) => isShown(event.subject, field))
  const changes = shown.map(([field, after]) => {
    const key = `${event.subject.id}.${field}`
    const change = { field, before: before.get(key), after: after ?? undefined }
    if (hasEffect(event)) before.set(key, change.after)
    return change
  })
  return {
    event: event.id,
    at: new Date(event.at).toISOString(),
    by: nameOf(event.actor),
    type: event.type,
    text: describe(event.type, event.body),
    visibility: event.visibility,
    ...(hasEffect(event) ? {} : { withoutEffect: true as const }),
    changes,
  }
}

/** Registers that are no answers (the family, the lane, who holds a party) are said in the sentence. */
const isShown = ({ kind }: Subject, field: string): boolean =>
  kind === 'arrival' ? field in arrivalFields : mayConflict(field)

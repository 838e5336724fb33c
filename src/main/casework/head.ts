import type { ClaimHead, OfficerView } from '../../shared/contract/views.ts'
import { type NextAction, nextAction } from '../../shared/domain/next-action.ts'
import { describe } from '../../shared/domain/timeline.ts'
import type { Uuid } from '../../shared/ports.ts'
import { ok, type Result } from '../../shared/result.ts'
import { present } from '../claims/rows.ts'
import { subjectsOf } from '../claims/timeline.ts'
import { findClaim, officerNames, type Tools } from '../claims/tools.ts'
import { holds } from '../seat/holds.ts'
import { uuidBytes } from '../store/log/uuid.ts'
import { query } from '../store/query.ts'
import type { Reader } from '../store/types.ts'
import { mayKnow } from './notes.ts'
import { placesOf } from './queues/places.ts'
import { checklistOf } from './review/view.ts'
import { workingOn } from './working.ts'

/** What an officer should know on coming back to a claim: what others did meanwhile, and what is next. */

/** Looks with less than this between them are one visit. */
const visitMs = 30 * 60_000
const shownNews = 6

export function claimHead(tools: Tools, officer: OfficerView, claimId: Uuid): Result<ClaimHead> {
  const { store, clock } = tools
  const claim = findClaim(store, claimId)
  if (!claim.ok) return claim
  const { owner } = claim.value
  const look = lastVisit(store, officer.id, claimId, clock.now())
  return ok({
    ...(look
      ? { lastLook: new Date(look.at).toISOString(), ...newsSince(store, officer, claimId, look.seen) }
      : { news: [], more: 0 }),
    ...present({
      owner: owner ? { id: owner, name: officerNames(store)(owner) } : null,
      working: workingOn(store, claimId),
      next: nextOf(tools, officer, claimId),
    }),
  })
}

/** The last event that the log of this desk held when a claim was looked at: part of the look's entry. */
export const seenUpTo = (reader: Reader): number =>
  reader.first(query.selectFrom('event').select('position').orderBy('position', 'desc').limit(1))?.position ?? 0

/**
 * The last look of the visit before this one, from the access log. What arrived while the officer was there counts as
 * news of this visit, however often the screen was read again.
 */
function lastVisit(
  reader: Reader,
  officer: Uuid,
  claimId: Uuid,
  now: number,
): { at: number; seen: number } | undefined {
  const looks = reader.all(
    query
      .selectFrom('access')
      .innerJoin('subject', 'subject.n', 'access.subject')
      .innerJoin('party', 'party.n', 'access.actor')
      .select(['access.at_ms', 'access.details'])
      .where('subject.id', '=', uuidBytes(claimId))
      .where('subject.kind', '=', 'claim')
      .where('party.id', '=', uuidBytes(officer))
      .where('access.act', '=', 'viewed')
      .orderBy('access.position', 'desc')
      .limit(500),
  )
  let since = now
  for (const { at_ms, details } of looks) {
    const { seen } = JSON.parse(details) as { seen?: number }
    if (seen === undefined) continue
    if (since - at_ms > visitMs) return { at: at_ms, seen }
    since = at_ms
  }
  return undefined
}

function newsSince(
  reader: Reader,
  officer: OfficerView,
  claimId: Uuid,
  seen: number,
): Pick<ClaimHead, 'news' | 'more'> {
  const nameOf = officerNames(reader)
  const events = subjectsOf(reader, claimId)
    .flatMap((subject) => reader.timeline(subject, { after: seen, limit: 100 }))
    .filter((event) => event.actor !== officer.id && mayKnow(officer, event))
    .sort((a, b) => b.position - a.position)
  return {
    news: events.slice(0, shownNews).map((event) => ({
      event: event.id,
      at: new Date(event.at).toISOString(),
      by: nameOf(event.actor),
      text: describe(event.type, event.body),
    })),
    more: Math.max(0, events.length - shownNews),
  }
}

/** The one thing that is next for this officer: the head of the claim and the checklist of its review show the same. */
const nextOf = (tools: Tools, officer: OfficerView, claimId: Uuid): NextAction | undefined =>
  nextAction({
    places: placesOf(tools, claimId),
    checklist: () => checklistOf(tools, claimId),
    may: (action) => holds(tools.store, officer, action),
  })

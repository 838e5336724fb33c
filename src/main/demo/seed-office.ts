import type { OfficerView } from '../../shared/contract/views.ts'
import { usualHours } from '../../shared/domain/appointments.ts'
import type { PartnerId, PartnerPurpose } from '../../shared/partners/names.ts'
import { sharingOn } from '../../shared/partners/table.ts'
import type { Uuid } from '../../shared/ports.ts'
import { ok, type Result } from '../../shared/result.ts'
import { noteAttendance } from '../appointments/attend.ts'
import { acceptProposal, offerSlots } from '../appointments/book.ts'
import { proposalsFor } from '../appointments/propose.ts'
import { setInterpreter, setRoom } from '../appointments/roster.ts'
import { openOf } from '../appointments/rows.ts'
import { addNote } from '../casework/notes.ts'
import { assignClaim } from '../casework/ownership.ts'
import { askPartner, consentOf, recordAnswer } from '../casework/review/partners.ts'
import { findClaim, today } from '../claims/tools.ts'
import type { PaperTools } from '../documents/rendering.ts'
import { query } from '../store/query.ts'
import { drawOf } from './draw.ts'
import { officerNamed } from './officers.ts'
import type { PlanWish, SeedCase, TimedStep } from './seed-plan.ts'
import type { StepWorld } from './seed-steps.ts'

/** The demo's desks behind the counter: rooms, interpreters, and what the caseworker does with claims that wait. */

export type OfficeStep =
  | { readonly do: 'furnish' }
  /** Who was called for this day came, or did not. */
  | { readonly do: 'day_ends' }
  /** The caseworker takes the claim, with a note where there is something to say. */
  | { readonly do: 'assign'; readonly note?: string }
  | { readonly do: 'interview'; readonly as: 'booked' | 'offered' }
  | { readonly do: 'partner_asked' | 'partner_answered'; readonly partner: PartnerId; readonly purpose: PartnerPurpose }

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
/** A demo of a few claims, as tests found it, has no caseworker. */
const officeFrom = 20

/** What is added to the plan: for each claim that could not be decided at the counter, from the moment in which it was put off. */
export function officeSteps(
  wish: PlanWish,
  cases: readonly SeedCase[],
  intakes: readonly TimedStep[],
): readonly TimedStep[] {
  const [first] = cases
  if (wish.count < officeFrom || !first) return []
  const putOff = new Map(intakes.flatMap(({ step, case: at, at: ms }) => (step.do === 'undecided' ? [[at, ms]] : [])))
  return [
    { at: first.openedAt - day, case: 0, step: { do: 'furnish' } },
    ...daysEnd(wish, first.openedAt),
    ...[...putOff].flatMap(([at, ms]) => casework(wish, at, ms)),
  ]
}

/** At half past ten in the evening, UTC, the office has gone home. */
function daysEnd({ now }: PlanWish, from: number): TimedStep[] {
  const evening = Math.floor(from / day) * day + 22.5 * hour
  const days = Math.max(0, Math.ceil((now - evening) / day))
  return Array.from({ length: days }, (_, nth) => ({ at: evening + nth * day, case: 0, step: { do: 'day_ends' } }))
}

const notes = [
  'Asked for a window seat away from the door; arrived on foot and was tired. Offer a break at the interview.',
  'Cousin called twice. Told that only the person or their counsel hears of the claim.',
  'The translation of the birth certificate has another year than the original: ask.',
  'Prefers a woman as interpreter.',
  'Counsel sends the missing pages next week.',
]

function casework({ seed, now }: PlanWish, index: number, from: number): TimedStep[] {
  const draw = drawOf(seed, index, 84)
  const at = (ms: number, step: OfficeStep): TimedStep => ({ at: from + ms, case: index, step })
  const isRecent = now - from < 20 * day
  const calls = draw.chance(isRecent ? 0.7 : 0.85)
  const soon = draw.between(2, 30) * hour
  // Many of the last weeks were called only yesterday and today, so that the days to come are full.
  const called = isRecent && draw.chance(0.6) ? Math.max(soon, now - from - draw.between(1, 30) * hour) : soon
  const as = from + called > now - 2 * day && draw.chance(0.25) ? 'offered' : 'booked'
  const screened = { partner: 'cbsa_screening', purpose: 'security' } as const
  return [
    ...(draw.chance(0.75)
      ? [at(40 * minute, { do: 'assign', ...(draw.chance(0.35) ? { note: draw.pick(notes) } : {}) })]
      : []),
    ...(calls ? [at(called, { do: 'interview', as })] : []),
    ...(draw.chance(0.6) ? [at(50 * minute, { do: 'partner_asked', ...screened })] : []),
    ...(draw.chance(0.5) ? [at(draw.between(1, 6) * day, { do: 'partner_answered', ...screened })] : []),
  ]
}

/** Plays a step of the whole office. */
export function playOffice({ tools, officer }: StepWorld, step: OfficeStep & { do: 'furnish' | 'day_ends' }) {
  return step.do === 'furnish' ? furnish(tools) : endDay(tools, officer)
}

/** Plays a step of one claim; one whose claim has moved on meanwhile, or that was played before a crash, does nothing. */
export function playCasework({ tools }: StepWorld, claimId: Uuid, step: CaseworkStep): Result<unknown> {
  const caseworker = officerNamed(tools, 'demo.caseworker')
  const claim = findClaim(tools.store, claimId)
  if (!claim.ok) return claim
  if (claim.value.state !== 'undecided') return ok(null)
  switch (step.do) {
    case 'assign':
      return assign(tools, caseworker, claimId, step.note)
    case 'interview':
      return call(tools, caseworker, claimId, step.as)
    case 'partner_asked':
      return ask(tools, caseworker, { claimId, ...step })
    case 'partner_answered':
      return answer(tools, caseworker, { claimId, ...step })
  }
}

type CaseworkStep = Exclude<OfficeStep, { do: 'furnish' | 'day_ends' }>

const when = { hours: usualHours, away: [], active: true }
const rooms = [
  { name: 'Salle 101', place: '101, niveau 1 / level 1', accessible: true },
  { name: 'Salle 102', place: '102, niveau 1 / level 1', accessible: true },
  { name: 'Salle 204', place: '204, niveau 2 / level 2', accessible: false },
]
/** Name, and the languages that the person interprets. */
const interpreters = [
  ['Lucía Herrera', ['es', 'pt']],
  ['Farhad Nazari', ['fa', 'prs', 'ps']],
  ['Marie-Ange Petit', ['ht', 'fr']],
  ['Hala Nasser', ['ar', 'ckb', 'ku']],
  ['Selin Aydın', ['tr', 'az']],
  ['Gurpreet Kaur', ['pa', 'hi', 'ur']],
  ['Samuel Haile', ['ti', 'am', 'om', 'so']],
  ['Chidi Okonkwo', ['yo', 'ig', 'ha', 'sw', 'ak', 'lg', 'ln', 'wo']],
  ['Oksana Melnyk', ['ru', 'uk', 'hu', 'rom']],
  ['Chen Wei', ['zh', 'yue', 'vi', 'bn']],
] as const

function furnish(tools: PaperTools): Result<unknown> {
  const administrator = officerNamed(tools, 'demo.administrator')
  const isDone = tools.store.first(query.selectFrom('room').select('id')) !== undefined
  if (isDone) return ok(null)
  for (const room of rooms) {
    const set = setRoom(tools, administrator, { ...room, ...when })
    if (!set.ok) return set
  }
  for (const [name, languages] of interpreters) {
    const spoken = languages.map((language) => ({ language, dialects: [] }))
    const set = setInterpreter(tools, administrator, { name, languages: spoken, ...when })
    if (!set.ok) return set
  }
  return ok(null)
}

/** Nearly everybody comes. */
function endDay(tools: PaperTools, officer: OfficerView): Result<unknown> {
  const booked = tools.store.all(
    query.selectFrom('appointment').select(['id', 'n']).where('state', '=', 'booked').where('date', '<=', today(tools)),
  )
  for (const { id, n } of booked) {
    const attendance = n % 9 === 0 ? 'no_show' : 'attended'
    const noted = noteAttendance(tools, officer, { id, attendance })
    if (!noted.ok && noted.failure.code !== 'appointments.too_early') return noted
  }
  return ok(null)
}

function assign(tools: PaperTools, caseworker: OfficerView, claimId: Uuid, note?: string): Result<unknown> {
  const reason = 'Comes back for the interview: followed at the desks.'
  const assigned = assignClaim(tools, officerNamed(tools, 'demo.supervisor'), { claimId, to: caseworker.id, reason })
  if (!assigned.ok) return assigned.failure.code === 'casework.already_theirs' ? ok(null) : assigned
  return note ? addNote(tools, caseworker, { claimId, text: note, readers: ['caseworker', 'supervisor'] }) : ok(null)
}

const interview = 'eligibility_interview'

/** Calls the person to the earliest time that suits; with nobody who speaks the language, or nothing free, it waits. */
function call(tools: PaperTools, caseworker: OfficerView, claimId: Uuid, as: 'booked' | 'offered'): Result<unknown> {
  const whom = { about: { kind: 'claim', id: claimId }, kind: interview } as const
  if (openOf(tools.store, whom)) return ok(null)
  const { groups } = proposalsFor(tools, { ...whom, mode: 'in_person' }, 3)
  const [slots] = groups
  if (!slots) return ok(null)
  if (as === 'booked') return acceptProposal(tools, caseworker, { ...whom, slots })
  return slots.length > 1
    ? ok(null)
    : offerSlots(tools, caseworker, { ...whom, slots: groups.flatMap(([slot]) => (slot ? [slot] : [])) })
}

interface Check {
  readonly claimId: Uuid
  readonly partner: PartnerId
  readonly purpose: PartnerPurpose
}

const requestOf = ({ store }: PaperTools, { claimId, partner, purpose }: Check) =>
  store.first(
    query
      .selectFrom('partner_request')
      .select(['request', 'result'])
      .where('claim', '=', claimId)
      .where('partner', '=', partner)
      .where('purpose', '=', purpose),
  )

function ask(tools: PaperTools, caseworker: OfficerView, check: Check): Result<unknown> {
  const rules = sharingOn(today(tools))
  const row = rules?.rows.find(({ partner, purpose }) => partner === check.partner && purpose === check.purpose)
  const isRefused = consentOf(tools.store, check.claimId) === 'withdrawn'
  if (!row || isRefused || requestOf(tools, check)) return ok(null)
  const { claimId, partner, purpose } = check
  return askPartner(tools, caseworker, { claimId, partner, purpose, fields: row.fields })
}

function answer(tools: PaperTools, caseworker: OfficerView, check: Check): Result<unknown> {
  const asked = requestOf(tools, check)
  if (!asked || asked.result) return ok(null)
  return recordAnswer(tools, caseworker, { claimId: check.claimId, request: asked.request, result: 'clear' })
}

/** The officer of the demo with this user name; throws where there is none. */

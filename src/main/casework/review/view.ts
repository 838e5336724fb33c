import type {
  ClaimReviewView,
  ClaimView,
  InterviewNoteView,
  PartnerRequestView,
} from '../../../shared/contract/views.ts'
import { type ChecklistLine, type Done, reviewChecklist } from '../../../shared/domain/review-checklist.ts'
import { claimAllows, inBacklog } from '../../../shared/domain/states.ts'
import type { Uuid } from '../../../shared/ports.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { unresolved } from '../../claims/decisions.ts'
import { worksheet } from '../../claims/eligibility.ts'
import { reviewView } from '../../claims/record/review.ts'
import { present } from '../../claims/rows.ts'
import { officerNames, type Tools } from '../../claims/tools.ts'
import { claimView } from '../../claims/view.ts'
import { photosOfSame } from '../../photos/review/files.ts'
import { query } from '../../store/query.ts'
import type { Reader } from '../../store/types.ts'
import { consentOf, ledgerOf, neededChecks } from './partners.ts'
import { mayPass } from './preliminary.ts'
import { passedOf } from './standing.ts'

/** Everything that the review of a claim shows: it is read from the record each time and kept nowhere. */
export function claimReview(tools: Tools, claimId: Uuid): Result<ClaimReviewView> {
  const claim = claimView(tools, claimId)
  if (!claim.ok) return claim
  const view = claim.value
  const { store } = tools
  const ledger = ledgerOf(tools, claimId, view.row.personId)
  const notes = notesOf(store, claimId)
  return ok({
    checklist: checklistWith(tools, view, ledger, notes),
    standing: view.standing,
    mayPass: mayPass(store, claimId, view).ok,
    consent: consentOf(store, claimId),
    ledger,
    notes,
  })
}

/** What the review of a claim that is still to be decided has and lacks; nothing of one that is decided. */
export function checklistOf(tools: Tools, claimId: Uuid): readonly ChecklistLine[] {
  const claim = claimView(tools, claimId)
  if (!claim.ok || !inBacklog(claim.value.row.state)) return []
  const ledger = ledgerOf(tools, claimId, claim.value.row.personId)
  return checklistWith(tools, claim.value, ledger, notesOf(tools.store, claimId))
}

const checklistWith = (
  tools: Tools,
  view: ClaimView,
  ledger: readonly PartnerRequestView[],
  notes: readonly InterviewNoteView[],
): ChecklistLine[] =>
  reviewChecklist({
    ...factsOfView(tools.store, view),
    ...appointmentsOf(tools.store, view, notes),
    partners: neededChecks(ledger),
    openRules: openRulesOf(tools, view),
    preliminary: passedOf(tools.store, view.row.claimId)?.on,
  })

function factsOfView(reader: Reader, view: ClaimView) {
  const review = reviewView(reader, view.row.claimId)
  const { checks, photo, decision, proposal } = view
  const biometrics = checks.find(({ name }) => name === 'biometrics')
  const others = checks.filter(({ name }) => name !== 'biometrics')
  const last = others
    .filter(({ settled, at }) => settled && at)
    .sort((a, b) => (a.at ?? '').localeCompare(b.at ?? ''))
    .at(-1)
  const medical = view.deadlines.find(({ rule, superseded }) => rule === 'medical.exam' && !superseded)
  const received: Done | undefined = review.receivedOn ? { at: review.receivedOn } : undefined
  return {
    received,
    identityLacks: view.steps.find(({ step }) => step === 'identity')?.lacks.length ?? 0,
    essentials: { missing: review.paused?.missing.length ?? 0, since: review.paused?.on },
    findings: view.findings.filter(({ severity }) => severity !== 'note').length,
    photo: {
      state: photo ? photoState(reader, view.row.claimId, photo.original) : ('none' as const),
      ...(photo ? { done: { at: photo.addedAt } } : {}),
    },
    biometrics: {
      exempt: biometrics?.exempt ?? false,
      ...(biometrics?.settled && biometrics.at ? { done: doneBy(biometrics.by, biometrics.at) } : {}),
      booked: bookedDay(reader, view.row.claimId, 'biometrics'),
    },
    checks: {
      open: others.filter(({ settled }) => !settled).length,
      pending: others.filter(({ settled, result }) => !settled && result === 'pending').length,
      ...(last?.at ? { done: doneBy(last.by, last.at) } : {}),
    },
    medical: {
      met: medical?.met,
      since: medical?.trigger ?? review.receivedOn,
      booked: bookedDay(reader, view.row.claimId, 'medical'),
    },
    ...(decision && decision.outcome !== 'undecided' ? { decision: doneBy(decision.by, decision.at) } : {}),
    ...(proposal ? { proposed: doneBy(proposal.by, proposal.at) } : {}),
  }
}

const doneBy = (by: string | undefined, at: string): Done => ({ at, ...(by ? { by } : {}) })

function photoState(reader: Reader, claim: Uuid, original: string): 'in_review' | 'good' | 'returned' {
  const photo = photosOfSame(reader, { claim, application: null }).findLast((each) => each.original === original)
  if (photo?.state === 'returned') return 'returned'
  return photo && photo.state !== 'approved' ? 'in_review' : 'good'
}

const bookedDay = (reader: Reader, claim: Uuid, kind: string): string | undefined =>
  reader.first(
    query
      .selectFrom('appointment')
      .select('date')
      .where('about_id', '=', claim)
      .where('kind', '=', kind)
      .where('state', 'in', ['booked', 'attended', 'late'])
      .orderBy('n', 'desc')
      .limit(1),
  )?.date ?? undefined

const states = { requested: 'requested', offered: 'offered', booked: 'booked', no_show: 'no_show' } as const

function appointmentsOf(reader: Reader, view: ClaimView, notes: readonly InterviewNoteView[]) {
  const row = reader.first(
    query
      .selectFrom('appointment')
      .select(['state', 'date'])
      .where('about_id', '=', view.row.claimId)
      .where('kind', '=', 'eligibility_interview')
      .where('state', '!=', 'cancelled')
      .orderBy('n', 'desc')
      .limit(1),
  )
  const state = row ? ((states as Readonly<Record<string, keyof typeof states>>)[row.state] ?? 'attended') : 'none'
  const closed = notes.find((each) => each.state === 'closed')
  return {
    interview: {
      state: state as keyof typeof states | 'attended' | 'none',
      on: row?.date ?? undefined,
      openNotes: notes.some((each) => each.state !== 'closed'),
      // At the counter of a port of entry the examination is the interview.
      needed: view.row.state === 'undecided',
      ...(closed ? { closed: doneBy(closed.by, closed.on) } : {}),
    },
  }
}

function openRulesOf(tools: Tools, view: ClaimView): number {
  if (!claimAllows(view.row.state, 'decide')) return 0
  const sheet = worksheet(tools, view.row.claimId)
  return sheet.ok ? unresolved(sheet.value.evaluation) : 0
}

/** Notes of the interviews of a claim, newest first. */
export function notesOf(reader: Reader, claim: Uuid): InterviewNoteView[] {
  const nameOf = officerNames(reader)
  return reader
    .all(query.selectFrom('interview_note').selectAll().where('claim', '=', claim).orderBy('n', 'desc'))
    .map((row) => ({
      notes: row.notes,
      template: row.template,
      state: row.state,
      answers: JSON.parse(row.answers) as InterviewNoteView['answers'],
      beganOn: row.began_on,
      on: row.on_day,
      by: nameOf(row.officer),
      ...present({ reason: row.reason }),
    }))
}

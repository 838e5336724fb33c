import type { EventBody, EventName } from '../domain/catalogue.ts'
import { keepAnswers, withExtension, withSet } from '../domain/deadlines.ts'
import { type Standing, type StandingFacts, standingOf } from '../domain/standing.ts'
import { actionWords } from '../domain/timeline/portal.ts'
import { describe } from '../domain/timeline.ts'
import type { RequiredAction } from '../domain/vocabulary.ts'
import { type ErrorCode, errors, explain, type Failure } from '../errors.ts'
import type { Bilingual } from '../language.ts'
import { reasonLabel } from '../photos/reason-texts.ts'
import type { ReturnReason } from '../photos/reasons.ts'
import { deadline } from '../rules/deadlines.ts'

/**
 * What a person is shown of their claim. One pure function of the public events, which the portal (at the central) and
 * the officers' desk both call: an officer sees exactly what the person sees.
 */

/** An event as far as its person may see it. */
export interface PublicEvent {
  readonly id: string
  readonly type: string
  /** Kind and id of what it is about. */
  readonly subject: { readonly kind: string; readonly id: string }
  /** ms since 1970-01-01T00:00Z, by the author's clock. */
  readonly at: number
  readonly hlc: { readonly ms: number; readonly counter: number }
  /** null once erased. */
  readonly body: unknown
}

export const claimantStatuses = [
  'received',
  'under_review',
  'to_be_interviewed',
  'suspended',
  'referred',
  'ineligible',
  'withdrawn',
] as const
export type ClaimantStatus = (typeof claimantStatuses)[number]

export interface ClaimantView {
  readonly claim: string
  readonly applicationNumber: string
  readonly receivedOn?: string
  readonly status: ClaimantStatus
  readonly statusText: Bilingual
  /** What can be asked for before the decision, and since when. */
  readonly standing: readonly Standing[]
  /** Days that count, the nearest first. */
  readonly dates: readonly NextDate[]
  readonly photo?: SentPhoto
  readonly evidence: readonly SentEvidence[]
  readonly corrections: readonly SentCorrection[]
  /** Oldest first; threads by `thread`. */
  readonly messages: readonly SentMessage[]
  /** What happened, newest first. */
  readonly timeline: readonly { readonly at: string; readonly text: Bilingual }[]
}

interface NextDate {
  readonly on: string
  readonly what: Bilingual
  readonly citation?: Bilingual
  /** The message that asks for it. */
  readonly message?: string
}

interface SentPhoto {
  readonly state: 'sent' | 'in_review' | 'approved' | 'returned'
  readonly on: string
  /** The photo that a new one answers. */
  readonly photo?: string
  readonly reasons?: readonly Bilingual[]
  readonly text?: Bilingual
}

interface SentEvidence {
  readonly item: string
  readonly title: string
  readonly kind: string
  readonly on: string
  readonly sha256: string
  readonly replacedBy?: string
  /** Why it cannot be used. */
  readonly refused?: Bilingual
}

interface SentCorrection {
  readonly correction: string
  readonly on: string
  readonly fields: readonly string[]
  readonly answer?: 'accepted' | 'declined'
  readonly reason?: string
}

interface SentMessage {
  readonly message: string
  readonly thread: string
  readonly from: 'office' | 'claimant'
  readonly on: string
  readonly subject: string
  readonly text: string
  readonly files: readonly { readonly sha256: string; readonly name: string; readonly mime: string }[]
  readonly readOn?: string
  readonly action?: {
    readonly what: RequiredAction
    readonly due: string
    readonly acknowledgedOn?: string
    readonly settledOn?: string
  }
}

const statusWords: Readonly<Record<ClaimantStatus, Bilingual>> = {
  received: { en: 'Received: an officer will review it', fr: 'Reçue : un agent va l’examiner' },
  under_review: { en: 'Under review', fr: 'À l’étude' },
  to_be_interviewed: {
    en: 'Not decided yet: you will be called to an interview',
    fr: 'Pas encore tranchée : vous serez convoqué à une entrevue',
  },
  suspended: { en: 'Consideration is suspended', fr: 'L’étude est suspendue' },
  referred: {
    en: 'Eligible, referred to the Refugee Protection Division',
    fr: 'Recevable, déférée à la Section de la protection des réfugiés',
  },
  ineligible: { en: 'Found ineligible to be referred', fr: 'Jugée irrecevable' },
  withdrawn: { en: 'Withdrawn', fr: 'Retirée' },
}

/** The view of one claim from its public events, in any order. `today`: the office's day. */
export function claimantView(claim: string, given: readonly PublicEvent[], today: string): ClaimantView {
  const events = given.toSorted(byMoment)
  const of = <N extends EventName>(type: N): readonly EventBody<N>[] =>
    events.flatMap((event) => (event.type === type && event.body !== null ? [event.body as EventBody<N>] : []))
  const opened = of('claim.opened').at(-1)
  const sent = of('claim.sent').at(-1)
  const messages = messagesOf(of)
  const { status, deadlines, standing } = whereItStands(events)
  const received = sent?.on ?? opened?.claimDate
  return {
    claim,
    applicationNumber: opened?.applicationNumber ?? '',
    ...(received ? { receivedOn: received } : {}),
    status,
    statusText: statusWords[status],
    standing,
    dates: datesOf({ status, received, deadlines, messages, today }),
    ...photoOf(events),
    evidence: evidenceOf(of('claim.evidence_sent'), of('claim.sent_item_refused')),
    corrections: of('claim.correction_sent').map(({ correction, on, person = {}, claim: changes = {} }) => {
      const answered = of('claim.correction_answered').findLast((one) => one.correction === correction)
      return {
        correction,
        on,
        fields: [...Object.keys(person), ...Object.keys(changes)],
        ...(answered ? { answer: answered.answer } : {}),
        ...(answered?.reason ? { reason: answered.reason } : {}),
      }
    }),
    messages,
    timeline: events
      .map(({ at, type, body }) => ({ at: new Date(at).toISOString(), text: describe(type, body) }))
      .reverse(),
  }
}

/** The same on every side, whatever order events came in. */
const byMoment = (a: PublicEvent, b: PublicEvent): number =>
  a.hlc.ms - b.hlc.ms || a.hlc.counter - b.hlc.counter || (a.id < b.id ? -1 : 1)

type Deadlines = EventBody<'claim.decided'>['deadlines']

/** Where the claim stands, and the limits of the decision that stands; those that are met are gone. */
function whereItStands(events: readonly PublicEvent[]): {
  status: ClaimantStatus
  deadlines: Deadlines
  standing: readonly Standing[]
} {
  let status: ClaimantStatus = 'received'
  let since: string | undefined
  let passed: StandingFacts['passed']
  let deadlines: Deadlines = []
  const met = new Set<string>()
  for (const { type, body } of events) {
    if (body === null) continue
    if (type === 'claim.decided') {
      const decided = body as EventBody<'claim.decided'>
      status = decided.outcome === 'undecided' ? 'to_be_interviewed' : decided.outcome
      since = decided.decisionDate
      deadlines = keepAnswers(deadlines, decided.deadlines)
    }
    if (type === 'claim.withdrawn') {
      const { on, deadlines: after } = body as EventBody<'claim.withdrawn'>
      status = 'withdrawn'
      since = on
      deadlines = after
    }
    if (type === 'claim.reopened' || type === 'claim.reinstated') {
      status = 'under_review'
      deadlines = []
    }
    if (type === 'preliminary_review.passed') passed = body as EventBody<'preliminary_review.passed'>
    if (type === 'preliminary_review.taken_back') passed = undefined
    if (type === 'claim.deadline_set')
      deadlines = withSet<Deadlines[number]>(deadlines, (body as EventBody<'claim.deadline_set'>).deadline)
    if (type === 'claim.deadline_extended') {
      const { rule, to } = body as EventBody<'claim.deadline_extended'>
      deadlines = withExtension(deadlines, rule, to)
    }
    if (type === 'claim.deadline_met') met.add((body as EventBody<'claim.deadline_met'>).rule)
    if (type === 'claim.deadline_reopened') met.delete((body as EventBody<'claim.deadline_reopened'>).rule)
  }
  const standing = standingOf({
    passed,
    suspended: status === 'suspended' ? since : undefined,
    ended: status === 'ineligible' || status === 'withdrawn' ? since : undefined,
  })
  return { status, standing, deadlines: deadlines.filter(({ rule, effect }) => !effect && !met.has(rule)) }
}

interface Dated {
  readonly status: ClaimantStatus
  readonly received: string | undefined
  readonly deadlines: Deadlines
  readonly messages: readonly SentMessage[]
  readonly today: string
}

function datesOf({ status, received, deadlines, messages, today }: Dated): NextDate[] {
  const dates: NextDate[] = deadlines.map(({ due, label, citation }) => ({ on: due, what: label, citation }))
  if (status === 'received' && received) {
    const review = deadline('officer.review', received)
    if (review.due >= today) dates.push({ on: review.due, what: review.title, citation: review.citation })
  }
  for (const { message, action } of messages)
    if (action && !action.settledOn) dates.push({ on: action.due, what: actionWords[action.what], message })
  return dates.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

/** The newest picture: sent, then a photo in review, then what was decided of it. */
function photoOf(events: readonly PublicEvent[]): { photo?: SentPhoto } {
  let photo: SentPhoto | undefined
  for (const { type, subject, body } of events) {
    if (body === null) continue
    if (type === 'claim.photo_sent') photo = { state: 'sent', on: (body as EventBody<'claim.photo_sent'>).on }
    if (type === 'photo.submitted')
      photo = { state: 'in_review', on: (body as EventBody<'photo.submitted'>).on, photo: subject.id }
    if (type === 'claim.sent_item_refused') {
      const { kind, code, params = {} } = body as EventBody<'claim.sent_item_refused'>
      if (kind === 'photo' && photo?.state === 'sent')
        photo = { ...photo, state: 'returned', reasons: [refusal(code, params)] }
    }
    if (photo?.photo !== subject.id) continue
    if (type === 'photo.approved') photo = { state: 'approved', on: photo.on, photo: subject.id }
    if (type === 'photo.returned') {
      const { reasons, text } = body as EventBody<'photo.returned'>
      photo = { state: 'returned', on: photo.on, photo: subject.id, reasons: reasons.map(reasonWord), text }
    }
    if (type === 'photo.decision_undone' || type === 'photo.reopened')
      photo = { state: 'in_review', on: photo.on, photo: subject.id }
  }
  return photo ? { photo } : {}
}

/** Why something that was sent cannot be used, and what to do. */
function refusal(code: string, params: Failure['params']): Bilingual {
  if (!Object.hasOwn(errors, code)) return { en: code, fr: code }
  const told = (language: 'en' | 'fr') => {
    const { message, next } = explain({ code: code as ErrorCode, params }, language)
    return `${message} ${next}`
  }
  return { en: told('en'), fr: told('fr') }
}

const reasonWord = (reason: string): Bilingual =>
  Object.hasOwn(reasonLabel, reason) ? reasonLabel[reason as ReturnReason] : { en: reason, fr: reason }

function evidenceOf(
  items: readonly EventBody<'claim.evidence_sent'>[],
  refused: readonly EventBody<'claim.sent_item_refused'>[],
): SentEvidence[] {
  return items.map(({ item, title, kind, on, file }) => {
    const by = items.find(({ replaces }) => replaces === item)?.item
    const no = refused.find((one) => one.item === item)
    return {
      ...{ item, title, kind, on, sha256: file.sha256 },
      ...(by ? { replacedBy: by } : {}),
      ...(no ? { refused: refusal(no.code, no.params ?? {}) } : {}),
    }
  })
}

function messagesOf(of: <N extends EventName>(type: N) => readonly EventBody<N>[]): SentMessage[] {
  const read = new Map<string, string>()
  for (const { messages, by, on } of of('claim.messages_read'))
    for (const message of messages) if (!read.has(`${by} ${message}`)) read.set(`${by} ${message}`, on)
  const first = (all: readonly { message: string; on: string }[]) =>
    new Map(all.toReversed().map(({ message, on }) => [message, on]))
  const acknowledged = first(of('claim.action_acknowledged'))
  const settled = first(of('claim.action_settled'))
  return of('claim.message_sent').map(({ message, thread, from, on, subject, text, files, action }) => {
    const readOn = read.get(`${from === 'office' ? 'claimant' : 'office'} ${message}`)
    const acknowledgedOn = acknowledged.get(message)
    const settledOn = settled.get(message)
    return {
      ...{ message, thread, from, on, subject, text },
      files: files.map(({ sha256, name, mime }) => ({ sha256, name, mime })),
      ...(readOn ? { readOn } : {}),
      ...(action
        ? { action: { ...action, ...(acknowledgedOn ? { acknowledgedOn } : {}), ...(settledOn ? { settledOn } : {}) } }
        : {}),
    }
  })
}

import type { EventBody } from '../../domain/catalogue.ts'
import { type HeldDeadline, keepAnswers, keepRunning, withExtension, withSet } from '../../domain/deadlines.ts'
import { type Standing, type StandingFacts, standingOf } from '../../domain/standing.ts'
import { inBacklog } from '../../domain/states.ts'
import { actionWords } from '../../domain/timeline/portal.ts'
import type { Bilingual } from '../../language.ts'
import { isExtendable } from '../../rules/deadlines/extension.ts'
import { type DeadlineSettings, deadline } from '../../rules/deadlines.ts'
import { type ReviewPause, reviewClock } from '../../rules/review-clock.ts'
import type { ShownAppointment } from './appointments.ts'
import type { PublicEvent } from './events.ts'
import type { SentMessage } from './messages.ts'

/** Where a claim stands, and the days that count for its person. */

export const claimantStatuses = [
  'received',
  'under_review',
  'paused',
  'to_be_interviewed',
  'suspended',
  'referred',
  'ineligible',
  'withdrawn',
] as const
export type ClaimantStatus = (typeof claimantStatuses)[number]

export const statusWords: Readonly<Record<ClaimantStatus, Bilingual>> = {
  received: { en: 'Received: an officer will review it', fr: 'Reçue : un agent va l’examiner' },
  paused: { en: 'Review paused: something is missing', fr: 'Examen suspendu : il manque quelque chose' },
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

export interface NextDate {
  readonly on: string
  readonly what: Bilingual
  readonly citation?: Bilingual
  /** Of a limit: its rule, and whether more time can be asked for. */
  readonly rule?: string
  readonly extendable?: boolean
  /** On the office's clock. */
  readonly time?: string
  /** The message that asks for it. */
  readonly message?: string
  readonly appointment?: string
}

type Deadlines = EventBody<'claim.decided'>['deadlines']

/**
 * Where the claim stands, and the limits of the decision that stands: `deadlines` without those that are met, `limits`
 * with the day on which they were.
 */
export function whereItStands(events: readonly PublicEvent[]): {
  status: ClaimantStatus
  deadlines: Deadlines
  limits: readonly HeldDeadline[]
  standing: readonly Standing[]
} {
  let status: ClaimantStatus = 'received'
  let since: string | undefined
  let passed: StandingFacts['passed']
  let deadlines: Deadlines = []
  const met = new Map<string, string>()
  for (const { type, body } of events) {
    if (body === null) continue
    if (type === 'claim.decided') {
      const decided = body as EventBody<'claim.decided'>
      status = decided.outcome === 'undecided' ? 'to_be_interviewed' : decided.outcome
      since = decided.decisionDate
      deadlines = (inBacklog(decided.outcome) ? keepRunning : keepAnswers)(deadlines, decided.deadlines)
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
    if (type === 'claim.deadline_met') {
      const { rule, on } = body as EventBody<'claim.deadline_met'>
      met.set(rule, on)
    }
    if (type === 'claim.deadline_reopened') met.delete((body as EventBody<'claim.deadline_reopened'>).rule)
  }
  const standing = standingOf({
    passed,
    suspended: status === 'suspended' ? since : undefined,
    ended: status === 'ineligible' || status === 'withdrawn' ? since : undefined,
  })
  return {
    ...{ status, standing },
    deadlines: deadlines.filter(({ rule, effect }) => !effect && !met.has(rule)),
    limits: deadlines.map((limit) => ({ ...limit, met: met.get(limit.rule) })),
  }
}

/** Why the review stands still, and what that adds. */
export interface ReviewStill {
  readonly since: string
  readonly missing: readonly Bilingual[]
  /** The delay that it brings, weeks. */
  readonly weeks: { readonly from: number; readonly to: number }
  readonly text: Bilingual
}

/** When the review stood still, oldest first, and why it does now. */
export function pausesOf(events: readonly PublicEvent[]): { pauses: ReviewPause[]; still?: ReviewStill } {
  const pauses: ReviewPause[] = []
  let still: ReviewStill | undefined
  for (const { type, body } of events) {
    if (body === null) continue
    if (type === 'claim.review_paused') {
      const { on, missing, weeks } = body as EventBody<'claim.review_paused'>
      const open = pauses.find(({ to }) => to === undefined)
      if (!open) pauses.push({ from: on })
      still = stillOf(
        open?.from ?? on,
        missing.map(({ name }) => name),
        weeks,
      )
    }
    if (type === 'claim.review_resumed') {
      const { on } = body as EventBody<'claim.review_resumed'>
      for (const [i, pause] of pauses.entries()) if (!pause.to) pauses[i] = { ...pause, to: on }
      still = undefined
    }
  }
  return { pauses, ...(still ? { still } : {}) }
}

function stillOf(since: string, missing: readonly Bilingual[], weeks: ReviewStill['weeks']): ReviewStill {
  const { from, to } = weeks
  return {
    ...{ since, missing, weeks },
    text: {
      en: `Missing: ${missing.map(({ en }) => en).join('; ')}. Until it arrives the review is paused, which adds ${from} to ${to} weeks.`,
      fr: `Il manque : ${missing.map(({ fr }) => fr).join('; ')}. L’examen est suspendu jusqu’à sa réception, ce qui ajoute de ${from} à ${to} semaines.`,
    },
  }
}

interface Dated {
  readonly status: ClaimantStatus
  readonly received: string | undefined
  readonly pauses: readonly ReviewPause[]
  readonly deadlines: Deadlines
  readonly messages: readonly SentMessage[]
  readonly appointments: readonly ShownAppointment[]
  readonly today: string
  readonly settings: DeadlineSettings
}

/** Where an officer still has to review it, and nothing is missing. */
const inReview: ReadonlySet<ClaimantStatus> = new Set(['received', 'to_be_interviewed', 'suspended'])

export function datesOf({
  status,
  received,
  pauses,
  deadlines,
  messages,
  appointments,
  today,
  settings,
}: Dated): NextDate[] {
  // The review of a claim left undecided goes on with its pauses, of which the decision knows nothing.
  const reviewed = received && inReview.has(status) ? reviewClock(received, pauses, settings).due : undefined
  const limits = received ? deadlines.filter(({ rule }) => rule !== 'officer.review') : deadlines
  const dates: NextDate[] = limits.map(({ rule, due, label, citation }) => ({
    ...{ on: due, what: label, citation, rule },
    extendable: isExtendable(rule),
  }))
  if (received && reviewed && reviewed >= today) {
    const { title, citation } = deadline('officer.review', received, settings)
    dates.push({ on: reviewed, what: title, citation })
  }
  for (const { message, action } of messages)
    if (action && !action.settledOn) dates.push({ on: action.due, what: actionWords[action.what], message })
  for (const { appointment, what, booked } of appointments)
    if (booked && booked.date >= today) dates.push({ on: booked.date, time: booked.time, what, appointment })
  return dates.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

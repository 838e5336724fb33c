import type { EventBody } from '../domain/catalogue.ts'
import { officeById } from '../domain/ports-of-entry.ts'
import type { Standing } from '../domain/standing.ts'
import { deadlineName } from '../domain/timeline/casework.ts'
import { actionWords } from '../domain/timeline/portal.ts'
import type { Bilingual } from '../language.ts'
import type { DeadlineSettings } from '../rules/deadlines.ts'
import { appointmentsOf, type ShownAppointment } from './view/appointments.ts'
import { type BodiesOf, byMoment, type PublicEvent } from './view/events.ts'
import { messagesOf, type SentMessage } from './view/messages.ts'
import {
  correctionsOf,
  evidenceOf,
  photoOf,
  type SentCorrection,
  type SentEvidence,
  type SentPhoto,
} from './view/sent.ts'
import {
  type ClaimantStatus,
  datesOf,
  type NextDate,
  pausesOf,
  type ReviewStill,
  statusWords,
  whereItStands,
} from './view/standing.ts'
import { toldOf } from './view/told.ts'

/**
 * What a person is shown of their claim. One pure function of the public events, which the portal (at the central) and
 * the officers' desk both call: an officer sees exactly what the person sees.
 */

export interface ClaimantView {
  readonly claim: string
  readonly applicationNumber: string
  /** Where it is dealt with; times are those of its zone (IANA). */
  readonly office?: { readonly name: Bilingual; readonly zone: string }
  readonly receivedOn?: string
  readonly status: ClaimantStatus
  readonly statusText: Bilingual
  /** What can be asked for before the decision, and since when. */
  readonly standing: readonly Standing[]
  /** The review stands still: what is missing, and what that adds. */
  readonly still?: ReviewStill
  /** What the person has to do, the nearest day first. */
  readonly actions: readonly OpenAction[]
  /** Messages of the office that were not read. */
  readonly unread: number
  /** Times to choose from, and times that are booked. */
  readonly appointments: readonly ShownAppointment[]
  /** Days that count, the nearest first. */
  readonly dates: readonly NextDate[]
  readonly photo?: SentPhoto
  readonly evidence: readonly SentEvidence[]
  readonly corrections: readonly SentCorrection[]
  /** More time that was asked for, oldest first, and what became of it. */
  readonly extensions: readonly AskedExtension[]
  /** Oldest first; threads by `thread`. */
  readonly messages: readonly SentMessage[]
  /** What happened, newest first. */
  readonly timeline: readonly { readonly at: string; readonly text: Bilingual }[]
}

interface OpenAction {
  readonly message: string
  readonly what: Bilingual
  readonly due: string
  readonly overdue: boolean
  readonly acknowledgedOn?: string
}

interface AskedExtension {
  readonly request: string
  readonly rule: string
  readonly what: Bilingual
  readonly on: string
  /** Until which day, where the person said so. */
  readonly to?: string
  readonly state: 'open' | 'given' | 'declined'
}

/** The view of one claim from its public events, in any order. `today`: the office's day. `settings`: how it counts. */
export function claimantView(
  claim: string,
  given: readonly PublicEvent[],
  today: string,
  settings: DeadlineSettings = {},
): ClaimantView {
  const events = given.toSorted(byMoment)
  const of: BodiesOf = (type) =>
    events.flatMap((event) => (event.type === type && event.body !== null ? [event.body as never] : []))
  const opened = of('claim.opened').at(-1)
  const sent = of('claim.sent').at(-1)
  const messages = messagesOf(of)
  const { status: decided, deadlines, limits, standing } = whereItStands(events)
  const { pauses, still } = pausesOf(events)
  const status = decided === 'received' && still ? 'paused' : decided
  const received = of('claim.received').at(-1)?.on ?? sent?.on ?? opened?.claimDate
  const appointments = appointmentsOf(events)
  const office = opened && officeById(opened.office)
  return {
    claim,
    applicationNumber: opened?.applicationNumber ?? '',
    ...(office ? { office: { name: office.name, zone: office.zone } } : {}),
    ...(received ? { receivedOn: received } : {}),
    status,
    statusText: statusWords[status],
    standing,
    ...(status === 'paused' && still ? { still } : {}),
    actions: actionsOf(messages, today),
    unread: messages.filter(({ from, readOn }) => from === 'office' && !readOn).length,
    appointments,
    dates: datesOf({ status, received, pauses, deadlines, messages, appointments, today, settings }),
    ...photoOf(events),
    evidence: evidenceOf(of('claim.evidence_sent'), of('claim.sent_item_refused'), of('claim.evidence_set_aside')),
    corrections: correctionsOf(of, limits, messages),
    extensions: extensionsOf(events),
    messages,
    timeline: events.flatMap(toldOf).reverse(),
  }
}

/** The first answer to each counts: every extension of the limit answers what was asked for it before. */
function extensionsOf(events: readonly PublicEvent[]): AskedExtension[] {
  const asked: AskedExtension[] = []
  const answer = (state: 'given' | 'declined', which: (one: AskedExtension) => boolean) => {
    for (const [at, one] of asked.entries()) if (one.state === 'open' && which(one)) asked[at] = { ...one, state }
  }
  for (const { type, body } of events) {
    if (body === null) continue
    if (type === 'claim.extension_asked') {
      const { request, rule, on, to } = body as EventBody<'claim.extension_asked'>
      if (asked.some((one) => one.request === request)) continue
      asked.push({ request, rule, what: deadlineName(rule), on, ...(to ? { to } : {}), state: 'open' })
    }
    if (type === 'claim.extension_declined') {
      const { request } = body as EventBody<'claim.extension_declined'>
      answer('declined', (one) => one.request === request)
    }
    if (type === 'claim.deadline_extended') {
      const { rule } = body as EventBody<'claim.deadline_extended'>
      answer('given', (one) => one.rule === rule)
    }
  }
  return asked
}

const actionsOf = (messages: readonly SentMessage[], today: string): OpenAction[] =>
  messages
    .flatMap(({ message, action }) => {
      if (!action || action.settledOn) return []
      const { what, due, acknowledgedOn } = action
      const seen = acknowledgedOn ? { acknowledgedOn } : {}
      return [{ message, what: actionWords[what], due, overdue: due < today, ...seen }]
    })
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))

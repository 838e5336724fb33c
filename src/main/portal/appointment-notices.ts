import { v5 } from 'uuid'
import type { EventBody } from '../../shared/domain/catalogue.ts'
import { appointmentMessage } from '../../shared/portal/appointment-messages.ts'
import { preparationOf, preparationText } from '../../shared/portal/preparation.ts'
import { claimantView } from '../../shared/portal/view.ts'
import type { Uuid } from '../../shared/ports.ts'
import { ok, type Result } from '../../shared/result.ts'
import { findClaim, type Tools, today } from '../claims/tools.ts'
import { officeOf } from '../office/settings.ts'
import { uuidBytes, uuidText } from '../store/log/uuid.ts'
import { query } from '../store/query.ts'
import type { Reader, Tx } from '../store/types.ts'
import { readCentral } from '../sync/enrolment.ts'
import { type Fallen, type News, newsOf } from './appointment-news.ts'
import { publicEventsOf } from './claimant.ts'
import { addressee } from './messages.ts'

/** How many claims a turn looks at: the desk answers officers in between. */
const atOnce = 100
const messageNames = '0d3b5a54-43d2-4c43-8a0b-5d2f7c1b9e77'

/** What a turn knows before it looks at a claim. */
interface Turn {
  readonly on: string
  /** The desk belongs to a central: only what is settled there is told. */
  readonly settles: boolean
  readonly fallen: ReadonlyMap<string, readonly Fallen[]>
}

/**
 * Tells people at the portal by message which times are held for them, which one is booked, with the preparation pack of an
 * interview, where it is moved to, and that it is cancelled or went to somebody else: each once, whoever did it and on
 * whichever desk, since a message's name follows from what it tells. Where there is a central, what is not settled with it
 * waits: another desk may have come first. Gives how many were told.
 */
export function tellOfAppointments(tools: Tools, device: Uuid): Result<number> {
  const { store } = tools
  const on = today(tools)
  const turn: Turn = { on, settles: readCentral(store) !== undefined, fallen: fallenBookings(store, on) }
  let told = 0
  const tellAll = (claims: readonly string[]) =>
    store.transact({ actor: device }, (tx) => {
      for (const claim of claims) told += tell(tx, claim, turn)
      return ok(null)
    })
  for (let after = ''; ; ) {
    const claims = claimsCalled(store, on, after)
    const done = tellAll(claims)
    if (!done.ok) return done
    after = claims.at(-1) ?? ''
    if (claims.length < atOnce) break
  }
  const fell = [...turn.fallen.keys()].filter((claim) => isOfPortal(store, claim))
  if (fell.length === 0) return ok(told)
  const done = tellAll(fell)
  return done.ok ? ok(told) : done
}

/** Claims that came through the portal and have an appointment that is offered, or booked or cancelled for a day to come. */
const claimsCalled = (reader: Reader, on: string, after: string): string[] =>
  reader
    .all(
      query
        .selectFrom('portal_claim')
        .innerJoin('appointment', 'appointment.about_id', 'portal_claim.claim')
        .select('portal_claim.claim')
        .distinct()
        .where('portal_claim.claim', '>', after)
        .where((is) =>
          is.or([
            is('appointment.state', '=', 'offered'),
            is.and([is('appointment.state', 'in', ['booked', 'cancelled']), is('appointment.date', '>=', on)]),
          ]),
        )
        .orderBy('portal_claim.claim')
        .limit(atOnce),
    )
    .map(({ claim }) => claim)

const isOfPortal = (reader: Reader, claim: string): boolean =>
  reader.first(query.selectFrom('portal_claim').select('claim').where('claim', '=', claim)) !== undefined

/** Bookings for a day to come that the order of the stream set aside, by claim. They are few. */
function fallenBookings(reader: Reader, on: string): Map<string, Fallen[]> {
  const found = new Map<string, Fallen[]>()
  for (const { id } of reader.all(setAside())) {
    const event = reader.event(uuidText(id))
    if (!event?.body) continue
    const { about, kind, slot } = event.body as EventBody<'appointment.booked'>
    if (about.kind !== 'claim' || slot.date < on) continue
    found.set(about.id, [...(found.get(about.id) ?? []), { appointment: event.subject.id, kind, slot }])
  }
  return found
}

/** Its index is that of whatever did not simply take its place. */
const setAside = () =>
  query
    .selectFrom('placed')
    .innerJoin('event', 'event.position', 'placed.event')
    .select('event.id')
    .where('placed.verdict', '!=', 'ok')
    .where('placed.verdict', '=', 'superseded')
    .where('event.type', 'in', ['appointment.booked', 'appointment.moved'])
    .orderBy('placed.n', 'desc')
    .limit(200)

function tell(tx: Tx, claimId: Uuid, { on, settles, fallen }: Turn): number {
  const claim = findClaim(tx, claimId)
  // What another office has, it tells of.
  if (!claim.ok || claim.value.state === 'moved') return 0
  const events = publicEventsOf(tx, claimId)
  const view = claimantView(claimId, events, on)
  const known = new Set(view.messages.map(({ message }) => message))
  const { language, values } = addressee(tx, claim.value)
  const { zone } = officeOf(tx)
  const waiting = settles ? unsettledOf(tx, claimId) : new Set<string>()
  const news = newsOf({
    ...{ language, zone, on, now: tx.now },
    events: events.filter(({ subject }) => !waiting.has(subject.id)),
    shown: view.appointments.filter(({ appointment }) => !waiting.has(appointment)),
    fallen: fallen.get(claimId) ?? [],
    told: (name) => known.has(v5(name, messageNames)),
  })
  for (const one of news) {
    const interview = one.kind === 'eligibility_interview' && (one.id === 'booked' || one.id === 'moved')
    const pack = interview ? preparationText(preparationOf(view, on), language, on) : ''
    write(tx, claimId, one, { language, on, values: { ...values, zone, pack } })
  }
  return news.length
}

function write(
  tx: Tx,
  claimId: Uuid,
  { name, id, words }: News,
  { language, on, values }: { language: 'en' | 'fr'; on: string; values: Readonly<Record<string, string>> },
): void {
  const message = v5(name, messageNames)
  const body: EventBody<'claim.message_sent'> = {
    ...{ message, thread: message, from: 'office', language, files: [], on, template: `appointment_${id}` },
    ...appointmentMessage(id, language, { ...values, ...words }),
  }
  tx.append({ subject: { kind: 'claim', id: claimId }, type: 'claim.message_sent', body })
}

/** Appointments of a claim of which something has no place in the stream yet. */
function unsettledOf(reader: Reader, claimId: string): ReadonlySet<string> {
  const ids = reader.all(query.selectFrom('appointment').select('id').where('about_id', '=', claimId))
  if (ids.length === 0) return new Set()
  const rows = reader.all(
    query
      .selectFrom('subject')
      .innerJoin('event', 'event.subject', 'subject.n')
      .leftJoin('placed', 'placed.event', 'event.position')
      .select('subject.id')
      .distinct()
      .where(
        'subject.id',
        'in',
        ids.map(({ id }) => uuidBytes(id)),
      )
      .where('placed.n', 'is', null),
  )
  return new Set(rows.map(({ id }) => uuidText(id)))
}

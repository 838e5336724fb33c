import { v5 } from 'uuid'
import type { EventBody } from '../../shared/domain/catalogue.ts'
import { appointmentMessage } from '../../shared/portal/appointment-messages.ts'
import { preparationOf, preparationText } from '../../shared/portal/preparation.ts'
import type { ShownAppointment, ShownSlot } from '../../shared/portal/view/appointments.ts'
import type { PublicEvent } from '../../shared/portal/view/events.ts'
import { claimantView } from '../../shared/portal/view.ts'
import type { Uuid } from '../../shared/ports.ts'
import { ok, type Result } from '../../shared/result.ts'
import { minuteIn } from '../../shared/rules/index.ts'
import { findClaim, type Tools, today } from '../claims/tools.ts'
import { officeOf } from '../office/settings.ts'
import { query } from '../store/query.ts'
import type { Reader, Tx } from '../store/types.ts'
import { publicEventsOf } from './claimant.ts'
import { addressee } from './messages.ts'

/** How many claims a turn looks at: the desk answers officers in between. */
const atOnce = 100
const messageNames = '0d3b5a54-43d2-4c43-8a0b-5d2f7c1b9e77'

/**
 * Tells people at the portal by message which times are held for them, and which one is booked, with the preparation pack
 * of an interview: each offer and each time once, whoever made it and on whichever desk, since a message's name follows
 * from what it tells. Gives how many were told.
 */
export function tellOfAppointments(tools: Tools, device: Uuid): Result<number> {
  const on = today(tools)
  let told = 0
  for (let after = ''; ; ) {
    const claims = claimsCalled(tools.store, on, after)
    const done = tools.store.transact({ actor: device }, (tx) => {
      for (const claim of claims) told += tell(tx, claim, on)
      return ok(null)
    })
    if (!done.ok) return done
    after = claims.at(-1) ?? ''
    if (claims.length < atOnce) return ok(told)
  }
}

/** Claims that came through the portal and have an appointment that is offered, or booked for a day to come. */
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
            is.and([is('appointment.state', '=', 'booked'), is('appointment.date', '>=', on)]),
          ]),
        )
        .orderBy('portal_claim.claim')
        .limit(atOnce),
    )
    .map(({ claim }) => claim)

function tell(tx: Tx, claimId: Uuid, on: string): number {
  const claim = findClaim(tx, claimId)
  if (!claim.ok) return 0
  const events = publicEventsOf(tx, claimId)
  const view = claimantView(claimId, events, on)
  const known = new Set(view.messages.map(({ message }) => message))
  const { language, values } = addressee(tx, claim.value)
  const { zone } = officeOf(tx)
  // An offer whose time ran out while the desk slept is not told of any more: it is about to end.
  const standing = view.appointments.filter(({ offered, booked }) =>
    offered ? Date.parse(offered.until) > tx.now : booked !== undefined,
  )
  const fresh = standing.flatMap((appointment) => {
    const notice = noticeOf(appointment, events, language, zone)
    const message = v5(notice.name, messageNames)
    return known.has(message) ? [] : [{ message, ...notice, kind: appointment.kind }]
  })
  for (const { message, id, kind, words } of fresh) {
    const pack = kind === 'eligibility_interview' ? preparationText(preparationOf(view, on), language, on) : ''
    const body: EventBody<'claim.message_sent'> = {
      ...{ message, thread: message, from: 'office', language, files: [], on, template: `appointment_${id}` },
      ...appointmentMessage(id, language, { ...values, ...words, zone, pack }),
    }
    tx.append({ subject: { kind: 'claim', id: claimId }, type: 'claim.message_sent', body })
  }
  return fresh.length
}

function noticeOf(
  { appointment, what, offered, booked }: ShownAppointment,
  events: readonly PublicEvent[],
  language: 'en' | 'fr',
  zone: string,
) {
  const times = (booked ? [booked] : (offered?.slots ?? [])).map((slot) => sayTime(slot, language))
  if (booked) {
    const words = { what: what[language], times: times.join('') }
    return { id: 'booked' as const, name: `${appointment}/${nameOfTime(events, appointment, booked)}`, words }
  }
  const until = offered?.until ?? ''
  const local = minuteIn(zone, Date.parse(until)).replace('T', language === 'fr' ? ' à ' : ' at ')
  const words = { what: what[language], times: times.map((time) => `- ${time}`).join('\n'), until: local }
  return { id: 'offered' as const, name: `${appointment}/offer/${until}`, words }
}

/** What tells one booking from another; a time to which the appointment comes back is told again. */
function nameOfTime(events: readonly PublicEvent[], appointment: string, booked: ShownSlot): string {
  const keyOf = ({ date, time, place }: ShownSlot) => `${date}T${time}/${place}`
  const keys = events.flatMap(({ subject, type, body }) => {
    if (subject.id !== appointment || body === null) return []
    if (type !== 'appointment.booked' && type !== 'appointment.moved') return []
    return [keyOf((body as EventBody<typeof type>).slot)]
  })
  const key = keyOf(booked)
  const times = keys.filter((each, at) => each === key && keys[at - 1] !== key).length
  return times > 1 ? `${key}/${times}` : key
}

const sayTime = ({ date, time, place }: ShownSlot, language: 'en' | 'fr'): string =>
  language === 'fr' ? `le ${date} à ${time.replace(':', ' h ')}, ${place}` : `${date} at ${time}, ${place}`

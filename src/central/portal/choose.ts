import type { z } from 'zod'
import type { chooseRequest, declineRequest } from '../../shared/contract/portal.ts'
import type { EventBody } from '../../shared/domain/catalogue.ts'
import type { Bilingual } from '../../shared/language.ts'
import { offerOf } from '../../shared/portal/view/appointments.ts'
import { byMoment, type PublicEvent } from '../../shared/portal/view/events.ts'
import { done, type Outcome, refuse } from '../problem.ts'
import type { Account } from './accounts.ts'
import { said } from './author.ts'
import type { PortalParts } from './portal.ts'
import { send } from './send.ts'

/** What the person does when there is nothing to choose from any more. */
const next: Bilingual = {
  en: 'These times are not held for you any more. The office offers you new ones; write to it if none come within a week.',
  fr: 'Ces plages ne vous sont plus réservées. Le bureau vous en proposera d’autres; écrivez-lui si rien ne vient d’ici une semaine.',
}

const chosenBefore: Bilingual = {
  en: 'You have chosen another of these times before: that one is booked. Write to the office if you cannot come then.',
  fr: 'Vous avez déjà choisi une autre de ces plages : c’est elle qui est réservée. Écrivez au bureau si vous ne pouvez pas venir à ce moment-là.',
}

const bookedBefore: Bilingual = {
  en: 'A time is booked for you. Write to the office if you cannot come then.',
  fr: 'Une plage est réservée à votre nom. Écrivez au bureau si vous ne pouvez pas venir à ce moment-là.',
}

/**
 * Books one of the times offered. It goes on from the offer that the person saw: whoever changed the appointment before
 * has the better right. Refused: 404 `no_slot`; 409 `offer_lapsed` with the next step, also once the office has
 * withdrawn or ended the offer, and where another time is booked. Choosing the same again is harmless.
 */
export const chooseSlot = (
  parts: PortalParts,
  account: Account,
  claimId: string,
  { appointment, nth }: z.infer<typeof chooseRequest>,
): Promise<Outcome<{ done: true }>> =>
  send(parts, account, claimId, ({ claim, view, events }) => {
    const shown = view.appointments.find((one) => one.appointment === appointment)
    if (shown?.booked)
      return isBooked(events, appointment, nth) ? done([]) : refuse(409, 'offer_lapsed', { next: chosenBefore })
    const offer = offerOf(events.toSorted(byMoment), appointment)
    if (!offer || Date.parse(offer.body.until) <= parts.clock.now()) return refuse(409, 'offer_lapsed', { next })
    const { about, kind, slots } = offer.body
    const slot = slots[nth]
    if (!slot) return refuse(404, 'no_slot')
    const body = { office: claim.stream, about, kind, slot, was: slots, by: 'claimant' as const }
    return done([{ ...said('appointment.booked', appointment, body), after: offer.event }])
  })

/**
 * Gives the times back that are held, with what would suit instead: who schedules sees it, and the wait goes on from where
 * it began. Refused: 409 `offer_lapsed` with the next step where there is no offer, or a time is booked; 422 `past_date`.
 * Declining again is harmless.
 */
export const declineOffer = (
  parts: PortalParts,
  account: Account,
  claimId: string,
  { appointment, reason, preferred }: z.infer<typeof declineRequest>,
): Promise<Outcome<{ done: true }>> =>
  send(parts, account, claimId, ({ on, view, events }) => {
    const shown = view.appointments.find((one) => one.appointment === appointment)
    if (shown?.declined) return done([])
    if (shown?.booked) return refuse(409, 'offer_lapsed', { next: bookedBefore })
    const offer = offerOf(events.toSorted(byMoment), appointment)
    if (!offer || Date.parse(offer.body.until) <= parts.clock.now()) return refuse(409, 'offer_lapsed', { next })
    const past = preferred.findIndex(({ date }) => date < on)
    if (past >= 0) return refuse(422, 'past_date', { at: `preferred.${past}.date` })
    const { about, kind, slots } = offer.body
    const why = { why: 'declined' as const, by: 'claimant' as const, ...(reason ? { reason } : {}) }
    const body = { about, kind, was: slots, ...why, ...(preferred.length > 0 ? { preferred } : {}) }
    return done([{ ...said('appointment.offer_ended', appointment, body), after: offer.event }])
  })

/** Is what is booked this time of the last offer? */
function isBooked(events: readonly PublicEvent[], appointment: string, nth: number): boolean {
  const told = events
    .filter(({ subject, body }) => subject.kind === 'appointment' && subject.id === appointment && body !== null)
    .toSorted(byMoment)
  const offer = told.findLast(({ type }) => type === 'appointment.offered')?.body as
    | EventBody<'appointment.offered'>
    | undefined
  const { slot } = (told.at(-1)?.body ?? {}) as Partial<EventBody<'appointment.booked'>>
  const chosen = offer?.slots[nth]
  return chosen !== undefined && chosen.date === slot?.date && chosen.time === slot.time
}

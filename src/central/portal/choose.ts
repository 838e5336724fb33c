import type { z } from 'zod'
import type { chooseRequest } from '../../shared/contract/portal.ts'
import type { Bilingual } from '../../shared/language.ts'
import { offerOf } from '../../shared/portal/view/appointments.ts'
import { byMoment } from '../../shared/portal/view/events.ts'
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

/**
 * Books one of the times offered. It goes on from the offer that the person saw: whoever changed the appointment before
 * has the better right. Refused: 404 `no_slot`; 409 `offer_lapsed` with the next step, also once the office has
 * withdrawn or ended the offer. Choosing the same again is harmless.
 */
export const chooseSlot = (
  parts: PortalParts,
  account: Account,
  claimId: string,
  { appointment, nth }: z.infer<typeof chooseRequest>,
): Promise<Outcome<{ done: true }>> =>
  send(parts, account, claimId, ({ claim, view, events }) => {
    const shown = view.appointments.find((one) => one.appointment === appointment)
    if (shown?.booked) return done([])
    const offer = offerOf(events.toSorted(byMoment), appointment)
    if (!offer || Date.parse(offer.body.until) <= parts.clock.now()) return refuse(409, 'offer_lapsed', { next })
    const { about, kind, slots } = offer.body
    const slot = slots[nth]
    if (!slot) return refuse(404, 'no_slot')
    const body = { office: claim.stream, about, kind, slot, was: slots, by: 'claimant' as const }
    return done([{ ...said('appointment.booked', appointment, body), after: offer.event }])
  })

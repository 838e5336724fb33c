import type { z } from 'zod'
import { actsEvents } from './catalogue/acts.ts'
import { appointmentEvents } from './catalogue/appointments.ts'
import { cardFileEvents } from './catalogue/card-files.ts'
import { caseworkEvents } from './catalogue/casework.ts'
import { claimsEvents } from './catalogue/claims.ts'
import { confirmationEvents } from './catalogue/confirmations.ts'
import type { EventType } from './catalogue/event-type.ts'
import { familiesEvents } from './catalogue/families.ts'
import { hallEvents } from './catalogue/hall.ts'
import { movesEvents } from './catalogue/moves.ts'
import { officeEvents } from './catalogue/office.ts'
import { ownershipEvents } from './catalogue/ownership.ts'
import { papersEvents } from './catalogue/papers.ts'
import { peopleEvents } from './catalogue/people.ts'
import { photoEvents } from './catalogue/photos.ts'
import { portalEvents } from './catalogue/portal.ts'
import { recordEvents } from './catalogue/record.ts'
import { shiftEvents } from './catalogue/shifts.ts'
import { stockEvents } from './catalogue/stock.ts'

/**
 * Every type of event that Passerelle writes: what its body says, about whom, and who may see it. One file a room.
 * Types are never renamed and bodies only grow; a changed meaning is a new version.
 */
const defined = {
  ...officeEvents,
  ...stockEvents,
  ...claimsEvents,
  ...actsEvents,
  ...peopleEvents,
  ...papersEvents,
  ...hallEvents,
  ...familiesEvents,
  ...shiftEvents,
  ...photoEvents,
  ...confirmationEvents,
  ...cardFileEvents,
  ...recordEvents,
  ...appointmentEvents,
  ...portalEvents,
  ...caseworkEvents,
  ...ownershipEvents,
  ...movesEvents,
} as const

export type EventName = keyof typeof defined
/** Events whose person may see that they happened. */
export type PublicEventName = {
  [N in EventName]: (typeof defined)[N]['visibility'] extends 'public' ? N : never
}[EventName]
export type EventBody<N extends EventName> = z.infer<(typeof defined)[N]['body']>
export const catalogue: Readonly<Record<EventName, EventType>> = defined

import { z } from 'zod'
import { arrivalChanges } from '../fields.ts'
import { type EventType, erasure, reason, uuid } from './event-type.ts'

/**
 * Events: the waiting room. A party's holder and stage are registers too, so that desks that acted without seeing each
 * other come to the same list.
 */
export const hallEvents = {
  'arrival.noted': {
    version: 1,
    about: 'arrival',
    visibility: 'internal',
    body: z.object({ office: uuid, fields: arrivalChanges }),
    setsFields: true,
  },
  'arrival.set': {
    version: 1,
    about: 'arrival',
    visibility: 'internal',
    body: z.object({ fields: arrivalChanges }),
    setsFields: true,
  },
  'arrival.taken': {
    version: 1,
    about: 'arrival',
    visibility: 'internal',
    body: z.object({ fields: z.object({ holder: uuid }) }),
    setsFields: true,
  },
  'arrival.handed_back': {
    version: 1,
    about: 'arrival',
    visibility: 'internal',
    body: z.object({ fields: z.object({ holder: z.null() }) }),
    setsFields: true,
  },
  'arrival.handed_over': {
    version: 1,
    about: 'arrival',
    visibility: 'internal',
    body: z.object({ fields: z.object({ holder: uuid }) }),
    setsFields: true,
  },
  'arrival.claim_opened': {
    version: 1,
    about: 'arrival',
    visibility: 'internal',
    body: z.object({ claim: uuid }),
  },
  'arrival.left': {
    version: 1,
    about: 'arrival',
    visibility: 'internal',
    body: z.object({ fields: z.object({ stage: z.literal('left') }), reason }),
    setsFields: true,
  },
  'arrival.done': {
    version: 1,
    about: 'arrival',
    visibility: 'internal',
    body: z.object({ fields: z.object({ stage: z.literal('done') }) }),
    setsFields: true,
  },
  'arrival.returned': {
    version: 1,
    about: 'arrival',
    visibility: 'internal',
    body: z.object({ fields: z.object({ stage: z.literal('waiting') }) }),
    setsFields: true,
  },
  /** What was noted of the party at the door speaks of all of them in one text: it goes with the first of them. */
  'arrival.erased': { version: 1, about: 'arrival', visibility: 'restricted', erases: true, body: erasure },
} as const satisfies Record<string, EventType>

import { z } from 'zod'
import { plainDate } from '../field-types.ts'
import { bilingual, type EventType, reason } from './event-type.ts'

/** Events: what an officer does about a claim between its arrival and its decision, apart from what was told. */

/** A limit with all that is needed to trust it. */
export const deadlineBody = z.object({
  rule: z.string(),
  due: plainDate,
  trigger: plainDate,
  citation: bilingual,
  label: bilingual,
  source: z.string(),
  /** A legal effect on a day, not something that anybody can miss. */
  effect: z.boolean().optional(),
})

export const caseworkEvents = {
  /** More time: asked for in time, given by a supervisor, never less than there was. */
  'claim.deadline_extended': {
    version: 1,
    about: 'claim',
    visibility: 'public',
    body: z.object({ rule: z.string().max(80), from: plainDate, to: plainDate, askedOn: plainDate, reason }),
  },
  /** A limit that the officer sets for this claim: the Basis of Claim Form of a claim made inland. */
  'claim.deadline_set': {
    version: 1,
    about: 'claim',
    visibility: 'public',
    body: z.object({ deadline: deadlineBody, reason }),
  },
} as const satisfies Record<string, EventType>

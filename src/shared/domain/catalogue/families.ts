import { z } from 'zod'
import { plainDate } from '../field-types.ts'
import { lanes } from '../vocabulary.ts'
import { type EventType, reason, uuid } from './event-type.ts'

/**
 * Events: who belongs together, in which lane a claim is, who works on it. Each is a register of the claim; names with a
 * dot are no fields of a form.
 */
export const familiesEvents = {
  /** The claims of one party share a `family.id`, which is the party's own id when it came through the waiting room. */
  'claim.family_joined': {
    version: 1,
    about: 'claim',
    visibility: 'internal',
    body: z.object({
      fields: z.object({ 'family.id': uuid, 'family.principal': z.boolean() }),
      reason: reason.optional(),
    }),
    setsFields: true,
  },
  'claim.family_left': {
    version: 1,
    about: 'claim',
    visibility: 'internal',
    body: z.object({ fields: z.object({ 'family.id': z.null(), 'family.principal': z.null() }), reason }),
    setsFields: true,
  },
  'claim.family_principal_set': {
    version: 1,
    about: 'claim',
    visibility: 'internal',
    body: z.object({ fields: z.object({ 'family.principal': z.boolean() }) }),
    setsFields: true,
  },
  /** `family.differs.<group>`: what is typed once for the family does not hold for this member, or does again. */
  'claim.family_differs': {
    version: 1,
    about: 'claim',
    visibility: 'internal',
    body: z.object({ fields: z.record(z.string(), z.boolean()) }),
    setsFields: true,
  },
  'claim.triaged': {
    version: 1,
    about: 'claim',
    visibility: 'internal',
    body: z.object({
      fields: z.object({ 'intake.lane': z.enum(lanes) }),
      lowRisk: z.boolean(),
      lowNeed: z.boolean(),
      reason,
      /** The office's day: what is left to the portal is due from it. */
      date: plainDate,
    }),
    setsFields: true,
  },
  'claim.lane_left': {
    version: 1,
    about: 'claim',
    visibility: 'internal',
    body: z.object({ fields: z.object({ 'intake.lane': z.literal('full_intake') }), reason }),
    setsFields: true,
  },
  'claim.handed_over': {
    version: 1,
    about: 'claim',
    visibility: 'internal',
    /** `from`: who had it, where somebody did; events of before name nobody. */
    body: z.object({ fields: z.object({ 'case.owner': uuid }), from: uuid.optional(), reason: reason.optional() }),
    setsFields: true,
  },
} as const satisfies Record<string, EventType>

import { z } from 'zod'
import { actNames, acts } from '../acts.ts'
import { type EventType, reason } from './event-type.ts'

/** Events: acts of law upon a claim. The person was told of each: all are public. */

const about = { version: 1, about: 'claim', visibility: 'public', setsFields: true } as const
const {
  consentToSharing,
  conditionsAcknowledged,
  inadmissibilityReport,
  departureOrder,
  detention,
  seizures,
  interview,
} = acts

export const actsEvents = {
  'claim.consent_recorded': { ...about, body: z.object({ fields: z.object({ consentToSharing }) }) },
  'claim.conditions_acknowledged': { ...about, body: z.object({ fields: z.object({ conditionsAcknowledged }) }) },
  'claim.inadmissibility_reported': { ...about, body: z.object({ fields: z.object({ inadmissibilityReport }) }) },
  'claim.departure_order_made': { ...about, body: z.object({ fields: z.object({ departureOrder }) }) },
  'claim.detention_recorded': { ...about, body: z.object({ fields: z.object({ detention }) }) },
  'claim.documents_seized': { ...about, body: z.object({ fields: z.object({ seizures }) }) },
  'claim.interview_set': { ...about, body: z.object({ fields: z.object({ interview }) }) },
  /** Recorded by mistake, or set aside. */
  'claim.act_withdrawn': {
    ...about,
    body: z.object({ fields: z.partialRecord(z.enum(actNames), z.null()), reason }),
  },
} as const satisfies Record<string, EventType>

import { z } from 'zod'
import { plainDate } from '../field-types.ts'
import { documentKinds, revocationReasons } from '../vocabulary.ts'
import { digest, type EventType, erasure, reason, uuid } from './event-type.ts'

/** Events: the paper in the person's hand. */

/** Where a theft was reported: the number of the report and the police service that took it. */
export const policeReport = z.object({
  number: z.string().trim().min(1).max(50),
  service: z.string().trim().min(2).max(200),
})

export const papersEvents = {
  'document.reserved': {
    version: 1,
    about: 'document',
    visibility: 'internal',
    body: z.object({
      claim: uuid,
      person: uuid,
      kind: z.enum(documentKinds),
      number: z.string(),
      stockSerial: z.string().optional(),
      replaces: uuid.optional(),
      /** Number of a revoked document that this one replaces; a sheet that jammed keeps its own. */
      replacesNumber: z.string().optional(),
      issueDate: plainDate,
      validUntil: plainDate.optional(),
      pdf: digest,
      findings: z.array(z.json()),
    }),
  },
  'document.sent': {
    version: 1,
    about: 'document',
    visibility: 'internal',
    body: z.object({ printer: z.string().optional() }),
  },
  'document.confirmed': {
    version: 1,
    about: 'document',
    visibility: 'public',
    body: z.object({ by: z.enum(['scan', 'officer']) }),
  },
  'document.spoiled': { version: 1, about: 'document', visibility: 'internal', body: z.object({ reason }) },
  'document.revoked': {
    version: 1,
    about: 'document',
    visibility: 'public',
    body: z.object({
      why: z.enum(revocationReasons),
      on: plainDate,
      /** What was wrong, or what became of it. */
      note: reason.optional(),
      police: policeReport.optional(),
      /** The sheet came back to the office. */
      returned: z.boolean(),
    }),
  },
  'document.reprinted': { version: 1, about: 'document', visibility: 'internal', body: z.object({ reason }) },
  'document.erased': { version: 1, about: 'document', visibility: 'restricted', erases: true, body: erasure },
} as const satisfies Record<string, EventType>

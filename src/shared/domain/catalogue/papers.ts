import { z } from 'zod'
import { plainDate } from '../field-types.ts'
import { documentKinds } from '../vocabulary.ts'
import { digest, type EventType, reason, uuid } from './event-type.ts'

/** Events: the paper in the person's hand. */

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
  'document.reprinted': { version: 1, about: 'document', visibility: 'internal', body: z.object({ reason }) },
} as const satisfies Record<string, EventType>

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
      /** Bytes of the digital seal, base64: absent before desks had keys, and on papers without one. */
      seal: z.base64().max(4096).optional(),
      /** Held documents on a notice of seizure, numbers on a cover, `stand_in` for a letter in a document’s place. */
      about: z.array(z.string().max(60)).max(400).optional(),
      findings: z.array(z.json()),
    }),
  },
  'document.sent': {
    version: 1,
    about: 'document',
    visibility: 'internal',
    body: z.object({ printer: z.string().optional() }),
  },
  /** The printer did not take the sheet; `failure` is a code of the catalogue of failures, or `cancelled`. */
  'document.not_printed': {
    version: 1,
    about: 'document',
    visibility: 'internal',
    body: z.object({ failure: z.string().max(60) }),
  },
  /** The sheet as it came back with a signature by hand: a picture, cleaned as photos are. */
  'document.signed_copy_added': {
    version: 1,
    about: 'document',
    visibility: 'public',
    body: z.object({
      arrived: digest,
      picture: digest,
      mime: z.enum(['image/jpeg', 'image/png']),
      width: z.number().int().positive(),
      height: z.number().int().positive(),
      source: z.enum(['file', 'camera']),
    }),
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
  /** The decision that it rests on came second, and the document stands all the same: an officer says why. */
  'document.upheld': { version: 1, about: 'document', visibility: 'internal', body: z.object({ reason }) },
  'document.reprinted': { version: 1, about: 'document', visibility: 'internal', body: z.object({ reason }) },
  'document.erased': { version: 1, about: 'document', visibility: 'restricted', erases: true, body: erasure },
} as const satisfies Record<string, EventType>

import { z } from 'zod'
import { personChanges } from '../fields.ts'
import { amendment, digest, type EventType, erasure, uuid } from './event-type.ts'

/** Events: the person. */

export const peopleEvents = {
  'person.registered': { version: 1, about: 'person', visibility: 'internal', body: z.object({ office: uuid }) },
  'person.set': {
    version: 1,
    about: 'person',
    visibility: 'internal',
    body: z.object({ fields: personChanges, source: z.enum(['typed', 'read', 'import', 'portal']) }),
    setsFields: true,
  },
  /** A correction of the identity, once a decision or a document rests on it. */
  'person.amended': {
    version: 1,
    about: 'person',
    visibility: 'internal',
    body: z.object({ claim: uuid, fields: personChanges, ...amendment }),
    setsFields: true,
  },
  'person.client_id_given': {
    version: 1,
    about: 'person',
    visibility: 'public',
    body: z.object({ fields: z.object({ clientId: z.string() }) }),
    setsFields: true,
  },
  'person.document_read': {
    version: 1,
    about: 'person',
    visibility: 'internal',
    body: z.object({
      claim: uuid,
      format: z.string(),
      lines: z.array(z.string()),
      number: z.string(),
      issuer: z.string(),
      expiry: z.string().optional(),
      failedChecks: z.array(z.string()),
    }),
  },
  'person.photo_added': {
    version: 1,
    about: 'person',
    visibility: 'internal',
    body: z.object({
      claim: uuid,
      /** SHA-256 of what arrived, of the cleaned original and of the print crop. */
      arrived: digest,
      original: digest,
      print: digest,
      mime: z.enum(['image/jpeg', 'image/png']),
      width: z.number().int(),
      height: z.number().int(),
      source: z.enum(['file', 'camera', 'portal']),
      findings: z.array(z.json()),
    }),
  },
  'person.erased': { version: 1, about: 'person', visibility: 'restricted', erases: true, body: erasure },
} as const satisfies Record<string, EventType>

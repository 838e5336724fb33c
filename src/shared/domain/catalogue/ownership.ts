import { z } from 'zod'
import { searchFilter, searchName } from '../saved-search.ts'
import { roles } from '../vocabulary.ts'
import { type EventType, reason, uuid } from './event-type.ts'

/** Events: who is at work on what, and what officers note for each other. */

export const ownershipEvents = {
  /** An officer says that they are at work on the claim, or no more. It stops nobody; `from`: who said so before. */
  'claim.working_set': {
    version: 1,
    about: 'claim',
    visibility: 'internal',
    body: z.object({
      fields: z.object({ 'case.working': uuid.nullable() }),
      from: uuid.optional(),
      reason: reason.optional(),
    }),
    setsFields: true,
  },
  /** The central found that another office knows the person, by the same paper or client number, or perhaps by the name. */
  'claim.known_elsewhere': {
    version: 1,
    about: 'claim',
    visibility: 'internal',
    /** Key of the other office in ports-of-entry.ts. */
    body: z.object({ office: z.string().max(60), way: z.enum(['document', 'client', 'name']) }),
  },
  /** Read by its author and by officers of these roles, and by nobody else. */
  'claim.note_added': {
    version: 1,
    about: 'claim',
    visibility: 'restricted',
    body: z.object({ note: uuid, text: z.string().trim().min(1).max(4000), readers: z.array(z.enum(roles)).max(6) }),
  },
  /** A list that the officer comes back to; `shared`: of the whole office. */
  'officer.search_saved': {
    version: 1,
    about: 'officer',
    visibility: 'internal',
    body: z.object({ search: uuid, name: searchName, filter: searchFilter, shared: z.boolean() }),
  },
  'officer.search_dropped': { version: 1, about: 'officer', visibility: 'internal', body: z.object({ search: uuid }) },
} as const satisfies Record<string, EventType>

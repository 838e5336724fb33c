import { z } from 'zod'
import { plainDate } from '../field-types.ts'
import { type EventType, reason, uuid } from './event-type.ts'

/** Events: a claim goes from one office to another. */

/** Key of an office in ports-of-entry.ts. */
const office = z.string().min(1).max(60)

export const movesEvents = {
  /**
   * The office gives the claim to another one. From its place in the stream on this office writes nothing more of the
   * claim; the central brings what is known of it to the other office.
   */
  'claim.moved_out': {
    version: 1,
    about: 'claim',
    visibility: 'public',
    body: z.object({
      to: office,
      reason,
      on: plainDate,
      /** Records of people that the claim's events speak of: they go along. */
      people: z.array(uuid).min(1).max(20),
      /** Those of them who have another claim here, and whose record goes on here too. */
      staying: z.array(uuid).max(20),
      /** Who wrote what goes along: the other office does not know their names. */
      officers: z.array(z.object({ id: uuid, name: z.string().max(200) })).max(200),
    }),
  },
  /** The central has brought the claim here: it goes on in this office, in the state in which it was, as nobody's. */
  'claim.moved_in': {
    version: 1,
    about: 'claim',
    visibility: 'internal',
    body: z.object({ from: office, to: office, out: uuid, on: plainDate }),
  },
} as const satisfies Record<string, EventType>

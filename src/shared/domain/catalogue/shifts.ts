import { z } from 'zod'
import { paperPackNumber } from '../paper-pack.ts'
import { shiftBriefShape } from '../shift-brief.ts'
import { digest, type EventType, uuid } from './event-type.ts'

/** Events: what one shift leaves to the next, and the paper packs of when everything is down. */

export const shiftEvents = {
  'shift.handed_over': {
    version: 1,
    about: 'device',
    visibility: 'internal',
    /** The brief as it stood when the officer signed off. */
    body: z.object({ brief: shiftBriefShape, note: z.string().trim().min(1).max(2000).optional() }),
  },
  /** `handover`: the event that handed the shift over. */
  'shift.accepted': {
    version: 1,
    about: 'device',
    visibility: 'internal',
    body: z.object({ handover: uuid, tookOver: z.number().int().nonnegative() }),
  },
  'paper_pack.printed': {
    version: 1,
    about: 'device',
    visibility: 'internal',
    body: z.object({ numbers: z.array(paperPackNumber).min(1).max(100) }),
  },
  'claim.paper_pack_taken': {
    version: 1,
    about: 'claim',
    visibility: 'internal',
    /** `foreign`: no desk that this one knows of printed it. */
    body: z.object({ pack: paperPackNumber, foreign: z.boolean() }),
  },
  'claim.paper_page_added': {
    version: 1,
    about: 'claim',
    visibility: 'internal',
    body: z.object({
      pack: paperPackNumber,
      page: z.number().int().min(1).max(2),
      /** SHA-256 of what arrived and of the cleaned picture. */
      arrived: digest,
      original: digest,
      mime: z.enum(['image/jpeg', 'image/png']),
    }),
  },
} as const satisfies Record<string, EventType>

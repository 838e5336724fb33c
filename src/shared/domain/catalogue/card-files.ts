import { z } from 'zod'
import { cardFileKinds } from '../../cards/kinds.ts'
import { plainDate, text } from '../field-types.ts'
import { provinces } from '../vocabulary.ts'
import { digest, type EventType, erasure, reason, uuid } from './event-type.ts'

/**
 * Events: files between an office and the production facility of cards, and what is done with an electronic confirmation
 * or a card after it was given or ordered. A file holds people's data: its bytes go with the first of them who is erased.
 */

const about = { version: 1, about: 'card_file', visibility: 'internal' } as const
const file = {
  office: uuid,
  on: plainDate,
  kind: z.enum(cardFileKinds),
  /** SHA-256 of the bytes as they were written or came. */
  file: digest,
  rows: z.number().int().positive(),
}

/** In Canada: what orders and instructions name. */
const address = z.object({
  line1: text(100),
  line2: text(100).optional(),
  city: text(80),
  province: z.enum(provinces),
  postalCode: text(20),
  country: z.literal('CAN'),
})

export const cardFileEvents = {
  /** An order (its id is the batch) or instructions, signed and kept: asked for again, the same bytes are given. */
  'card_file.sent': { ...about, body: z.object(file) },
  /** An answer of the facility; rows that their orders no longer allowed were refused. */
  'card_file.taken': {
    ...about,
    body: z.object({ ...file, taken: z.number().int().nonnegative(), refused: z.number().int().nonnegative() }),
  },
  'card_file.erased': { ...about, erases: true, body: erasure },

  /** The electronic confirmation stays in the portal, or comes back to it, until another day. */
  'confirmation.ecopr_renewed': {
    version: 1,
    about: 'confirmation',
    visibility: 'public',
    body: z.object({ on: plainDate, availableUntil: plainDate }),
  },
  /** The facility was told not to mail a card that is ordered. */
  'confirmation.card_held': {
    version: 1,
    about: 'confirmation',
    visibility: 'internal',
    body: z.object({ on: plainDate, file: uuid, reason }),
  },
  /** The facility was told to mail a card that is ordered to another address; a hold ends with it. */
  'confirmation.card_redirected': {
    version: 1,
    about: 'confirmation',
    visibility: 'public',
    body: z.object({ on: plainDate, file: uuid, address }),
  },
} as const satisfies Record<string, EventType>

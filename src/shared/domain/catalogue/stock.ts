import { z } from 'zod'
import { numberSeries, stockStates } from '../vocabulary.ts'
import { digest, type EventType, reason } from './event-type.ts'

/** Events: leased numbers and pre-printed sheets. */

const block = z.object({
  series: z.enum(numberSeries),
  prefix: z.string().max(4),
  first: z.number().int().nonnegative(),
  last: z.number().int().nonnegative(),
  /** Digits after the prefix. */
  width: z.number().int().min(1).max(12),
})

export const stockEvents = {
  'lease.granted': {
    version: 1,
    about: 'lease',
    visibility: 'internal',
    body: block.extend({
      /** SHA-256 of the file that it came in, and when that was made, if it says so. */
      file: digest.optional(),
      issued: z.iso.datetime({ offset: true }).optional(),
    }),
  },
  'lease.voided': {
    version: 1,
    about: 'lease',
    visibility: 'internal',
    body: z.object({
      series: z.enum(numberSeries),
      prefix: z.string().max(4),
      first: z.number().int(),
      last: z.number().int(),
      reason,
    }),
  },
  'stock.received': {
    version: 1,
    about: 'stock',
    visibility: 'internal',
    body: z.object({
      prefix: z.string().max(4),
      first: z.number().int(),
      last: z.number().int(),
      width: z.number().int().min(1).max(12),
    }),
  },
  'stock.checked_out': {
    version: 1,
    about: 'stock',
    visibility: 'internal',
    body: z.object({ serials: z.array(z.string()).min(1).max(1000) }),
  },
  'stock.ended': {
    version: 1,
    about: 'stock',
    visibility: 'internal',
    body: z.object({ serial: z.string(), state: z.enum(['spoiled', 'lost', 'returned']), reason }),
  },
  /** Numbers of a block up to `last` are used, whatever becomes of the records that used them. */
  'lease.spent': {
    version: 1,
    about: 'lease',
    visibility: 'internal',
    body: block.omit({ width: true }),
  },
  /** Sheets stay used, whatever becomes of the papers printed on them. */
  'stock.kept': {
    version: 1,
    about: 'stock',
    visibility: 'internal',
    body: z.object({
      sheets: z
        .array(z.object({ serial: z.string(), state: z.enum(stockStates) }))
        .min(1)
        .max(1000),
    }),
  },
} as const satisfies Record<string, EventType>

import { z } from 'zod'
import { asideAccount } from '../../record/evidence.ts'
import { recordChanges } from '../../record/registers.ts'
import { plainDate } from '../field-types.ts'
import { amendment, bilingual, digest, type EventType, reason, uuid } from './event-type.ts'

/** Events: the record of a claim, its evidence, and what was found in them. */

/** Who said it: typed by an officer, typed from a paper form, sent through the portal, taken over. */
export const recordSources = ['typed', 'paper', 'portal', 'import'] as const

const missing = z.object({ item: z.string().max(40), name: bilingual })

export const recordEvents = {
  'claim.record_set': {
    version: 1,
    about: 'claim',
    visibility: 'internal',
    body: z.object({
      fields: recordChanges,
      source: z.enum(recordSources),
      /** The form and version on which it was asked: `boc/2026-11`. */
      form: z.string().max(40).optional(),
    }),
    setsFields: true,
  },
  /** A correction of what the person sent, or of what a decision rests on. `sent`: as it first came, where that is known. */
  'claim.record_amended': {
    version: 1,
    about: 'claim',
    visibility: 'internal',
    body: z.object({ fields: recordChanges, ...amendment, sent: z.record(z.string(), z.json()).optional() }),
    setsFields: true,
  },
  /** A claim came in complete enough to be reviewed: the service standard counts from this day. */
  'claim.received': {
    version: 1,
    about: 'claim',
    visibility: 'public',
    body: z.object({ on: plainDate, by: z.enum(['paper', 'portal', 'counter']) }),
  },
  'claim.evidence_added': {
    version: 1,
    about: 'claim',
    visibility: 'public',
    body: z.object({
      evidence: uuid,
      /** SHA-256 of the file as it arrived, and of the small picture of its first page. */
      file: digest,
      thumbnail: digest.optional(),
      mime: z.enum(['image/jpeg', 'image/png', 'application/pdf']),
      bytes: z.number().int(),
      pages: z.number().int().min(1),
      name: z.string().max(200).optional(),
      source: z.enum(['file', 'paper', 'portal', 'email']),
      /** The piece of evidence that it takes the place of. */
      replaces: uuid.optional(),
    }),
  },
  /** A piece of evidence counts no more, for a reason; null: it counts again. The file and what was said of it stay. */
  'claim.evidence_set_aside': {
    version: 1,
    about: 'claim',
    visibility: 'public',
    body: z.object({
      /** By register `aside.<evidence>`. */
      fields: z.record(z.string().max(80), asideAccount.nullable()),
      on: plainDate,
      /** Why it counts again. */
      reason: reason.optional(),
    }),
    setsFields: true,
  },
  /** A finding needs nothing done, for a reason: until the facts on which it rests are others. */
  'claim.finding_dismissed': {
    version: 1,
    about: 'claim',
    visibility: 'internal',
    body: z.object({ fields: z.record(z.string(), z.object({ facts: digest, reason }).nullable()) }),
    setsFields: true,
  },
  /** An essential item is missing: the clock of the review stands still. */
  'claim.review_paused': {
    version: 1,
    about: 'claim',
    visibility: 'public',
    body: z.object({
      on: plainDate,
      missing: z.array(missing).min(1),
      /** How much longer the person is told it takes. */
      weeks: z.object({ from: z.number().int(), to: z.number().int() }),
    }),
  },
  'claim.review_resumed': { version: 1, about: 'claim', visibility: 'public', body: z.object({ on: plainDate }) },
} as const satisfies Record<string, EventType>

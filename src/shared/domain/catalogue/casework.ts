import { z } from 'zod'
import { consents, partnerPurposes, partnerResults, partners, sharedFields } from '../../partners/names.ts'
import { plainDate } from '../field-types.ts'
import { longestAnswer } from '../interview-template.ts'
import { benefits, extensionAskers, withdrawalWays } from '../vocabulary.ts'
import { bilingual, type EventType, reason, uuid } from './event-type.ts'

/** Events: what an officer does about a claim between its arrival and its decision, apart from what was told. */

/** A limit with all that is needed to trust it. */
export const deadlineBody = z.object({
  rule: z.string(),
  due: plainDate,
  trigger: plainDate,
  citation: bilingual,
  label: bilingual,
  source: z.string(),
  /** A legal effect on a day, not something that anybody can miss. */
  effect: z.boolean().optional(),
})

/** What happens to the document issued on a decision that is set aside. */
export const documentFate = z.object({ id: uuid, number: z.string(), as: z.enum(['kept', 'revoked']) })

export const caseworkEvents = {
  /** More time: asked for in time, given by a supervisor, never less than there was. */
  'claim.deadline_extended': {
    version: 1,
    about: 'claim',
    visibility: 'public',
    body: z.object({ rule: z.string().max(80), from: plainDate, to: plainDate, askedOn: plainDate, reason }),
  },
  /** More time is asked for, by the person through the portal or as an officer takes it down; a supervisor answers. */
  'claim.extension_asked': {
    version: 1,
    about: 'claim',
    visibility: 'public',
    body: z.object({
      request: uuid,
      rule: z.string().max(80),
      /** The day that is wished for. */
      to: plainDate.optional(),
      by: z.enum(extensionAskers),
      reason,
      /** The day on which it was asked for. */
      on: plainDate,
    }),
  },
  /** No more time is given: what was asked for is answered. Given it is by `claim.deadline_extended`. */
  'claim.extension_declined': {
    version: 1,
    about: 'claim',
    visibility: 'public',
    body: z.object({ request: uuid, rule: z.string().max(80), reason, on: plainDate }),
  },
  /** A limit that the officer sets for this claim: the Basis of Claim Form of a claim made inland. */
  'claim.deadline_set': {
    version: 1,
    about: 'claim',
    visibility: 'public',
    body: z.object({ deadline: deadlineBody, reason }),
  },
  /** The person takes the claim back; a departure order comes into force by it (IRPA s. 49(2)). */
  'claim.withdrawn': {
    version: 1,
    about: 'claim',
    visibility: 'public',
    body: z.object({ on: plainDate, how: z.enum(withdrawalWays), reason, deadlines: z.array(deadlineBody) }),
  },
  /** A supervisor finds that the withdrawal was none: the claim goes on. */
  'claim.reinstated': {
    version: 1,
    about: 'claim',
    visibility: 'public',
    body: z.object({ on: plainDate, reason, document: documentFate.optional() }),
  },
  /** One event that opens all that may be asked for before the decision. */
  'preliminary_review.passed': {
    version: 1,
    about: 'claim',
    visibility: 'public',
    body: z.object({ on: plainDate, opens: z.array(z.enum(benefits)).min(1) }),
  },
  'preliminary_review.taken_back': {
    version: 1,
    about: 'claim',
    visibility: 'public',
    body: z.object({ on: plainDate, reason }),
  },
  /** A partner was given these fields of the person and asked for a check; what was given, by what authority, is the ledger. */
  'claim.partner_asked': {
    version: 1,
    about: 'claim',
    visibility: 'internal',
    body: z.object({
      request: uuid,
      person: uuid,
      partner: z.enum(partners),
      purpose: z.enum(partnerPurposes),
      fields: z.array(z.enum(sharedFields)).min(1),
      /** Version of the table by which it was allowed. */
      rules: z.string().max(40),
      authority: z.string().max(300),
      consent: z.enum(consents),
      on: plainDate,
      due: plainDate,
    }),
  },
  'claim.partner_answered': {
    version: 1,
    about: 'claim',
    visibility: 'internal',
    body: z.object({
      request: uuid,
      result: z.enum(partnerResults),
      note: z.string().trim().min(1).max(2000).optional(),
      on: plainDate,
    }),
  },
  /** Notes of an interview, whole each time: begun, suspended with the reason, resumed, closed. */
  'claim.interview_noted': {
    version: 1,
    about: 'claim',
    visibility: 'internal',
    body: z.object({
      notes: uuid,
      template: z.string().max(40),
      state: z.enum(['open', 'suspended', 'closed']),
      answers: z.array(z.object({ question: z.string().max(80), text: z.string().max(longestAnswer) })).max(200),
      reason: reason.optional(),
      on: plainDate,
    }),
  },
  /** A supervisor looked at a decision of the random sample. */
  'claim.quality_reviewed': {
    version: 1,
    about: 'claim',
    visibility: 'internal',
    body: z.object({
      /** When the decision was taken, ms since 1970-01-01T00:00Z. */
      decidedAt: z.int(),
      verdict: z.enum(['sound', 'to_correct']),
      note: reason,
      on: plainDate,
    }),
  },
} as const satisfies Record<string, EventType>
